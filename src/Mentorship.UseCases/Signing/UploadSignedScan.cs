using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Files;
using Mentorship.Domain.People;
using Mentorship.Domain.Signing;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Files;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Signing;

/// <summary>The signed paper is scanned and put away: scan and place of the original close the director's step.</summary>
public sealed class UploadSignedScan
{
    private readonly Work _work;
    private readonly CaseDesk _desk;
    private readonly SigningDesk _signing;

    internal UploadSignedScan(Work work, CaseDesk desk, SigningDesk signing) => (_work, _desk, _signing) = (work, desk, signing);

    /// <param name="keptAt">«оригинал хранится в …».</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid documentId, Upload scan, string keptAt, CancellationToken cancel)
    {
        if (!PaperRules.MayHandle(actor)) return Actor.NotAllowed;
        if (string.IsNullOrWhiteSpace(keptAt)) return new Refusal("PlaceMissing", "Укажите, где хранится оригинал: например, «папка 02-05, кабинет секретаря».");
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.Documents.Where(d => d.Id == documentId).Select(d => d.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is null) return PaperRules.NotOnPaper;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            OpenedCase opened = (await _desk.OpenAsync(db, caseId.Value, cancel))!;
            Document document = (await db.Documents.FindAsync([documentId], cancel))!;
            if (PaperRules.Check(document) is { } no) return no;
            if (opened.Case.WorkItems.FirstOrDefault(w => w.Kind == WorkKind.Sign && w.Status == WorkStatus.Open && w.DocumentId == document.Id) is not { } item) return PaperRules.NotWaiting;
            Outcome<StoredFile> file = scan.AsScan(actor, at);
            if (file.Refusal is { } unread) return unread;
            Member signer = opened.Around.Staff.Member(item.PersonId ?? opened.Around.Staff.Body(item.BodyId!.Value)!.LeadId)!;
            Signature signature = await SigningDesk.RowAsync(db, opened, item, signer, SigningMethod.Paper, at, cancel);
            signature.ScanFileId = file.Value!.Id;
            document.OriginalKeptAt = keptAt.Trim();
            db.AddRange(file.Value, new Attachment { DocumentId = document.Id, FileId = file.Value.Id, Name = $"Скан подписанного приказа № {document.RegistrationNumber}{Path.GetExtension(file.Value.Name)}", Kind = AttachmentKind.Scan, AddedAt = at });
            db.Audit.Add(opened.Case.Audit.Append(document.InstitutionId, opened.Case.Id, "SignedOnPaper", actor.PersonId, $"{document.Id} {file.Value.Sha256} {document.OriginalKeptAt}", at));
            return await _signing.FinishAsync(db, opened, document, signature, Door.Paper, at, cancel) is { } refused ? refused : default(Done);
        }, cancel);
    }
}
