namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>The words that name months and weekdays, in every case and in the usual abbreviations.</summary>
internal static class Lexicon
{
    private static readonly (string Stem, int Month)[] MonthStems =
    [
        ("январ", 1), ("феврал", 2), ("март", 3), ("апрел", 4), ("июн", 6), ("июл", 7), ("август", 8),
        ("сентябр", 9), ("октябр", 10), ("ноябр", 11), ("декабр", 12),
    ];

    private static readonly Dictionary<string, int> MonthForms = new(StringComparer.Ordinal)
    {
        ["янв"] = 1, ["фев"] = 2, ["февр"] = 2, ["мар"] = 3, ["апр"] = 4, ["май"] = 5, ["мая"] = 5, ["мае"] = 5, ["маю"] = 5, ["маем"] = 5,
        ["авг"] = 8, ["сен"] = 9, ["сент"] = 9, ["сентяб"] = 9, ["окт"] = 10, ["октяб"] = 10, ["ноя"] = 11, ["нояб"] = 11, ["дек"] = 12, ["декаб"] = 12,
    };

    /// <summary>Long names only: «марта» is one letter from «карта», and a roadmap is a «дорожная карта».</summary>
    private static readonly (string Name, int Month)[] Misspellable =
    [
        ("январь", 1), ("января", 1), ("январе", 1), ("февраль", 2), ("февраля", 2), ("феврале", 2), ("апрель", 4), ("апреля", 4), ("апреле", 4),
        ("август", 8), ("августа", 8), ("августе", 8), ("сентябрь", 9), ("сентября", 9), ("сентябре", 9), ("октябрь", 10), ("октября", 10), ("октябре", 10),
        ("ноябрь", 11), ("ноября", 11), ("ноябре", 11), ("декабрь", 12), ("декабря", 12), ("декабре", 12),
    ];

    private static readonly (string Stem, DayOfWeek Day)[] WeekdayStems =
    [
        ("понедельник", DayOfWeek.Monday), ("вторник", DayOfWeek.Tuesday), ("четверг", DayOfWeek.Thursday), ("пятниц", DayOfWeek.Friday),
        ("суббот", DayOfWeek.Saturday), ("воскресень", DayOfWeek.Sunday),
    ];

    private static readonly Dictionary<string, DayOfWeek> WeekdayForms = new(StringComparer.Ordinal)
    {
        ["пн"] = DayOfWeek.Monday, ["вт"] = DayOfWeek.Tuesday, ["ср"] = DayOfWeek.Wednesday, ["чт"] = DayOfWeek.Thursday, ["пт"] = DayOfWeek.Friday,
        ["сб"] = DayOfWeek.Saturday, ["вс"] = DayOfWeek.Sunday, ["среда"] = DayOfWeek.Wednesday, ["среду"] = DayOfWeek.Wednesday,
        ["среды"] = DayOfWeek.Wednesday, ["среде"] = DayOfWeek.Wednesday, ["средам"] = DayOfWeek.Wednesday, ["средой"] = DayOfWeek.Wednesday,
    };

    /// <summary>The month that a lower-case word names, or null.</summary>
    public static int? Month(string word)
    {
        if (MonthForms.TryGetValue(word, out int month)) return month;
        foreach ((string stem, int number) in MonthStems)
            if (word.StartsWith(stem, StringComparison.Ordinal)) return number;
        return null;
    }

    /// <summary>The month that a mistyped word most probably names: one letter wrong, missing, doubled, or two swapped.</summary>
    public static int? MisspeltMonth(string word)
    {
        if (word.Length is < 5 or > 9) return null;
        foreach ((string name, int month) in Misspellable)
            if (OneErrorApart(word, name)) return month;
        return null;
    }

    public static DayOfWeek? Weekday(string word)
    {
        if (WeekdayForms.TryGetValue(word, out DayOfWeek day)) return day;
        foreach ((string stem, DayOfWeek weekday) in WeekdayStems)
            if (word.StartsWith(stem, StringComparison.Ordinal)) return weekday;
        return null;
    }

    private static bool OneErrorApart(string a, string b)
    {
        int head = 0, tail = 0, shorter = Math.Min(a.Length, b.Length);
        while (head < shorter && a[head] == b[head]) head++;
        while (tail < shorter - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        int restA = a.Length - head - tail, restB = b.Length - head - tail;
        return (restA <= 1 && restB <= 1)
            || (restA == 2 && restB == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]);
    }
}
