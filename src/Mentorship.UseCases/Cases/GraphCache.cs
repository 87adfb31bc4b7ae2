using System.Collections.Concurrent;
using Mentorship.Flow;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>Compiled graphs by process version. A version never changes, so an entry is right for ever; the oldest leave when there are too many.</summary>
internal sealed class GraphCache
{
    private const int Most = 500;
    private readonly ConcurrentDictionary<Guid, FlowGraph> _graphs = new();

    public async Task<FlowGraph> OfAsync(MentorshipDb db, Guid version, CancellationToken cancel) =>
        await FindAsync(db, version, cancel) ?? throw new InvalidOperationException($"The stored process version {version} cannot be read");

    /// <summary>Null where the stored version cannot be read, as after a hand has been at the database.</summary>
    public async Task<FlowGraph?> FindAsync(MentorshipDb db, Guid version, CancellationToken cancel)
    {
        if (_graphs.TryGetValue(version, out FlowGraph? known)) return known;
        string json = await db.ProcessVersions.Where(v => v.Id == version).Select(v => v.Json).SingleAsync(cancel);
        if (DefinitionReader.Read(json).Definition is not { } definition) return null;
        if (_graphs.Count >= Most) _graphs.TryRemove(_graphs.Keys.First(), out _);
        return _graphs[version] = FlowGraph.From(definition);
    }
}
