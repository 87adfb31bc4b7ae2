using System.Globalization;

namespace Mentorship.Web.Pages;

/// <summary>What a form posts, read: a date, a sum, a choice. Null for nothing; what cannot be read is null too, and the rule that needs it says so.</summary>
internal static class Typed
{
    /// <summary>«2026-09-15», as date inputs post it, or «15.09.2026», as people type where there is no such input.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Guid? Id(string? text) => Guid.TryParse(text, out Guid id) ? id : null;

    /// <summary>«12 500,50», with any space and either separator, roubles written behind or not.</summary>
    public static decimal? Sum(string? text)
    {
        string digits = string.Concat((text ?? "").Where(c => char.IsAsciiDigit(c) || c is ',' or '.' or '-')).Replace(',', '.').TrimEnd('.');
        return decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal sum) ? sum : null;
    }

    public static string? Sum(decimal? sum) => sum?.ToString("0.##", CultureInfo.GetCultureInfo("ru-RU"));
}
