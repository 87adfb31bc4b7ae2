namespace Mentorship.Domain.Calendars;

/// <summary>
/// The Russian production calendar by rule: weekends and the fixed holidays rest.
/// What a year's decree or an institution moves is data.
/// </summary>
/// <param name="DaysOff">Further days that rest: holidays moved by decree, an institution's own.</param>
/// <param name="DaysOn">Days that work although the rule rests: a Saturday worked for a moved Monday.</param>
/// <param name="SaturdayWorks">A six-day week.</param>
public sealed record WorkingDays(IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> DaysOn, bool SaturdayWorks = false)
{
    /// <summary>The rule alone, five days a week, nothing moved.</summary>
    public static WorkingDays ByRule { get; } = new(new HashSet<DateOnly>(), new HashSet<DateOnly>());

    /// <summary>Those of an institution: its working week and the days that it has marked.</summary>
    public static WorkingDays Of(bool saturdayWorks, IEnumerable<SpecialDay> days)
    {
        ILookup<bool, DateOnly> marked = days.ToLookup(d => d.Works, d => d.Day);
        return new WorkingDays(marked[false].ToHashSet(), marked[true].ToHashSet(), saturdayWorks);
    }

    /// <summary>1–8 January, 23 February, 8 March, 1 and 9 May, 12 June, 4 November.</summary>
    public static bool IsFixedHoliday(DateOnly day) => (day.Month, day.Day) is (1, <= 8) or (2, 23) or (3, 8) or (5, 1) or (5, 9) or (6, 12) or (11, 4);

    public bool IsWorkingDay(DateOnly day)
    {
        if (DaysOn.Contains(day)) return true;
        if (DaysOff.Contains(day) || IsFixedHoliday(day) || day.DayOfWeek == DayOfWeek.Sunday) return false;
        return SaturdayWorks || day.DayOfWeek != DayOfWeek.Saturday;
    }

    /// <summary>The day itself, or the last working day before it.</summary>
    public DateOnly AtOrBefore(DateOnly day) => IsWorkingDay(day) ? day : AddWorkingDays(day, -1);

    /// <summary>The day itself, or the first working day after it.</summary>
    public DateOnly AtOrAfter(DateOnly day) => IsWorkingDay(day) ? day : AddWorkingDays(day, 1);

    /// <summary>The n-th working day after a day, which itself does not count; a negative number counts back, zero is the day itself.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        int step = Math.Sign(count);
        for (int left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day)) left--;
        }
        return day;
    }
}
