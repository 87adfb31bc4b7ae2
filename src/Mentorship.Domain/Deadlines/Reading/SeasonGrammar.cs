namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Reads seasons and the days everybody in a school knows by name.</summary>
internal static class SeasonGrammar
{
    private static readonly (string Stem, int First, int Last)[] Seasons =
    [
        ("осен*", 9, 11), ("зим*", 12, 2), ("весн*", 3, 5), ("весен*", 3, 5), ("летн*", 6, 8), ("лето", 6, 8), ("летом", 6, 8), ("лета", 6, 8), ("лету", 6, 8),
    ];

    private static readonly (string Words, int Month, int Day)[] NamedDays =
    [
        ("дню учителя", 10, 5), ("дня учителя", 10, 5), ("дню знаний", 9, 1), ("дня знаний", 9, 1), ("дню победы", 5, 9), ("дня победы", 5, 9),
        ("дню народного единства", 11, 4), ("дню защитника отечества", 2, 23), ("международному женскому дню", 3, 8), ("дню космонавтики", 4, 12),
        ("дню защиты детей", 6, 1), ("дня защиты детей", 6, 1), ("дню россии", 6, 12), ("дню воспитателя", 9, 27), ("дню пожилых", 10, 1), ("новому году", 12, 31), ("нового года", 12, 31),
    ];

    /// <summary>«осень 2024», «в осенне-зимний период 2012-2013 годов», «летний период», «зима 2025».</summary>
    public static Span? Season(Cursor cursor)
    {
        if (Take(cursor) is not { } first) return null;
        (int from, int to) = first;
        if (cursor.Is(TokenKind.Dash)) { cursor.Position++; if (Take(cursor) is { } second) to = second.Last; else return null; }
        if (cursor.SeesAny("каникул*", "школ*", "лагер*", "смен*")) return null;
        cursor.TakeAny("период", "периода", "периоде", "периоду", "время", "сезон", "месяцы");
        return YearGrammar.Apply(cursor, new Span(PartialDay.FirstOf(from), PartialDay.LastOf(to)));
    }

    /// <summary>«ко Дню учителя».</summary>
    public static Span? NamedDay(Cursor cursor)
    {
        foreach ((string words, int month, int day) in NamedDays)
            if (cursor.Take(words)) return YearGrammar.Apply(cursor, Span.Of(new PartialDay(month, DayNaming.Numbered, day)));
        return null;
    }

    /// <summary>The first and the last month of a season.</summary>
    public static (int First, int Last)? Take(Cursor cursor)
    {
        foreach ((string stem, int first, int last) in Seasons)
            if (cursor.Take(stem)) return (first, last);
        return null;
    }
}
