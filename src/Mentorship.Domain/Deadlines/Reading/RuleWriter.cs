using System.Globalization;

namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Joins the parts of a repetition and writes it as a rule.</summary>
internal static class RuleWriter
{
    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>«ежемесячно» + «до 5 числа» is one repetition.</summary>
    public static Repeat Join(IReadOnlyList<Repeat> parts)
    {
        Repeat joined = parts.FirstOrDefault(p => p.Frequency is not (Frequency.None or Frequency.Yearly)) ?? parts.FirstOrDefault(p => p.Frequency == Frequency.Yearly) ?? parts[0];
        IReadOnlyList<(int Nth, DayOfWeek Day)> weekdays = parts.Select(p => p.Weekdays).FirstOrDefault(w => w.Any(d => d.Nth != 0)) ?? parts.Select(p => p.Weekdays).FirstOrDefault(w => w.Count > 0) ?? [];
        Repeat wider = parts.Where(p => p.Frequency is Frequency.Monthly or Frequency.Quarterly).OrderByDescending(p => p.Frequency).FirstOrDefault() ?? joined;
        if (joined.Frequency == Frequency.Weekly && wider.Frequency == Frequency.Monthly && weekdays.All(d => d.Nth != 0)) joined = wider;
        if (parts.Any(p => p.Frequency == Frequency.Quarterly)) joined = parts.First(p => p.Frequency == Frequency.Quarterly);
        return joined with
        {
            Interval = Math.Max(joined.Interval, 1),
            Count = parts.Where(p => p.Frequency == joined.Frequency).Max(p => p.Count),
            MonthDays = [.. parts.SelectMany(p => p.MonthDays).Distinct().Order()],
            Weekdays = weekdays,
            Following = parts.Any(p => p.Following),
            EveryYear = parts.Any(p => p.EveryYear),
            Doubt = parts.Select(p => p.Doubt).FirstOrDefault(d => d is not null),
        };
    }

    public static string Write(Repeat repeat, IReadOnlyList<int> months) => repeat.Frequency switch
    {
        Frequency.Daily => "FREQ=DAILY" + Interval(repeat),
        Frequency.Weekly => "FREQ=WEEKLY" + Interval(repeat) + ByDay(repeat) + CountPer(repeat),
        Frequency.Monthly => "FREQ=MONTHLY" + Interval(repeat) + ByMonth(months) + Days(repeat),
        Frequency.Quarterly => Periods(repeat, "10,1,4,7", "12,3,6,9"),
        Frequency.HalfYearly => Periods(repeat, "1,6", "12,5"),
        Frequency.Term => "PER-TERM" + CountPer(repeat),
        Frequency.Yearly => "FREQ=YEARLY" + Interval(repeat) + ByMonth(months) + (repeat.MonthDays.Count > 0 ? ByMonthDay(repeat) : months.Count > 0 ? "" : CountPer(repeat)),
        _ => "FREQ=MONTHLY" + Days(repeat),
    };

    private static string Periods(Repeat repeat, string after, string ends) =>
        repeat.Following ? $"FREQ=MONTHLY;BYMONTH={after}{Days(repeat)}" : $"FREQ=YEARLY;BYMONTH={ends}{Days(repeat)}";

    private static string Interval(Repeat repeat) => repeat.Interval > 1 ? string.Create(CultureInfo.InvariantCulture, $";INTERVAL={repeat.Interval}") : "";

    private static string CountPer(Repeat repeat) => repeat.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $";COUNT-PER={repeat.Count}") : "";

    private static string ByMonth(IReadOnlyList<int> months) => months.Count > 0 ? $";BYMONTH={string.Join(',', months)}" : "";

    private static string ByDay(Repeat repeat) => repeat.Weekdays.Count == 0 ? ""
        : ";BYDAY=" + string.Join(',', repeat.Weekdays.Select(d => (d.Nth == 0 ? "" : d.Nth.ToString(CultureInfo.InvariantCulture)) + Weekdays[(int)d.Day]));

    private static string ByMonthDay(Repeat repeat) => ";BYMONTHDAY=" + (repeat.MonthDays.Count > 0 ? string.Join(',', repeat.MonthDays) : "-1");

    private static string Days(Repeat repeat) =>
        repeat.MonthDays.Count > 0 ? ByMonthDay(repeat)
        : repeat.Weekdays.Count > 0 ? ByDay(repeat)
        : repeat.Count > 1 ? CountPer(repeat) : ByMonthDay(repeat);
}
