using Mentorship.Domain.Documents;

namespace Mentorship.UseCases.Orders;

/// <summary>Changes what was typed, while the order is a draft or has come back.</summary>
public sealed class EditOrder
{
    private readonly Work _work;
    private readonly OrderDesk _orders;

    internal EditOrder(Work work, OrderDesk orders) => (_work, _orders) = (work, orders);

    /// <param name="seen">The document's version that the page showed: another one is a refusal.</param>
    /// <returns>The document's version after the change.</returns>
    public Task<Outcome<int>> RunAsync(Actor actor, Guid id, int seen, OrderForm form, CancellationToken cancel) => _work.DoAsync<int>(actor.InstitutionId, async (db, at) =>
    {
        Outcome<Document> found = await OrderRules.ForChangeAsync(db, actor, id, seen, cancel);
        if (found.Refusal is { } no) return no;
        Document document = found.Value!;
        if (document.Status is not (DocumentStatus.Draft or DocumentStatus.Returned)) return OrderRules.NotEditable;
        form = (await TemplateOrderDraft.WithWordsAsync(db, document, form, cancel)).Value!;
        if (document.Kind != form.Kind.Code) throw new InvalidOperationException($"A form of {form.Kind.Code} for a document of {document.Kind}");
        await _orders.KeepAsync(db, document, form, at, cancel);
        return db.Entry(document).State == Microsoft.EntityFrameworkCore.EntityState.Modified ? seen + 1 : seen;
    }, cancel);
}
