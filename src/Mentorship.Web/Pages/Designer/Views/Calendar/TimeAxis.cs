using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Processes.Viewing;

namespace Mentorship.Web.Pages.Designer.Views.Calendar;

/// <summary>The days that a calendar shows, whole months: the year, and what lies a little outside it. One day is one unit of the drawing.</summary>
public sealed record TimeAxis(DateOnly From, DateOnly To, InstitutionCalendar Institution)
{
    private const int MostOutside = 92;

    public static TimeAxis Of(ProcessCalendar calendar, PlanContext plan)
    {
        DateWindow period = plan.Period;
        DateOnly from = Later(calendar.From, period.From.AddDays(-MostOutside)), to = Earlier(calendar.To, period.To.AddDays(MostOutside));
        return new TimeAxis(new DateOnly(from.Year, from.Month, 1), new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1), plan.Calendar);
    }

    public int Days => To.DayNumber - From.DayNumber + 1;

    public IEnumerable<(DateOnly First, int Days)> Months
    {
        get
        {
            for (DateOnly month = From; month <= To; month = month.AddMonths(1)) yield return (month, DateTime.DaysInMonth(month.Year, month.Month));
        }
    }

    /// <summary>Where a day begins.</summary>
    public int At(DateOnly day) => day.DayNumber - From.DayNumber;

    /// <summary>What of a bar can be seen; null when it lies outside.</summary>
    public DateWindow? Seen(CalendarBar bar) => bar.To < From || bar.From > To ? null : new DateWindow(Later(bar.From, From), Earlier(bar.To, To));

    /// <summary>Days of rest besides the weekends, the country's and the institution's own, in runs.</summary>
    public IEnumerable<DateWindow> Holidays => Runs(day => !Institution.Days.IsWorkingDay(day) && (WorkingDays.IsFixedHoliday(day) || Institution.Days.DaysOff.Contains(day)));

    /// <summary>When the institution has no lessons.</summary>
    public IEnumerable<DateWindow> SchoolHolidays => Runs(Institution.IsSchoolHoliday);

    private IEnumerable<DateWindow> Runs(Func<DateOnly, bool> within)
    {
        for (DateOnly day = From; day <= To; day = day.AddDays(1))
        {
            if (!within(day)) continue;
            DateOnly first = day;
            while (day < To && within(day.AddDays(1))) day = day.AddDays(1);
            yield return new DateWindow(first, day);
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
