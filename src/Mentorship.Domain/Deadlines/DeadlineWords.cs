using Mentorship.Domain.Deadlines.Scheduling;

namespace Mentorship.Domain.Deadlines;

/// <summary>The meaning of a deadline in words, for the person who confirms it.</summary>
public static class DeadlineWords
{
    public static string Of(Deadline deadline) => deadline.Kind switch
    {
        DeadlineKind.Day when deadline.To is { } day => RussianDate.Long(day),
        DeadlineKind.By when deadline.To is { } day => $"до {RussianDate.Long(day)} включительно",
        DeadlineKind.Since when deadline.From is { } day => $"с {RussianDate.Long(day)}, без крайнего срока",
        DeadlineKind.Range when Window(deadline) is { } window => Span(window),
        DeadlineKind.Multi when deadline.Parts is { Count: > 0 } parts => "отдельно: " + string.Join("; ", parts.Select(Span)),
        DeadlineKind.Recurring => Recurring(deadline),
        DeadlineKind.Continuous => Window(deadline) is { } window ? $"весь период: {Span(window)}" : "весь период",
        DeadlineKind.Event => "когда наступит событие: пункт откроет куратор",
        DeadlineKind.Template => "срок не заполнен",
        _ => "срок не понят: пункт не откроется, пока срок не указан",
    };

    private static DateWindow? Window(Deadline deadline) => deadline is { From: { } from, To: { } to } ? new DateWindow(from, to) : null;

    private static string Span(DateWindow window) =>
        window.From == window.To ? RussianDate.Long(window.From) : window.From.Year == window.To.Year ? $"{RussianDate.Range(window)} {window.From.Year}\u00A0г." : RussianDate.Range(window);

    private static string Recurring(Deadline deadline)
    {
        string often = RecurrenceRule.Parse(deadline.Recurrence) is { } rule ? Often(rule) : "повторяется";
        return Window(deadline) is { } window ? $"{often}, {Span(window)}" : often;
    }

    private static string Often(RecurrenceRule rule)
    {
        (string each, string one, string few, string many) = rule.Frequency switch
        {
            RecurrenceFrequency.Daily => ("каждый день", "день", "дня", "дней"),
            RecurrenceFrequency.Weekly => ("каждую неделю", "неделю", "недели", "недель"),
            RecurrenceFrequency.Monthly => ("каждый месяц", "месяц", "месяца", "месяцев"),
            RecurrenceFrequency.Term => ("каждую четверть (триместр, семестр)", "четверть", "четверти", "четвертей"),
            _ => ("каждый год", "год", "года", "лет"),
        };
        if (rule.CountPer > 0) return $"{Plural.Count(rule.CountPer, "раз", "раза", "раз")} за {(rule.Interval == 1 ? one : Plural.Count(rule.Interval, one, few, many))}";
        return rule.Interval == 1 ? each : $"раз в {Plural.Count(rule.Interval, one, few, many)}";
    }
}
