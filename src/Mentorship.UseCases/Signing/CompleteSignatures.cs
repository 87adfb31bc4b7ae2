using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Signing;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Signing;

/// <summary>Makes signatures effective whose 60 seconds are over (or at once, when the signer says so): number, date and every effect in one transaction.</summary>
public sealed class CompleteSignatures
{
    private readonly Work _work;
    private readonly CaseDesk _desk;
    private readonly SigningDesk _signing;

    internal CompleteSignatures(Work work, CaseDesk desk, SigningDesk signing) => (_work, _desk, _signing) = (work, desk, signing);

    /// <summary>All that are due, of all institutions; returns how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        DateTimeOffset now = _work.Now;
        var due = await _work.ReadAsync(Guid.Empty, db => db.Signatures.IgnoreQueryFilters()
            .Where(s => s.Status == SignatureStatus.Pending && s.Method == SigningMethod.SimpleElectronic && s.EffectiveAt <= now)
            .OrderBy(s => s.EffectiveAt).Select(s => new { s.Id, s.InstitutionId, s.CaseId }).ToListAsync(cancel), cancel);
        return await Sweep.EachAsync(due, async signature =>
        {
            if ((await CompleteAsync(signature.InstitutionId, signature.Id, signature.CaseId, null, cancel)).Succeeded) return true;
            await LapseAsync(signature.InstitutionId, signature.Id, signature.CaseId, cancel);
            return false;
        });
    }

    /// <summary>«Отправить сейчас».</summary>
    public async Task<Outcome<Done>> NowAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.Signatures.Where(s => s.Id == id).Select(s => (Guid?)s.CaseId).SingleOrDefaultAsync(cancel), cancel);
        return caseId is null ? DecisionRules.NotOpen : await CompleteAsync(actor.InstitutionId, id, caseId.Value, actor.PersonId, cancel);
    }

    private Task<Outcome<Done>> CompleteAsync(Guid institution, Guid id, Guid caseId, Guid? only, CancellationToken cancel) =>
        _work.OnCaseAsync<Done>(institution, caseId, async (db, at) =>
        {
            Signature signature = await db.Signatures.SingleAsync(s => s.Id == id, cancel);
            if (signature.Status != SignatureStatus.Pending) return DecisionRules.NotOpen;
            if (only is { } signer && signature.PersonId != signer) return DecisionRules.NotYours;
            OpenedCase opened = (await _desk.OpenAsync(db, caseId, cancel))!;
            Document document = (await db.Documents.FindAsync([signature.DocumentId], cancel))!;
            await Registrar.RegisterAsync(db, opened, document, opened.Case.WorkItems.FirstOrDefault(w => w.Id == signature.WorkItemId), at, cancel);
            return await _signing.FinishAsync(db, opened, document, signature, Door.Session, at, cancel) is { } no ? no : default(Done);
        }, cancel);

    /// <summary>A signature that no longer counts when its minute is over (its task was withdrawn meanwhile) is taken back and consumes nothing.</summary>
    private Task LapseAsync(Guid institution, Guid id, Guid caseId, CancellationToken cancel) => _work.OnCaseAsync<Done>(institution, caseId, async (db, at) =>
    {
        Signature signature = await db.Signatures.SingleAsync(s => s.Id == id, cancel);
        if (signature.Status != SignatureStatus.Pending) return default(Done);
        Case subject = await db.Cases.SingleAsync(c => c.Id == caseId, cancel);
        await SigningDesk.TakeBackAsync(db, signature, subject, "SignatureLapsed", at, cancel);
        return default(Done);
    }, cancel);
}
