using Mentorship.Domain.Roadmaps;

namespace Mentorship.Domain.Programmes;

/// <summary>A roadmap on the page «Загрузка»: what was read, what a person corrected, whom each responsible text means. Nothing runs from it until it is accepted.</summary>
public sealed class RoadmapImport : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required string FileName { get; init; }

    /// <summary>The uploaded file; null for a roadmap carried over from another year.</summary>
    public Guid? FileId { get; init; }
    public required Roadmap Roadmap { get; set; }

    /// <summary>Responsible text (folded) → who is meant, as a step names it: <c>role:…</c>, <c>person:…</c>, <c>body:…</c>, several by comma; empty: nobody on purpose.</summary>
    public Dictionary<string, string> Assignees { get; set; } = [];
    public required Guid UploadedBy { get; init; }
    public DateTimeOffset UploadedAt { get; init; }
    public Guid? ProgrammeId { get; set; }
    public int Version { get; set; }
}
