using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.Programmes;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Orders;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Pairing;

/// <summary>«Сделать приказ»: a draft with all proposed pairs that have everything; the others are named with what they miss.</summary>
public sealed class MakePairOrder
{
    private const int DaysForProgrammes = 14;
    private readonly Work _work;
    private readonly OrderDesk _orders;
    private readonly CaseDesk _cases;

    internal MakePairOrder(Work work, OrderDesk orders, CaseDesk cases) => (_work, _orders, _cases) = (work, orders, cases);

    public async Task<Outcome<PairOrderMade>> RunAsync(Actor actor, CancellationToken cancel)
    {
        if (!OrderRules.MayWrite(actor)) return Actor.NotAllowed;
        return await _work.DoAsync<PairOrderMade>(actor.InstitutionId, async (db, at) =>
        {
            if (await AddPair.CurrentAsync(db, cancel) is not Programme programme) return AddPair.NoProgramme;
            Institution institution = (await db.Institutions.FindAsync([db.Scope], cancel))!;
            DateOnly today = institution.DayOf(at);
            OrderPeople people = new(institution, await _cases.StaffAsync(db, cancel), today);
            List<Pair> proposed = await db.Pairs.Where(p => p.ProgrammeId == programme.Id && p.Status == PairStatus.Proposed).OrderBy(p => p.Id).ToListAsync(cancel);
            if (proposed.Count == 0) return new Refusal("NoPairs", "Нет пар, которые ждут приказа. Добавьте наставника и наставляемого.");
            List<PairLeft> left = [.. proposed.Select(p => new PairLeft(p.Id, PairMissing.Of(people, p, today))).Where(p => p.Missing.Count > 0)];
            Guid[] ready = [.. proposed.Select(p => p.Id).Except(left.Select(l => l.PairId))];
            if (ready.Length == 0) return new Refusal("NoReadyPairs", "Ни у одной пары нет всего, что нужно для приказа. Что добавить, написано в строке каждой пары.");
            Document draft = new()
            {
                InstitutionId = actor.InstitutionId, Kind = DocumentKind.PairAssignment.Code, Title = DocumentKind.PairAssignment.Name,
                ProgrammeId = programme.Id, AuthorId = actor.PersonId, CreatedAt = at,
            };
            db.Documents.Add(draft);
            await _orders.KeepAsync(db, draft, new PairOrderForm { PairIds = ready, ProgrammesBy = today.AddDays(DaysForProgrammes) }, at, cancel);
            return new PairOrderMade(draft.Id, ready.Length, left);
        }, cancel);
    }
}

/// <param name="Left">Pairs that stayed out, with what each misses.</param>
public sealed record PairOrderMade(Guid DocumentId, int Taken, IReadOnlyList<PairLeft> Left);

public sealed record PairLeft(Guid PairId, IReadOnlyList<string> Missing);

/// <summary>What a pair still misses before it can stand in an order.</summary>
internal static class PairMissing
{
    public static IReadOnlyList<string> Of(OrderPeople people, Pair pair, DateOnly today) => PairOrderDraft.Row(people, pair) is { } row
        ? [.. PairOrderGuard.CheckRow(row, today).Select(r => char.ToUpperInvariant(r.Text[0]) + r.Text[1..])]
        : ["Одного из двоих больше нет среди людей учреждения. Выберите другого."];
}
