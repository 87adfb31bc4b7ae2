using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;

namespace Mentorship.Domain.Roadmaps.Standing;

/// <summary>How an item of a roadmap stands, in a word and a sentence: the same in the table, the scheme and the file.</summary>
/// <param name="Done">How many of its <paramref name="Parts"/> (one for each date of a recurring item) are done.</param>
public sealed record ItemStanding(StandingKind Kind, string Text, int Done = 0, int Parts = 1)
{
    /// <summary>The roadmap has not been approved yet: nothing runs.</summary>
    public static ItemStanding NotStarted { get; } = new(StandingKind.Waiting, "ждёт утверждения");

    public bool IsOver => Kind is StandingKind.Done or StandingKind.Unproved or StandingKind.Skipped;

    /// <param name="step">The last start of its node; null when nothing has led to it yet.</param>
    /// <param name="work">All work that the step ever opened.</param>
    public static ItemStanding Of(StepState? step, IReadOnlyList<WorkItem> work, Institution institution, DateTimeOffset now) => step switch
    {
        null => new(StandingKind.Waiting, "ждёт предыдущего шага"),
        { Status: StepStatus.Attention } => new(StandingKind.Attention, $"нужно внимание: {step.Reason}"),
        { Status: StepStatus.Skipped } => new(StandingKind.Skipped, "пропущено администратором"),
        { Status: StepStatus.Withdrawn } => new(StandingKind.Skipped, "отозвано"),
        { Status: StepStatus.Done } => Finished(work, institution, now),
        { ScheduleKind: ScheduleKind.NeedsDeadline } => new(StandingKind.NeedsDeadline, "нужен срок"),
        { ScheduleKind: ScheduleKind.AwaitsEvent } => new(StandingKind.AwaitsEvent, "ждёт события"),
        _ => Running(step, work, institution, now),
    };

    private static ItemStanding Finished(IReadOnlyList<WorkItem> work, Institution institution, DateTimeOffset now)
    {
        List<WorkItem> decided = [.. work.Where(w => w.Status == WorkStatus.Done).OrderBy(w => w.EndedAt)];
        if (decided.Count == 0) return new(StandingKind.Done, "выполнено", 1);
        int parts = decided.Select(w => w.Occurrence).Distinct().Count();
        string when = institution.DayOf(decided[^1].EndedAt!.Value) is var day ? Near(day, institution.DayOf(now)) : "";
        if (decided.Exists(w => w.Outcome == "NotDone")) return new(StandingKind.NotDone, $"не выполнено, отмечено {when}", 0, parts);
        return decided.TrueForAll(w => w.IsUnproved) ? new(StandingKind.Unproved, $"выполнено {when} без подтверждения", parts, parts) : new(StandingKind.Done, $"выполнено {when}", parts, parts);
    }

    private static ItemStanding Running(StepState step, IReadOnlyList<WorkItem> work, Institution institution, DateTimeOffset now)
    {
        int parts = Math.Max(1, step.Occurrences.Count), done = step.Occurrences.Count(o => o.Status == OccurrenceStatus.Done);
        (StandingKind kind, string text) = Current(step, [.. work.Where(w => w.IsOpen && w.StepId == step.Id)], institution, now);
        return new ItemStanding(kind, parts > 1 && done > 0 ? $"выполнено {done} из {parts}, {text}" : text, done, parts);
    }

    private static (StandingKind, string) Current(StepState step, List<WorkItem> open, Institution institution, DateTimeOffset now)
    {
        DateOnly today = institution.DayOf(now);
        if (open.Where(w => w.IsOverdue(now)).Min(w => w.DueAt) is { } late)
            return (StandingKind.Overdue, $"просрочено на {Plural.Count(today.DayNumber - institution.DayOf(late).DayNumber, "день", "дня", "дней")}");
        if (open.Where(w => !w.BeforeApproval).Min(w => w.DueAt) is { } due) return (StandingKind.Open, $"открыто, до {Near(institution.DayOf(due), today)}");
        if (open.Exists(w => w.BeforeApproval)) return (StandingKind.BeforeApproval, "срок наступил до утверждения");
        if (open.Exists(w => w.ClosingAskedAt is not null)) return (StandingKind.Open, "пора подвести итог");
        if (open.Exists(w => w.Continuous)) return (StandingKind.Ongoing, "идёт весь период");
        if (open.Count > 0) return (StandingKind.Open, "открыто, без крайнего срока");
        DateTimeOffset? opens = step.Occurrences.Where(o => o.Status == OccurrenceStatus.Scheduled).Min(o => o.OpensAt);
        return (StandingKind.Waiting, opens is { } at ? $"откроется {Near(institution.DayOf(at), today)}" : "готовится");
    }

    /// <summary>The day, with its year where it is another one than today's.</summary>
    private static string Near(DateOnly day, DateOnly today) => day.Year == today.Year ? RussianDate.Day(day) : RussianDate.Long(day);
}

/// <summary>What of an item a person wants to know first.</summary>
public enum StandingKind { Waiting, AwaitsEvent, NeedsDeadline, Attention, Open, Ongoing, BeforeApproval, Overdue, Done, Unproved, NotDone, Skipped }
