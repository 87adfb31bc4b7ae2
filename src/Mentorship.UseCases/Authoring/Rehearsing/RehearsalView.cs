namespace Mentorship.UseCases.Authoring.Rehearsing;

/// <param name="From">The day on which the process would begin.</param>
/// <param name="Answers">What steps are answered with, by step and round (<c>concur#1</c>); others are answered as usual.</param>
/// <param name="DaysToAnswer">Working days after which people answer.</param>
/// <param name="Variables">Values of the fields at the beginning, where they differ from the definition's.</param>
public sealed record RehearsalRequest(DateOnly From, IReadOnlyDictionary<string, string> Answers, int DaysToAnswer = 2, IReadOnlyDictionary<string, object?>? Variables = null)
{
    public const int MostDays = 60;

    /// <summary>On which day an awaited event happens, by step and round; what is not named here does not happen.</summary>
    public IReadOnlyDictionary<string, DateOnly> Events { get; init; } = new Dictionary<string, DateOnly>();
}

/// <summary>How a process would run on the people and in the calendar of the institution.</summary>
/// <param name="EndsOn">Null where it does not come to its end.</param>
/// <param name="Truncated">It was stopped: it goes round and round.</param>
public sealed record RehearsalView(IReadOnlyList<RehearsalDay> Days, IReadOnlyList<RehearsalHalt> Halts, IReadOnlyList<RehearsalLoad> Loads, DateOnly? EndsOn, bool Truncated);

public sealed record RehearsalDay(DateOnly Day, IReadOnlyList<RehearsalLine> Lines);

public enum RehearsalLineKind { Asked, Answered, Late, Mailed, Written, Started, Happened, SummedUp }

/// <summary>What would happen on a day.</summary>
/// <param name="Who">Whom it concerns; several hold the same task.</param>
public sealed record RehearsalLine(RehearsalLineKind Kind, string NodeId, string StepId, string Title, int Round, string Who)
{
    public DateOnly? Due { get; init; }
    public string? Outcome { get; init; }

    /// <summary>What could be answered instead.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];
}

public enum RehearsalHaltKind { Nobody, NeedsDeadline, AwaitsEvent, Waits }

/// <summary>Where it would stand still.</summary>
/// <param name="Reason">The sentence of the engine, where it has one.</param>
public sealed record RehearsalHalt(RehearsalHaltKind Kind, string NodeId, string StepId, string Title, string? Reason);

/// <summary>What one person or body would have to do.</summary>
/// <param name="Tasks">All in all.</param>
/// <param name="AtOnce">Open at the same time at most, and when.</param>
public sealed record RehearsalLoad(string Who, int Tasks, int AtOnce, DateOnly On)
{
    /// <summary>More than that at once is hardly done in time.</summary>
    public const int Bearable = 7;

    public bool IsTooMuch => AtOnce > Bearable;
}
