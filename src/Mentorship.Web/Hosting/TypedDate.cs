using System.Globalization;

namespace Mentorship.Web.Hosting;

/// <summary>A day as a date input posts it, or as a person types it where the browser has no calendar.</summary>
internal static class TypedDate
{
    private static readonly string[] Shapes = ["yyyy-MM-dd", "d.M.yyyy"];

    /// <summary>False for what is no day; nothing typed is no day and no mistake.</summary>
    public static bool TryRead(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!DateOnly.TryParseExact(text.Trim(), Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly read) || read.Year is < 1900 or > 2200) return false;
        day = read;
        return true;
    }

    public static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
