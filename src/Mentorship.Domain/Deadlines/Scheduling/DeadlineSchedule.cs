using System.Globalization;

namespace Mentorship.Domain.Deadlines.Scheduling;

/// <summary>Turns the meaning of a deadline into the days on which work opens and is due.</summary>
public static class DeadlineSchedule
{
    public static PlannedWork Plan(Deadline deadline, DeadlineContext context, OpeningRules rules) => deadline.Kind switch
    {
        DeadlineKind.Event => PlannedWork.AwaitsEvent,
        DeadlineKind.Template or DeadlineKind.Unresolved => PlannedWork.NeedsDeadline,
        DeadlineKind.Continuous when (deadline.From ?? context.Period?.From) is { } from && (deadline.To ?? context.Period?.To) is { } to =>
            new PlannedWork(PlannedKind.Continuous, [new PlannedOccurrence("", from, null)], to),
        DeadlineKind.By or DeadlineKind.Day when deadline.To is { } due => Windows(new PlannedOccurrence("", Early(due, rules), due)),
        DeadlineKind.Since when deadline.From is { } from => Windows(new PlannedOccurrence("", from, null)),
        DeadlineKind.Range when deadline is { From: { } from, To: { } to } => Windows(new PlannedOccurrence("", from, to)),
        DeadlineKind.Multi when deadline.Parts is { Count: > 0 } parts => Parts(parts, context, rules),
        DeadlineKind.Recurring => Recurring(deadline, context, rules),
        _ => PlannedWork.NeedsDeadline,
    };

    private static PlannedWork Windows(params IReadOnlyList<PlannedOccurrence> occurrences) => new(PlannedKind.Windows, occurrences);

    private static DateOnly Early(DateOnly due, OpeningRules rules) => due.AddDays(-Math.Max(0, rules.DaysBefore));

    /// <summary>One task per part; a part that is the whole plan period is the «на постоянной основе» beside a date, never due.</summary>
    private static PlannedWork Parts(IReadOnlyList<DateWindow> parts, DeadlineContext context, OpeningRules rules)
    {
        DateOnly? closes = null;
        List<PlannedOccurrence> occurrences = [];
        foreach (DateWindow part in parts)
        {
            bool whole = parts.Count > 1 && part == context.Period;
            if (whole) closes = part.To;
            string key = part.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (whole ? "/on" : "");
            occurrences.Add(new PlannedOccurrence(Free(occurrences, key), part.From == part.To ? Early(part.To, rules) : part.From, whole ? null : part.To));
        }
        return new PlannedWork(PlannedKind.Windows, occurrences, closes);
    }

    private static string Free(List<PlannedOccurrence> taken, string key)
    {
        string free = key;
        for (int n = 2; taken.Any(o => o.Key == free); n++) free = string.Create(CultureInfo.InvariantCulture, $"{key}/{n}");
        return free;
    }

    private static PlannedWork Recurring(Deadline deadline, DeadlineContext context, OpeningRules rules)
    {
        if (RecurrenceRule.Parse(deadline.Recurrence) is not { } rule) return PlannedWork.NeedsDeadline;
        if ((deadline.From ?? context.Period?.From) is not { } from || (deadline.To ?? context.Period?.To) is not { } to || to < from) return PlannedWork.NeedsDeadline;
        IReadOnlyList<PlannedOccurrence> dates = RecurrenceDates.Expand(rule, new DateWindow(from, to), context.Calendar, rules);
        return dates.Count == 0 ? PlannedWork.NeedsDeadline : Windows(dates);
    }
}
