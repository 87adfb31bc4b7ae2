using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.People;
using Mentorship.Domain.Signing;
using Mentorship.Storage;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Signing;

/// <summary>The two ends of a signature: asking for it (one document or many) and making it effective (pen or PIN).</summary>
internal sealed class SigningDesk(Work work, CaseDesk desk, PinDesk pins, Registrar registrar)
{
    /// <summary>Checks who, what and with which PIN, and lets the signature wait its 60 seconds.</summary>
    public async Task<Outcome<PendingSignature>> RequestAsync(Actor actor, ToSign wish, string session, string? pin, CancellationToken cancel)
    {
        Guid? caseId = await work.ReadAsync(actor.InstitutionId, db => db.WorkItems.Where(w => w.Id == wish.WorkItemId).Select(w => (Guid?)w.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is null) return DecisionRules.NotOpen;
        return await work.OnCaseAsync<PendingSignature>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            OpenedCase opened = (await desk.OpenAsync(db, caseId.Value, cancel))!;
            WorkItem? item = opened.Case.WorkItems.FirstOrDefault(w => w.Id == wish.WorkItemId);
            if (opened.Case.Status == CaseStatus.Suspended) return DecisionRules.Suspended;
            if (item is { Status: WorkStatus.Signing }) return Deciding.DecideWorkItem.BeingSigned;
            if (DecisionRules.Check(item, new DecisionRequest(wish.WorkItemId, actor.PersonId, "Signed", Door.Session, null, wish.SeenVersion), opened.Around.Staff) is { } no) return no;
            if (item!.Kind != WorkKind.Sign) return DecisionRules.NotOpen;
            if (item.DocumentId is null) return NothingToSign;
            Document document = (await db.Documents.FindAsync([item.DocumentId.Value], cancel))!;
            if (document.Status == DocumentStatus.OnPaper) return PaperRules.OnPaper;
            Member signer = opened.Around.Staff.Member(actor.PersonId)!;
            if (Electronic(opened, document, signer) is { } paper) return paper;
            Person person = await db.People.SingleAsync(p => p.Id == actor.PersonId, cancel);
            if (pins.Confirm(person, session, pin, at) is { } wrong) return wrong;
            Signature signature = await PendAsync(db, opened, item, document, signer, at, cancel);
            return new PendingSignature(signature.Id, signature.EffectiveAt);
        }, cancel);
    }

    private static Refusal NothingToSign { get; } = new("NothingToSign", "К этому заданию нет документа: подписывать нечего. Сообщите куратору: шаг «Подпись» стоит в процессе раньше документа.");

    /// <summary>A waiting signature ends without effect; its task and document wait again, unless they have gone on without it.</summary>
    public static async Task TakeBackAsync(MentorshipDb db, Signature signature, Case subject, string kind, DateTimeOffset at, CancellationToken cancel)
    {
        signature.Status = SignatureStatus.TakenBack;
        signature.EndedAt = at;
        WorkItem item = await db.WorkItems.SingleAsync(w => w.Id == signature.WorkItemId, cancel);
        if (item.Status == WorkStatus.Signing) item.Status = WorkStatus.Open;
        Document document = await db.Documents.SingleAsync(d => d.Id == signature.DocumentId, cancel);
        if (document.Status == DocumentStatus.Signing) document.Status = DocumentStatus.OnRoute;
        db.Audit.Add(subject.Audit.Append(signature.InstitutionId, subject.Id, kind, signature.PersonId, document.Id.ToString(), at));
    }

    /// <summary>The registered document is signed: the route goes on, and what the order says happens.</summary>
    public async Task<Refusal?> FinishAsync(MentorshipDb db, OpenedCase opened, Document document, Signature signature, Door door, DateTimeOffset at, CancellationToken cancel)
    {
        (signature.Status, signature.EffectiveAt, signature.EndedAt) = (SignatureStatus.Completed, at, at);
        CaseChanges changes = opened.Case.Decide(opened.Graph, opened.Around, new DecisionRequest(signature.WorkItemId, signature.PersonId, "Signed", door, null, signature.DocumentVersionId), at);
        if (changes.Refusal is { } no) return no;
        await registrar.SignedAsync(db, document, at, cancel);
        await desk.PutAwayAsync(db, opened, changes, at, cancel);
        return null;
    }

    /// <summary>The signature's row; post and name as they stand in the signature block.</summary>
    public static async Task<Signature> RowAsync(MentorshipDb db, OpenedCase opened, WorkItem item, Member signer, SigningMethod method, DateTimeOffset at, CancellationToken cancel)
    {
        string hash = await db.DocumentVersions.Where(v => v.Id == item.DocumentVersionId).Select(v => v.Sha256).SingleAsync(cancel);
        Signature signature = new()
        {
            InstitutionId = item.InstitutionId, DocumentId = item.DocumentId!.Value, DocumentVersionId = item.DocumentVersionId!.Value, Sha256 = hash, WorkItemId = item.Id, CaseId = item.CaseId,
            PersonId = signer.PersonId, SignedAs = $"{opened.Around.Institution.HeadPost} {signer.Person.Name.ShortInitialsFirst}", Method = method, RequestedAt = at,
            EffectiveAt = method == SigningMethod.SimpleElectronic ? at + Signature.UndoWindow : at,
        };
        db.Signatures.Add(signature);
        return signature;
    }

    /// <summary>Null when a simple electronic signature counts here.</summary>
    private static Refusal? Electronic(OpenedCase opened, Document document, Member signer)
    {
        if (opened.Around.Institution.ElectronicSigning is null || !document.KindOf.SimpleSignatureSuffices)
            return new Refusal("PaperOnly", "Этот документ подписывается на бумаге: распечатайте его с номером, подпишите и приложите скан.");
        if (signer.JoinedAgreementOn is null)
            return new Refusal("NotJoined", "Вы ещё не присоединились к соглашению об электронной подписи. Подпишите заявление на бумаге, секретарь отметит это на странице «Люди».");
        return null;
    }

    private static async Task<Signature> PendAsync(MentorshipDb db, OpenedCase opened, WorkItem item, Document document, Member signer, DateTimeOffset at, CancellationToken cancel)
    {
        Signature signature = await RowAsync(db, opened, item, signer, SigningMethod.SimpleElectronic, at, cancel);
        item.Status = WorkStatus.Signing;
        document.Status = DocumentStatus.Signing;
        db.Audit.Add(opened.Case.Audit.Append(document.InstitutionId, opened.Case.Id, "SignatureRequested", signer.PersonId, $"{document.Id} {signature.Sha256}", at));
        return signature;
    }
}
