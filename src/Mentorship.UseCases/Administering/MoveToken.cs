using Mentorship.Flow;

namespace Mentorship.UseCases.Administering;

/// <summary>An administrator takes the case from a live step to another step of the same flowchart, which starts as its next round.</summary>
public sealed class MoveToken
{
    private readonly AdministrationDesk _desk;

    internal MoveToken(AdministrationDesk desk) => _desk = desk;

    /// <param name="to">The node to start.</param>
    public Task<Outcome<Done>> RunAsync(Actor actor, Guid caseId, string step, string to, string? reason, CancellationToken cancel) =>
        _desk.ApplyWithReasonAsync(actor, caseId, "TokenMoved", $"{step} → {to}", reason, at => new TokenMoved(at, step, to), cancel);
}
