using System.Globalization;

namespace Mentorship.Domain.Deadlines.Scheduling;

/// <summary>How often a rule repeats.</summary>
public enum RecurrenceFrequency { Daily, Weekly, Monthly, Yearly, Term }

/// <summary>A repetition rule in the forms the reader writes: a part of RFC 5545, with <c>COUNT-PER</c> and <c>PER-TERM</c> of our own.</summary>
public sealed record RecurrenceRule(RecurrenceFrequency Frequency)
{
    public int Interval { get; private init; } = 1;

    /// <summary>n times in each period at free moments; 0 when the dates are set.</summary>
    public int CountPer { get; private init; }
    public IReadOnlyList<int> Months { get; private init; } = [];
    public IReadOnlyList<int> MonthDays { get; private init; } = [];

    /// <summary>Weekdays with their place in the month; 0 = every one.</summary>
    public IReadOnlyList<(int Nth, DayOfWeek Day)> Weekdays { get; private init; } = [];

    private static readonly string[] DayCodes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>The rule that a text holds, or null when it is none of the forms in use.</summary>
    public static RecurrenceRule? Parse(string? text)
    {
        RecurrenceRule? rule = null;
        foreach (string part in (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('=', 2);
            RecurrenceRule? next = rule is null ? Start(part) : pair.Length == 2 ? rule.With(pair[0], pair[1]) : null;
            if (next is null) return null;
            rule = next;
        }
        return rule;
    }

    private static RecurrenceRule? Start(string part) => part switch
    {
        "FREQ=DAILY" => new(RecurrenceFrequency.Daily),
        "FREQ=WEEKLY" => new(RecurrenceFrequency.Weekly),
        "FREQ=MONTHLY" => new(RecurrenceFrequency.Monthly),
        "FREQ=YEARLY" => new(RecurrenceFrequency.Yearly),
        "PER-TERM" or "FREQ=PER-TERM" => new(RecurrenceFrequency.Term),
        _ => null,
    };

    private RecurrenceRule? With(string name, string value) => name switch
    {
        "INTERVAL" => Number(value, 1, 100) is { } interval ? this with { Interval = interval } : null,
        "COUNT-PER" => Number(value, 1, 400) is { } count ? this with { CountPer = count } : null,
        "BYMONTH" => Numbers(value, 1, 12) is { } months ? this with { Months = months } : null,
        "BYMONTHDAY" => Numbers(value, -31, 31) is { } days ? this with { MonthDays = days } : null,
        "BYDAY" => Days(value) is { } weekdays ? this with { Weekdays = weekdays } : null,
        _ => null,
    };

    private static int? Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number != 0 && number >= least && number <= most ? number : null;

    private static List<int>? Numbers(string value, int least, int most)
    {
        List<int> numbers = [];
        foreach (string part in value.Split(','))
        {
            if (Number(part, least, most) is not { } number) return null;
            numbers.Add(number);
        }
        return numbers;
    }

    private static List<(int, DayOfWeek)>? Days(string value)
    {
        List<(int, DayOfWeek)> days = [];
        foreach (string part in value.Split(','))
        {
            if (part.Length < 2 || Array.IndexOf(DayCodes, part[^2..]) is var day && day < 0) return null;
            int? nth = part.Length == 2 ? 0 : Number(part[..^2], -5, 5);
            if (nth is null) return null;
            days.Add((nth.Value, (DayOfWeek)Array.IndexOf(DayCodes, part[^2..])));
        }
        return days;
    }
}
