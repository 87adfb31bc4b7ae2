using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
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
            signature.Status = SignatureStatus.TakenBack;
            signature.EndedAt = at;
            WorkItem item = await db.WorkItems.SingleAsync(w => w.Id == signature.WorkItemId, cancel);
            item.Status = WorkStatus.Open;
            Document document = await db.Documents.SingleAsync(d => d.Id == signature.DocumentId, cancel);
            document.Status = DocumentStatus.OnRoute;
            Case subject = await db.Cases.SingleAsync(c => c.Id == signature.CaseId, cancel);
            db.Audit.Add(subject.Audit.Append(actor.InstitutionId, subject.Id, "SignatureTakenBack", actor.PersonId, document.Id.ToString(), at));
            return default(Done);
        }, cancel);
    }

    private static Refusal TooLate { get; } = new("TooLate", "Документ уже подписан и зарегистрирован. Изменить его можно только новым приказом.");
}
