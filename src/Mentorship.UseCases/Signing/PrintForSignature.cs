using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Registration;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Signing;

/// <summary>The final print for the pen: number and date from the book in one transaction; the task to sign stays where it is.</summary>
public sealed class PrintForSignature
{
    private readonly Work _work;
    private readonly CaseDesk _desk;

    internal PrintForSignature(Work work, CaseDesk desk) => (_work, _desk) = (work, desk);

    /// <summary>Returns the number as printed.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, Guid documentId, CancellationToken cancel)
    {
        if (!PaperRules.MayHandle(actor)) return Actor.NotAllowed;
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.Documents.Where(d => d.Id == documentId).Select(d => d.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is null) return PaperRules.NotWaiting;
        return await _work.OnCaseAsync<string>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            OpenedCase opened = (await _desk.OpenAsync(db, caseId.Value, cancel))!;
            Document document = (await db.Documents.FindAsync([documentId], cancel))!;
            if (opened.Case.Status == CaseStatus.Suspended) return DecisionRules.Suspended;
            WorkItem? item = opened.Case.WorkItems.FirstOrDefault(w => w.Kind == WorkKind.Sign && w.DocumentId == documentId);
            if (item is { Status: WorkStatus.Signing }) return Deciding.DecideWorkItem.BeingSigned;
            if (document.Status == DocumentStatus.OnPaper) return PaperRules.OnPaper;
            if (item is not { Status: WorkStatus.Open }) return PaperRules.NotWaiting;
            RegistrationNumber number = await Registrar.RegisterAsync(db, opened, document, item, at, cancel);
            document.Status = DocumentStatus.OnPaper;
            db.Audit.Add(opened.Case.Audit.Append(document.InstitutionId, opened.Case.Id, "PrintedForSignature", actor.PersonId, $"{document.Id} {number.Text}", at));
            return number.Text;
        }, cancel);
    }
}
