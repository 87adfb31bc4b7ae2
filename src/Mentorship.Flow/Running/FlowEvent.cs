namespace Mentorship.Flow;

/// <summary>What happened outside the engine. The instant is part of the event, so that replaying events gives the same state.</summary>
/// <param name="At">When it happened (UTC).</param>
public abstract record FlowEvent(DateTimeOffset At);

/// <summary>The first event of a case.</summary>
/// <param name="Variables">Values that replace the defaults of the definition's variables, by name (bool, string, double, null).</param>
public sealed record CaseStarted(DateTimeOffset At, IReadOnlyDictionary<string, object?>? Variables = null) : FlowEvent(At);

/// <summary>The host's answer to <see cref="PrepareStep"/>: who takes part and when the work opens.</summary>
/// <param name="Participants">Opaque keys (<c>person:…</c>, <c>body:…</c>) in the order of asking; empty means that nobody holds the role and the step needs attention.</param>
public sealed record StepPrepared(DateTimeOffset At, string Step, IReadOnlyList<string> Participants, StepSchedule Schedule) : FlowEvent(At);

/// <summary>One participant's decision on one occurrence of an open step.</summary>
/// <param name="Outcome">An outcome of the node kind: <c>Done</c>, <c>NotDone</c>, <c>Approved</c>, <c>Returned</c>, <c>Rejected</c>, <c>Signed</c>, <c>Refused</c>.</param>
public sealed record Decided(DateTimeOffset At, string Step, string Participant, string Outcome, string? Occurrence = null) : FlowEvent(At)
{
    /// <summary>What was filled in with it, by the names of variables (bool, string, double): they have these values before the step goes on.</summary>
    public IReadOnlyDictionary<string, object?>? Values { get; init; }
}

/// <summary>The host finished an effect that the step waited for (a document was drafted, a mail queued) or an administrator answered for it.</summary>
public sealed record StepCompleted(DateTimeOffset At, string Step, string Outcome = "Done") : FlowEvent(At);

/// <summary>The host could not carry out the step: it is held for attention, the other branches go on.</summary>
public sealed record StepFailed(DateTimeOffset At, string Step, string Reason) : FlowEvent(At);

/// <summary>A timer set by <see cref="SetTimer"/> is due.</summary>
public sealed record TimerFired(DateTimeOffset At, string Step, string Key) : FlowEvent(At);

/// <summary>The host's answer to <see cref="PrepareWait"/>.</summary>
public sealed record WaitPrepared(DateTimeOffset At, string Step, DateTimeOffset Until) : FlowEvent(At);

/// <summary>The host's answer to <see cref="PrepareItems"/>.</summary>
public sealed record ItemsPrepared(DateTimeOffset At, string Step, IReadOnlyList<LoopItem> Items) : FlowEvent(At);

/// <summary>The host's answer to <see cref="SumUpSurvey"/>.</summary>
/// <param name="Values">What the answers came to, by the names of the variables that the form names; a variable that is not among them keeps its value.</param>
public sealed record SurveySummedUp(DateTimeOffset At, string Step, IReadOnlyDictionary<string, object?> Values) : FlowEvent(At);

/// <summary>The child that a step waited for came to its end.</summary>
/// <param name="Outcome"><c>Done</c>, <c>Cancelled</c>, or what a Complete step of the child said.</param>
/// <param name="Outputs">Variables of the child that the step asks for (<see cref="ChildOutputs.Wanted"/>), by their names there; a cancelled child gives none.</param>
public sealed record ChildEnded(DateTimeOffset At, string Step, string Outcome, IReadOnlyDictionary<string, object?>? Outputs = null) : FlowEvent(At);

/// <summary>The event that a step waits for («по мере необходимости», <c>Elsa.Event</c>) took place.</summary>
public sealed record StepTriggered(DateTimeOffset At, string Step) : FlowEvent(At);

/// <summary>An administrator tries a step in attention again.</summary>
public sealed record StepRetried(DateTimeOffset At, string Step) : FlowEvent(At);

/// <summary>An administrator goes past an open step by one of its outcomes.</summary>
public sealed record StepSkipped(DateTimeOffset At, string Step, string Outcome = "Done") : FlowEvent(At);

/// <summary>The work of a participant goes to another (hand-over): the vote still to come is the other's.</summary>
public sealed record WorkHandedOver(DateTimeOffset At, string Step, string From, string To) : FlowEvent(At);

/// <summary>A variable of the case gets a value.</summary>
public sealed record VariableSet(DateTimeOffset At, string Name, object? Value) : FlowEvent(At);

/// <summary>An administrator takes a token from a live step to another step of the same flowchart, which starts as its next round.</summary>
/// <param name="To">The node to start.</param>
public sealed record TokenMoved(DateTimeOffset At, string Step, string To) : FlowEvent(At);

/// <summary>The case stands still: nothing but resuming and cancelling fits until then.</summary>
public sealed record CaseSuspended(DateTimeOffset At) : FlowEvent(At);

/// <summary>The case goes on where it stood.</summary>
public sealed record CaseResumed(DateTimeOffset At) : FlowEvent(At);

/// <summary>The whole case is cancelled: everything open is withdrawn.</summary>
public sealed record CaseCancelled(DateTimeOffset At, string Reason) : FlowEvent(At);
