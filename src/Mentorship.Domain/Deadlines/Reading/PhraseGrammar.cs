namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Takes a phrase apart, from left to right, into the parts that have a meaning.</summary>
internal static class PhraseGrammar
{
    public static IReadOnlyList<Piece> Read(IReadOnlyList<Token> tokens, DeadlineContext context)
    {
        Cursor cursor = new(tokens, context);
        List<Piece> pieces = [];
        int depth = 0;
        while (!cursor.AtEnd)
        {
            if (cursor.Take(TokenKind.Open)) { depth++; continue; }
            if (cursor.Take(TokenKind.Close)) { depth--; continue; }
            if (cursor.TakeAny("далее", "затем", "потом", "в дальнейшем", "в последующем")) { pieces.Add(new Thereafter()); continue; }
            int start = cursor.Position;
            if (Next(cursor) is { Count: > 0 } found && cursor.Position > start) { pieces.AddRange(found); continue; }
            cursor.Position = start;
            if (!Skip(cursor)) pieces.Add(new Unknown(cursor.Current.Text, depth > 0));
            if (cursor.Position == start) cursor.Position++;
        }
        return pieces;
    }

    private static IReadOnlyList<Piece>? Next(Cursor cursor)
    {
        if (cursor.Try(WeekdayBefore) is { } weekday) return weekday;
        if (cursor.Try(RecurrenceGrammar.Read) is { } repeat) return [repeat];
        if (cursor.Try(AnchoredDay) is { } day) return day;
        if (cursor.Try(c => c.TakeAny("во время", "в период", "в дни", "в") ? StudyGrammar.Holidays(c) : null) is { } holidays) return holidays;
        if (cursor.Try(OpenGrammar.Read) is { } open) return [open];
        if (cursor.Try(DateGrammar.Read) is { } dates) return Weekdays(cursor, dates);
        if (cursor.Try(PeriodGrammar.ReadYears) is { } years) return [years];
        return null;
    }

    /// <summary>«понедельник, 16 сентября».</summary>
    private static IReadOnlyList<Piece>? WeekdayBefore(Cursor cursor)
    {
        if (!cursor.Take(TokenKind.Weekday, out Token day)) return null;
        cursor.Take(TokenKind.Comma);
        return (cursor.Is(TokenKind.Number) || cursor.Is(TokenKind.Date)) && DateGrammar.Read(cursor) is [Span { IsOneDay: true } span] ? [span with { Weekday = (DayOfWeek)day.Value }] : null;
    }

    /// <summary>«до начала учебного года» and «после 15 мая» are dates, though «до начала работы» and «после подписания» are events.</summary>
    private static IReadOnlyList<Piece>? AnchoredDay(Cursor cursor) =>
        cursor.SeesAny("до", "к", "ко", "после", "не позднее", "не позже", "перед", "с", "накануне", "в срок до", "в конце", "в начале") && (cursor.Take("накануне") || true)
            ? DateGrammar.Read(cursor) is { } dates ? Weekdays(cursor, dates) : null : null;

    private static IReadOnlyList<Piece> Weekdays(Cursor cursor, IReadOnlyList<Piece> dates) =>
        dates is [.., Span { From.OneDay: true } last] && last.From == last.To && last.Weekday is null
            ? [.. dates.SkipLast(1), DateGrammar.WithWeekday(cursor, last)] : dates;

    /// <summary>Words between the parts that add nothing: «в», «на», «месяц», «включительно», a time of day.</summary>
    private static bool Skip(Cursor cursor) =>
        cursor.Take(TokenKind.Comma) || cursor.Take(TokenKind.Dash) || cursor.Take(TokenKind.Slash) || cursor.Take(TokenKind.Time)
        || cursor.TakeAny("в течение", "в течении", "на протяжении", "в период", "за период", "на период", "период", "периода")
        || cursor.TakeAny("в", "во", "на", "за", "и", "а", "но", "с", "со", "г", "гг", "год", "года", "году", "месяц", "месяца", "месяце", "включительно", "текущего", "также", "каждого", "срок", "сроки", "дата", "не", "уже", "ориентировочно", "примерно", "до", "по", "к", "ч", "час", "часов", "начало", "числа", "учебного", "уч");
}
