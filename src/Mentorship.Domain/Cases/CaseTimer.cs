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

    /// <summary>When a step waits for an event and not for a date: the event makes it due.</summary>
    public static DateTimeOffset WhenTheEventComes { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
