namespace Mentorship.Domain.Cases;

/// <summary>Who decided what, when, on which version of the document, through which door. Never changed; a mistake is marked as taken back.</summary>
public sealed class Decision : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid WorkItemId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Outcome { get; init; }
    public string? Comment { get; init; }
    public Guid? DocumentVersionId { get; init; }
    public int Round { get; init; }
    public required Door Door { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>It was taken back within its window: it stays in the history and counts no more.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }
    public Guid? TakenBackBy { get; set; }
}

/// <summary>Through which door a decision came.</summary>
public enum Door { Link, LinkWithPin, Session, Paper, Import }

/// <summary>A wish to decide, checked by <see cref="Case.Decide"/>.</summary>
/// <param name="DocumentVersionId">The version that the person saw; null where there is no document.</param>
public sealed record DecisionRequest(
    Guid WorkItemId, Guid PersonId, string Outcome, Door Door,
    string? Comment = null, Guid? DocumentVersionId = null, IReadOnlyList<Evidence>? Evidence = null)
{
    /// <summary>What was filled in, by the id of the question; kept apart from the decision.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Filled { get; init; }

    /// <summary>The variables of the process that it gives a value.</summary>
    public IReadOnlyDictionary<string, object?>? Values { get; init; }
}
