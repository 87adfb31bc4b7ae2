using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>The holder of a task, or who runs the programme, hands it over to another person; the history goes with it, the other gets a mail.</summary>
public sealed class HandOverWork
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly DecisionDesk _desk;

    internal HandOverWork(Work work, CaseDesk cases, DecisionDesk desk) => (_work, _cases, _desk) = (work, cases, desk);

    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid workItem, Guid to, CancellationToken cancel)
    {
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.WorkItems.Where(w => w.Id == workItem).Select(w => (Guid?)w.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is null) return DecisionRules.NotOpen;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            Outcome<TaskOnDesk> laid = await _desk.LayAsync(db, caseId.Value, workItem, cancel);
            if (laid.Refusal is { } closed) return closed;
            TaskOnDesk task = laid.Value!;
            StaffDirectory staff = task.Opened.Around.Staff;
            if (!actor.RunsProgramme && !staff.MayAct(actor.PersonId, task.Item.Holder)) return DecisionRules.NotYours;
            if (!MayChangeHands(task.Item)) return Personal;
            if (!Candidates(staff, task.Opened.Around.Institution.DayOf(at), task.Item).Any(m => m.PersonId == to)) return Nobody;
            CaseChanges changes = task.Opened.Case.HandOver(task.Opened.Graph, task.Opened.Around, workItem, to, actor.PersonId, at);
            if (changes.Refusal is { } no) return no;
            await _cases.PutAwayAsync(db, task.Opened, changes, at, cancel);
            return default(Done);
        }, cancel);
    }

    /// <summary>A signature and an acquaintance are personal; a returned document stays with its author.</summary>
    internal static bool MayChangeHands(WorkItem item) => item.Status == WorkStatus.Open && item.Kind is (WorkKind.Do or WorkKind.Concur);

    /// <summary>Who may take the task: the employees of the day, but for its holder.</summary>
    internal static IEnumerable<Member> Candidates(StaffDirectory staff, DateOnly day, WorkItem item) =>
        staff.Members.Where(m => m.Kind != MemberKind.Pupil && !(m.LeftOn < day) && m.PersonId != item.PersonId);

    private static Refusal Personal { get; } = new("NotTransferable", "Подпись, ознакомление и доработку своего документа передать нельзя: за другого их не сделать.");
    private static Refusal Nobody { get; } = new("NobodyChosen", "Выберите сотрудника, которому передаёте задание. Если его нет в списке, добавьте его на странице «Люди».");
}
