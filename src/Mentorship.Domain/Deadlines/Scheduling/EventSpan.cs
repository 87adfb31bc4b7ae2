using System.Globalization;
using System.Text.RegularExpressions;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines.Reading;

namespace Mentorship.Domain.Deadlines.Scheduling;

/// <summary>How long after an event work is due: «в течение 3 рабочих дней со дня подписания», «через неделю после встречи».</summary>
public readonly partial record struct EventSpan(int Count, EventUnit Unit)
{
    private const int MostCount = 3650;

    /// <summary>The span that a text names first; null when it names none («по завершении программы»).</summary>
    public static EventSpan? Read(string? text)
    {
        foreach (Match match in Span().Matches(PhraseText.Normalise(text ?? "")))
        {
            string number = match.Groups["count"].Value;
            int? count = number.Length == 0 ? 1 : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int digits) ? digits : Numerals.Cardinal(number);
            if (count is null or < 1 or > MostCount) continue;
            string unit = match.Groups["unit"].Value;
            return new EventSpan(count.Value,
                unit.StartsWith("нед", StringComparison.Ordinal) ? EventUnit.Week : unit.StartsWith("мес", StringComparison.Ordinal) ? EventUnit.Month
                : match.Groups["working"].Success ? EventUnit.WorkingDay : EventUnit.Day);
        }
        return null;
    }

    /// <summary>The last day, counted from the day of the event, which itself does not count.</summary>
    public DateOnly From(DateOnly day, WorkingDays calendar) => Unit switch
    {
        EventUnit.WorkingDay => calendar.AddWorkingDays(day, Count),
        EventUnit.Week => day.AddDays(7 * Count),
        EventUnit.Month => day.AddMonths(Count),
        _ => day.AddDays(Count),
    };

    /// <summary>«недельный срок», «3-дневный срок» name themselves; else a word says that what follows is a span.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:в течени[ие]|не позднее(?: чем)?(?: через)?|не позже(?: чем)?(?: через)?|в срок до|в срок|через|спустя|за)\s+(?:(?<count>\d{1,4}|\p{L}+)(?:-х|-ти|-и)?\s+(?:\([^)]{1,20}\)\s*)?)?(?:(?<working>рабоч\p{L}+)\s+|календарн\p{L}+\s+)?(?<unit>день|дня|дней|дню|сут\p{L}+|недел\p{L}+|месяц\p{L}*)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}

public enum EventUnit { Day, WorkingDay, Week, Month }
