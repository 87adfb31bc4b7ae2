using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Processes.Viewing;

namespace Mentorship.Web.Pages.Designer.Views.Calendar;

/// <summary>The days that a calendar shows, whole months: the year, and what lies a little outside it. One day is one unit of the drawing.</summary>
public sealed record TimeAxis(DateOnly From, DateOnly To)
{
    private const int MostOutside = 92;

    public static TimeAxis Of(ProcessCalendar calendar, DateWindow period)
    {
        DateOnly from = Later(calendar.From, period.From.AddDays(-MostOutside)), to = Earlier(calendar.To, period.To.AddDays(MostOutside));
        return new TimeAxis(new DateOnly(from.Year, from.Month, 1), new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1));
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

    /// <summary>Days on which nobody works anywhere in the country, in runs.</summary>
    public IEnumerable<DateWindow> Holidays
    {
        get
        {
            for (DateOnly day = From; day <= To; day = day.AddDays(1))
            {
                if (!WorkingDays.IsFixedHoliday(day)) continue;
                DateOnly first = day;
                while (day < To && WorkingDays.IsFixedHoliday(day.AddDays(1))) day = day.AddDays(1);
                yield return new DateWindow(first, day);
            }
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
