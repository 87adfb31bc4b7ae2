using Mentorship.Flow;

namespace Mentorship.UseCases.Administering;

/// <summary>An administrator goes past a step by one of its outcomes; whoever holds its work is told why it is not needed any more.</summary>
public sealed class SkipStep
{
    private readonly AdministrationDesk _desk;

    internal SkipStep(AdministrationDesk desk) => _desk = desk;

    public Task<Outcome<Done>> RunAsync(Actor actor, Guid caseId, string step, string outcome, string? reason, CancellationToken cancel) =>
        _desk.ApplyWithReasonAsync(actor, caseId, "StepSkipped", step, reason, at => new StepSkipped(at, step, outcome), cancel);
}
