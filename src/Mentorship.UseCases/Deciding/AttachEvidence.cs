using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>Adds to a closed task what proves it: a document of the system, a file, an address, a number and date. It is then no longer counted as «без подтверждения».</summary>
public sealed class AttachEvidence
{
    private readonly Work _work;
    private readonly StaffCache _staff;

    internal AttachEvidence(Work work, StaffCache staff) => (_work, _staff) = (work, staff);

    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid workItem, EvidenceGiven given, CancellationToken cancel)
    {
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.WorkItems.Where(w => w.Id == workItem).Select(w => (Guid?)w.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is null) return DecisionRules.NotOpen;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            WorkItem item = await db.WorkItems.Include(w => w.Evidence).SingleAsync(w => w.Id == workItem, cancel);
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            StaffDirectory staff = await _staff.OfAsync(db, institution, cancel);
            if (!actor.RunsProgramme && item.DecidedBy != actor.PersonId && !staff.MayAct(actor.PersonId, item.Holder)) return DecisionRules.NotYours;
            if (item is not { Kind: WorkKind.Do, Status: WorkStatus.Done, Outcome: "Done" }) return NotDone;
            if (given.IsEmpty) return NothingGiven;
            Outcome<IReadOnlyList<Evidence>> proofs = await EvidenceDesk.StoreAsync(db, item, actor.PersonId, given, at, cancel, actor.RunsProgramme);
            if (proofs.Refusal is { } no) return no;
            item.Evidence.AddRange(proofs.Value!);
            Case subject = await db.Cases.SingleAsync(c => c.Id == item.CaseId, cancel);
            db.Audit.Add(subject.Audit.Append(actor.InstitutionId, subject.Id, "EvidenceAttached", actor.PersonId, $"{item.StepId} {string.Join("; ", proofs.Value!.Select(p => p.Text))}", at));
            return default(Done);
        }, cancel);
    }

    private static Refusal NotDone { get; } = new("NotDoneYet", "Подтверждение прикладывают к выполненному заданию. Сначала отметьте его выполненным.");
    private static Refusal NothingGiven { get; } = new("NothingGiven", "Выберите файл, документ или напишите адрес либо номер и дату.");
}
