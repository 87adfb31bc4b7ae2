using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.People;
using Mentorship.Domain.Signing;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Orders;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The page «Входящие»: one queue of what waits for a person, and the exact version of what is chosen in it.</summary>
public sealed class InboxView
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly PinDesk _pins;

    internal InboxView(Work work, CaseDesk cases, PinDesk pins) => (_work, _cases, _pins) = (work, cases, pins);

    /// <param name="chosen">The task to be read beside the list; null or closed meanwhile: the first.</param>
    public Task<Inbox> RunAsync(Actor actor, string session, Guid? chosen, CancellationToken cancel) => _work.ReadAsync(actor.InstitutionId, async db =>
    {
        DateTimeOffset now = _work.Now;
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        StaffDirectory staff = await _cases.StaffAsync(db, cancel);
        Guid[] bodies = [.. staff.Bodies.Where(b => b.Includes(actor.PersonId)).Select(b => b.Id)];
        List<WorkItem> work = await db.WorkItems.Where(w => w.Status == WorkStatus.Open && (w.PersonId == actor.PersonId || w.BodyId != null && bodies.Contains(w.BodyId.Value))).ToListAsync(cancel);
        Guid[] documentIds = [.. work.Select(w => w.DocumentId).OfType<Guid>().Distinct()];
        Dictionary<Guid, Document> documents = await db.Documents.Where(d => documentIds.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        Dictionary<Guid, Pair> pairs = await db.Pairs.Where(p => p.OrderId != null && documentIds.Contains(p.OrderId.Value)).ToDictionaryAsync(p => p.Id, cancel);
        Guid[] caseIds = [.. work.Select(w => w.CaseId).Distinct()];
        HashSet<Guid> still = [.. await db.Cases.Where(c => caseIds.Contains(c.Id) && c.Status == CaseStatus.Suspended).Select(c => c.Id).ToListAsync(cancel)];
        List<InboxItem> items = [.. work.Select(w => Item(w, w.DocumentId is { } id ? documents.GetValueOrDefault(id) : null, institution, staff, pairs, actor) with { IsSuspended = still.Contains(w.CaseId) })
            .OrderBy(i => Order(i.Kind)).ThenBy(i => i.Due ?? DateOnly.MaxValue).ThenBy(i => i.WorkItemId)];
        Member? me = staff.Member(actor.PersonId);
        if (items.Count > 0 && (work.FirstOrDefault(w => w.Id == chosen) ?? work.First(w => w.Id == items[0].WorkItemId)) is var read && await AsksFieldsAsync(db, read, cancel))
            items = [.. items.Select(i => i.WorkItemId == read.Id ? i with { AsksFields = true } : i)];
        return new Inbox(institution.DayOf(now), items, await PendingAsync(db, actor, now, cancel),
            await ChosenAsync(db, actor.PersonId, items.Count == 0 ? null : work.FirstOrDefault(w => w.Id == chosen) ?? work.First(w => w.Id == items[0].WorkItemId), items, documents, staff, institution, cancel),
            institution.ElectronicSigning is not null && me?.JoinedAgreementOn is not null, !_pins.Remembers(actor.PersonId, session, now));
    }, cancel);

    /// <summary>A task that is filled in has a page of its own.</summary>
    private async Task<bool> AsksFieldsAsync(MentorshipDb db, WorkItem work, CancellationToken cancel)
    {
        if (work.Kind != WorkKind.Do) return false;
        FlowGraph graph = await _cases.GraphAsync(db, await db.Cases.Where(c => c.Id == work.CaseId).Select(c => c.ProcessVersionId).SingleAsync(cancel), cancel);
        return graph.Find(work.NodeId) is { } node && WorkFields.Of(graph, node).Count > 0;
    }

    private static int Order(WorkKind kind) => kind switch { WorkKind.Sign => 0, WorkKind.Concur => 1, WorkKind.Do or WorkKind.Prepare => 2, WorkKind.Acquaint => 4, _ => 3 };

    private static InboxItem Item(WorkItem work, Document? document, Institution institution, StaffDirectory staff, Dictionary<Guid, Pair> pairs, Actor actor)
    {
        OrderSummary summary = document is null ? new OrderSummary("", []) : OrderSummary.Of(document, staff, pairs);
        DateOnly? due = work.BeforeApproval ? null : work.DueAt is { } at ? institution.DayOf(at) : null;
        return new InboxItem(work.Id, work.Kind, work.Kind == WorkKind.Prepare && document is not null ? document.Title : work.Title, summary,
            document is null ? null : staff.Member(document.AuthorId)?.Person.ShortName, due, work.Round, work.DocumentId, work.DocumentVersionId,
            staff.MayAct(actor.PersonId, work.Holder), document?.Status == DocumentStatus.OnPaper, document?.ReturnReason);
    }

    private static async Task<IReadOnlyList<InboxPending>> PendingAsync(MentorshipDb db, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = await db.Signatures.Where(s => s.PersonId == actor.PersonId && s.Status == SignatureStatus.Pending)
            .Join(db.Documents, s => s.DocumentId, d => d.Id, (s, d) => new { s.Id, s.EffectiveAt, DocumentId = d.Id, d.Title }).ToListAsync(cancel);
        return [.. waiting.OrderBy(w => w.EffectiveAt).Select(w => new InboxPending(w.Id, w.DocumentId, w.Title, Math.Max(0, (int)Math.Ceiling((w.EffectiveAt - now).TotalSeconds))))];
    }

    private static async Task<InboxChosen?> ChosenAsync(MentorshipDb db, Guid person, WorkItem? work, List<InboxItem> items, Dictionary<Guid, Document> documents, StaffDirectory staff, Institution institution, CancellationToken cancel)
    {
        if (work is null) return null;
        InboxItem item = items.Single(i => i.WorkItemId == work.Id);
        if (work.DocumentId is not { } id || work.DocumentVersionId is not { } versionId || !documents.TryGetValue(id, out Document? document)) return new InboxChosen(item, null, null);
        DocumentVersion version = await db.DocumentVersions.SingleAsync(v => v.Id == versionId, cancel);
        ReadableOrder? order = await OrderReading.VersionAsync(db, document, versionId, cancel);
        List<string> concurred = [.. (await db.Decisions.Where(d => d.DocumentVersionId == versionId && d.Outcome == "Approved" && d.TakenBackAt == null).Select(d => d.PersonId).ToListAsync(cancel))
            .Select(p => staff.Member(p)?.Person.ShortName ?? "")];
        return new InboxChosen(item, order, new VersionLine(version.Id, version.Number, TimeZoneInfo.ConvertTime(version.CreatedAt, institution.Zone), version.Change, version.Sha256))
        {
            Concurred = concurred, Changed = version.Number == 1 ? null : await WhatChanged.ForAsync(db, id, versionId, person, cancel),
        };
    }
}

/// <param name="MaySignElectronically">The institution has decided and the person has joined; else paper.</param>
/// <param name="AsksPin">The PIN is not remembered in this session any more.</param>
public sealed record Inbox(DateOnly Today, IReadOnlyList<InboxItem> Items, IReadOnlyList<InboxPending> Pending, InboxChosen? Chosen, bool MaySignElectronically, bool AsksPin);

/// <param name="MayDecide">False for a member of a body whose lead decides.</param>
/// <param name="OnPaper">Printed with its number and waiting for the pen.</param>
public sealed record InboxItem(Guid WorkItemId, WorkKind Kind, string Title, OrderSummary Summary, string? Author, DateOnly? Due, int Round, Guid? DocumentId, Guid? VersionId, bool MayDecide, bool OnPaper, string? ReturnReason)
{
    /// <summary>Its case stands still: nothing can be decided until it is resumed.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>It is done by filling in a form; known of the task that is read.</summary>
    public bool AsksFields { get; init; }
}

public sealed record InboxPending(Guid SignatureId, Guid DocumentId, string Title, int SecondsLeft);

public sealed record InboxChosen(InboxItem Item, ReadableOrder? Order, VersionLine? Version)
{
    /// <summary>Who concurred with this very version.</summary>
    public IReadOnlyList<string> Concurred { get; init; } = [];

    /// <summary>What is otherwise than in the version that the person saw last; null for a first version.</summary>
    public WhatChanged? Changed { get; init; }
}

/// <param name="At">In the institution's own time zone.</param>
public sealed record VersionLine(Guid Id, int Number, DateTimeOffset At, string? Change, string Sha256)
{
    /// <summary>In how many places it is otherwise than the version before; null where that is not asked, and for the first.</summary>
    public string? Changed { get; init; }
}
