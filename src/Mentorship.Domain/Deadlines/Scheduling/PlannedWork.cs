namespace Mentorship.Domain.Deadlines.Scheduling;

/// <summary>When the work of an item opens and ends, in days of the institution.</summary>
/// <param name="Occurrences">Each becomes a task of its own; empty while an event or a deadline is awaited.</param>
/// <param name="ClosesOn">For work that goes on: the day of its one closing check.</param>
public sealed record PlannedWork(PlannedKind Kind, IReadOnlyList<PlannedOccurrence> Occurrences, DateOnly? ClosesOn = null)
{
    public static PlannedWork AwaitsEvent { get; } = new(PlannedKind.AwaitsEvent, []);
    public static PlannedWork NeedsDeadline { get; } = new(PlannedKind.NeedsDeadline, []);
}

/// <summary>How the host treats the work.</summary>
public enum PlannedKind
{
    /// <summary>Each occurrence opens and is due by its days.</summary>
    Windows,

    /// <summary>Opens at once, never due, closed by one check on the last day.</summary>
    Continuous,

    /// <summary>Opens when a person or an event says so.</summary>
    AwaitsEvent,

    /// <summary>Opens nothing until a person sets a deadline.</summary>
    NeedsDeadline,
}

/// <summary>One task in time.</summary>
/// <param name="Key">Stable within the item: <c>2026-10</c>, <c>2026-10-15</c>, <c>2026-10/2</c>; empty for the only one.</param>
/// <param name="Opens">The first day; a past one means at once.</param>
/// <param name="Due">The last day in time, inclusive; null when never overdue.</param>
public sealed record PlannedOccurrence(string Key, DateOnly Opens, DateOnly? Due);

/// <summary>How early work opens before a single date.</summary>
public sealed record OpeningRules
{
    /// <summary>Days between the opening and the due day of «до 15 сентября» and «15 сентября».</summary>
    public int DaysBefore { get; init; } = 14;
}
