using System.Text.RegularExpressions;
using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>The school year of a roadmap: what its title says, else the year that holds most of its dated items, else the year of its approval.</summary>
internal static partial class SchoolYearVote
{
    /// <summary>«на 2023-2024 учебный год», also «2023-2025»: the first year counts.</summary>
    public static SchoolYear? FromTitle(IEnumerable<string> lines)
    {
        foreach (string line in lines)
            if (Span().Match(line) is { Success: true } match && From(match) is { } year) return year;
        return null;
    }

    public static SchoolYear? FromItems(IEnumerable<string> deadlines)
    {
        Dictionary<SchoolYear, int> votes = [];
        foreach (string text in deadlines)
        {
            if (Span().Match(text) is { Success: true } span && From(span) is { } spanned) Vote(votes, spanned);
            else if (Dated().Match(text) is { Success: true } dated) Vote(votes, YearOf(dated));
        }
        return votes.Count == 0 ? null : votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key).First().Key;
    }

    /// <summary>A plan approved in summer is for the year to come.</summary>
    public static SchoolYear? FromApproval(DateOnly? approved) =>
        approved is { } day ? new SchoolYear(day.Month >= 6 ? day.Year : day.Year - 1) : null;

    private static SchoolYear? From(Match span)
    {
        int first = int.Parse(span.Groups["first"].Value), second = int.Parse(span.Groups["second"].Value);
        if (second < 100) second += first / 100 * 100;
        return second > first && second - first <= 10 ? new SchoolYear(first) : null;
    }

    private static SchoolYear YearOf(Match dated)
    {
        int month = dated.Groups["number"].Success ? int.Parse(dated.Groups["number"].Value) : RussianDates.MonthOf(dated.Groups["name"].Value);
        int year = int.Parse(dated.Groups["year"].Value);
        // August prepares the year to come.
        return new SchoolYear(month >= 8 ? year : year - 1);
    }

    private static void Vote(Dictionary<SchoolYear, int> votes, SchoolYear year) => votes[year] = votes.GetValueOrDefault(year) + 1;

    [GeneratedRegex(@"(?<!\d[./]|\d)(?<first>20\d\d)\s*(?:[-–—−/\\]|по|г\.?\s*[-–—])\s*(?<second>20\d\d|\d\d)(?![\d.])")] private static partial Regex Span();
    [GeneratedRegex(@"(?:(?<![\d./])(?:\d{1,2}[./])?(?<number>0?[1-9]|1[0-2])[./]\s?|(?<name>январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*\s+)(?<year>20\d\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Dated();
}
