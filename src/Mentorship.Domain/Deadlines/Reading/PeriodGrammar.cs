using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Reads periods: «II полугодие», «1-2 неделя сентября», «III декада мая», «конец мая», «осень 2024», «весенние каникулы».</summary>
internal static class PeriodGrammar
{
    public static IReadOnlyList<Piece>? Read(Cursor cursor)
    {
        if (cursor.Try(ReadEdges) is { } edges) return edges;
        if (cursor.Try(c => ReadEdge(c, Anchor.None)) is { } edge) return [edge];
        if (cursor.Try(StudyGrammar.Holidays) is { } holidays) return holidays;
        if (cursor.Try(SeasonGrammar.Season) is { } season) return [season];
        if (cursor.Try(ReadNumbered) is { } numbered) return numbered;
        return null;
    }

    /// <summary>Years that stand by themselves, not behind a month.</summary>
    public static Years? ReadYears(Cursor cursor) => YearGrammar.Read(cursor);

    /// <summary>«начало мая», «к концу 2024 года», «до начала учебного года», «первая половина октября».</summary>
    public static Piece? ReadEdge(Cursor cursor, Anchor anchor)
    {
        if (TakeHalfOf(cursor) is { } half) return PartOf(cursor, anchor, half);
        return TakePart(cursor) is { } part ? PartOf(cursor, anchor, part) : null;
    }

    private static Part? TakePart(Cursor cursor)
    {
        if (cursor.TakeAny("самом начале", "начало", "начале", "начала", "началу", "началом")) return Part.Start;
        if (cursor.TakeAny("середина", "середине", "середины", "середину", "серединой")) return Part.Middle;
        return cursor.TakeAny("конец", "конце", "конца", "концу", "концом", "окончание", "окончания", "окончанию", "окончанием", "завершения", "завершению") ? Part.End : null;
    }

    /// <summary>«в начале и в конце учебного года».</summary>
    private static IReadOnlyList<Piece>? ReadEdges(Cursor cursor)
    {
        if (TakePart(cursor) is not { } first || !cursor.TakeSeparator()) return null;
        cursor.TakeAny("в", "на");
        int second = cursor.Position;
        if (ReadEdge(cursor, Anchor.None) is not Span later) return null;
        int end = cursor.Position;
        cursor.Position = second + 1;
        Piece? earlier = PartOf(cursor, Anchor.None, first);
        cursor.Position = end;
        return earlier is Span ? [earlier, later] : null;
    }

    private static Part? TakeHalfOf(Cursor cursor)
    {
        if (!cursor.Is(TokenKind.Number) || cursor.Current is not { Value: 1 or 2 } || !cursor.Sees("половин*", 1)) return null;
        cursor.Take(TokenKind.Number, out Token nth);
        cursor.Take("половин*");
        return nth.Value == 1 ? Part.FirstHalf : Part.SecondHalf;
    }

    private static Piece? PartOf(Cursor cursor, Anchor anchor, Part part)
    {
        if (cursor.Take(TokenKind.Month, out Token month))
            return PartMath.Cut(YearGrammar.Apply(cursor, Span.Month(month.Value) with { Doubt = DateGrammar.Misspelt(month) }), part, anchor);
        bool thisYear = cursor.TakeAny("нового", "текущего", "следующего", "этого", "данного");
        if (cursor.TakeAny("учебного года", "учебного г", "уч года", "уч г", "учебный год", "учебному году"))
            return thisYear && part != Part.Start && cursor.Context.SchoolYear is null ? null : PartMath.Cut(YearGrammar.Apply(cursor, SchoolSpan(null)), part, anchor);
        if (cursor.TakeAny("календарного года") && cursor.Context.SchoolYear is { } known)
            return PartMath.Cut(CalendarSpan(known.FirstYear, known.FirstYear), part, anchor) with { Doubt = $"Календарный год понят как {known.FirstYear}. Проверьте срок." };
        if (cursor.Try(YearGrammar.Read) is { } years)
            return years.School ? PartMath.Cut(SchoolSpan(new SchoolYear(years.First)), part, anchor)
                : PartMath.Cut(CalendarSpan(years.First, years.Last), part, anchor) is var span && part == Part.End && anchor == Anchor.None ? span with { Anchor = Anchor.By } : PartMath.Cut(CalendarSpan(years.First, years.Last), part, anchor);
        if (cursor.TakeAny("года", "году", "год")) return new AskPerson("Какой год имеется в виду, учебный или календарный? Укажите дату.");
        return cursor.Try(ReadNumbered) switch
        {
            [Span only] => PartMath.Cut(only with { Eve = false }, part, anchor),
            [AskPerson ask] => ask,
            _ => null,
        };
    }

    public static Span SchoolSpan(SchoolYear? year) => new(PartialDay.FirstOf(9), PartialDay.LastOf(5)) { School = year };

    public static Span CalendarSpan(int first, int last) => new(PartialDay.FirstOf(1, first), PartialDay.LastOf(12, last));

    /// <summary>A period with its number: week, decade, quarter, half-year, term.</summary>
    private static IReadOnlyList<Piece>? ReadNumbered(Cursor cursor)
    {
        bool before = StudyGrammar.IsBefore(cursor.Peek(-1));
        if (TakeNumbers(cursor) is not { } numbers) return null;
        if (cursor.TakeAny("недел*", "учебн* недел*")) return OfTerm(cursor, numbers) ?? InMonth(cursor, numbers, DayNaming.WeekFirst, DayNaming.WeekLast);
        if (cursor.TakeAny("декад*")) return Decades(cursor, numbers);
        if (cursor.TakeAny("квартал*", "кв")) return WithYears(cursor, numbers, 4, Quarter);
        if (cursor.TakeAny("полугоди*", "полуг", "п/г", "семестр* календарного")) return WithYears(cursor, numbers, 2, Half);
        return StudyGrammar.TakeUnit(cursor) is { } kind ? StudyGrammar.Terms(cursor, kind, numbers, before) : null;
    }

    private static readonly string[] Units = ["недел*", "декад*", "квартал*", "кв", "полуг*", "четверт*", "четв", "триместр*", "семестр*", "учебн* четверт*", "учебн* триместр*", "учебн* семестр*", "учебн* недел*"];

    private static List<(int From, int To)>? TakeNumbers(Cursor cursor)
    {
        List<(int, int)> numbers = [];
        while (TakeNumber(cursor, out int from))
        {
            int to = from;
            if ((cursor.Is(TokenKind.Dash) || cursor.Sees("по", 0)) && cursor.IsAt(1, TokenKind.Number)) { cursor.Position++; TakeNumber(cursor, out to); }
            if (numbers is [.., var before] && before.Item2 + 1 == from) numbers[^1] = (before.Item1, to);
            else numbers.Add((from, to));
            if (cursor.SeesAny(Units)) return numbers;
            if (!cursor.TakeSeparator()) return null;
        }
        return null;
    }

    private static bool TakeNumber(Cursor cursor, out int number)
    {
        number = cursor.Current.Value;
        if (cursor.Take(TokenKind.Number)) return true;
        bool unitFollows = new[] { "полуг*", "четверт*", "квартал*", "недел*", "декад*", "триместр*", "семестр*" }.Any(unit => cursor.Sees(unit, 1));
        if (!cursor.Is(TokenKind.Word) || !unitFollows || Numerals.LookAlike(cursor.Current.Text) is not { } alike) return false;
        number = alike;
        cursor.Position++;
        return true;
    }

    /// <summary>«последняя неделя II четверти».</summary>
    private static IReadOnlyList<Piece>? OfTerm(Cursor cursor, List<(int From, int To)> numbers) => cursor.Try(ReadNumbered) switch
    {
        [AskPerson ask] => [ask],
        [Span { IsTerm: true } term] when numbers is [var (from, to)] && from == to =>
            StudyGrammar.WeekOf(term with { Eve = false }, from) is { } week ? [week] : [new AskPerson("Столько недель в этом периоде нет. Проверьте номер недели.")],
        _ => null,
    };

    private static IReadOnlyList<Piece>? InMonth(Cursor cursor, List<(int From, int To)> numbers, DayNaming first, DayNaming last)
    {
        if (!cursor.Take(TokenKind.Month, out Token month))
            return cursor.SeesAny("месяц*", "кажд*", "в", "за") ? null : [new AskPerson("Не указан месяц. Укажите, в каком месяце эта неделя.")];
        return [.. numbers.Select(n => YearGrammar.Apply(cursor, new Span(new PartialDay(month.Value, first, n.From), new PartialDay(month.Value, last, n.To)) { Doubt = DateGrammar.Misspelt(month) }))];
    }

    private static IReadOnlyList<Piece>? Decades(Cursor cursor, List<(int From, int To)> numbers)
    {
        if (!cursor.Take(TokenKind.Month, out Token month))
            return cursor.SeesAny("месяц*", "кажд*") ? null : [new AskPerson("Не указан месяц. Укажите, в каком месяце эта декада.")];
        List<Span> spans = [];
        foreach ((int from, int to) in numbers)
        {
            (int a, int b) = (from == -1 ? 3 : from, to == -1 ? 3 : to);
            if (a is < 1 or > 3 || b < a || b > 3) return [new AskPerson("В месяце три декады. Проверьте номер декады.")];
            spans.Add(new Span(new PartialDay(month.Value, DayNaming.Numbered, 10 * a - 9),
                b == 3 ? PartialDay.LastOf(month.Value) : new PartialDay(month.Value, DayNaming.Numbered, 10 * b)));
        }
        return [.. spans.Select(span => YearGrammar.Apply(cursor, span))];
    }

    private static IReadOnlyList<Piece> WithYears(Cursor cursor, List<(int From, int To)> numbers, int most, Func<int, int, Years?, Span> span)
    {
        List<(int From, int To)> known = [.. numbers.Select(n => (n.From == -1 ? most : n.From, n.To == -1 ? most : n.To))];
        cursor.Take(TokenKind.Comma);
        Years? years = cursor.Try(YearGrammar.Read);
        if (years is null) { if (cursor.Peek(-1).Kind == TokenKind.Comma) cursor.Position--; cursor.TakeAny("учебного года", "уч года", "уч г"); }
        if (known.Any(n => n.From < 1 || n.To > most || n.To < n.From))
            return [new AskPerson(most == 4 ? "В году четыре квартала. Проверьте номер." : "В году два полугодия. Проверьте номер.")];
        return [.. known.Select(n => span(n.From, n.To, years))];
    }

    private static Span Quarter(int from, int to, Years? years) => years is { School: false }
        ? new Span(PartialDay.FirstOf(3 * from - 2, years.First), PartialDay.LastOf(3 * to, years.Last))
        : new Span(PartialDay.FirstOf(3 * from - 2), PartialDay.LastOf(3 * to)) { School = years is null ? null : new SchoolYear(years.First), CutToPlan = true };

    private static Span Half(int from, int to, Years? years) => years is { School: false }
        ? new Span(PartialDay.FirstOf(6 * from - 5, years.First), PartialDay.LastOf(6 * to, years.Last))
        : new Span(PartialDay.FirstOf(from == 1 ? 9 : 1), PartialDay.LastOf(to == 1 ? 12 : 5)) { School = years is null ? null : new SchoolYear(years.First) };
}
