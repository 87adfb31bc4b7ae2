namespace Mentorship.Flow;

/// <summary>One event with the host's answers to it, and what it replaced in the state: enough to stand before it again. Kept for as long as it may be taken back.</summary>
public sealed record RecentEvent
{
    /// <summary>What happened, then what the host answered.</summary>
    public required IReadOnlyList<FlowEvent> Events { get; init; }

    /// <summary>How many steps had started before.</summary>
    internal int StepsBefore { get; init; }

    /// <summary>The steps that it changed, as they were.</summary>
    internal IReadOnlyList<StepState> Replaced { get; init; } = [];

    /// <summary>What waited to be joined; null where that did not change.</summary>
    internal IReadOnlyList<WaitingToken>? Waiting { get; init; }

    /// <summary>The variables; null where none changed.</summary>
    internal IReadOnlyDictionary<string, object?>? Variables { get; init; }
    internal FlowStatus Status { get; init; }

    /// <summary>Timers of the host that it fired, moved or took away, as they were.</summary>
    internal IReadOnlyList<SetTimer> Timers { get; init; } = [];

    public DateTimeOffset At => Events[0].At;

    /// <param name="before">The very state that the event was applied to.</param>
    /// <param name="after">What came of it, after the host's answers.</param>
    /// <param name="timers">Timers that were fired, moved or taken away, as they were.</param>
    public static RecentEvent Between(FlowState before, FlowState after, IReadOnlyList<FlowEvent> events, IReadOnlyList<SetTimer> timers) => new()
    {
        Events = events, StepsBefore = before.StepList.Length, Timers = timers, Status = before.Status,
        Replaced = [.. before.StepList.Where((step, i) => !ReferenceEquals(step, after.StepList[i]))],
        Waiting = before.WaitingList.SequenceEqual(after.WaitingList, ReferenceEqualityComparer.Instance) ? null : before.WaitingList,
        Variables = ReferenceEquals(before.Variables, after.Variables) ? null : before.Variables,
    };

    /// <summary>The state before the event.</summary>
    /// <param name="after">The state that it led to.</param>
    internal FlowState Before(FlowState after)
    {
        StepState[] steps = after.StepList[..StepsBefore];
        foreach (StepState step in Replaced) steps[Array.FindIndex(steps, s => s.Id == step.Id)] = step;
        return new FlowState(after.Rules, Status, steps, Waiting is null ? after.WaitingList : [.. Waiting], Variables ?? after.Variables);
    }
}
