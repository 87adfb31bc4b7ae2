using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Comparing;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The page of one document: its text, its way, who concurred, who is acquainted, what hangs on it.</summary>
public sealed class DocumentView
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly OrderReading _reading;

    internal DocumentView(Work work, CaseDesk cases, OrderReading reading) => (_work, _cases, _reading) = (work, cases, reading);

    /// <summary>Null when there is none of that id for this person.</summary>
    public Task<DocumentCard?> RunAsync(Actor actor, Guid id, CancellationToken cancel) => _work.ReadAsync(actor.InstitutionId, async db =>
    {
        Document? document = await db.Documents.Include(d => d.Attachments).SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document is null || !await DocumentAccess.MaySeeAsync(db, actor, document, cancel)) return null;
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        StaffDirectory staff = await _cases.StaffAsync(db, cancel);
        List<Refusal> problems = [];
        ReadableOrder? order = await _reading.CurrentAsync(db, document, _work.Now, problems, cancel);
        List<WorkItem> work = await db.WorkItems.Where(w => w.DocumentId == id).OrderBy(w => w.Id).ToListAsync(cancel);
        List<DocumentVersion> versions = await db.DocumentVersions.Where(v => v.DocumentId == id).OrderByDescending(v => v.Number).ToListAsync(cancel);
        bool mine = document.AuthorId == actor.PersonId || OrderRules.MayWrite(actor), own = document.Kind != DocumentKind.RoadmapApproval.Code;
        return new DocumentCard(document.Id, document.Kind, document.Title, document.Status, document.Version, document.RegistrationNumber, document.RegisteredOn, order)
        {
            Author = staff.Member(document.AuthorId)?.Person.ShortName ?? "", ReturnReason = document.ReturnReason, OriginalKeptAt = document.OriginalKeptAt, Problems = [.. problems.Select(p => p.Text).Distinct()],
            Doubts = document.Status is DocumentStatus.Draft or DocumentStatus.Returned ? order?.Text.Doubts ?? [] : [],
            Versions = [.. versions.Select((v, i) => new VersionLine(v.Id, v.Number, Local(institution, v.CreatedAt), v.Change, v.Sha256) { Changed = i + 1 < versions.Count ? ChangeWords.Count(WhatChanged.Between(versions[i + 1], v).Changes) : null })],
            Sheet = await SheetAsync(db, work, versions, staff, institution, cancel), Acquainted = Acquaintance(work, staff, institution),
            Files = [.. document.Attachments.OrderBy(a => a.AddedAt).Select(a => new AttachedFile(a.Id, a.Name, a.Kind))],
            Waiting = [.. work.Where(w => w.IsOpen && w.Kind != WorkKind.Acquaint).Select(w => new WaitingFor(w.Id, w.Kind, HolderName(w, staff), w.DueAt is { } due ? institution.DayOf(due) : null, staff.MayAct(actor.PersonId, w.Holder)))],
            MayEdit = mine && own && document.Status is DocumentStatus.Draft or DocumentStatus.Returned && mine && own, MayWithdraw = mine && document.FromStep is null && document.Status is DocumentStatus.OnRoute or DocumentStatus.Returned,
            MayPrint = PaperRules.MayHandle(actor) && document.Status == DocumentStatus.OnRoute && work.Any(w => w is { Kind: WorkKind.Sign, Status: WorkStatus.Open }),
            MayScan = PaperRules.MayHandle(actor) && document.Status == DocumentStatus.OnPaper, Today = institution.DayOf(_work.Now), IsElectronic = institution.ElectronicSigning is not null,
            CaseId = actor.RunsProgramme ? document.CaseId : null, Journal = await DocumentJournal.OfAsync(db, work, document, staff, institution, cancel),
        };
    }, cancel);

    /// <summary>A version as it was shown for decision.</summary>
    public Task<ReadableOrder?> VersionAsync(Actor actor, Guid id, Guid version, CancellationToken cancel) => _work.ReadAsync(actor.InstitutionId, async db =>
        await db.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel) is { } document && await DocumentAccess.MaySeeAsync(db, actor, document, cancel)
            ? await OrderReading.VersionAsync(db, document, version, cancel) : null, cancel);

    internal static DateTimeOffset Local(Institution institution, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, institution.Zone);

    private static async Task<IReadOnlyList<SheetLine>> SheetAsync(MentorshipDb db, List<WorkItem> work, List<DocumentVersion> versions, StaffDirectory staff, Institution institution, CancellationToken cancel)
    {
        Guid[] items = [.. work.Where(w => w.Kind is WorkKind.Concur or WorkKind.Sign).Select(w => w.Id)];
        List<Decision> decisions = await db.Decisions.Where(d => items.Contains(d.WorkItemId) && d.TakenBackAt == null).ToListAsync(cancel);
        return [.. decisions.OrderBy(d => d.At).Select(d => new SheetLine(staff.Member(d.PersonId)?.Person.ShortName ?? "", staff.Member(d.PersonId)?.Post ?? "", d.Outcome, d.Comment,
            Local(institution, d.At), versions.FirstOrDefault(v => v.Id == d.DocumentVersionId)?.Number, d.Door))];
    }

    private static IReadOnlyList<AcquaintanceRow> Acquaintance(List<WorkItem> work, StaffDirectory staff, Institution institution) =>
        [.. work.Where(w => w.Kind == WorkKind.Acquaint && w.Status != WorkStatus.Withdrawn).Select(w => new AcquaintanceRow(HolderName(w, staff), w.PersonId is { } p ? staff.Member(p)?.Post ?? "" : "",
            w.Status == WorkStatus.Done && w.EndedAt is { } at ? Local(institution, at) : null))];

    private static string HolderName(WorkItem work, StaffDirectory staff) =>
        work.BodyId is { } body ? staff.Body(body)?.Name ?? "" : staff.Member(work.PersonId!.Value)?.Person.ShortName ?? "";
}
