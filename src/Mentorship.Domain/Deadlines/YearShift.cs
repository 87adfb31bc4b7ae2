using System.Globalization;
using System.Text.RegularExpressions;
using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Deadlines;

/// <summary>
/// «Перенести на другой учебный год»: the years that a text names move by the difference, its wording stays.
/// A phrase without years means the new year by itself.
/// </summary>
public static partial class YearShift
{
    public static ShiftedText Shift(string deadlineText, Deadline reading, SchoolYear from, SchoolYear to, InstitutionCalendar calendar)
    {
        int years = to.FirstYear - from.FirstYear;
        if (years == 0) return new ShiftedText(deadlineText, null);
        string moved = Move(deadlineText, years, reading);
        return new ShiftedText(moved, Doubt(deadlineText, moved, reading, to, calendar));
    }

    /// <summary>Moves the years of any text: «Дорожная карта на 2023-2024 учебный год».</summary>
    public static string Move(string text, int years) => Move(text, years, null);

    private static string Move(string text, int years, Deadline? reading)
    {
        string moved = FullYear().Replace(text, m => Add(m.Value, years));
        moved = ShortDate().Replace(moved, m => m.Groups[1].Value + Add(m.Groups[2].Value, years));
        moved = ShortPair().Replace(moved, m => Add(m.Groups[1].Value, years) + m.Groups[2].Value + Add(m.Groups[3].Value, years));
        moved = ShortEnd().Replace(moved, m => m.Groups[1].Value + m.Groups[2].Value + EndOfPair(m, years));
        return ShortAfterMonth().Replace(moved, m => IsYearOf(m.Groups[2].Value, reading) ? m.Groups[1].Value + Add(m.Groups[2].Value, years) : m.Value);
    }

    private static string Add(string year, int years)
    {
        int sum = int.Parse(year, CultureInfo.InvariantCulture) + years;
        return year.Length == 2 ? ((sum % 100 + 100) % 100).ToString("D2", CultureInfo.InvariantCulture) : sum.ToString("D4", CultureInfo.InvariantCulture);
    }

    /// <summary>«2024/25»: the first year has moved already, so the pair is known by what it was.</summary>
    private static string EndOfPair(Match match, int years)
    {
        int first = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - years, second = int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture);
        return second > first % 100 || (first % 100 == 99 && second == 0) ? Add(match.Groups[3].Value, years) : match.Groups[3].Value;
    }

    private static bool IsYearOf(string two, Deadline? reading) =>
        reading is not null && int.Parse(two, CultureInfo.InvariantCulture) + 2000 is var year && (reading.From?.Year == year || reading.To?.Year == year);

    private static string? Doubt(string before, string after, Deadline reading, SchoolYear to, InstitutionCalendar calendar)
    {
        if (reading.Kind == DeadlineKind.Template) return reading.Doubt;
        Deadline now = DeadlineReader.Read(after, new DeadlineContext { SchoolYear = to, Calendar = calendar });
        if (now.Kind == DeadlineKind.Unresolved && reading.Kind != DeadlineKind.Unresolved)
            return $"После переноса срок «{after}» не читается: {now.Doubt}";
        if (now.Kind is DeadlineKind.Day or DeadlineKind.By && now.To is { } due && reading.To is { } was && !calendar.Days.IsWorkingDay(due) && calendar.Days.IsWorkingDay(was))
            return $"После переноса срок «{after}» приходится на нерабочий день ({RussianDate.Weekday(due)}). Проверьте дату.";
        if (before != after && Weekday().IsMatch(before)) return $"В сроке «{after}» назван день недели. Проверьте, что он верен в новом году.";
        if (before != after && IsTarget(reading))
            return $"«{before}» похоже на цель на несколько лет; перенесено на «{after}». Проверьте, нужно ли это.";
        // What the reader knew from the row's place it does not know here: no new question about the same wording.
        return reading.Doubt is null && now.Kind == reading.Kind ? null : now.Doubt;
    }

    /// <summary>«к концу 2024 года», «на 2024-2026 гг.»: the end of a calendar year, or more than a year.</summary>
    private static bool IsTarget(Deadline reading) =>
        reading is { Kind: DeadlineKind.By, To: { Month: 12, Day: 31 } }
        || (reading is { From: { } first, To: { } last } && last.DayNumber - first.DayNumber > 366);

    // Behind a number sign or inside a longer number four digits are no year.
    [GeneratedRegex(@"(?<![\d№]|№ )(199\d|20\d\d|2100)(?!\d)")] private static partial Regex FullYear();
    [GeneratedRegex(@"(?<!\d)(\d{1,2}\.\d{1,2}\.)(\d{2})(?![\d])")] private static partial Regex ShortDate();
    [GeneratedRegex(@"(?<![\d.])(\d{2})(\s?[-–/]\s?)(\d{2})(?=\s*(?:уч|гг?\b\.?\s*уч))", RegexOptions.IgnoreCase)] private static partial Regex ShortPair();
    [GeneratedRegex(@"(?<!\d)(\d{4})(\s?[-–/]\s?)(\d{2})(?![\d.]|-\d)(?!\s*(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек))", RegexOptions.IgnoreCase)] private static partial Regex ShortEnd();
    [GeneratedRegex(@"((?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\p{L}*\.?\s)(\d{2})(?![\d.])", RegexOptions.IgnoreCase)] private static partial Regex ShortAfterMonth();
    [GeneratedRegex(@"(?<!\p{L})(пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|сред[ауы]|четверг|пятниц|суббот|воскресень)", RegexOptions.IgnoreCase)] private static partial Regex Weekday();
}

/// <summary>A text after the shift, and what a person should look at.</summary>
public sealed record ShiftedText(string Text, string? Doubt);
