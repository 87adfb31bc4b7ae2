using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Orders;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>What the form of an order starts from: the people to choose, and what was typed so far.</summary>
public sealed class OrderFormView
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly OrderDesk _orders;

    internal OrderFormView(Work work, CaseDesk cases, OrderDesk orders) => (_work, _cases, _orders) = (work, cases, orders);

    /// <param name="id">The order to be edited; null begins a new one.</param>
    /// <param name="template">By which template a new one is begun; null for a kind with a form of its own.</param>
    /// <param name="task">The task that asks for a document by the template; its process has answered what it can.</param>
    public Task<Outcome<OrderFormSheet>> RunAsync(Actor actor, Guid? id, string? template, Guid? task, CancellationToken cancel) => _work.ReadAsync<Outcome<OrderFormSheet>>(actor.InstitutionId, async db =>
    {
        Document? document = id is null ? null : await db.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (id is not null && document is null) return OrderRules.NoDocument;
        TemplateTask? asked = null;
        if (task is { } wanted && id is null)
        {
            Outcome<TemplateTask> found = await _orders.TaskAsync(db, actor, wanted, cancel);
            if (found.Refusal is { } gone) return gone;
            asked = found.Value;
        }
        if (asked is null && !OrderRules.MayWrite(actor) && document?.AuthorId != actor.PersonId) return Actor.NotAllowed;
        if (document?.Kind == DocumentKind.RoadmapApproval.Code) return OrderRules.FromRoadmap;
        OrderForm? form = document is null ? null : OrderForm.Read(document.FormJson);
        if (document is null && template is not null)
        {
            Outcome<OrderForm> begun = await TemplateOrderDraft.WithWordsAsync(db, null, new TemplateOrderForm { Template = template }, cancel);
            if (begun.Refusal is { } none) return none;
            form = begun.Value is TemplateOrderForm own && asked is not null ? own with { Answers = PaperByTemplate.Answers(asked.Opened, asked.Item.StepId, own.Text!) } : begun.Value;
        }
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        StaffDirectory staff = await _cases.StaffAsync(db, cancel);
        DateOnly today = institution.DayOf(_work.Now);
        return new OrderFormSheet(today, document?.Version ?? 0, form,
            [.. staff.Members.Where(m => m.LeftOn is null || m.LeftOn >= today).OrderBy(m => m.Person.SearchName, StringComparer.Ordinal).Select(m => new PersonChoice(m.PersonId, m.Person.ShortName, m.Post, m.Kind))]);
    }, cancel);
}

/// <param name="Version">The document's version, to be given back when saving.</param>
public sealed record OrderFormSheet(DateOnly Today, int Version, OrderForm? Form, IReadOnlyList<PersonChoice> People);
