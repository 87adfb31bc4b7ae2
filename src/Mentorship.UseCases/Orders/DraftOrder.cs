using Mentorship.Domain.Documents;

namespace Mentorship.UseCases.Orders;

/// <summary>Begins an order: a draft that may still miss things.</summary>
public sealed class DraftOrder
{
    private readonly Work _work;
    private readonly OrderDesk _orders;

    internal DraftOrder(Work work, OrderDesk orders) => (_work, _orders) = (work, orders);

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
