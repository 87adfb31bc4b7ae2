using System.Text.Json;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>When work is asked for again and who is told: what the step says, else what is usual in the institution.</summary>
public static class AskingAgain
{
    /// <summary>Mails of this kind go out in the morning.</summary>
    private const int Hour = 9;

    public static Reminders? RemindersOf(FlowNode node, Institution institution) =>
        node.Activity.Inputs.ContainsKey("reminders") ? Reminders.Of(node) : Parse(institution.UsualReminders) is { } usual ? Reminders.Read(usual).Reminders : null;

    public static Escalation? EscalationOf(FlowNode node, Institution institution) =>
        node.Activity.Inputs.ContainsKey("escalation") ? Escalation.Of(node) : Parse(institution.UsualEscalation) is { } usual ? Escalation.Read(usual).Escalation : null;

    /// <summary>The schedule with the instants at which its work is asked for again.</summary>
    public static StepSchedule With(StepSchedule schedule, FlowNode node, Institution institution, DateTimeOffset at)
    {
        Reminders? reminders = RemindersOf(node, institution);
        Escalation? escalation = EscalationOf(node, institution);
        if (reminders is null && escalation is null || schedule.Kind != ScheduleKind.Window) return schedule;
        return schedule with { Occurrences = [.. schedule.Occurrences.Select(o => o with { Reminders = Instants(reminders, o, institution, at), Escalations = Instants(escalation, o, institution, at) })] };
    }

    private static IReadOnlyList<DateTimeOffset> Instants(Reminders? rules, Occurrence work, Institution institution, DateTimeOffset at)
    {
        if (rules is null) return [];
        (DateOnly opened, DateOnly? due) = Days(work, institution, at);
        List<DateOnly> days = [];
        if (due is { } last)
        {
            days.AddRange(rules.Before.Select(before => last.AddDays(-before)));
            if (rules.After is { } after) days.AddRange(Enumerable.Range(1, rules.Most).Select(n => last.AddDays(n * after)));
        }
        if (rules.Open is { } every) days.AddRange(Enumerable.Range(1, rules.Most).Select(n => opened.AddDays(n * every)));
        return Mornings(days, institution);
    }

    private static IReadOnlyList<DateTimeOffset> Instants(Escalation? rules, Occurrence work, Institution institution, DateTimeOffset at)
    {
        if (rules is null) return [];
        (DateOnly opened, DateOnly? due) = Days(work, institution, at);
        DateOnly first = (rules.SinceOpening ? opened : due ?? opened).AddDays(rules.After);
        return Mornings(Enumerable.Range(0, rules.Most).Select(n => first.AddDays(n * (rules.Every ?? 0))), institution);
    }

    private static (DateOnly Opened, DateOnly? Due) Days(Occurrence work, Institution institution, DateTimeOffset at) =>
        (institution.DayOf(work.OpensAt > at ? work.OpensAt.Value : at), work.DueAt is { } due ? institution.DayOf(due) : null);

    private static IReadOnlyList<DateTimeOffset> Mornings(IEnumerable<DateOnly> days, Institution institution) =>
        [.. days.Distinct().Order().Select(day => institution.StartOf(day).AddHours(Hour))];

    private static JsonElement? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return null;
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
