using System.Text.Json.Serialization;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Calendars;

/// <summary>The study schedule of one institution for one school year: every school has its own.</summary>
public sealed record StudyCalendar(SchoolYear Year, IReadOnlyList<StudyTerm> Terms)
{
    /// <summary>The window of a numbered term (четверть, триместр, семестр), or null when the schedule does not hold it.</summary>
    public DateWindow? Term(TermKind kind, int number) => Find(t => t.Kind == kind && t.Number == number);

    /// <summary>The holidays of a season, in order: autumn 9, winter 12, spring 3, summer 6; by modules there may be several.</summary>
    public IReadOnlyList<DateWindow> Holidays(int firstMonthOfSeason) =>
        [.. Terms.Where(t => t.Kind == TermKind.Holidays && t.Number == firstMonthOfSeason).OrderBy(t => t.Window.From).Select(t => t.Window)];

    /// <summary>All holidays in order.</summary>
    public IReadOnlyList<DateWindow> AllHolidays => [.. Terms.Where(t => t.Kind == TermKind.Holidays).OrderBy(t => t.Window.From).Select(t => t.Window)];

    /// <summary>The terms that the school teaches in: quarters, else trimesters, else semesters.</summary>
    public IReadOnlyList<StudyTerm> Teaching => new[] { TermKind.Quarter, TermKind.Trimester, TermKind.Semester }
        .Select(kind => (IReadOnlyList<StudyTerm>)[.. Terms.Where(t => t.Kind == kind).OrderBy(t => t.Window.From)])
        .FirstOrDefault(terms => terms.Count > 0) ?? [];

    private DateWindow? Find(Func<StudyTerm, bool> wanted)
    {
        foreach (StudyTerm term in Terms) if (wanted(term)) return term.Window;
        return null;
    }
}

/// <summary>One term or one holiday.</summary>
/// <param name="Number">The number of the term; for holidays the first month of their season: 9 autumn, 12 winter, 3 spring, 6 summer.</param>
public sealed record StudyTerm(TermKind Kind, int Number, DateWindow Window);

/// <summary>Четверть, триместр, семестр, каникулы.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TermKind>))]
public enum TermKind { Quarter, Trimester, Semester, Holidays }
