using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Full dates as stamps write them: «17.05.2023г», «01» сентября 2023 г.</summary>
internal static partial class RussianDates
{
    private static readonly string[] Stems = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    /// <summary>The first full date of a text, or null.</summary>
    public static DateOnly? First(string text)
    {
        foreach (Match match in Full().Matches(text))
        {
            int month = match.Groups["number"].Success ? int.Parse(match.Groups["number"].Value) : MonthOf(match.Groups["name"].Value);
            int year = int.Parse(match.Groups["year"].Value);
            if (year < 100) year += 2000;
            int day = int.Parse(match.Groups["day"].Value);
            if (month is >= 1 and <= 12 && year is > 1990 and < 2100 && day >= 1 && day <= DateTime.DaysInMonth(year, month)) return new DateOnly(year, month, day);
        }
        return null;
    }

    /// <summary>1–12 for the beginning of a month's name in any case.</summary>
    public static int MonthOf(string name) => Array.FindIndex(Stems, stem => name.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) + 1;

    [GeneratedRegex(@"[«""“]?\s*_*(?<day>\d{1,2})_*\s*[»""”]?\s*(?:[./]\s*(?<number>\d{1,2})\s*[./]\s*|\s*_*(?<name>январ\p{L}+|феврал\p{L}+|март\p{L}*|апрел\p{L}+|ма[йяе]|июн\p{L}+|июл\p{L}+|август\p{L}*|сентябр\p{L}+|октябр\p{L}+|ноябр\p{L}+|декабр\p{L}+)_*\s+)(?<year>\d{4}|\d{2}(?!\d))", RegexOptions.IgnoreCase)]
    private static partial Regex Full();
}
