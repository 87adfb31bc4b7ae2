using Mentorship.Domain;

namespace Mentorship.UseCases.Signing;

/// <summary>Signs a batch after the list «что вы подписываете» was read: one PIN, each document in a transaction of its own.</summary>
public sealed class SignMany
{
    private readonly SigningDesk _signing;

    internal SignMany(SigningDesk signing) => _signing = signing;

    /// <summary>What changed meanwhile, or is on paper, is left out and said; a wrong PIN signs nothing.</summary>
    public async Task<Outcome<SignedBatch>> RunAsync(Actor actor, IReadOnlyList<ToSign> wishes, string session, string? pin, CancellationToken cancel)
    {
        if (wishes.Count == 0) return new Refusal("NothingChosen", "Отметьте документы, которые подписываете.");
        List<PendingSignature> signed = [];
        List<LeftUnsigned> left = [];
        foreach (ToSign wish in wishes.DistinctBy(w => w.WorkItemId))
        {
            Outcome<PendingSignature> one = await _signing.RequestAsync(actor, wish, session, pin, cancel);
            if (one.Refusal is { } no && no.Code.StartsWith("Pin", StringComparison.Ordinal) && signed.Count == 0) return no;
            if (one.Refusal is { } dropped) left.Add(new LeftUnsigned(wish.WorkItemId, dropped.Text));
            else signed.Add(one.Value!);
        }
        return new SignedBatch(signed, left);
    }
}

public sealed record SignedBatch(IReadOnlyList<PendingSignature> Signed, IReadOnlyList<LeftUnsigned> Left);

/// <summary>What the batch dropped, and why.</summary>
public sealed record LeftUnsigned(Guid WorkItemId, string Why);
