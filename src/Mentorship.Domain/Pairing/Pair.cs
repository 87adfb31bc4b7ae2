namespace Mentorship.Domain.Pairing;

/// <summary>A mentor and a mentee (наставническая пара). It is proposed by the curator, assigned by a signed order, and ended by another.</summary>
public sealed class Pair : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid ProgrammeId { get; init; }
    public required Guid MentorId { get; set; }
    public required Guid MenteeId { get; set; }

    /// <summary>Form of mentoring from the institution's own list («педагог – педагог»).</summary>
    public required string Form { get; set; }
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }

    /// <summary>Written consents: date, and the scan where there is one.</summary>
    public DateOnly? MentorConsentOn { get; set; }
    public Guid? MentorConsentFileId { get; set; }
    public DateOnly? MenteeConsentOn { get; set; }
    public Guid? MenteeConsentFileId { get; set; }

    /// <summary>Additional agreement to the contract (ст. 351.8 ТК РФ), or the typed reason why none is due.</summary>
    public string? AgreementNumber { get; set; }
    public DateOnly? AgreementOn { get; set; }
    public string? UnpaidReason { get; set; }

    /// <summary>When somebody confirmed that these two are to work together; a change of either takes it back.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
    public Guid? ConfirmedBy { get; set; }
    public PairStatus Status { get; set; }
    public Guid? OrderId { get; set; }
    public int Version { get; set; }
}

public enum PairStatus { Proposed, InOrder, Active, Ended }
