using System.Globalization;

namespace Mentorship.Web.Pages.Designer.Panel;

public enum TimetableKind { Daily, Workdays, Weekly, Monthly }

/// <summary>Times that come again: every day, on workdays, on a day of the week or of the month, each at an hour. On disk a line of Cron.</summary>
/// <param name="Day">Of the week (1 is Monday) or of the month.</param>
public sealed record Timetable(TimetableKind Kind, TimeOnly At, int Day = 1)
{
    /// <summary>Null where the line says more, or cannot be read.</summary>
    public static Timetable? Read(string? cron)
    {
        string[] fields = (cron ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields is ["0", _, _, _, _, _]) fields = fields[1..];
        if (fields.Length != 5 || Number(fields[0], 0, 59) is not { } minute || Number(fields[1], 0, 23) is not { } hour || fields[3] != "*") return null;
        TimeOnly at = new(hour, minute);
        return (fields[2], fields[4]) switch
        {
            ("*" or "?", "*" or "?") => new Timetable(TimetableKind.Daily, at),
            ("*" or "?", "1-5" or "MON-FRI") => new Timetable(TimetableKind.Workdays, at),
            ("*" or "?", var week) when Number(week, 0, 7) is { } day => new Timetable(TimetableKind.Weekly, at, day == 0 ? 7 : day),
            (var month, "*" or "?") when Number(month, 1, 31) is { } day => new Timetable(TimetableKind.Monthly, at, day),
            _ => null,
        };
    }

    public string Write()
    {
        string time = string.Create(CultureInfo.InvariantCulture, $"{At.Minute} {At.Hour}");
        return Kind switch
        {
            TimetableKind.Daily => $"{time} * * *",
            TimetableKind.Workdays => $"{time} * * 1-5",
            TimetableKind.Weekly => $"{time} * * {Day % 7}",
            _ => $"{time} {Day} * *",
        };
    }

    /// <summary>Of another kind, with a day that there is.</summary>
    public Timetable As(TimetableKind kind) => this with { Kind = kind, Day = kind == TimetableKind.Weekly ? Math.Clamp(Day, 1, 7) : Math.Clamp(Day, 1, 31) };

    private static int? Number(string field, int from, int to) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= from && number <= to ? number : null;
}
