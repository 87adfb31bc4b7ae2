using Mentorship.Flow;

namespace Mentorship.UseCases.Administering;

/// <summary>An administrator tries a step in attention again, after people, the deadline or the settings were put right; without a deadline too.</summary>
public sealed class RetryStep
{
    private readonly AdministrationDesk _desk;

    internal RetryStep(AdministrationDesk desk) => _desk = desk;

    /// <param name="note">What was put right; may be left out.</param>
    public Task<Outcome<Done>> RunAsync(Actor actor, Guid caseId, string step, string? note, CancellationToken cancel) =>
        _desk.ApplyAsync(actor, caseId, "StepRetried", step, note?.Trim() is { Length: > 0 } text ? text : null, at => new StepRetried(at, step), cancel);
}
