using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Programmes;

/// <summary>One running school year (or several) of one institution: its roadmap, once accepted, is <see cref="ProcessId"/>, once approved runs as <see cref="CaseId"/>.</summary>
public sealed class Programme : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required string Title { get; set; }

    /// <summary>First calendar year of the school year.</summary>
    public required int FirstYear { get; init; }
    public required Guid ProcessId { get; init; }
    public ProgrammeStatus Status { get; set; }

    /// <summary>The order that approves the roadmap, once drafted.</summary>
    public Guid? ApprovalDocumentId { get; set; }

    /// <summary>«утверждено ранее»: the stamp of the imported file, as free text («приказ № 115/1 от 17.05.2023»).</summary>
    public string? ApprovedEarlier { get; set; }
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>The running roadmap; null until it is approved.</summary>
    public Guid? CaseId { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; }

    public SchoolYear SchoolYear => new(FirstYear);
}

public enum ProgrammeStatus { Accepted, OnApproval, Running, Finished }
