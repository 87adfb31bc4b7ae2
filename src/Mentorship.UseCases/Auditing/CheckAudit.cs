using Mentorship.Domain.Auditing;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Auditing;

/// <summary>Recomputes the chains of the event journal, of all institutions: an entry that was changed, taken out or added past the product is found.</summary>
public sealed class CheckAudit
{
    private const int MostFaults = 1000;
    private readonly Work _work;

    internal CheckAudit(Work work) => _work = work;

    public Task<AuditReport> RunAsync(CancellationToken cancel) => _work.ReadAsync(Guid.Empty, db => CheckAsync(db, cancel), cancel);

    /// <summary>Work goes on meanwhile: a chain must pass through the end that its owner remembered before, and not go beyond the one that it remembers after.</summary>
    private static async Task<AuditReport> CheckAsync(MentorshipDb db, CancellationToken cancel)
    {
        Dictionary<Guid, End> before = await EndsAsync(db, cancel), reached = [];
        List<AuditFault> faults = [];
        int events = 0;
        await foreach (AuditEvent entry in db.Audit.IgnoreQueryFilters().OrderBy(e => e.StreamId).ThenBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            events++;
            if (faults.Count < MostFaults) faults.AddRange(Check(entry, reached.GetValueOrDefault(entry.StreamId, End.Nothing), before.GetValueOrDefault(entry.StreamId, End.Nothing)));
            reached[entry.StreamId] = new End(entry.Number, entry.Hash);
        }
        Dictionary<Guid, End> after = await EndsAsync(db, cancel);
        faults.AddRange(before.Where(end => end.Value.Count > reached.GetValueOrDefault(end.Key, End.Nothing).Count).Select(end => new AuditFault(end.Key, end.Value.Count, AuditProblem.EntriesMissing)));
        foreach ((Guid stream, End end) in reached)
            if (!after.TryGetValue(stream, out End remembered)) faults.Add(new AuditFault(stream, end.Count, AuditProblem.OwnerMissing));
            else if (end.Count > remembered.Count) faults.Add(new AuditFault(stream, end.Count, AuditProblem.EntriesAdded));
        return new AuditReport(faults.Count == 0, reached.Count, events, faults);
    }

    private static IEnumerable<AuditFault> Check(AuditEvent entry, End previous, End remembered)
    {
        if (entry.Number != previous.Count + 1) yield return new AuditFault(entry.StreamId, entry.Number, AuditProblem.NumberMissing);
        else if (entry.Seal(previous.Hash) != entry.Hash) yield return new AuditFault(entry.StreamId, entry.Number, AuditProblem.EntryChanged);
        if (entry.Number == remembered.Count && entry.Hash != remembered.Hash) yield return new AuditFault(entry.StreamId, entry.Number, AuditProblem.EndChanged);
    }

    private static async Task<Dictionary<Guid, End>> EndsAsync(MentorshipDb db, CancellationToken cancel)
    {
        var cases = await db.Cases.IgnoreQueryFilters().Select(c => new { c.Id, c.Audit.Count, c.Audit.Hash }).ToListAsync(cancel);
        var institutions = await db.Institutions.Select(i => new { i.Id, i.Audit.Count, i.Audit.Hash }).ToListAsync(cancel);
        return cases.Concat(institutions).ToDictionary(owner => owner.Id, owner => new End(owner.Count, owner.Hash));
    }

    private readonly record struct End(int Count, string Hash)
    {
        public static End Nothing { get; } = new(0, "");
    }
}

/// <param name="Whole">Nothing was changed, taken out or added.</param>
/// <param name="Streams">Chains: one of each case, one of each institution.</param>
public sealed record AuditReport(bool Whole, int Streams, int Events, IReadOnlyList<AuditFault> Faults);

/// <summary>Where a chain is broken.</summary>
public sealed record AuditFault(Guid Stream, int Number, AuditProblem Problem);

public enum AuditProblem { NumberMissing, EntryChanged, EntriesMissing, EntriesAdded, EndChanged, OwnerMissing }
