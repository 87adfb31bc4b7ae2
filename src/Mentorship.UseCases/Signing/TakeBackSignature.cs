using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Signing;

/// <summary>Takes a waiting signature back: nothing was consumed, the audit keeps both.</summary>
public sealed class TakeBackSignature
{
    private readonly Work _work;

    internal TakeBackSignature(Work work) => _work = work;

    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        Signature? known = await _work.ReadAsync(actor.InstitutionId, db => db.Signatures.SingleOrDefaultAsync(s => s.Id == id, cancel), cancel);
        if (known is null) return TooLate;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, known.CaseId, async (db, at) =>
        {
            Signature signature = await db.Signatures.SingleAsync(s => s.Id == id, cancel);
            if (signature.PersonId != actor.PersonId) return DecisionRules.NotYours;
            if (signature.Status != SignatureStatus.Pending) return TooLate;
            Case subject = await db.Cases.SingleAsync(c => c.Id == signature.CaseId, cancel);
            await SigningDesk.TakeBackAsync(db, signature, subject, "SignatureTakenBack", at, cancel);
            return default(Done);
        }, cancel);
    }

    private static Refusal TooLate { get; } = new("TooLate", "Документ уже подписан и зарегистрирован. Изменить его можно только новым приказом.");
}
