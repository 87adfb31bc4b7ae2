using System.Globalization;
using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.UseCases.Calendars;

/// <summary>The study schedule of a school year as a person typed it; an empty period is not there.</summary>
public sealed record StudyYearInput
{
    /// <summary>Rows for terms, and for holidays: one of each season, then further ones.</summary>
    public const int MostTerms = 4, MostHolidays = 7;

    /// <summary>The season of each of the first rows of holidays.</summary>
    private static readonly int[] Seasons = [9, 12, 3, 6];

    private static readonly Dictionary<string, TermKind> Kinds = new(StringComparer.Ordinal) { ["quarter"] = TermKind.Quarter, ["trimester"] = TermKind.Trimester, ["semester"] = TermKind.Semester };

    /// <summary><c>quarter</c>, <c>trimester</c>, <c>semester</c>; anything else: lessons are not divided.</summary>
    public string? Kind { get; init; }
    public IReadOnlyList<TypedPeriod> Terms { get; init; } = [];
    public IReadOnlyList<TypedPeriod> Holidays { get; init; } = [];

    public TermKind? Teaching => Kinds.TryGetValue(Kind ?? "", out TermKind kind) ? kind : null;

    public static string CodeOf(TermKind? kind) => Kinds.FirstOrDefault(k => k.Value == kind).Key ?? "none";

    public static StudyYearInput Of(StudyCalendar schedule, TermKind? whenEmpty)
    {
        IReadOnlyList<StudyTerm> teaching = schedule.Teaching;
        List<StudyTerm> rest = [.. schedule.Terms.Where(t => t.Kind == TermKind.Holidays).OrderBy(t => t.Window.From)];
        List<StudyTerm?> rows = [.. Seasons.Select(season => rest.FirstOrDefault(t => t.Number == season))];
        rows.AddRange(rest.Except(rows.OfType<StudyTerm>()));
        return new StudyYearInput
        {
            Kind = CodeOf(teaching.Count > 0 ? teaching[0].Kind : schedule.Terms.Count == 0 ? whenEmpty : null),
            Terms = Filled(teaching, MostTerms), Holidays = Filled(rows, MostHolidays),
        };
    }

    private static List<TypedPeriod> Filled(IEnumerable<StudyTerm?> terms, int rows)
    {
        List<TypedPeriod> filled = [.. terms.Select(t => t is null ? new TypedPeriod(null, null) : new TypedPeriod(Iso(t.Window.From), Iso(t.Window.To)))];
        while (filled.Count < rows) filled.Add(new TypedPeriod(null, null));
        return filled;
    }

    /// <summary>What it means, or what to correct. Nothing typed at all: the year has no schedule.</summary>
    internal Outcome<StudyCalendar> Read(SchoolYear year)
    {
        List<StudyTerm> found = [];
        if (Teaching is { } kind)
            for (int n = 1; n <= StudyWords.CountOf(kind); n++)
                if (Put(found, Terms.ElementAtOrDefault(n - 1), new StudyTerm(kind, n, default), StudyWords.Of(new StudyTerm(kind, n, default))) is { } no) return no;
        for (int row = 0; row < Holidays.Count; row++)
        {
            StudyTerm rest = new(TermKind.Holidays, row < Seasons.Length ? Seasons[row] : 0, default);
            if (Put(found, Holidays[row], rest, rest.Number == 0 ? "Ещё каникулы" : StudyWords.Of(rest)) is { } no) return no;
        }
        StudyCalendar schedule = new(year, found);
        if (Teaching is { } wanted && found.Count > 0 && schedule.Teaching.Count == 0)
            return new Refusal("TermMissing", $"{StudyWords.Of(new StudyTerm(wanted, 1, default))}: даты не указаны. Заполните все периоды года или выберите «занятия не делятся на периоды».");
        return StudyCheck.Of(schedule) is { } refusal ? refusal : schedule;
    }

    private static Refusal? Put(List<StudyTerm> found, TypedPeriod? typed, StudyTerm term, string name)
    {
        if (typed is null || typed is { HasFrom: false, HasTo: false }) return null;
        if (Day(typed.From) is not { } from || Day(typed.To) is not { } to)
            return new Refusal("TermDates", $"«{name}»: укажите и первый, и последний день, например 01.09.2026 – 25.10.2026, или оставьте обе даты пустыми.");
        int number = term.Number == 0 ? StudyWords.SeasonOf(from) : term.Number;
        found.Add(term with { Number = number, Window = new DateWindow(from, to) });
        return null;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>First and last day as they were typed.</summary>
public sealed record TypedPeriod(string? From, string? To)
{
    internal bool HasFrom => !string.IsNullOrWhiteSpace(From);
    internal bool HasTo => !string.IsNullOrWhiteSpace(To);
}
