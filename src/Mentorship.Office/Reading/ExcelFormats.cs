using System.Globalization;
using System.Text.RegularExpressions;

namespace Mentorship.Office.Reading;

/// <summary>The number formats of Excel, as far as roadmaps need them: dates by what they show, numbers with their decimals.</summary>
internal static partial class ExcelFormats
{
    private static readonly string[] Months = ["Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь"];
    private static readonly string[] MonthsOf = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    public static string BuiltIn(int id) => id switch
    {
        1 => "0",
        2 => "0.00",
        9 => "0%",
        10 => "0.00%",
        14 or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => "dd.mm.yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        _ => "General",
    };

    public static bool IsDate(string format) => Bare(format) is var bare && bare != "general" && (bare.Contains('d') || bare.Contains('y') || MonthWord().IsMatch(bare));

    /// <summary>A date as its format shows it: a day, a day without its year, a month with or without its year.</summary>
    public static string Write(DateOnly day, string format)
    {
        string bare = Bare(format);
        bool hasDay = bare.Contains('d'), hasYear = bare.Contains('y'), isUnknown = !hasDay && !hasYear && !MonthWord().IsMatch(bare);
        if (isUnknown || (hasDay && hasYear)) return day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        if (hasDay) return $"{day.Day} {MonthsOf[day.Month - 1]}";
        return hasYear ? $"{Months[day.Month - 1]} {day.Year}" : Months[day.Month - 1];
    }

    public static string Write(double number, string format)
    {
        string bare = Bare(format);
        if (bare.Contains('%')) return Math.Round(number * 100, 2).ToString(CultureInfo.InvariantCulture) + "%";
        Match decimals = Decimals().Match(bare);
        return decimals.Success
            ? number.ToString("F" + decimals.Groups["places"].Length, CultureInfo.InvariantCulture)
            : Math.Round(number, 10).ToString("0.##########", CultureInfo.InvariantCulture);
    }

    // Only the first section counts; quoted words, escapes, colours and locales are no pattern letters.
    private static string Bare(string format) => Noise().Replace(format.Split(';')[0].ToLowerInvariant(), "");

    [GeneratedRegex(@"""[^""]*""|\\.|\[[^\]]*\]|_.")] private static partial Regex Noise();
    [GeneratedRegex("m{2,}")] private static partial Regex MonthWord();
    [GeneratedRegex(@"^#?,?#*0\.(?<places>0+)$")] private static partial Regex Decimals();
}
