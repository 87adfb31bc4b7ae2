using Mentorship.Domain.Cases;
using Mentorship.Flow;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>What a process asks of the world outside its own case: lists to go through, other cases, events. All of it in the transaction of the step that asks.</summary>
internal static class Outside
{
    public static async Task CarryAsync(CaseDesk desk, MentorshipDb db, OpenedCase opened, CaseChanges changes, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (Effect asked in changes.Asked)
            switch (asked)
            {
                case PrepareItems items: await desk.TellAsync(db, opened, await Collections.AnswerAsync(db, opened, items, at, cancel), at, cancel); break;
                case SumUpSurvey survey: await desk.TellAsync(db, opened, await SurveyOutcome.AnswerAsync(db, opened, survey, at, cancel), at, cancel); break;
                case StartChild child: await Offspring.StartAsync(desk, db, opened, child, at, cancel); break;
                case CancelChild child: await Offspring.CancelAsync(desk, db, opened, child, at, cancel); break;
                case SuspendChild child: await Offspring.SuspendAsync(desk, db, opened, child.Step, at, cancel); break;
                case ResumeChild child: await Offspring.ResumeAsync(desk, db, opened, child.Step, at, cancel); break;
                case RaiseEvent raised: await RaiseAsync(db, opened.Case, raised, at, cancel); break;
            }
        if (changes.Ended is { } ended) await Offspring.ReportAsync(desk, db, opened, ended, at, cancel);
    }

    /// <summary>
    /// Makes the timers of the steps due that wait for the event: each case is then woken in a transaction of its own, once, whatever falls over meanwhile.
    /// The steps of this case were woken by the engine already, unless the event is meant for marked cases.
    /// </summary>
    private static async Task RaiseAsync(MentorshipDb db, Case subject, RaiseEvent raised, DateTimeOffset at, CancellationToken cancel)
    {
        string key = WakingKeys.OfEvent(raised.Event);
        List<CaseTimer> waiting = await db.Timers.AsTracking().Where(t => t.DueAt == CaseTimer.WhenTheEventComes && t.Key == key && t.CaseId != subject.Id)
            .Where(t => raised.CorrelationId == null || db.Cases.Any(c => c.Id == t.CaseId && c.CorrelationId == raised.CorrelationId)).ToListAsync(cancel);
        IEnumerable<Case> unsaved = db.ChangeTracker.Entries<Case>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).Where(c => c != subject);
        waiting.AddRange(unsaved.Where(c => raised.CorrelationId is null || c.CorrelationId == raised.CorrelationId).SelectMany(c => c.Timers).Where(t => t.Key == key));
        if (raised.CorrelationId is not null && subject.CorrelationId == raised.CorrelationId) waiting.AddRange(subject.Timers.Where(t => t.Key == key));
        foreach (CaseTimer timer in waiting) timer.DueAt = at;
    }
}
