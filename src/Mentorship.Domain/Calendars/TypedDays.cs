using System.Text.RegularExpressions;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Calendars;

/// <summary>Days as a person typed or pasted them: «4 ноября 2026, 31.12.2026», «с 26.10 по 01.11», each on a line of its own or in a row.</summary>
public sealed partial record TypedDays(IReadOnlyList<DateOnly> Days, Refusal? Refusal)
{
    /// <summary>So many at once, and so long a text.</summary>
    public const int Most = 100, LongestText = 4000;

    /// <param name="today">Days without a year lie in its school year, and no day is far from it.</param>
    public static TypedDays Read(string? text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text)) return Refused("DaysMissing", "Напишите хотя бы одну дату, например «4 ноября 2026» или «с 26.10.2026 по 01.11.2026».");
        if (text.Length > LongestText) return Refused("DaysTooMany", $"Слишком длинный список. За один раз можно отметить не больше {Most} дней; разделите его.");
        SchoolYear year = SchoolYear.Of(today);
        SortedSet<DateOnly> days = [];
        foreach (string part in Lines().Split(text).Select(p => p.Trim(' ', '\t', '\u00A0', '.', ',', '–', '-')).Where(p => p.Length > 0))
        {
            Deadline read = DeadlineReader.Read(part, new DeadlineContext { SchoolYear = year });
            if (Windows(read) is not { } windows) return Refused("DaysUnclear", $"Не понято: «{Brief(part)}». {Why(read)}Пишите даты так: «4 ноября 2026» или «с 26.10.2026 по 01.11.2026», по одной в строке.");
            foreach (DateWindow window in windows)
            {
                if (window.From.Year < today.Year - 1 || window.To.Year > today.Year + 3) return Refused("DaysFar", $"«{Brief(part)}»: это далеко от сегодняшнего дня. Проверьте год.");
                if (days.Count + window.To.DayNumber - window.From.DayNumber >= Most) return Refused("DaysTooMany", $"Больше {Most} дней сразу отметить нельзя: «{Brief(part)}». Проверьте даты или разделите список.");
                for (DateOnly day = window.From; day <= window.To; day = day.AddDays(1)) days.Add(day);
            }
        }
        return days.Count == 0 ? Read(null, today) : new TypedDays([.. days], null);
    }

    private static IReadOnlyList<DateWindow>? Windows(Deadline read) => read switch
    {
        { Doubt: not null } => null,
        { Kind: DeadlineKind.Day or DeadlineKind.Range, From: { } from, To: { } to } => [new DateWindow(from, to)],
        { Kind: DeadlineKind.Multi, Parts: { } parts } => parts,
        _ => null,
    };

    private static string Why(Deadline read) => read.Doubt is { } doubt && !doubt.StartsWith("Срок не понят", StringComparison.Ordinal) ? doubt + " " : "";

    private static TypedDays Refused(string code, string text) => new([], new Refusal(code, text));

    private static string Brief(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 59).TrimEnd(), "…");

    [GeneratedRegex(@"[\r\n;]+")]
    private static partial Regex Lines();
}
