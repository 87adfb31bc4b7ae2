using Mentorship.Domain.Cases;

namespace Mentorship.UseCases.Administering;

/// <summary>The page of one case: where it stands, who holds it, what an administrator can do, all that happened. Instants are in the institution's own time zone.</summary>
/// <param name="Process">The process it runs, and the number of its version.</param>
public sealed record CaseView(Guid Id, string Title, CaseStatus Status, string Process, int Version, DateTimeOffset StartedAt, DateTimeOffset? EndedAt)
{
    public required DateOnly Today { get; init; }

    /// <summary>This person may act, not only look.</summary>
    public required bool IsAdministrator { get; init; }

    /// <summary>The document whose route it is, or the roadmap.</summary>
    public Guid? DocumentId { get; init; }
    public Guid? ProgrammeId { get; init; }

    /// <summary>Why it was suspended.</summary>
    public string? SuspendedBecause { get; init; }

    /// <summary>Live steps: what needs attention first, then what is open, then what waits.</summary>
    public IReadOnlyList<CaseStep> Steps { get; init; } = [];
    public IReadOnlyList<CaseLine> History { get; init; } = [];
    public IReadOnlyList<CaseDocument> Documents { get; init; } = [];
    public bool IsOver => Status is CaseStatus.Finished or CaseStatus.Cancelled;
}

/// <param name="Reason">Why it needs attention.</param>
/// <param name="OpensOn">When its work opens; null: it is open or waits for no day.</param>
public sealed record CaseStep(string Id, string Name, string? Stage, int Round, CaseStepKind Kind, string? Reason, DateOnly? OpensOn)
{
    public IReadOnlyList<CaseHolder> Holders { get; init; } = [];

    /// <summary>By which outcomes it can be skipped: code and words.</summary>
    public IReadOnlyList<(string Code, string Words)> Outcomes { get; init; } = [];

    /// <summary>To which steps of the same flowchart the case can be taken from here.</summary>
    public IReadOnlyList<(string NodeId, string Name)> Targets { get; init; } = [];
    public bool MayRetry => Kind is CaseStepKind.Attention or CaseStepKind.NeedsDeadline;
}

public enum CaseStepKind { Attention, NeedsDeadline, AwaitsEvent, Open, Waiting }

public sealed record CaseHolder(Guid WorkItemId, WorkKind Kind, string Who, DateOnly Since, DateOnly? Due, bool BeforeApproval);

/// <summary>One thing that happened.</summary>
/// <param name="Text">What was said with it: a comment, a reason.</param>
public sealed record CaseLine(DateTimeOffset At, string Who, string What, string? Text);
