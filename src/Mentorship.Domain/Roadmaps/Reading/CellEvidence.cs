using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>What a cell looks like by itself, for tables whose headers are missing or silent. A look is not a reading.</summary>
public static partial class CellEvidence
{
    private const int LongestDeadline = 80;
    private const int LongestResponsible = 160;

    /// <summary>A month, a date, a placeholder, «в течение года», «ежемесячно», «по мере необходимости» in a short cell.</summary>
    public static bool LooksLikeDeadline(string text) =>
        text.Length is > 0 and <= LongestDeadline && DeadlineWords().IsMatch(TextFolding.OneLine(text).ToLowerInvariant().Replace('ё', 'е'));

    /// <summary>A surname with initials or the name of a post in a short cell.</summary>
    public static bool LooksLikeResponsible(string text) =>
        text.Length is > 0 and <= LongestResponsible && (PersonName().IsMatch(text) || Posts().IsMatch(text.ToLowerInvariant()));

    /// <summary>«+», «х», «●» and the like: the mark of a month grid.</summary>
    public static bool IsMark(string text) => Mark().IsMatch(text.Trim());

    [GeneratedRegex(@"(?<!\p{L})(январ|феврал|март|апрел|ма[йяе](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр)|\d{1,2}[./]\d{1,2}(?!\d)|дд\.мм|\d{4}\s?[-–/]\s?\d{2,4}|в течени[еи]|весь период|всего периода|ежемесяч|ежегод|еженедел|ежекварт|ежеднев|постоянн|систематич|по мере|по необходим|при необходим|по завершени|по окончани|по (отдельному )?(графику|плану)|квартал|полугоди|четверт|недел|декад|каникул|семестр|\d?\s?раза? в")]
    private static partial Regex DeadlineWords();
    [GeneratedRegex(@"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?\p{Lu}|\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}+")] private static partial Regex PersonName();
    [GeneratedRegex(@"(?<!\p{L})(директор|куратор|заместител|зам\.|заведующ|наставник|рабоч\w+ групп|администраци|методист|педагог|психолог|учител|воспитател|руководител|председател|начальник|секретар|бухгалтер|определяется|совет|преподавател|мастер|специалист|коллектив|комисси|пцк|мо(?!\p{L})|координатор|ответственн)")]
    private static partial Regex Posts();
    [GeneratedRegex(@"^(\+|[xх]|v|\*|●|•|■|✓|✔|√|да|–|-)$", RegexOptions.IgnoreCase)] private static partial Regex Mark();
}
