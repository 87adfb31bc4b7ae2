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

/// <summary>The director signs: the signature waits 60 seconds and consumes nothing until then.</summary>
public sealed class RequestSignature
{
    private readonly Work _work;
    private readonly CaseDesk _desk;
    private readonly PinDesk _pins;

    internal RequestSignature(Work work, CaseDesk desk, PinDesk pins) => (_work, _desk, _pins) = (work, desk, pins);

    /// <param name="seenVersion">The version that was on the screen: another one on the table is a refusal.</param>
    /// <param name="session">The session in which a right PIN is remembered for ten minutes.</param>
    public async Task<Outcome<PendingSignature>> RunAsync(Actor actor, Guid workItem, Guid seenVersion, string session, string? pin, CancellationToken cancel)
    {
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.WorkItems.Where(w => w.Id == workItem).Select(w => (Guid?)w.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is null) return DecisionRules.NotOpen;
        return await _work.OnCaseAsync<PendingSignature>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            OpenedCase opened = (await _desk.OpenAsync(db, caseId.Value, cancel))!;
            WorkItem? item = opened.Case.WorkItems.FirstOrDefault(w => w.Id == workItem);
            if (item is { Status: WorkStatus.Signing }) return Deciding.DecideWorkItem.BeingSigned;
            if (DecisionRules.Check(item, new DecisionRequest(workItem, actor.PersonId, "Signed", Door.Session, null, seenVersion), opened.Around.Staff) is { } no) return no;
            if (item!.Kind != WorkKind.Sign) return DecisionRules.NotOpen;
            Document document = (await db.Documents.FindAsync([item.DocumentId!.Value], cancel))!;
            Member signer = opened.Around.Staff.Member(actor.PersonId)!;
            if (Electronic(opened, document, signer) is { } paper) return paper;
            Person person = await db.People.SingleAsync(p => p.Id == actor.PersonId, cancel);
            if (_pins.Confirm(person, session, pin, at) is { } wrong) return wrong;
            Signature signature = await PendAsync(db, opened, item, document, signer, at, cancel);
            return new PendingSignature(signature.Id, signature.EffectiveAt);
        }, cancel);
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
        string hash = await db.DocumentVersions.Where(v => v.Id == item.DocumentVersionId).Select(v => v.Sha256).SingleAsync(cancel);
        Signature signature = new()
        {
            InstitutionId = document.InstitutionId, DocumentId = document.Id, DocumentVersionId = item.DocumentVersionId!.Value, Sha256 = hash, WorkItemId = item.Id, CaseId = item.CaseId,
            PersonId = signer.PersonId, SignedAs = $"{opened.Around.Institution.HeadPost} {signer.Person.Name.ShortInitialsFirst}",
            Method = SigningMethod.SimpleElectronic, RequestedAt = at, EffectiveAt = at + Signature.UndoWindow,
        };
        db.Signatures.Add(signature);
        item.Status = WorkStatus.Signing;
        document.Status = DocumentStatus.Signing;
        db.Audit.Add(opened.Case.Audit.Append(document.InstitutionId, opened.Case.Id, "SignatureRequested", signer.PersonId, $"{document.Id} {hash}", at));
        return signature;
    }
}

/// <param name="EffectiveAt">Until then it can be taken back.</param>
public sealed record PendingSignature(Guid Id, DateTimeOffset EffectiveAt);
