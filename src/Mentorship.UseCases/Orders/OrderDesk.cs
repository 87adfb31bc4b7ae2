using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Templates;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Orders;

/// <summary>An order made of its form. A text may be there although something is still missing: a draft can be read before it can be sent.</summary>
/// <param name="Named">People whom the order names; the employees among them are acquainted with it.</param>
/// <param name="Problems">What keeps it from the route, one sentence for each.</param>
internal sealed record ComposedOrder(OrderText? Text, IReadOnlyList<Guid> Named, IReadOnlyList<Refusal> Problems)
{
    /// <summary>Everything that is missing in one refusal; null when nothing is.</summary>
    public Refusal? Refusal => Problems.Count == 0 ? null : new Refusal(Problems[0].Code, string.Join('\n', Problems.Select(p => p.Text).Distinct()));

    /// <summary>«Приказ о закреплении наставнических пар».</summary>
    public string Title(DocumentKind kind) => Text is null ? kind.Name : Text.FullTitle();
}

/// <summary>Composes an order from its form, the people of the institution and the pairs.</summary>
internal sealed class OrderDesk(CaseDesk cases)
{
    public async Task<ComposedOrder> ComposeAsync(MentorshipDb db, OrderForm form, DateTimeOffset at, CancellationToken cancel)
    {
        Institution institution = (await db.Institutions.FindAsync([db.Scope], cancel))!;
        DateOnly today = institution.DayOf(at);
        StaffDirectory staff = await cases.StaffAsync(db, cancel);
        OrderPeople people = new(institution, staff, today);
        if (form is TemplateOrderForm own)
        {
            Outcome<TemplateKnown> known = await TemplateSurroundings.OfAsync(db, staff, own.ControllerId, at, cancel);
            return known.Refusal is { } lacking ? new ComposedOrder(null, [], [lacking]) : TemplateOrderDraft.Compose(known.Value!, people, own);
        }
        Outcome<Letterhead> letterhead = people.Letterhead();
        if (letterhead.Refusal is { } noHead) return new ComposedOrder(null, [], [noHead]);
        if (people.Curator is not { } curator) return new ComposedOrder(null, [], [NoCurator]);
        OrderFrame frame = new(letterhead.Value!) { Controller = people.Person(form.ControllerId) };
        OrderSetting setting = new(frame, people, OrderPeople.Of(curator), curator.PersonId, today);
        return form switch
        {
            PairOrderForm pairs => PairOrderDraft.Compose(setting, pairs, await PairsAsync(db, pairs, cancel)),
            PlanOrderForm plans => PlanOrderDraft.Compose(setting, plans),
            IncentiveOrderForm awards => IncentiveOrderDraft.Compose(setting, awards),
            _ => throw new InvalidOperationException($"No composer for {form.GetType().Name}"),
        };
    }

    /// <summary>An open task that asks for a document by a template, for whom it reaches.</summary>
    public async Task<Outcome<TemplateTask>> TaskAsync(MentorshipDb db, Actor actor, Guid id, CancellationToken cancel)
    {
        Guid? caseId = await db.WorkItems.Where(w => w.Id == id).Select(w => (Guid?)w.CaseId).SingleOrDefaultAsync(cancel);
        if (caseId is null || await cases.OpenAsync(db, caseId.Value, cancel) is not { } opened) return DecisionRules.NotOpen;
        if (opened.Case.WorkItems.FirstOrDefault(w => w.Id == id) is not { Kind: WorkKind.Prepare, IsOpen: true } item || opened.Graph.Find(item.NodeId) is not { } step || Papers.TemplateOf(step) is not { } template) return DecisionRules.NotOpen;
        return opened.Around.Staff.MayAct(actor.PersonId, item.Holder) ? new TemplateTask(item, template, opened) : DecisionRules.NotYours;
    }

    /// <summary>Keeps the form, the title, the people named, and which pairs belong to the order.</summary>
    public async Task<ComposedOrder> KeepAsync(MentorshipDb db, Document document, OrderForm form, DateTimeOffset at, CancellationToken cancel)
    {
        if (form is PairOrderForm pairs) form = await OwnPairsAsync(db, document, pairs, cancel);
        ComposedOrder composed = await ComposeAsync(db, form, at, cancel);
        document.FormJson = form.Write();
        document.Title = composed.Title(document.KindOf);
        document.NamedPeople = [.. composed.Named];
        if (form is PairOrderForm { PairIds: var chosen })
            foreach (Pair pair in await db.Pairs.Where(p => p.OrderId == document.Id || chosen.Contains(p.Id)).ToListAsync(cancel))
                if (chosen.Contains(pair.Id)) (pair.OrderId, pair.Status) = (document.Id, PairStatus.InOrder);
                else (pair.OrderId, pair.Status) = (null, PairStatus.Proposed);
        return composed;
    }

    /// <summary>A pair of another order, or one that already works, stays where it is.</summary>
    private static async Task<PairOrderForm> OwnPairsAsync(MentorshipDb db, Document document, PairOrderForm form, CancellationToken cancel)
    {
        Guid[] asked = [.. form.PairIds.Distinct()];
        List<Guid> free = await db.Pairs.Where(p => asked.Contains(p.Id) && (p.OrderId == document.Id || p.Status == PairStatus.Proposed)).Select(p => p.Id).ToListAsync(cancel);
        return form with { PairIds = [.. asked.Where(free.Contains)] };
    }

    private static async Task<IReadOnlyList<Pair>> PairsAsync(MentorshipDb db, PairOrderForm form, CancellationToken cancel)
    {
        Dictionary<Guid, Pair> found = await db.Pairs.Where(p => form.PairIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return [.. form.PairIds.Distinct().Where(found.ContainsKey).Select(id => found[id])];
    }

    internal static Refusal NoCurator { get; } = new("NoCurator", "В учреждении не указан куратор: приказ поручает ему работу с парами. Дайте роль «куратор» на странице «Люди».");
}

/// <summary>A task that asks for a document by a template.</summary>
internal sealed record TemplateTask(WorkItem Item, string Template, OpenedCase Opened);

/// <summary>What every composer needs around the rows of its form.</summary>
internal sealed record OrderSetting(OrderFrame Frame, OrderPeople People, OrderPerson Curator, Guid CuratorId, DateOnly Today)
{
    /// <summary>The people of an order, each once, the controller among them.</summary>
    public static IReadOnlyList<Guid> Named(OrderForm form, params IEnumerable<Guid> people) =>
        [.. people.Concat(form.ControllerId is { } controller ? [controller] : []).Distinct()];

    public static Refusal Unknown(int row) => new("PersonUnknown", $"Строка {row}: человек не найден среди людей учреждения. Выберите его ещё раз.");
}
