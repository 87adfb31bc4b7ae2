using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Reads what only the institution's own study schedule can date: terms («I четверть», «2 триместр») and school holidays («осенние каникулы»).</summary>
internal static class StudyGrammar
{
    private const string WhichHolidays = "Не сказано, какие именно каникулы. Напишите, осенние, зимние, весенние или летние, либо укажите дату.";

    /// <summary>«весенние каникулы», «осенние и весенние каникулы», «в каникулярное время».</summary>
    public static IReadOnlyList<Piece>? Holidays(Cursor cursor)
    {
        bool before = IsBefore(cursor.Peek(-1));
        List<int> seasons = [];
        while (SeasonGrammar.Take(cursor) is { } season)
        {
            seasons.Add(season.First);
            cursor.TakeSeparator();
        }
        cursor.TakeAny("школьн*");
        if (!cursor.TakeAny("каникул*", "каникулярн*")) return null;
        cursor.TakeAny("время", "период", "дни");
        IReadOnlyList<DateWindow> windows = Find(cursor, year => seasons.Count == 0 ? year.AllHolidays : [.. seasons.SelectMany(year.Holidays)], out AskPerson? ask);
        if (ask is not null) return [ask];
        return before && windows.Count > 1 ? [new AskPerson(WhichHolidays)] : [.. windows.Select(window => Whole(window, before))];
    }

    /// <summary>The unit of «I четверть», when the cursor stands on it; «учебная» may stand before it.</summary>
    public static TermKind? TakeUnit(Cursor cursor) =>
        cursor.TakeAny("четверт*", "четв", "учебн* четверт*") ? TermKind.Quarter : cursor.TakeAny("триместр*", "учебн* триместр*") ? TermKind.Trimester
        : cursor.TakeAny("семестр*", "учебн* семестр*") ? TermKind.Semester : null;

    /// <summary>Terms by their numbers; -1 is the last.</summary>
    /// <param name="before">They stand behind «до», «к», «перед»: the day before they begin is meant.</param>
    public static IReadOnlyList<Piece> Terms(Cursor cursor, TermKind kind, List<(int From, int To)> numbers, bool before)
    {
        IReadOnlyList<DateWindow> found = Find(cursor, year => [.. numbers.Select(n => Joined(year, kind, n.From, n.To)).OfType<DateWindow>()], out AskPerson? ask);
        return ask is not null ? [ask] : found.Count < numbers.Count ? [new AskPerson(NoSuchPeriod(cursor.Context.SchoolYear))] : [.. found.Select(window => Whole(window, before))];
    }

    /// <summary>«первая неделя II четверти»: Monday to Sunday, cut to the term.</summary>
    public static Span? WeekOf(Span term, int number)
    {
        if (term.From.At(term.From.Year ?? 0) is not { } first || term.To.At(term.To.Year ?? 0) is not { } last) return null;
        DateOnly anchor = number == -1 ? last : first, monday = anchor.AddDays(-(((int)anchor.DayOfWeek + 6) % 7)).AddDays(number == -1 ? 0 : 7 * (number - 1)), sunday = monday.AddDays(6);
        if (number is < -1 or 0 || monday > last) return null;
        return term with { From = PartialDay.On(monday < first ? first : monday), To = PartialDay.On(sunday > last ? last : sunday) };
    }

    /// <summary>The word behind which a period is not yet begun.</summary>
    public static bool IsBefore(Token word) => word is { Kind: TokenKind.Word, Text: "до" or "к" or "ко" or "перед" or "накануне" };

    /// <summary>Why something that is dated by terms has no date; null when the year's terms are known.</summary>
    public static string? Missing(DeadlineContext context) =>
        context.SchoolYear is { } year ? context.Calendar.Of(year) is { } known ? known.Teaching.Count > 0 ? null : NoSuchPeriod(year) : NoSchedule(year)
        : context.Calendar.Years.Count == 0 ? NoSchedule(null) : null;

    private static Span Whole(DateWindow window, bool before) => new(PartialDay.On(window.From), PartialDay.On(window.To)) { IsTerm = true, Eve = before };

    private static DateWindow? Joined(StudyCalendar year, TermKind kind, int from, int to)
    {
        int last = year.Terms.Where(t => t.Kind == kind).Select(t => t.Number).DefaultIfEmpty().Max();
        return year.Term(kind, from == -1 ? last : from) is { } first && year.Term(kind, to == -1 ? last : to) is { } end && first.From <= end.To ? new DateWindow(first.From, end.To) : null;
    }

    /// <summary>The windows in the year that the phrase names, else in that of the plan.</summary>
    private static IReadOnlyList<DateWindow> Find(Cursor cursor, Func<StudyCalendar, IReadOnlyList<DateWindow>> windows, out AskPerson? ask)
    {
        (SchoolYear? named, int? calendarYear) = NamedYear(cursor);
        InstitutionCalendar calendar = cursor.Context.Calendar;
        SchoolYear? wanted = named ?? (calendarYear is null ? cursor.Context.SchoolYear : null);
        IReadOnlyList<DateWindow> found = wanted is { } year ? calendar.Of(year) is { } known ? windows(known) : [] : calendarYear is { } number ? InYear(cursor.Context, number, windows) : [];
        bool isEntered = wanted is { } asked ? calendar.Of(asked) is not null : calendarYear is not null && calendar.Years.Count > 0;
        ask = found.Count > 0 ? null : new AskPerson(isEntered ? NoSuchPeriod(wanted) : NoSchedule(wanted));
        return found;
    }

    /// <summary>«осенние каникулы 2026 года»: of the two school years that share a calendar year the one that has them in it; the plan's own when both have.</summary>
    private static IReadOnlyList<DateWindow> InYear(DeadlineContext context, int number, Func<StudyCalendar, IReadOnlyList<DateWindow>> windows)
    {
        List<(SchoolYear Year, IReadOnlyList<DateWindow> Windows)> found = [.. new[] { new SchoolYear(number), new SchoolYear(number - 1) }
            .Select(year => (year, (IReadOnlyList<DateWindow>)[.. (context.Calendar.Of(year) is { } known ? windows(known) : []).Where(w => w.From.Year == number || w.To.Year == number)]))
            .Where(pair => pair.Item2.Count > 0)];
        return found.Count == 0 ? [] : found.OrderByDescending(pair => pair.Year == context.SchoolYear).First().Windows;
    }

    private static (SchoolYear? School, int? Year) NamedYear(Cursor cursor)
    {
        Span named = YearGrammar.Apply(cursor, Span.Month(9));
        cursor.TakeAny("учебного года", "текущего учебного года", "нового учебного года");
        if (named.School is not null || named.To.Year is not null) return (named.School, named.To.Year);
        // «2026-2027 учебный год, I четверть»: the year may stand anywhere in the cell.
        int here = cursor.Position;
        SchoolYear? found = null;
        for (int at = 0; found is null && (cursor.Position = at) >= 0 && !cursor.AtEnd; at++)
            if (cursor.Is(TokenKind.Year) && YearGrammar.Read(cursor) is { School: true } years) found = new SchoolYear(years.First);
        cursor.Position = here;
        return (found, null);
    }

    private static string NoSchedule(SchoolYear? year) =>
        $"Даты четвертей, семестров и каникул у каждой школы свои. Внесите в календарь учреждения учебный график{(year is { } known ? $" на {known} учебный год" : "")} или укажите даты.";

    private static string NoSuchPeriod(SchoolYear? year) =>
        $"В учебном графике учреждения{(year is { } known ? $" на {known} учебный год" : "")} нет такого периода. Проверьте срок или дополните график.";
}
