using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Signing;

/// <summary>A spoilt print: its number stays in the book, voided with a reason, and the document waits for its signature again.</summary>
public sealed class VoidPrint
{
    private readonly Work _work;

    internal VoidPrint(Work work) => _work = work;

    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid documentId, string reason, CancellationToken cancel)
    {
        if (!PaperRules.MayHandle(actor)) return Actor.NotAllowed;
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("ReasonNeeded", "Напишите, почему печать не пригодилась: это останется в журнале регистрации рядом с номером.");
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.Documents.Where(d => d.Id == documentId).Select(d => d.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is null) return PaperRules.NotOnPaper;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            Document document = (await db.Documents.FindAsync([documentId], cancel))!;
            if (PaperRules.Check(document) is { } no) return no;
            RegistrationNumber number = await db.Numbers.SingleAsync(n => n.DocumentId == documentId && n.VoidReason == null, cancel);
            number.VoidReason = reason.Trim();
            (document.RegistrationNumber, document.RegisteredOn, document.Status) = (null, null, DocumentStatus.OnRoute);
            Case subject = await db.Cases.SingleAsync(c => c.Id == caseId, cancel);
            db.Audit.Add(subject.Audit.Append(document.InstitutionId, subject.Id, "PrintVoided", actor.PersonId, $"{document.Id} {number.Text} {number.VoidReason}", at));
            return default(Done);
        }, cancel);
    }
}
