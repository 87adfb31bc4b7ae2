namespace Mentorship.Flow;

/// <summary>An instruction for the host. The engine never acts: it returns a closed set of these, in the order in which they must be carried out.</summary>
public abstract record Effect(string Step, string NodeId);

/// <summary>
/// A step with people or dates started: the host finds who and when and answers with <see cref="StepPrepared"/>
/// (or <see cref="StepFailed"/>) in the same transaction. The settings are read from the node.
/// </summary>
/// <param name="Round">1 for the first start of the node in this case, 2 after a loop-back, …</param>
/// <param name="EventAt">When the event came from which the step counts its days; null while it is awaited, and where there is none.</param>
public sealed record PrepareStep(string Step, string NodeId, NodeKind Kind, int Round, DateTimeOffset? EventAt = null) : Effect(Step, NodeId);

/// <summary>A participant is asked: the host opens a work item and queues its mail.</summary>
/// <param name="Occurrence">Key of the occurrence (<c>""</c> where the step has just one).</param>
/// <param name="DueAt">End of the last day on which the work is in time; null when it is never overdue.</param>
public sealed record OpenWork(string Step, string NodeId, NodeKind Kind, int Round, string Participant, string Occurrence, DateTimeOffset? DueAt, DateTimeOffset? ClosesAt) : Effect(Step, NodeId);

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
public sealed record SendMail(string Step, string NodeId) : Effect(Step, NodeId);

/// <summary>The step cannot go on without an administrator; the other branches go on.</summary>
public sealed record AskAttention(string Step, string NodeId, string Reason) : Effect(Step, NodeId);

/// <summary>A step was left by an outcome: history, sheets and progress are written from this.</summary>
public sealed record StepLeft(string Step, string NodeId, NodeKind Kind, int Round, string Outcome) : Effect(Step, NodeId);

/// <summary>Nothing is left to run. <c>Outcome</c> is <c>Finished</c> or <c>Cancelled</c>.</summary>
public sealed record CaseEnded(string Outcome) : Effect("", "");

/// <summary>Why open work was withdrawn; a mail link shows it in words.</summary>
public enum WithdrawReason { AnotherDecided, BranchNotNeeded, CaseFinished, CaseCancelled, StepChanged, SkippedByAdministrator, EnoughAnswered, DeadlinePassed, MovedByAdministrator, DecisionTakenBack }
