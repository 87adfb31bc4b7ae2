using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Pairing;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Orders;

/// <summary>Takes an order back: from its route into a draft, and from a draft away.</summary>
public sealed class WithdrawOrder
{
    private readonly Work _work;
    private readonly CaseDesk _desk;
    private readonly WithdrawalDesk _withdrawal;

    internal WithdrawOrder(Work work, CaseDesk desk, WithdrawalDesk withdrawal) => (_work, _desk, _withdrawal) = (work, desk, withdrawal);

    /// <summary>The route is cancelled, everybody's task about it is withdrawn and says why; the order is a draft again, a roadmap may be changed again.</summary>
    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid id, int seen, string? reason, CancellationToken cancel)
    {
        Outcome<string> why = AdministrationDesk.Reason(reason);
        if (why.Refusal is { } missing) return missing;
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.Documents.Where(d => d.Id == id).Select(d => d.CaseId).SingleOrDefaultAsync(cancel), cancel);
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId ?? id, async (db, at) =>
        {
            Outcome<Document> found = await OrderRules.OfRouteAsync(db, actor, id, seen, cancel);
            if (found.Refusal is { } no) return no;
            Document document = found.Value!;
            if (document.FromStep is not null) return OfProcess;
            if (document.Status == DocumentStatus.Signing) return Deciding.DecideWorkItem.BeingSigned;
            if (document.Status == DocumentStatus.OnPaper) return PaperRules.VoidFirst;
            if (document.Status is not (DocumentStatus.OnRoute or DocumentStatus.Returned)) return NotOnRoute;
            OpenedCase opened = (await _desk.OpenAsync(db, document.CaseId!.Value, cancel))!;
            return await _withdrawal.CancelAsync(db, opened, "OrderWithdrawn", actor.PersonId, why.Value!, at, cancel) is { } refused ? refused : default(Done);
        }, cancel);
    }

    /// <summary>Removes a draft. One that was already shown to others stays as «отозван», for its versions were decided on.</summary>
    public Task<Outcome<Done>> DiscardAsync(Actor actor, Guid id, int seen, CancellationToken cancel) => _work.DoAsync<Done>(actor.InstitutionId, async (db, _) =>
    {
        Outcome<Document> found = await OrderRules.ForChangeAsync(db, actor, id, seen, cancel);
        if (found.Refusal is { } no) return no;
        Document document = found.Value!;
        if (document.Status != DocumentStatus.Draft) return OrderRules.NotEditable;
        await FreePairsAsync(db, id, cancel);
        if (document.CurrentNumber == 0) db.Documents.Remove(document);
        else document.Status = DocumentStatus.Annulled;
        return default(Done);
    }, cancel);

    private static async Task FreePairsAsync(MentorshipDb db, Guid order, CancellationToken cancel)
    {
        foreach (Pair pair in await db.Pairs.Where(p => p.OrderId == order).ToListAsync(cancel)) (pair.OrderId, pair.Status) = (null, PairStatus.Proposed);
    }

    private static Refusal OfProcess { get; } = new("OfProcess", "Этот документ составлен в ходе дела. Чтобы отозвать его, отмените дело на его странице: документ снова станет черновиком.");
    private static Refusal NotOnRoute { get; } = new("NotOnRoute", "Отозвать можно только приказ, который идёт по маршруту и ещё не подписан.");
}
