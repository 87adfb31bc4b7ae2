namespace Mentorship.Flow;

/// <summary>An instruction for the host. The engine never acts: it returns a closed set of these, in the order in which they must be carried out.</summary>
public abstract record Effect(string Step, string NodeId);

/// <summary>
/// A step with people or dates started: the host finds who and when and answers with <see cref="StepPrepared"/>
/// (or <see cref="StepFailed"/>) in the same transaction. The settings are read from the node.
/// </summary>
/// <param name="Round">1 for the first start of the node in this case, 2 after a loop-back, …</param>
/// <param name="EventAt">When the event came from which the step counts its days; null while it is awaited, and where there is none.</param>
public sealed record PrepareStep(string Step, string NodeId, NodeKind Kind, int Round, DateTimeOffset? EventAt = null) : Effect(Step, NodeId)
{
    /// <summary>What the step sees besides the variables of the case: the current item of the loops around it. A relation may be named by it (<c>relation:mentor</c>).</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = StepState.NoValues;
}

/// <summary>A participant is asked: the host opens a work item and queues its mail.</summary>
/// <param name="Occurrence">Key of the occurrence (<c>""</c> where the step has just one).</param>
/// <param name="DueAt">End of the last day on which the work is in time; null when it is never overdue.</param>
public sealed record OpenWork(string Step, string NodeId, NodeKind Kind, int Round, string Participant, string Occurrence, DateTimeOffset? DueAt, DateTimeOffset? ClosesAt) : Effect(Step, NodeId)
{
    /// <summary>What the loop around it is at («Иванова А. Н.»); null outside a loop.</summary>
    public string? Item { get; init; }
}

/// <summary>Work that was answered or withdrawn is open again, for the decision that closed it was taken back; where there is none yet, it is opened.</summary>
public sealed record ReopenWork(string Step, string NodeId, NodeKind Kind, int Round, string Participant, string Occurrence, DateTimeOffset? DueAt, DateTimeOffset? ClosesAt) : Effect(Step, NodeId);

/// <summary>Open work is taken back. Null participant or occurrence means all of the step.</summary>
public sealed record WithdrawWork(string Step, string NodeId, string? Participant, string? Occurrence, WithdrawReason Reason) : Effect(Step, NodeId);

/// <summary>Open continuous work has reached its last day: the one closing check is asked.</summary>
public sealed record AskClosingCheck(string Step, string NodeId, string Occurrence) : Effect(Step, NodeId);

/// <summary>Somebody who has not answered is asked again.</summary>
public sealed record RemindOfWork(string Step, string NodeId, string Participant, string Occurrence) : Effect(Step, NodeId);

/// <summary>Somebody has not answered for so long that others are told.</summary>
public sealed record EscalateWork(string Step, string NodeId, string Participant, string Occurrence) : Effect(Step, NodeId);

/// <summary>Fire <see cref="TimerFired"/> at the instant. Setting a key again replaces it.</summary>
public sealed record SetTimer(string Step, string NodeId, string Key, DateTimeOffset DueAt) : Effect(Step, NodeId);

/// <summary>The timer is no longer wanted; unknown keys are no error.</summary>
public sealed record CancelTimer(string Step, string NodeId, string Key) : Effect(Step, NodeId);

/// <summary>A Document step started without a drafter: the host writes it and answers with <see cref="StepCompleted"/>.</summary>
public sealed record DraftDocument(string Step, string NodeId, int Round) : Effect(Step, NodeId);

/// <summary>A Mail step started: the host queues it and answers with <see cref="StepCompleted"/>.</summary>
public sealed record SendMail(string Step, string NodeId) : Effect(Step, NodeId)
{
    public string To { get; init; } = "";
    public string? Subject { get; init; }
    public string Body { get; init; } = "";

    /// <inheritdoc cref="PrepareStep.Values"/>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = StepState.NoValues;
}

/// <summary>A Cron step started: the host finds the next instant in its own time zone (<see cref="CronText"/>) and answers with <see cref="WaitPrepared"/>.</summary>
public sealed record PrepareWait(string Step, string NodeId, string Cron) : Effect(Step, NodeId);

/// <summary>A loop goes through a collection of the host (<c>pairs</c>, <c>mentors</c>, <c>mentees</c>, <c>people:role:…</c>): answered with <see cref="ItemsPrepared"/> or <see cref="StepFailed"/>.</summary>
public sealed record PrepareItems(string Step, string NodeId, string Collection) : Effect(Step, NodeId)
{
    /// <inheritdoc cref="PrepareStep.Values"/>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = StepState.NoValues;
}

/// <summary>A survey is over whose questions name variables: the host says what the answers came to by <see cref="SurveySummedUp"/> in the same transaction, and only then the step is left.</summary>
/// <param name="Occurrence">The last wave that was asked: its answers count.</param>
public sealed record SumUpSurvey(string Step, string NodeId, string Occurrence) : Effect(Step, NodeId);

/// <summary>
/// The host starts another process of the institution. Where the step waits, the end of the child is told by <see cref="ChildEnded"/>;
/// otherwise the step is answered with <see cref="StepCompleted"/> at once. A process that cannot be started is a <see cref="StepFailed"/>.
/// </summary>
/// <param name="Process">Key or definition id.</param>
public sealed record StartChild(string Step, string NodeId, string Process, IReadOnlyDictionary<string, object?> Inputs, string? CorrelationId, bool Waits) : Effect(Step, NodeId)
{
    /// <inheritdoc cref="OpenWork.Item"/>
    public string? Item { get; init; }
}

/// <summary>The child that the step waits for is not wanted any more: the host cancels it.</summary>
public sealed record CancelChild(string Step, string NodeId, WithdrawReason Reason) : Effect(Step, NodeId);

/// <summary>The case stands still, and the child that the step waits for is to stand still with it.</summary>
public sealed record SuspendChild(string Step, string NodeId) : Effect(Step, NodeId);

/// <summary>The case goes on, and the child that stands still because of it does too.</summary>
public sealed record ResumeChild(string Step, string NodeId) : Effect(Step, NodeId);

/// <summary>The case is called otherwise from now on.</summary>
public sealed record RenameCase(string Step, string NodeId, string Name) : Effect(Step, NodeId);

/// <summary>The case is marked, so that an event can be meant for it alone.</summary>
public sealed record CorrelateCase(string Step, string NodeId, string CorrelationId) : Effect(Step, NodeId);

/// <summary>A line for the history of the case.</summary>
public sealed record NoteLine(string Step, string NodeId, string Text) : Effect(Step, NodeId);

/// <summary>An Event step waits: the host remembers it, and wakes it with <see cref="StepTriggered"/> when the event is published.</summary>
public sealed record AwaitEvent(string Step, string NodeId, string Event) : Effect(Step, NodeId);

/// <summary>The Event step waits no more.</summary>
public sealed record ForgetEvent(string Step, string NodeId, string Event) : Effect(Step, NodeId);

/// <summary>An event took place: the host wakes the Event steps of that name in the other running cases of the institution.</summary>
/// <param name="CorrelationId">Only cases that are marked so; null: all.</param>
public sealed record RaiseEvent(string Step, string NodeId, string Event, string? CorrelationId) : Effect(Step, NodeId);

/// <summary>The step cannot go on without an administrator; the other branches go on.</summary>
public sealed record AskAttention(string Step, string NodeId, string Reason) : Effect(Step, NodeId);

/// <summary>A step was left by an outcome: history, sheets and progress are written from this.</summary>
public sealed record StepLeft(string Step, string NodeId, NodeKind Kind, int Round, string Outcome) : Effect(Step, NodeId);

/// <summary>Nothing is left to run. <c>Outcome</c> is <c>Finished</c> or <c>Cancelled</c>.</summary>
/// <param name="Result">What a Complete step said that the process came to; null where none did.</param>
public sealed record CaseEnded(string Outcome, string? Result = null) : Effect("", "");

/// <summary>Why open work was withdrawn; a mail link shows it in words.</summary>
public enum WithdrawReason { AnotherDecided, BranchNotNeeded, CaseFinished, CaseCancelled, StepChanged, SkippedByAdministrator, EnoughAnswered, EnoughAreDone, DeadlinePassed, MovedByAdministrator, DecisionTakenBack }
