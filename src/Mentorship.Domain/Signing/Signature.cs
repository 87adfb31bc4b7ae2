namespace Mentorship.Domain.Signing;

/// <summary>A signature on one frozen version. A simple electronic one waits 60 seconds as <see cref="SignatureStatus.Pending"/>; until then it can be taken back and consumes nothing.</summary>
public sealed class Signature : IInstitutionOwned
{
    /// <summary>How long a signature may be taken back.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(60);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid DocumentId { get; init; }
    public required Guid DocumentVersionId { get; init; }

    /// <summary>SHA-256 of the version signed.</summary>
    public required string Sha256 { get; init; }
    public required Guid WorkItemId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Post and name as they stand in the signature block.</summary>
    public required string SignedAs { get; init; }
    public required SigningMethod Method { get; init; }
    public SignatureStatus Status { get; set; }
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>When number, date and every effect happen; for paper, when the scan closed the step.</summary>
    public DateTimeOffset EffectiveAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public Guid? ScanFileId { get; set; }
    public int Version { get; set; }
}

public enum SigningMethod { Paper, SimpleElectronic }

public enum SignatureStatus { Pending, Completed, TakenBack }
