using Mentorship.Domain.People;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>What waits for a person or a body: do, prepare, concur, sign, get acquainted, fill in a form, consent, confirm pairs.</summary>
public sealed class WorkItem : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid CaseId { get; init; }
    public required string StepId { get; init; }
    public required string NodeId { get; init; }
    public required WorkKind Kind { get; init; }
    public int Round { get; init; } = 1;

    /// <summary>Which task in time this is; empty for the only one.</summary>
    public string Occurrence { get; init; } = "";
    public required string Title { get; init; }

    /// <summary>Exactly one of the two is set.</summary>
    public Guid? PersonId { get; set; }
    public Guid? BodyId { get; set; }

    /// <summary>The document on which is decided, and the exact version that is shown.</summary>
    public Guid? DocumentId { get; init; }
    public Guid? DocumentVersionId { get; init; }

    /// <summary>Last instant in time; null: never overdue.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Its window was over when the roadmap was approved («наступил до утверждения»): never overdue.</summary>
    public bool BeforeApproval { get; set; }

    /// <summary>Continuous work: set when its one closing check has been asked.</summary>
    public DateTimeOffset? ClosingAskedAt { get; set; }
    public bool Continuous { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public WorkStatus Status { get; set; }
    public string? Outcome { get; set; }
    public string? Comment { get; set; }
    public Guid? DecidedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public WithdrawReason? WithdrawReason { get; set; }

    /// <summary>From whom the work was taken over, newest; the history is in the audit.</summary>
    public Guid? HandedOverFrom { get; set; }
    public List<Evidence> Evidence { get; init; } = [];
    public int Version { get; set; }

    public Participant Holder => BodyId is { } body ? Participant.OfBody(body) : Participant.OfPerson(PersonId!.Value);
    public bool IsOpen => Status is WorkStatus.Open or WorkStatus.Signing;

    /// <summary>What closed it was taken back.</summary>
    internal void Reopen()
    {
        (Status, Outcome, Comment, DecidedBy, EndedAt, WithdrawReason) = (WorkStatus.Open, null, null, null, null, null);
        Evidence.Clear();
    }

    public bool IsOverdue(DateTimeOffset now) => IsOpen && !BeforeApproval && DueAt < now;

    /// <summary>Done with nothing to prove it («выполнено без подтверждения»).</summary>
    public bool IsUnproved => Status == WorkStatus.Done && Kind == WorkKind.Do && Outcome == "Done" && Evidence.Count == 0;
}

public enum WorkKind
{
    Do, Prepare, Concur, Sign, Acquaint,
    /// <summary>Fill in a form.</summary>
    Survey,
    /// <summary>Give or refuse consent.</summary>
    Consent,
    /// <summary>Confirm the pairs of the programme.</summary>
    Pairs
}

/// <summary><c>Signing</c>: a signature waits its 60 seconds and may still be taken back.</summary>
public enum WorkStatus { Open, Signing, Done, Withdrawn }

/// <summary>What proves that an item is done: a document of the system, a file or photo, an address, or a number and date.</summary>
public sealed class Evidence
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid WorkItemId { get; init; }
    public required EvidenceKind Kind { get; init; }
    public Guid? DocumentId { get; init; }
    public Guid? FileId { get; init; }

    /// <summary>The address, the number and date, or the file's name.</summary>
    public required string Text { get; init; }
}

public enum EvidenceKind { Document, File, Address, NumberAndDate }
