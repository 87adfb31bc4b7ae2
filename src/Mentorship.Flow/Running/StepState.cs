namespace Mentorship.Flow;

/// <summary>What a started step is doing.</summary>
public enum StepStatus
{
    /// <summary>The host is to say who and when, or to finish its part.</summary>
    Preparing,
    /// <summary>It waits for its window, its event or its deadline.</summary>
    Scheduled,
    Open,
    /// <summary>«Нужно внимание»: an administrator retries, skips or cancels.</summary>
    Attention,
    Done,
    Withdrawn,
    Skipped
}

/// <summary>What one occurrence of a step's work is doing.</summary>
public enum OccurrenceStatus { Scheduled, Open, Closing, Done }

/// <summary>One task in time and how far it is.</summary>
public sealed record OccurrenceState(string Key, DateTimeOffset? OpensAt, DateTimeOffset? DueAt, DateTimeOffset? ClosesAt, OccurrenceStatus Status)
{
    /// <summary>What is still to come of the reminders and escalations.</summary>
    public IReadOnlyList<DateTimeOffset> Reminders { get; init; } = [];

    /// <inheritdoc cref="Reminders"/>
    public IReadOnlyList<DateTimeOffset> Escalations { get; init; } = [];

    internal bool IsOpen => Status is OccurrenceStatus.Open or OccurrenceStatus.Closing;
}

/// <summary>What one participant answered on one occurrence.</summary>
public sealed record Vote(string Participant, string Occurrence, string Outcome);

/// <summary>One start of one node.</summary>
/// <param name="Id">The node's id and the round: <c>legal#1</c>.</param>
/// <param name="Scope">The step id of the container in which it runs; empty for the root.</param>
public sealed record StepState(string Id, string NodeId, NodeKind Kind, int Round, string Scope)
{
    public StepStatus Status { get; init; } = StepStatus.Preparing;
    public string? Outcome { get; init; }

    /// <summary>How it will be over as soon as the host has said what its answers came to (<see cref="SumUpSurvey"/>): it has its outcome, and waits for nobody else.</summary>
    internal StepStatus? Leaving { get; init; }

    /// <summary>Why it needs attention.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<string> Participants { get; init; } = [];
    public ScheduleKind ScheduleKind { get; init; }
    public IReadOnlyList<OccurrenceState> Occurrences { get; init; } = [];
    public IReadOnlyList<Vote> Votes { get; init; } = [];

    /// <summary>When the event came from which it counts its days.</summary>
    public DateTimeOffset? EventAt { get; init; }

    /// <summary>When it was left, where another step counts its days from that.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>The partings behind its token.</summary>
    public IReadOnlyList<string> Trail { get; init; } = [];

    /// <summary>Variables of its own: those that a flowchart declares, the current item of a loop. They hide variables of the same name further out.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = NoValues;

    /// <summary>What a loop in turn has still to go through.</summary>
    public IReadOnlyList<LoopItem> Items { get; init; } = [];

    internal static readonly IReadOnlyDictionary<string, object?> NoValues = new Dictionary<string, object?>();

    public bool IsLive => Status <= StepStatus.Attention;
    public bool IsContainer => Kind is NodeKind.Flowchart or NodeKind.Sequence or NodeKind.Stage
        or NodeKind.If or NodeKind.Switch or NodeKind.While or NodeKind.ForEach or NodeKind.Concurrent;

    /// <summary>Steps run inside it now: what waits or fails is one of those, not it.</summary>
    internal bool HoldsSteps => IsContainer && Status == StepStatus.Open;

    /// <summary>The same when it is over: only what views and rounds need.</summary>
    internal StepState Closed(StepStatus status, string? outcome) => new(Id, NodeId, Kind, Round, Scope) { Status = status, Outcome = outcome };
}

/// <summary>Keys of the timers that the engine sets.</summary>
internal static class TimerKeys
{
    public const string Wait = "wait";
    public const string OpenPrefix = "open:";
    public const string ClosePrefix = "close:";
    public const string RemindPrefix = "remind:";
    public const string EscalatePrefix = "escalate:";
    public const string DuePrefix = "due:";
}
