using System.Globalization;
using System.Xml;
using Mentorship.Domain.Wording;

namespace Mentorship.Domain.Processes.Wording;

/// <summary>How long and until when a process waits, as people say it; what cannot be read stays as it is written.</summary>
internal static class WaitWords
{
    /// <summary>«3 дня», «36 часов».</summary>
    public static string Span(string text) => Read(text) switch
    {
        null => text,
        { TotalMinutes: var minutes } when minutes % 1440 == 0 => Plural.Count((int)(minutes / 1440), "день", "дня", "дней"),
        { TotalMinutes: var minutes } when minutes % 60 == 0 => Plural.Count((int)(minutes / 60), "час", "часа", "часов"),
        { TotalMinutes: var minutes } => Plural.Count((int)Math.Round(minutes), "минута", "минуты", "минут"),
    };

    /// <summary>«до 1 октября 2026 г., 9:00», by the clock in which it was written.</summary>
    public static string Moment(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
        ? $"до {RussianDate.Long(DateOnly.FromDateTime(at.DateTime))}{(at.TimeOfDay == TimeSpan.Zero ? "" : $", {at.ToString("H:mm", CultureInfo.InvariantCulture)}")}" : text;

    private static TimeSpan? Read(string text)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)) return span;
        try
        {
            return text.StartsWith('P') ? XmlConvert.ToTimeSpan(text) : null;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null; // not a span: the checker names it
        }
    }
}
