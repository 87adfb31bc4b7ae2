using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Orders;

/// <summary>Sends an order on its route: the text is frozen, what is missing is a refusal that lists it.</summary>
public sealed class SubmitOrder
{
    private readonly Work _work;
    private readonly OrderDesk _orders;
    private readonly DocumentDesk _documents;

    internal SubmitOrder(Work work, OrderDesk orders, DocumentDesk documents) => (_work, _orders, _documents) = (work, orders, documents);

    /// <summary>A draft begins its route; a returned order goes back as its next version.</summary>
    /// <param name="change">«что изменил», for a returned order.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid id, int seen, string? change, CancellationToken cancel)
    {
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.Documents.Where(d => d.Id == id).Select(d => d.CaseId).SingleOrDefaultAsync(cancel), cancel);
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId ?? id, async (db, at) =>
        {
            Outcome<Document> found = await OrderRules.ForChangeAsync(db, actor, id, seen, cancel);
            if (found.Refusal is { } no) return no;
            Document document = found.Value!;
            if (document.Status is not (DocumentStatus.Draft or DocumentStatus.Returned)) return Sent;
            if (document.Status == DocumentStatus.Returned && string.IsNullOrWhiteSpace(change)) return ChangeMissing;
            ComposedOrder composed = await _orders.KeepAsync(db, document, OrderForm.Read(document.FormJson), at, cancel);
            if (composed.Refusal is { } missing) return missing;
            string content = OrderContent.Write(composed.Text!);
            if (document is { Status: DocumentStatus.Draft, FromStep: null }) await _documents.SubmitAsync(db, document, content, actor.PersonId, at, cancel);
            else if (await _documents.ResubmitAsync(db, document, content, change?.Trim(), document.AuthorId, at, cancel) is { } refused) return refused == DecisionRules.NotOpen ? Sent : refused;
            return default(Done);
        }, cancel);
    }

    private static Refusal Sent { get; } = new("AlreadySent", "Приказ уже отправлен по маршруту. Второй раз отправлять не нужно.");
    private static Refusal ChangeMissing { get; } = new("ChangeMissing", "Напишите коротко, что изменили: это увидят те, кто вернул приказ.");
}
