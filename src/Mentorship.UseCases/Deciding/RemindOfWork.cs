using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Mailing;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Mailing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>«Напомнить»: who runs the programme sends the task's mail once more, at most once a day.</summary>
public sealed class RemindOfWork
{
    private readonly Work _work;
    private readonly DecisionDesk _desk;
    private readonly WorkMail _mail;

    internal RemindOfWork(Work work, DecisionDesk desk, WorkMail mail) => (_work, _desk, _mail) = (work, desk, mail);

    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid workItem, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.WorkItems.Where(w => w.Id == workItem).Select(w => (Guid?)w.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is null) return DecisionRules.NotOpen;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            Outcome<TaskOnDesk> task = await _desk.LayAsync(db, caseId.Value, workItem, cancel);
            if (task.Refusal is { } closed) return closed;
            OpenedCase opened = task.Value!.Opened;
            DateTimeOffset today = opened.Around.Institution.StartOf(opened.Around.Institution.DayOf(at));
            if (await db.Mails.AnyAsync(m => m.WorkItemId == workItem && m.Template == MailTemplate.Reminder && m.CreatedAt >= today, cancel)) return Already;
            if (!await _mail.ReminderAsync(db, opened, task.Value.Item, at, cancel)) return NoAddress;
            db.Audit.Add(opened.Case.Audit.Append(actor.InstitutionId, opened.Case.Id, "Reminded", actor.PersonId, task.Value.Item.StepId, at));
            return default(Done);
        }, cancel);
    }

    private static Refusal Already { get; } = new("AlreadyReminded", "Об этом задании сегодня уже напоминали. Следующее напоминание можно отправить завтра.");
    private static Refusal NoAddress { get; } = new("NoAddress", "Напоминание отправить некуда: у исполнителя нет адреса почты. Впишите его на странице «Люди».");
}
