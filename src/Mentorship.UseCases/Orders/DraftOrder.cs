using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Orders;

/// <summary>Begins an order: a draft that may still miss things.</summary>
public sealed class DraftOrder
{
    private readonly Work _work;
    private readonly OrderDesk _orders;

    internal DraftOrder(Work work, OrderDesk orders) => (_work, _orders) = (work, orders);

    /// <summary>Begins the document that a task asks for; whoever the task reaches may. A second time it is the one that was begun.</summary>
    public async Task<Outcome<Guid>> ForTaskAsync(Actor actor, Guid task, TemplateOrderForm form, CancellationToken cancel)
    {
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.WorkItems.Where(w => w.Id == task).Select(w => (Guid?)w.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is not { } known) return DecisionRules.NotOpen;
        return await _work.OnCaseAsync<Guid>(actor.InstitutionId, known, async (db, at) =>
        {
            Outcome<TemplateTask> asked = await _orders.TaskAsync(db, actor, task, cancel);
            if (asked.Refusal is { } no) return no;
            WorkItem item = asked.Value!.Item;
            if (asked.Value.Template != form.Template) return DecisionRules.NotOpen;
            if (await db.Documents.FirstOrDefaultAsync(d => d.CaseId == known && d.FromStep == item.StepId, cancel) is { } begun) return begun.Id;
            Outcome<OrderForm> ready = await TemplateOrderDraft.WithWordsAsync(db, null, form, cancel);
            if (ready.Refusal is { } lacking) return lacking;
            Document draft = new()
            {
                InstitutionId = actor.InstitutionId, Kind = ready.Value!.Kind.Code, Title = ready.Value.Kind.Name, AuthorId = actor.PersonId, CreatedAt = at, ProgrammeId = asked.Value.Opened.Case.ProgrammeId, CaseId = known, FromStep = item.StepId,
            };
            db.Documents.Add(draft);
            await _orders.KeepAsync(db, draft, ready.Value, at, cancel);
            return draft.Id;
        }, cancel);
    }

    /// <summary>Returns the document's id.</summary>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, OrderForm form, CancellationToken cancel)
    {
        if (!OrderRules.MayWrite(actor)) return Actor.NotAllowed;
        return await _work.DoAsync<Guid>(actor.InstitutionId, async (db, at) =>
        {
            Outcome<OrderForm> ready = await TemplateOrderDraft.WithWordsAsync(db, null, form, cancel);
            if (ready.Refusal is { } no) return no;
            form = ready.Value!;
            Document draft = new() { InstitutionId = actor.InstitutionId, Kind = form.Kind.Code, Title = form.Kind.Name, AuthorId = actor.PersonId, CreatedAt = at };
            db.Documents.Add(draft);
            await _orders.KeepAsync(db, draft, form, at, cancel);
            return draft.Id;
        }, cancel);
    }
}
