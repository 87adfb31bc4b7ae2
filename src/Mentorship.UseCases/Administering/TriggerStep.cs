using Mentorship.Flow;

namespace Mentorship.UseCases.Administering;

/// <summary>«Наступило»: who runs the programme says that the event took place that a step waited for.</summary>
public sealed class TriggerStep
{
    private readonly AdministrationDesk _desk;

    internal TriggerStep(AdministrationDesk desk) => _desk = desk;

    public Task<Outcome<Done>> RunAsync(Actor actor, Guid caseId, string step, CancellationToken cancel) =>
        _desk.ApplyAsRunnerAsync(actor, caseId, "StepTriggered", step, at => new StepTriggered(at, step), cancel);
}
