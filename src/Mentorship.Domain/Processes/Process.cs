using Mentorship.Flow;

namespace Mentorship.Domain.Processes;

/// <summary>A process of an institution: its roadmap of a year, or the route of a document kind. Versions are immutable and numbered; running cases keep theirs.</summary>
public sealed class Process : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }

    /// <summary>Stable name: <c>roadmap-2026</c> or the document kind whose route it is (<c>order-pairs</c>).</summary>
    public required string Key { get; init; }
    public required string Name { get; set; }

    /// <summary>What its definition calls itself, by which another process may start it; the key comes first.</summary>
    public string DefinitionId { get; private set; } = "";

    /// <summary>The template of the library that it came from, by its key; null for what was drawn, imported or copied here.</summary>
    public string? Template { get; init; }
    public Guid CurrentVersionId { get; private set; }
    public int CurrentNumber { get; private set; }
    public int Version { get; set; }

    /// <summary>Appends version n + 1 and points Current to it.</summary>
    /// <param name="json">The definition, as the writer gives it.</param>
    public ProcessVersion Publish(string json, string note, Guid? by, DateTimeOffset at)
    {
        ProcessVersion version = new()
        {
            InstitutionId = InstitutionId, ProcessId = Id, Number = CurrentNumber + 1, Json = json,
            Sha256 = Files.Hash.OfText(json), Note = note, PublishedBy = by, PublishedAt = at,
        };
        DefinitionId = DefinitionReader.Read(json).Definition?.DefinitionId ?? "";
        CurrentVersionId = version.Id;
        CurrentNumber = version.Number;
        return version;
    }
}

/// <summary>An immutable, numbered, hashed definition.</summary>
public sealed class ProcessVersion : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid ProcessId { get; init; }
    public required int Number { get; init; }
    public required string Json { get; init; }
    public required string Sha256 { get; init; }
    public string Note { get; init; } = "";
    public Guid? PublishedBy { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
}
