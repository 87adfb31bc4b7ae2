namespace Mentorship.Domain.Cases;

/// <summary>A date that a step of a case waits for: a row, fired once by the batch use case in the transaction that acts on it.</summary>
public sealed class CaseTimer : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid CaseId { get; init; }
    public required string StepId { get; init; }
    public required string NodeId { get; init; }
    public required string Key { get; init; }
    public DateTimeOffset DueAt { get; set; }
}
