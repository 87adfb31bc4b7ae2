using System.Globalization;
using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Deadlines.Scheduling;

/// <summary>The dates of a rule inside a window: each opens when the period before it is over and is due on its day.</summary>
internal static class RecurrenceDates
{
    public static IReadOnlyList<PlannedOccurrence> Expand(RecurrenceRule rule, DateWindow window, InstitutionCalendar calendar, OpeningRules rules) => rule.Frequency switch
    {
        RecurrenceFrequency.Term => Terms(rule, window, calendar),
        _ when rule.CountPer > 0 => Counted(rule, window),
        RecurrenceFrequency.Yearly when rule.Months.Count > 0 && rule.MonthDays.Count == 0 => NamedMonths(rule, window),
        RecurrenceFrequency.Yearly when rule.MonthDays.Any(d => d > 0) => [.. Dated(rule, window).Select(o => o with { Opens = o.Due!.Value.AddDays(-Math.Max(0, rules.DaysBefore)) })],
        _ => Dated(rule, window),
    };

    private static List<PlannedOccurrence> Dated(RecurrenceRule rule, DateWindow window)
    {
        List<PlannedOccurrence> dates = [];
        DateOnly[] days = [.. Days(rule, window).Where(d => d >= window.From && d <= window.To).Distinct().Order()];
        bool once = rule.Frequency == RecurrenceFrequency.Monthly && days.Select(Month).Distinct().Count() == days.Length;
        for (int i = 0; i < days.Length; i++)
        {
            DateOnly opens = i > 0 ? days[i - 1].AddDays(1) : FirstOpening(rule, days[i]);
            dates.Add(new PlannedOccurrence(once ? Month(days[i]) : Iso(days[i]), opens < window.From ? window.From : opens, days[i]));
        }
        return dates;
    }

    private static DateOnly FirstOpening(RecurrenceRule rule, DateOnly due) => rule.Frequency switch
    {
        RecurrenceFrequency.Daily => due,
        RecurrenceFrequency.Weekly => due.AddDays(1 - 7 * rule.Interval),
        RecurrenceFrequency.Monthly => due.AddDays(1).AddMonths(-rule.Interval),
        _ => due.AddDays(1).AddYears(-rule.Interval),
    };

    private static IEnumerable<DateOnly> Days(RecurrenceRule rule, DateWindow window) => rule.Frequency switch
    {
        RecurrenceFrequency.Daily => Enumerable.Range(0, Length(window)).Where(n => n % rule.Interval == 0).Select(window.From.AddDays),
        RecurrenceFrequency.Weekly => Weeks(rule, window).SelectMany(week => rule.Weekdays.Count == 0
            ? [week.To] : rule.Weekdays.Select(d => Monday(week.To).AddDays(((int)d.Day + 6) % 7))),
        RecurrenceFrequency.Monthly => Months(rule, window).SelectMany(month => DaysOf(rule, month)),
        _ when rule.Months.Count > 0 => Months(rule, window).SelectMany(month => DaysOf(rule, month)),
        _ => Years(rule, window).Select(year => year.To),
    };

    private static int Length(DateWindow window) => window.To.DayNumber - window.From.DayNumber + 1;

    /// <summary>Monday–Sunday weeks, several together when the rule skips some; the last is cut to the window.</summary>
    private static IEnumerable<DateWindow> Weeks(RecurrenceRule rule, DateWindow window)
    {
        for (DateOnly monday = Monday(window.From); monday <= window.To; monday = monday.AddDays(7 * rule.Interval))
            yield return new DateWindow(monday, monday.AddDays(7 * rule.Interval - 1));
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The first days of the months in which the rule has its date; «раз в 3 месяца» is due in the third.</summary>
    private static IEnumerable<DateOnly> Months(RecurrenceRule rule, DateWindow window)
    {
        DateOnly first = new(window.From.Year, window.From.Month, 1);
        int step = rule.Frequency == RecurrenceFrequency.Monthly ? rule.Interval : 1;
        for (DateOnly month = first.AddMonths(step - 1); month <= window.To; month = month.AddMonths(step))
            if (rule.Months.Count == 0 || rule.Months.Contains(month.Month)) yield return month;
    }

    private static IEnumerable<DateOnly> DaysOf(RecurrenceRule rule, DateOnly month)
    {
        int last = DateTime.DaysInMonth(month.Year, month.Month);
        foreach ((int nth, DayOfWeek weekday) in rule.Weekdays)
        {
            int first = 1 + ((int)weekday - (int)month.DayOfWeek + 7) % 7, count = (last - first) / 7 + 1;
            if (nth == 0) for (int day = first; day <= last; day += 7) yield return month.AddDays(day - 1);
            else if (Math.Abs(nth) <= count) yield return month.AddDays(first - 1 + 7 * (nth > 0 ? nth - 1 : count + nth));
        }
        // «до 31 числа» is the last day of a shorter month.
        foreach (int day in rule.MonthDays) yield return month.AddDays(day > 0 ? Math.Min(day, last) - 1 : Math.Max(0, last + day));
        if (rule.Weekdays.Count == 0 && rule.MonthDays.Count == 0) yield return month.AddDays(last - 1);
    }

    private static IEnumerable<DateWindow> Years(RecurrenceRule rule, DateWindow window)
    {
        for (DateOnly from = window.From; from <= window.To; from = from.AddYears(rule.Interval))
        {
            DateOnly end = from.AddYears(rule.Interval).AddDays(-1);
            yield return new DateWindow(from, end > window.To ? window.To : end);
        }
    }

    /// <summary>«ноябрь-декабрь, далее ежегодно» is one task over both months; «декабрь, май» are two.</summary>
    private static List<PlannedOccurrence> NamedMonths(RecurrenceRule rule, DateWindow window)
    {
        List<PlannedOccurrence> found = [];
        foreach (DateOnly month in Months(rule, window))
        {
            DateOnly from = month < window.From ? window.From : month, to = month.AddMonths(1).AddDays(-1);
            if (to > window.To) to = window.To;
            if (found is [.., var before] && before.Due!.Value.AddDays(1) == from) found[^1] = before with { Due = to };
            else found.Add(new PlannedOccurrence(Month(month), from, to));
        }
        return found;
    }

    private static List<PlannedOccurrence> Counted(RecurrenceRule rule, DateWindow window)
    {
        IEnumerable<DateWindow> periods = rule.Frequency switch
        {
            RecurrenceFrequency.Daily => Enumerable.Range(0, Length(window)).Select(n => new DateWindow(window.From.AddDays(n), window.From.AddDays(n))),
            RecurrenceFrequency.Weekly => Weeks(rule, window),
            RecurrenceFrequency.Monthly => Months(rule, window).Select(m => new DateWindow(m.AddMonths(1 - rule.Interval), m.AddMonths(1).AddDays(-1))),
            _ when rule.Months.Count > 0 => Dated(rule, window).Select(o => new DateWindow(o.Opens, o.Due!.Value)),
            _ => Years(rule, window),
        };
        return [.. periods.SelectMany(p => Several(rule, Key(rule, p), p, window))];
    }

    private static string Key(RecurrenceRule rule, DateWindow period) =>
        rule.Frequency is RecurrenceFrequency.Daily or RecurrenceFrequency.Weekly ? Iso(period.From) : Month(rule.Frequency == RecurrenceFrequency.Monthly ? period.From : period.To);

    private static List<PlannedOccurrence> Terms(RecurrenceRule rule, DateWindow window, InstitutionCalendar calendar) =>
        [.. calendar.Years.SelectMany(year => year.Teaching.Where(t => t.Window.To >= window.From && t.Window.From <= window.To)
            .SelectMany(t => Several(rule, string.Create(CultureInfo.InvariantCulture, $"{year.Year.FirstYear}-T{t.Number}"), t.Window, window)))];

    private static IEnumerable<PlannedOccurrence> Several(RecurrenceRule rule, string key, DateWindow period, DateWindow window)
    {
        (DateOnly from, DateOnly to) = (period.From < window.From ? window.From : period.From, period.To > window.To ? window.To : period.To);
        int count = Math.Max(1, rule.CountPer);
        for (int n = 1; n <= count; n++)
            yield return new PlannedOccurrence(count == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}/{n}"), from, to);
    }

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
