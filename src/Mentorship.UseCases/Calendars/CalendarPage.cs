using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Wording;
using Mentorship.Domain.Deadlines;

namespace Mentorship.UseCases.Calendars;

/// <param name="Days">Marked days from the beginning of the running school year, in runs.</param>
/// <param name="Year">The school year whose schedule is shown.</param>
/// <param name="Seal">Of that schedule.</param>
public sealed record CalendarPage(bool MayChange, bool SixDayWeek, IReadOnlyList<MarkedDays> Days, SchoolYear Year, IReadOnlyList<SchoolYear> Years, string Seal)
{
    /// <summary>What institutions of this kind usually teach by; null where lessons are not divided.</summary>
    public required TermKind? Usual { get; init; }
    public required IReadOnlyList<ScheduleLine> Schedule { get; init; }

    /// <summary>The schedule for the fields of a form.</summary>
    public required StudyYearInput Fields { get; init; }
    public required IReadOnlyList<CalendarExample> Examples { get; init; }
    public TriedSchedule? Tried { get; init; }

    /// <summary>IANA name of the institution's time zone.</summary>
    public required string Zone { get; init; }

    /// <summary>What its clock shows.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>A term or holidays in words.</summary>
public sealed record ScheduleLine(string Name, string Days, bool IsHolidays);

/// <summary>A phrase, and the days that are found for it.</summary>
public sealed record CalendarExample(string Phrase, string Meaning);

/// <summary>What a typed schedule would mean.</summary>
public sealed record TriedSchedule(IReadOnlyList<ScheduleLine> Schedule, IReadOnlyList<CalendarExample> Examples, CalendarEffect Effect, Refusal? Problem);

/// <summary>Marked days that follow each other, with the same note.</summary>
public sealed record MarkedDays(DateOnly From, DateOnly To, bool Works, string? Note)
{
    /// <summary>«3 ноября 2026 г., вторник».</summary>
    public string Words => From == To ? $"{RussianDate.Long(From)}, {RussianDate.Weekday(From)}" : From.Year == To.Year ? $"{RussianDate.Range(new DateWindow(From, To))} {From.Year}\u00A0г." : RussianDate.Range(new DateWindow(From, To));

    internal static IReadOnlyList<MarkedDays> Of(IReadOnlyList<SpecialDay> days)
    {
        List<MarkedDays> runs = [];
        foreach (SpecialDay day in days)
            if (runs is [.., var last] && last.To.AddDays(1) == day.Day && last.Works == day.Works && last.Note == day.Note) runs[^1] = last with { To = day.Day };
            else runs.Add(new MarkedDays(day.Day, day.Day, day.Works, day.Note));
        return runs;
    }
}
