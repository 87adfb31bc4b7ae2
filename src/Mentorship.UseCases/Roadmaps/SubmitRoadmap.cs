using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Roadmaps;

/// <summary>Sends the roadmap to be approved: an order whose annex is this version of it. After a return the changed roadmap goes back by the same order.</summary>
public sealed class SubmitRoadmap
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly RoadmapDesk _roadmaps;
    private readonly DocumentDesk _documents;

    internal SubmitRoadmap(Work work, CaseDesk cases, RoadmapDesk roadmaps, DocumentDesk documents) => (_work, _cases, _roadmaps, _documents) = (work, cases, roadmaps, documents);

    /// <returns>The order.</returns>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, Guid programmeId, RoadmapOrderForm form, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        Guid? gate = await _work.ReadAsync(actor.InstitutionId, db => db.Documents.Where(d => d.ProgrammeId == programmeId && d.Kind == DocumentKind.RoadmapApproval.Code)
            .OrderByDescending(d => d.CreatedAt).Select(d => d.CaseId).FirstOrDefaultAsync(cancel), cancel);
        return await _work.OnCaseAsync<Guid>(actor.InstitutionId, gate ?? programmeId, async (db, at) =>
        {
            if (await _roadmaps.OpenAsync(db, programmeId, cancel) is not { } opened) return RoadmapDesk.NoRoadmap;
            if (opened.Programme.Status is ProgrammeStatus.Running or ProgrammeStatus.Finished) return ApprovedEarlier.AlreadyRunning;
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            DateOnly today = institution.DayOf(at);
            if (form.AcquaintBy < today) return DateGone;
            OrderPeople people = new(institution, await _cases.StaffAsync(db, cancel), today);
            Outcome<OrderText> text = Compose(opened.Table, people, await _cases.StaffAsync(db, cancel), form, today);
            return text.Refusal is { } no ? no : await SendAsync(db, actor, opened.Programme, people, form, text.Value!, at, cancel);
        }, cancel);
    }

    private async Task<Outcome<Guid>> SendAsync(MentorshipDb db, Actor actor, Programme programme, OrderPeople people, RoadmapOrderForm form, OrderText text, DateTimeOffset at, CancellationToken cancel)
    {
        string content = OrderContent.Write(text);
        Document? order = programme.ApprovalDocumentId is { } known ? await db.Documents.SingleAsync(d => d.Id == known, cancel) : null;
        if (order is { Status: DocumentStatus.Returned })
        {
            if (string.IsNullOrWhiteSpace(form.Change)) return ChangeMissing;
            return await _documents.ResubmitAsync(db, order, content, form.Change.Trim(), order.AuthorId, at, cancel) is { } refused ? refused : order.Id;
        }
        if (programme.Status == ProgrammeStatus.OnApproval) return RoadmapDesk.OnApproval;
        if (order is { Status: DocumentStatus.Draft })
        {
            // It was withdrawn from its route: the same order goes again, as its next version.
            (order.Title, order.NamedPeople, programme.Status) = (TitleOf(text), Named(people, form), ProgrammeStatus.OnApproval);
            await _documents.SubmitAsync(db, order, content, actor.PersonId, at, cancel);
            return order.Id;
        }
        order = new Document
        {
            InstitutionId = actor.InstitutionId, Kind = DocumentKind.RoadmapApproval.Code, Title = TitleOf(text), ProgrammeId = programme.Id,
            AuthorId = actor.PersonId, NamedPeople = Named(people, form), CreatedAt = at,
        };
        db.Documents.Add(order);
        programme.ApprovalDocumentId = order.Id;
        programme.Status = ProgrammeStatus.OnApproval;
        await _documents.SubmitAsync(db, order, content, actor.PersonId, at, cancel);
        return order.Id;
    }

    private static string TitleOf(OrderText text) => $"Приказ {char.ToLowerInvariant(text.Heading[0])}{text.Heading[1..]}";

    private static List<Guid> Named(OrderPeople people, RoadmapOrderForm form) => [.. new[] { people.Curator!.PersonId, form.SiteEditorId, form.ControllerId }.OfType<Guid>().Distinct()];

    private static Outcome<OrderText> Compose(DefinedRoadmap table, OrderPeople people, StaffDirectory staff, RoadmapOrderForm form, DateOnly today)
    {
        Outcome<Letterhead> letterhead = people.Letterhead();
        if (letterhead.Refusal is { } noHead) return noHead;
        if (people.Curator is not { } curator) return NoCurator;
        IEnumerable<Member> responsible = table.Stages.SelectMany(s => s.Items).SelectMany(i => staff.Resolve(i.Work.Assignee, new Dictionary<string, IReadOnlyList<Guid>>(), today))
            .SelectMany(p => p.IsBody ? staff.Body(p.Id)!.Members.Select(m => m.PersonId).Append(staff.Body(p.Id)!.LeadId) : [p.Id])
            .Distinct().Select(staff.Member).OfType<Member>().Where(m => m.Kind != MemberKind.Pupil && m.PersonId != people.Head!.PersonId);
        return RoadmapOrderComposer.Compose(new RoadmapOrder(new OrderFrame(letterhead.Value!) { Controller = people.Person(form.ControllerId) }, table.Roadmap)
        {
            Curator = OrderPeople.Of(curator), AcquaintBy = form.AcquaintBy, SiteEditor = people.Person(form.SiteEditorId), PublishBy = form.PublishBy,
            Council = form.CouncilOn is { } day ? new OrderGround(day, form.CouncilNumber) : null, Responsible = [.. responsible.Select(OrderPeople.Of)],
        });
    }

    private static Refusal NoCurator { get; } = new("NoCurator", "В учреждении не указан куратор: приказ поручает ему дорожную карту. Дайте роль «куратор» на странице «Люди».");
    private static Refusal DateGone { get; } = new("DateGone", "Срок ознакомления уже прошёл. Поставьте день не раньше сегодняшнего.");
    private static Refusal ChangeMissing { get; } = new("ChangeMissing", "Напишите коротко, что изменили: это увидят те, кто вернул приказ.");
}

/// <summary>What the order that approves a roadmap needs to be told.</summary>
/// <param name="Change">«что изменил», after a return.</param>
public sealed record RoadmapOrderForm(DateOnly AcquaintBy)
{
    public Guid? SiteEditorId { get; init; }
    public DateOnly? PublishBy { get; init; }

    /// <summary>On whom the control is laid; null: the head keeps it.</summary>
    public Guid? ControllerId { get; init; }
    public DateOnly? CouncilOn { get; init; }
    public string? CouncilNumber { get; init; }
    public string? Change { get; init; }
}
