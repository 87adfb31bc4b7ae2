using Mentorship.Domain.Cases;
using Mentorship.Flow;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Running;

/// <summary>Fires the timers that are due, of all institutions, each in a transaction of its own: a crash between two loses and doubles nothing.</summary>
public sealed class FireDueTimers
{
    private const int Batch = 500;
    private readonly Work _work;
    private readonly CaseDesk _desk;

    internal FireDueTimers(Work work, CaseDesk desk) => (_work, _desk) = (work, desk);

    /// <summary>Returns how many fired.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        DateTimeOffset now = _work.Now;
        int fired = 0;
        for (List<Due> due = await DueAsync(now, cancel); due.Count > 0; due = await DueAsync(now, cancel))
            fired += await Sweep.EachAsync(due, timer => FireAsync(timer, cancel));
        return fired;
    }

    /// <summary>A suspended case keeps its timers: what falls due meanwhile happens when it is resumed.</summary>
    private Task<List<Due>> DueAsync(DateTimeOffset now, CancellationToken cancel) => _work.ReadAsync(Guid.Empty, db => db.Timers.IgnoreQueryFilters()
        .Where(t => t.DueAt <= now && !db.Cases.IgnoreQueryFilters().Any(c => c.Id == t.CaseId && c.Status == CaseStatus.Suspended)).OrderBy(t => t.DueAt).ThenBy(t => t.Id).Take(Batch).Select(t => new Due(t.Id, t.InstitutionId, t.CaseId)).ToListAsync(cancel), cancel);

    private async Task<bool> FireAsync(Due due, CancellationToken cancel)
    {
        Outcome<bool> outcome = await _work.OnCaseAsync<bool>(due.Institution, due.Case, async (db, at) =>
        {
            OpenedCase? opened = await _desk.OpenAsync(db, due.Case, cancel);
            CaseTimer? timer = opened?.Case.Timers.FirstOrDefault(t => t.Id == due.Timer);
            if (opened is null || timer is null || timer.DueAt > at || opened.Case.Status == CaseStatus.Suspended) return false;
            if (opened.Case.Status != CaseStatus.Running)
            {
                db.Timers.Remove(timer);
                return true;
            }
            CaseChanges changes = opened.Case.Apply(opened.Graph, opened.Around, await Offspring.WokenAsync(db, opened, timer, at, cancel), at);
            // What the step set anew under the same key stays: a row that goes and comes in one save would meet itself.
            if (timer.DueAt <= at && opened.Case.Timers.Remove(timer)) db.Timers.Remove(timer);
            await _desk.PutAwayAsync(db, opened, changes, at, cancel);
            return true;
        }, cancel);
        return outcome.Value;
    }

    private sealed record Due(Guid Timer, Guid Institution, Guid Case);
}
