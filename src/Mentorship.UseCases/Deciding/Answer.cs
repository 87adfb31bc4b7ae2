using Mentorship.UseCases.Files;

namespace Mentorship.UseCases.Deciding;

/// <summary>What a person answers to a task, as it came from a form.</summary>
/// <param name="Outcome">An outcome of the step: <c>Done</c>, <c>NotDone</c>, <c>Approved</c>, <c>Returned</c>, …</param>
public sealed record Answer(string Outcome)
{
    public string? Comment { get; init; }

    /// <summary>The version of the document that was on the screen.</summary>
    public Guid? SeenVersion { get; init; }
    public string? Pin { get; init; }
    /// <summary>What was filled in on a form, by the id of the question.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filled { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public EvidenceGiven Evidence { get; init; } = EvidenceGiven.None;
}

/// <summary>What a person gives as a proof: any of these together.</summary>
public sealed record EvidenceGiven
{
    public static readonly EvidenceGiven None = new();

    /// <summary>«приказ № 12 от 07.09.2026».</summary>
    public string? NumberAndDate { get; init; }
    public string? Address { get; init; }
    public IReadOnlyList<Upload> Files { get; init; } = [];

    /// <summary>Documents of the system.</summary>
    public IReadOnlyList<Guid> Documents { get; init; } = [];

    /// <summary>The person knows that nothing proves it («выполнено без подтверждения»).</summary>
    public bool Unproved { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(NumberAndDate) && string.IsNullOrWhiteSpace(Address) && Files.Count == 0 && Documents.Count == 0;
}
