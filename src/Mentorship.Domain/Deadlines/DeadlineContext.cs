using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Deadlines;

/// <summary>What the reader may know about a cell besides its text.</summary>
public sealed record DeadlineContext
{
    /// <summary>The school year of the roadmap; without it a month without a year has no meaning.</summary>
    public SchoolYear? SchoolYear { get; init; }

    /// <summary>The days that «в течение года» covers; by default the school year, 1 September – 31 August.</summary>
    public DateWindow? PlanPeriod { get; init; }

    public RowPlace Place { get; init; } = RowPlace.Unknown;

    /// <summary>The institution's own terms and holidays; without those of the year «четверть» and «каникулы» wait for a person.</summary>
    public InstitutionCalendar Calendar { get; init; } = InstitutionCalendar.ByRule;

    /// <summary>The text of the activity, which may name a tighter deadline than the cell.</summary>
    public string? ActivityText { get; init; }

    /// <summary>The plan period, or the school year when none is set.</summary>
    public DateWindow? Period => PlanPeriod ?? (SchoolYear is { } year ? new DateWindow(year.From, year.To) : null);
}

/// <summary>Where a row stands: what decides which August is meant, and what an empty cell repeats.</summary>
/// <param name="FirstStage">The row belongs to the first stage.</param>
/// <param name="LastRow">The row is the last of the roadmap.</param>
/// <param name="NextText">The deadline text of the next row.</param>
/// <param name="Above">The reading of the row above, which an empty cell or «–//–» repeats.</param>
public sealed record RowPlace(bool FirstStage = false, bool LastRow = false, string? NextText = null, Deadline? Above = null)
{
    public static RowPlace Unknown { get; } = new();
}
