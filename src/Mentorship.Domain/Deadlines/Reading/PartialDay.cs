namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>How a day is named inside its month.</summary>
internal enum DayNaming { Numbered, First, Last, WeekFirst, WeekLast, NthWeekday }

/// <summary>A day whose year may still be open: «15 сентября», «последняя неделя мая», «третья среда октября».</summary>
/// <param name="N">The day, or the number of the week or weekday; -1 is the last.</param>
/// <param name="Numeric">Written with dots: «05.08.».</param>
internal readonly record struct PartialDay(
    int Month, DayNaming Naming, int N = 0, DayOfWeek Weekday = default, int? Year = null, bool Numeric = false)
{
    public static PartialDay FirstOf(int month, int? year = null) => new(month, DayNaming.First, Year: year);
    public static PartialDay LastOf(int month, int? year = null) => new(month, DayNaming.Last, Year: year);
    public static PartialDay On(DateOnly day) => new(day.Month, DayNaming.Numbered, day.Day, Year: day.Year);

    /// <summary>True for «сентябрь», false for «15 сентября»: only ranges of whole months may wrap over the new year.</summary>
    public bool WholeMonth => Naming is DayNaming.First or DayNaming.Last;
    public bool OneDay => Naming is DayNaming.Numbered or DayNaming.NthWeekday;

    /// <summary>The day in a given year, or null when that year has no such day.</summary>
    public DateOnly? At(int year)
    {
        if (Month is < 1 or > 12 || year is < 1900 or > 2200) return null;
        int last = DateTime.DaysInMonth(year, Month);
        return Naming switch
        {
            DayNaming.First => new DateOnly(year, Month, 1),
            DayNaming.Last => new DateOnly(year, Month, last),
            DayNaming.Numbered => N >= 1 && N <= last ? new DateOnly(year, Month, N) : null,
            DayNaming.NthWeekday => NthWeekday(year, last),
            _ => Week(year, last),
        };
    }

    private DateOnly? NthWeekday(int year, int last)
    {
        if (N == -1)
        {
            DateOnly end = new(year, Month, last);
            return end.AddDays(-(((int)end.DayOfWeek - (int)Weekday + 7) % 7));
        }
        DateOnly start = new(year, Month, 1);
        int day = 1 + ((int)Weekday - (int)start.DayOfWeek + 7) % 7 + 7 * (N - 1);
        return N >= 1 && day <= last ? new DateOnly(year, Month, day) : null;
    }

    /// <summary>The first week is the Monday–Sunday week that holds the 1st, cut to the month; the last begins on the last Monday.</summary>
    private DateOnly? Week(int year, int last)
    {
        DateOnly start = new(year, Month, 1), end = new(year, Month, last);
        DateOnly monday = N == -1
            ? end.AddDays(-(((int)end.DayOfWeek + 6) % 7))
            : start.AddDays(-(((int)start.DayOfWeek + 6) % 7) + 7 * (N - 1));
        if (N is < -1 or 0 or > 6 || monday > end) return null;
        DateOnly sunday = monday.AddDays(6);
        return Naming == DayNaming.WeekFirst ? (monday < start ? start : monday) : (sunday > end ? end : sunday);
    }
}
