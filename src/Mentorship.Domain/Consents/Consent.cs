using Mentorship.Domain.Cases;

namespace Mentorship.Domain.Consents;

/// <summary>A person's answer about the processing of personal data for one purpose: given or refused, when, through which door, to which text. Never changed; a later answer is a row of its own.</summary>
public sealed class Consent : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Purpose { get; init; }

    /// <summary>False: refused.</summary>
    public required bool Given { get; init; }

    /// <summary>The day in the institution; for a paper the day on it.</summary>
    public required DateOnly On { get; init; }
    public required Door Door { get; init; }

    /// <summary>The seal of the text that was answered; the text itself stands in the process version.</summary>
    public required string TextSha256 { get; init; }
    public required Guid ProcessVersionId { get; init; }
    public required Guid WorkItemId { get; init; }

    /// <summary>The scan of a paper, and who entered it.</summary>
    public Guid? ScanFileId { get; init; }
    public Guid? EnteredBy { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
}
