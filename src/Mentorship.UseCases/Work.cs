using System.Diagnostics;
using Mentorship.Domain;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases;

/// <summary>
/// The unit of work of every use case: a fresh context bound to the institution, one save. On a conflict with another process the body
/// runs again on fresh data, with jitter, until it is decided or five seconds are over.
/// </summary>
public sealed class Work
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly IDbContextFactory<MentorshipDb> _factory;
    private readonly CaseGate _gate;
    private readonly TimeProvider _time;

    internal Work(IDbContextFactory<MentorshipDb> factory, CaseGate gate, TimeProvider time) => (_factory, _gate, _time) = (factory, gate, time);

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Reads: nothing is tracked, nothing can be saved.</summary>
    internal async Task<T> ReadAsync<T>(Guid institution, Func<MentorshipDb, Task<T>> body, CancellationToken cancel)
    {
        await using MentorshipDb db = await OpenAsync(institution, cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await body(db);
    }

    /// <summary>Runs the body and saves once, unless it refuses (a wrong PIN is counted although it refuses: <see cref="Refusal.Saves"/>).</summary>
    internal async Task<Outcome<T>> DoAsync<T>(Guid institution, Func<MentorshipDb, DateTimeOffset, Task<Outcome<T>>> body, CancellationToken cancel)
    {
        long begun = Stopwatch.GetTimestamp();
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using MentorshipDb db = await OpenAsync(institution, cancel);
                Outcome<T> outcome = await body(db, Now);
                // The context goes away now: nobody needs to know any more what is saved.
                if (outcome.Succeeded || outcome.Refusal!.Saves) await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancel);
                return outcome;
            }
            catch (DbUpdateException conflict) when (WriteConflict.Is(conflict) && Stopwatch.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 10 * Math.Min(attempt, 10))), cancel);
            }
        }
    }

    /// <summary>The same, with the decisions of one case serialised inside this process.</summary>
    internal async Task<Outcome<T>> OnCaseAsync<T>(Guid institution, Guid caseId, Func<MentorshipDb, DateTimeOffset, Task<Outcome<T>>> body, CancellationToken cancel)
    {
        using (await _gate.EnterAsync(caseId, cancel)) return await DoAsync(institution, body, cancel);
    }

    /// <summary>The same, where the decision also counts something of a person (wrong PINs), whatever the case: always the person first, then the case.</summary>
    internal async Task<Outcome<T>> OnCaseOfAsync<T>(Guid institution, Guid person, Guid caseId, Func<MentorshipDb, DateTimeOffset, Task<Outcome<T>>> body, CancellationToken cancel)
    {
        using (await _gate.EnterAsync(person, cancel)) return await OnCaseAsync(institution, caseId, body, cancel);
    }

    internal async Task<MentorshipDb> OpenAsync(Guid institution, CancellationToken cancel)
    {
        MentorshipDb db = await _factory.CreateDbContextAsync(cancel);
        db.Scope = institution;
        return db;
    }
}
