using System.Globalization;

namespace Mentorship.Flow;

/// <summary>
/// A timetable of five fields (minute, hour, day, month, day of week) or six (seconds first): numbers, lists, ranges, steps, <c>*</c>, <c>?</c>,
/// and English names of months and days. Where both days are given, either is enough, as everywhere.
/// </summary>
public static class CronText
{
    private const int MostDays = 366 * 28; // a leap day that falls on a given day of the week comes within 28 years

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The first instant of the timetable after another, in the time of a zone; null when the text is none or such an instant never comes.</summary>
    public static DateTimeOffset? Next(string cron, DateTimeOffset after, TimeZoneInfo zone)
    {
        string[] fields = cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 5) fields = ["0", .. fields];
        if (fields.Length != 6 || cron.Length > 200) return null;
        if (Read(fields[0], 0, 59, []) is not { } seconds || Read(fields[1], 0, 59, []) is not { } minutes || Read(fields[2], 0, 23, []) is not { } hours
            || Read(fields[3], 1, 31, []) is not { } days || Read(fields[4], 1, 12, Months) is not { } months || Read(fields[5], 0, 7, Days) is not { } weekdays) return null;
        if (weekdays[7]) weekdays[0] = true;
        bool anyDay = IsAny(fields[3]), anyWeekday = IsAny(fields[5]);
        DateTime from = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        DateOnly day = DateOnly.FromDateTime(from);
        for (int i = 0; i < MostDays && day < DateOnly.MaxValue; i++, day = day.AddDays(1))
        {
            bool fits = months[day.Month] && (anyDay ? weekdays[(int)day.DayOfWeek] : anyWeekday ? days[day.Day] : days[day.Day] || weekdays[(int)day.DayOfWeek]);
            if (fits && Within(day, hours, minutes, seconds, after, zone) is { } found) return found;
        }
        return null;
    }

    /// <summary>The first instant of a day that is later; an hour that the clock skips is passed over.</summary>
    private static DateTimeOffset? Within(DateOnly day, bool[] hours, bool[] minutes, bool[] seconds, DateTimeOffset after, TimeZoneInfo zone)
    {
        for (int hour = 0; hour < 24; hour++)
        {
            if (!hours[hour] || Instant(day, hour, 59, 59, zone) is { } last && last <= after) continue;
            for (int minute = 0; minute < 60; minute++)
            {
                if (!minutes[minute] || Instant(day, hour, minute, 59, zone) is not { } end || end <= after) continue;
                for (int second = 0; second < 60; second++)
                    if (seconds[second] && Instant(day, hour, minute, second, zone) is { } at && at > after) return at;
            }
        }
        return null;
    }

    private static DateTimeOffset? Instant(DateOnly day, int hour, int minute, int second, TimeZoneInfo zone)
    {
        DateTime local = day.ToDateTime(new TimeOnly(hour, minute, second));
        return zone.IsInvalidTime(local) ? null : new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static bool IsAny(string field) => field is "*" or "?";

    /// <summary>Which numbers a field allows; null when it is not a field.</summary>
    private static bool[]? Read(string field, int least, int most, string[] names)
    {
        bool[] allowed = new bool[most + 1];
        foreach (string part in field.Split(','))
        {
            string[] stepped = part.Split('/');
            int? step = stepped.Length switch { 1 => 1, 2 => Number(stepped[1], [], 0), _ => null };
            if (step is not (> 0 and < 1000) || Range(stepped[0], least, stepped.Length == 2 ? most : null, most, names) is not var (first, last)) return null;
            for (int i = first; i <= last; i += step.Value) allowed[i] = true;
        }
        return allowed;
    }

    /// <summary><c>*</c>, one number or two with a hyphen.</summary>
    /// <param name="open">Where one number reaches to when a step follows it (<c>5/15</c>).</param>
    private static (int First, int Last)? Range(string text, int least, int? open, int most, string[] names)
    {
        if (IsAny(text)) return (least, most);
        string[] ends = text.Split('-');
        if (ends.Length > 2 || Number(ends[0], names, least) is not { } first) return null;
        int? last = ends.Length == 2 ? Number(ends[1], names, least) : open ?? first;
        return first >= least && last >= first && last <= most ? (first, last.Value) : null;
    }

    private static int? Number(string text, string[] names, int least)
    {
        int named = Array.IndexOf(names, text.ToLowerInvariant());
        if (named >= 0) return named + least;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }
}
