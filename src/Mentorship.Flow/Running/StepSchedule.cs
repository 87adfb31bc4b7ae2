namespace Mentorship.Flow;

/// <summary>When the work of a step opens and ends, as the host understood its deadline.</summary>
/// <param name="Kind">How the occurrences are to be treated.</param>
/// <param name="Occurrences">At least one for <see cref="ScheduleKind.Window"/>; each becomes work of its own. The step is done when all are.</param>
public sealed record StepSchedule(ScheduleKind Kind, IReadOnlyList<Occurrence> Occurrences)
{
    /// <summary>Opens at once, never due.</summary>
    public static StepSchedule AtOnce { get; } = new(ScheduleKind.Window, [new Occurrence("", null, null, null)]);
}

/// <summary><c>Window</c> opens by dates; <c>AwaitsEvent</c> waits for <see cref="StepTriggered"/>; <c>NeedsDeadline</c> opens nothing until a person sets one (a move or a retry prepares it again).</summary>
public enum ScheduleKind { Window, AwaitsEvent, NeedsDeadline }

/// <summary>One task in time.</summary>
/// <param name="Key">Stable within the step, e.g. <c>2026-12</c>; empty for the only one.</param>
/// <param name="OpensAt">Null or past: at once.</param>
/// <param name="DueAt">End of the last day in time; null when never overdue.</param>
/// <param name="ClosesAt">For continuous work: when the one closing check is asked.</param>
public sealed record Occurrence(string Key, DateTimeOffset? OpensAt, DateTimeOffset? DueAt, DateTimeOffset? ClosesAt)
{
    /// <summary>When those who have not answered are asked again, in order; what has passed when the work opens is left out.</summary>
    public IReadOnlyList<DateTimeOffset> Reminders { get; init; } = [];

    /// <summary>When others are told of those who have not answered.</summary>
    public IReadOnlyList<DateTimeOffset> Escalations { get; init; } = [];
}
