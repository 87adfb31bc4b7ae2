namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Reads days, months and the ranges and lists of them, with the word that anchors them: «до», «с», «не ранее».</summary>
internal static class DateGrammar
{
    public static IReadOnlyList<Piece>? Read(Cursor cursor)
    {
        int start = cursor.Position;
        Anchor anchor = ReadAnchor(cursor);
        IReadOnlyList<Piece>? found = anchor switch
        {
            Anchor.By => ReadBy(cursor),
            Anchor.None => Ranged(cursor, afterFrom: false),
            _ => ReadSince(cursor, anchor),
        };
        if (found is null) cursor.Position = start;
        return found;
    }

    private static Anchor ReadAnchor(Cursor cursor)
    {
        if (cursor.TakeAny("не ранее чем", "не раньше чем", "не ранее", "не раньше", "начиная с", "начиная со")) { cursor.TakeAny("с", "со"); return Anchor.Since; }
        if (cursor.TakeAny("с", "со")) return Anchor.Since;
        if (cursor.TakeAny("позднее", "позже", "после")) return Anchor.After;
        int start = cursor.Position;
        cursor.TakeAny("срок", "в срок", "срок исполнения", "в срок не");
        cursor.Take(TokenKind.Dash);
        cursor.Take(TokenKind.Comma);
        if (cursor.TakeAny("не позднее чем до", "не позднее чем", "не позднее", "не позже", "не более чем до", "до", "к", "ко", "вплоть до", "по", "крайний срок", "перед"))
        {
            cursor.TakeAny("до", "к");
            return Anchor.By;
        }
        cursor.Position = start;
        return Anchor.None;
    }

    private static IReadOnlyList<Piece>? ReadBy(Cursor cursor)
    {
        if (cursor.Try(c => PeriodGrammar.ReadEdge(c, Anchor.By)) is { } edge) return [edge];
        if (ReadDays(cursor, afterFrom: false) is { } days) return [.. days.Select(d => d with { Anchor = Anchor.By })];
        if (cursor.Try(PeriodGrammar.ReadYears) is { } years)
            return years.School ? null : [years with { Anchor = Anchor.By }];
        if (Atoms(cursor) is not { } atoms) return null;
        return [.. atoms.Select(p => p is Span span ? span with { Anchor = Anchor.By } : p)];
    }

    private static IReadOnlyList<Piece>? ReadSince(Cursor cursor, Anchor anchor)
    {
        if (anchor == Anchor.Since && cursor.Try(PeriodGrammar.ReadYears) is { } years) return [years with { Anchor = years.Last > years.First ? Anchor.None : Anchor.Since }];
        if (anchor == Anchor.Since && cursor.Try(c => PeriodGrammar.ReadEdge(c, Anchor.Since)) is { } edge) return [edge];
        if (Ranged(cursor, afterFrom: true) is not { } found) return null;
        // «с 1 по 10 мая» is a range already; «с 15 мая», «с октября» only begins.
        return found is [Span { Doubt: not RangeMark } only] && (only.IsTerm || !(only.From.OneDay && only.From != only.To)) ? [only with { Anchor = anchor }] : [.. found.Select(Unmarked)];
    }

    private const string RangeMark = "\u0001";

    private static Piece Unmarked(Piece piece) => piece is Span { Doubt: RangeMark } span ? span with { Doubt = null } : piece;

    private static IReadOnlyList<Piece>? Ranged(Cursor cursor, bool afterFrom)
    {
        IReadOnlyList<Piece>? left = (IReadOnlyList<Piece>?)ReadDays(cursor, afterFrom) ?? Atoms(cursor);
        if (left is null || left[^1] is not Span first) return left;
        int start = cursor.Position;
        cursor.Take(TokenKind.Comma);
        if (!cursor.Take(TokenKind.Dash) && !cursor.Take("по") && !(afterFrom && cursor.Take("до"))) { cursor.Position = start; return left; }
        if (cursor.Take(TokenKind.Weekday)) { cursor.Position = start; return left; }
        IReadOnlyList<Piece>? right = (IReadOnlyList<Piece>?)ReadDays(cursor, afterFrom) ?? Atoms(cursor);
        if (right is null || right[0] is not Span last) { cursor.Position = start; return left; }
        int? begins = first.From.Year ?? (first.To.Year is { } year ? year - (first.From.Month > first.To.Month ? 1 : 0) : null);
        Span joined = new(first.From with { Year = begins }, last.To)
        {
            School = last.School ?? first.School,
            IsTerm = first.IsTerm && last.IsTerm,
            Doubt = first.Doubt ?? last.Doubt ?? (afterFrom ? RangeMark : null),
        };
        return [.. left.SkipLast(1), joined, .. right.Skip(1)];
    }

    /// <summary>Days that share a month: «15 сентября», «1-10 мая», «24 и 25 мая», «с 1 по 10 мая», «15-20.09.2024».</summary>
    private static List<Span>? ReadDays(Cursor cursor, bool afterFrom)
    {
        int start = cursor.Position;
        List<(int From, int To)> groups = [];
        while (TakeDay(cursor, out int day))
        {
            int until = day, mark = cursor.Position;
            if (cursor.Take(TokenKind.Dash) || cursor.Take("по") || (afterFrom && cursor.Take("до")))
            {
                if (Shared(cursor) is { } end) return Close(groups, (day, end.Day), end.Month);
                if (!TakeDay(cursor, out until)) { cursor.Position = mark; until = day; }
            }
            groups.Add((day, until));
            cursor.TakeAny("числа", "число");
            if (cursor.Take(TokenKind.Month, out Token month))
                return Close(groups, null, YearGrammar.Apply(cursor, new Span(new PartialDay(month.Value, DayNaming.Numbered), new PartialDay(month.Value, DayNaming.Numbered)) { Doubt = Misspelt(month) }));
            if (!cursor.TakeSeparator()) break;
            if (Shared(cursor) is { } last) return Close(groups, (last.Day, last.Day), last.Month);
        }
        cursor.Position = start;
        return null;
    }

    /// <summary>«…20.09.2024» at the end of a list gives its month and year to the days before it.</summary>
    private static (int Day, Span Month)? Shared(Cursor cursor) =>
        cursor.Is(TokenKind.Date) && ReadDate(cursor) is { } span ? (span.From.N, span) : null;

    private static List<Span> Close(List<(int From, int To)> groups, (int, int)? last, Span month)
    {
        if (last is { } group) groups.Add(group);
        return [.. groups.Select(g => month with { From = month.To with { N = g.From }, To = month.To with { N = g.To } })];
    }

    private static bool TakeDay(Cursor cursor, out int day)
    {
        day = 0;
        if (!cursor.Is(TokenKind.Number) || cursor.Current.Value is < 1 or > 99) return false;
        cursor.Take(TokenKind.Number, out Token token);
        day = token.Value;
        // «двадцать пятое мая»
        if (!token.Ordinal && char.IsLetter(token.Text[0]) && day is 20 or 30 && cursor.Is(TokenKind.Number) && cursor.Current is { Ordinal: true, Value: > 0 and < 10 })
        {
            cursor.Take(TokenKind.Number, out Token unit);
            day += unit.Value;
        }
        return true;
    }

    private static IReadOnlyList<Piece>? Atoms(Cursor cursor)
    {
        if (cursor.Is(TokenKind.Date)) return [ReadDate(cursor)];
        if (cursor.Try(NamedWeekday) is { } weekday) return [weekday];
        if (cursor.Try(SeasonGrammar.NamedDay) is { } named) return [named];
        if (cursor.Try(PeriodGrammar.Read) is { } periods) return periods;
        if (!cursor.Take(TokenKind.Month, out Token month)) return null;
        return [YearGrammar.Apply(cursor, Span.Month(month.Value) with { Doubt = Misspelt(month) })];
    }

    private static Span ReadDate(Cursor cursor)
    {
        cursor.Take(TokenKind.Date, out Token date);
        Span span = Span.Of(new PartialDay(date.Month, DayNaming.Numbered, date.Value, Year: date.Year == 0 ? null : date.Year, Numeric: true));
        if (date.Year == 0 && cursor.Is(TokenKind.Year)) span = YearGrammar.Apply(cursor, span);
        while (cursor.TakeAny("г", "год", "года", "году")) { }
        return WithWeekday(cursor, span);
    }

    /// <summary>«30.04. (вт)», «22 апреля, понедельник».</summary>
    public static Span WithWeekday(Cursor cursor, Span span)
    {
        int start = cursor.Position;
        bool open = cursor.Take(TokenKind.Open);
        if (!open) cursor.Take(TokenKind.Comma);
        if (!cursor.Take(TokenKind.Weekday, out Token day)) { cursor.Position = start; return span; }
        if (open) cursor.Take(TokenKind.Close);
        return span with { Weekday = (DayOfWeek)day.Value };
    }

    /// <summary>«третья среда октября», «последняя пятница мая».</summary>
    private static Span? NamedWeekday(Cursor cursor)
    {
        if (!cursor.Take(TokenKind.Number, out Token nth) || !nth.Ordinal || !cursor.Take(TokenKind.Weekday, out Token day)) return null;
        return cursor.Take(TokenKind.Month, out Token month)
            ? YearGrammar.Apply(cursor, Span.Of(new PartialDay(month.Value, DayNaming.NthWeekday, nth.Value, (DayOfWeek)day.Value)))
            : null;
    }

    public static string? Misspelt(Token month) =>
        month.Suspect ? $"Похоже на опечатку в названии месяца: «{month.Text}». Проверьте срок." : null;
}
