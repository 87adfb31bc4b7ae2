using Mentorship.Domain.Calendars;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>When work is asked for again and who is told: what the step says, else what is usual in the institution.</summary>
public static class AskingAgain
{
    /// <summary>Mails of this kind go out in the morning.</summary>
    private const int Hour = 9;

    public static Reminders? RemindersOf(FlowNode node, Institution institution) =>
        node.Activity.Inputs.ContainsKey("reminders") ? Reminders.Of(node) : UsualAsking.Of(institution).Reminders;

    public static Escalation? EscalationOf(FlowNode node, Institution institution) =>
        node.Activity.Inputs.ContainsKey("escalation") ? Escalation.Of(node) : UsualAsking.Of(institution).Escalation;

    /// <summary>The schedule with the instants at which its work is asked for again, on days when the institution works.</summary>
    public static StepSchedule With(StepSchedule schedule, FlowNode node, Institution institution, WorkingDays calendar, DateTimeOffset at)
    {
        Reminders? reminders = RemindersOf(node, institution);
        Escalation? escalation = EscalationOf(node, institution);
        if (reminders is null && escalation is null || schedule.Kind != ScheduleKind.Window) return schedule;
        return schedule with { Occurrences = [.. schedule.Occurrences.Select(o => o with { Reminders = Instants(reminders, o, institution, calendar, at), Escalations = Instants(escalation, o, institution, calendar, at) })] };
    }

    /// <summary>The days on which work is asked for again. On a day when nobody works nobody is asked: what counts towards the last day comes on the working day before, the rest on the one after.</summary>
    public static IReadOnlyList<DateOnly> Days(Reminders rules, DateOnly opened, DateOnly? due, WorkingDays calendar)
    {
        List<DateOnly> days = [];
        if (due is { } last)
        {
            days.AddRange(rules.Before.Select(before => calendar.AtOrBefore(last.AddDays(-before))));
            if (rules.After is { } after) days.AddRange(Enumerable.Range(1, rules.Most).Select(n => calendar.AtOrAfter(last.AddDays(n * after))));
        }
        if (rules.Open is { } every) days.AddRange(Enumerable.Range(1, rules.Most).Select(n => calendar.AtOrAfter(opened.AddDays(n * every))));
        return [.. days.Distinct().Order()];
    }

    /// <summary>The days on which it is told that nobody has answered, or the working days after them.</summary>
    public static IReadOnlyList<DateOnly> Days(Escalation rules, DateOnly opened, DateOnly? due, WorkingDays calendar)
    {
        DateOnly first = (rules.SinceOpening ? opened : due ?? opened).AddDays(rules.After);
        return [.. Enumerable.Range(0, rules.Most).Select(n => calendar.AtOrAfter(first.AddDays(n * (rules.Every ?? 0)))).Distinct().Order()];
    }

    private static IReadOnlyList<DateTimeOffset> Instants(Reminders? rules, Occurrence work, Institution institution, WorkingDays calendar, DateTimeOffset at)
    {
        (DateOnly opened, DateOnly? due) = Days(work, institution, at);
        return rules is null ? [] : Mornings(Days(rules, opened, due, calendar), institution);
    }

    private static IReadOnlyList<DateTimeOffset> Instants(Escalation? rules, Occurrence work, Institution institution, WorkingDays calendar, DateTimeOffset at)
    {
        (DateOnly opened, DateOnly? due) = Days(work, institution, at);
        return rules is null ? [] : Mornings(Days(rules, opened, due, calendar), institution);
    }

    private static (DateOnly Opened, DateOnly? Due) Days(Occurrence work, Institution institution, DateTimeOffset at) =>
        (institution.DayOf(work.OpensAt > at ? work.OpensAt.Value : at), work.DueAt is { } due ? institution.DayOf(due) : null);

    private static IReadOnlyList<DateTimeOffset> Mornings(IReadOnlyList<DateOnly> days, Institution institution) =>
        [.. days.Select(day => institution.StartOf(day).AddHours(Hour))];
}
