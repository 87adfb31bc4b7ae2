namespace Mentorship.UseCases.Signing;

/// <summary>The director signs: the signature waits 60 seconds and consumes nothing until then.</summary>
public sealed class RequestSignature
{
    private readonly SigningDesk _signing;

    internal RequestSignature(SigningDesk signing) => _signing = signing;

    /// <param name="seenVersion">The version that was on the screen: another one on the table is a refusal.</param>
    /// <param name="session">The session in which a right PIN is remembered for ten minutes.</param>
    public Task<Outcome<PendingSignature>> RunAsync(Actor actor, Guid workItem, Guid seenVersion, string session, string? pin, CancellationToken cancel) =>
        _signing.RequestAsync(actor, new ToSign(workItem, seenVersion), session, pin, cancel);
}

/// <param name="EffectiveAt">Until then it can be taken back.</param>
public sealed record PendingSignature(Guid Id, DateTimeOffset EffectiveAt);

/// <summary>A task to sign, with the version that the signer saw.</summary>
public sealed record ToSign(Guid WorkItemId, Guid SeenVersion);
