using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Pairing;
using Mentorship.Storage;
using Mentorship.UseCases.Orders;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Pairing;

/// <summary>Changes a pair, or takes it away, until an order about it goes on its route.</summary>
public sealed class EditPair
{
    private readonly Work _work;
    private readonly PairDesk _pairs;
    private readonly OrderDesk _orders;

    internal EditPair(Work work, PairDesk pairs, OrderDesk orders) => (_work, _pairs, _orders) = (work, pairs, orders);

    /// <param name="seen">The pair's version that the page showed.</param>
    public Task<Outcome<Done>> RunAsync(Actor actor, Guid id, int seen, PairInput input, CancellationToken cancel) => ChangeAsync(actor, id, seen, async (db, pair, at) =>
    {
        if (await _pairs.FillAsync(db, pair, input, actor, at, cancel) is { } no) return no;
        // The draft of its order names the people: they follow. The pair is saved with it.
        if (pair.OrderId is { } order && await db.Documents.FindAsync([order], cancel) is { } document)
            await _orders.KeepAsync(db, document, OrderForm.Read(document.FormJson), at, cancel);
        return null;
    }, cancel);

    public Task<Outcome<Done>> RemoveAsync(Actor actor, Guid id, int seen, CancellationToken cancel) => ChangeAsync(actor, id, seen, async (db, pair, at) =>
    {
        if (pair.OrderId is { } order && await db.Documents.FindAsync([order], cancel) is { } document)
        {
            PairOrderForm form = (PairOrderForm)OrderForm.Read(document.FormJson);
            await _orders.KeepAsync(db, document, form with { PairIds = [.. form.PairIds.Where(p => p != id)] }, at, cancel);
        }
        db.Pairs.Remove(pair);
        return null;
    }, cancel);

    private async Task<Outcome<Done>> ChangeAsync(Actor actor, Guid id, int seen, Func<MentorshipDb, Pair, DateTimeOffset, Task<Refusal?>> change, CancellationToken cancel)
    {
        if (!OrderRules.MayWrite(actor)) return Actor.NotAllowed;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            Pair? pair = await db.Pairs.SingleOrDefaultAsync(p => p.Id == id, cancel);
            if (pair is null) return new Refusal("NoPair", "Такой пары нет: возможно, её уже убрали. Обновите страницу.");
            if (pair.Version != seen) return new Refusal("PairChanged", "Пока страница была открыта, пару изменили. Обновите страницу и внесите правку ещё раз.");
            if (pair.Status is PairStatus.Active or PairStatus.Ended) return new Refusal("PairSigned", "Пара закреплена подписанным приказом. Изменить её можно только новым приказом.");
            if (pair.OrderId is { } order && await db.Documents.AnyAsync(d => d.Id == order && d.Status != DocumentStatus.Draft && d.Status != DocumentStatus.Returned, cancel))
                return new Refusal("PairOnRoute", "Приказ об этой паре уже на маршруте. Отзовите его на странице документа и тогда исправьте пару.");
            return await change(db, pair, at) is { } no ? no : default(Done);
        }, cancel);
    }
}
