using Mentorship.Flow;

namespace Mentorship.UseCases.Administering;

/// <summary>An administrator lets a case stand still, and go on: timers keep their dates, what fell due meanwhile happens when it is resumed.</summary>
public sealed class SuspendCase
{
    private readonly AdministrationDesk _desk;

    internal SuspendCase(AdministrationDesk desk) => _desk = desk;

    public Task<Outcome<Done>> RunAsync(Actor actor, Guid caseId, string? reason, CancellationToken cancel) =>
        _desk.ApplyWithReasonAsync(actor, caseId, "CaseSuspended", "", reason, at => new CaseSuspended(at), cancel);

    public Task<Outcome<Done>> ResumeAsync(Actor actor, Guid caseId, CancellationToken cancel) =>
        _desk.ApplyAsync(actor, caseId, "CaseResumed", "", null, at => new CaseResumed(at), cancel);
}
