using System.Collections.Concurrent;
using Mentorship.Domain.Cases;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>To which case a task belongs. It never changes, so what was once known is remembered; of very many, all are forgotten and asked for again.</summary>
internal sealed class WorkWhereabouts
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<(Guid Institution, Guid Work), Guid> _known = new();
    private readonly Func<MentorshipDb, Guid, CancellationToken, Task<Guid?>> _caseOf = EF.CompileAsyncQuery((MentorshipDb db, Guid id, CancellationToken _) =>
        db.WorkItems.Where(w => w.Id == id).Select(w => (Guid?)w.CaseId).SingleOrDefault());
    private int _count;

    /// <summary>Null when this institution has no such task.</summary>
    public async Task<Guid?> CaseOfAsync(Work work, Guid institution, Guid workItem, CancellationToken cancel)
    {
        if (_known.TryGetValue((institution, workItem), out Guid known)) return known;
        Guid? found = await work.ReadAsync(institution, db => _caseOf(db, workItem, cancel), cancel);
        if (found is { } at) Remember(institution, workItem, at);
        return found;
    }

    /// <summary>A task that is not saved in the end is asked for by nobody.</summary>
    public void Remember(WorkItem item) => Remember(item.InstitutionId, item.Id, item.CaseId);

    private void Remember(Guid institution, Guid workItem, Guid caseId)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            _count = 0;
        }
        _known.TryAdd((institution, workItem), caseId);
    }
}
