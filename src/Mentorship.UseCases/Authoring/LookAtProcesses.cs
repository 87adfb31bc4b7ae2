using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Authoring;

/// <summary>The processes of the institution: its roadmaps, the routes of its documents, its own.</summary>
public sealed class LookAtProcesses
{
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal LookAtProcesses(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    public Task<Outcome<IReadOnlyList<ProcessLine>>> RunAsync(Actor actor, CancellationToken cancel) => _work.ReadAsync<Outcome<IReadOnlyList<ProcessLine>>>(actor.InstitutionId, async db =>
    {
        if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
        StaffDirectory staff = await _cases.StaffAsync(db, cancel);
        var found = await db.Processes.OrderBy(p => p.Name).Select(p => new
        {
            p.Id, p.Key, p.Name, p.CurrentNumber, Published = db.ProcessVersions.Where(v => v.Id == p.CurrentVersionId).Select(v => new { v.PublishedAt, v.Note }).FirstOrDefault(),
            Draft = db.Drafts.Where(d => d.ProcessId == p.Id).Select(d => new { d.EditorId, d.SavedAt }).FirstOrDefault(),
            Running = db.Cases.Count(c => c.Status == CaseStatus.Running && db.ProcessVersions.Any(v => v.Id == c.ProcessVersionId && v.ProcessId == p.Id)),
            Older = db.Cases.Count(c => c.Status == CaseStatus.Running && c.ProcessVersionId != p.CurrentVersionId && db.ProcessVersions.Any(v => v.Id == c.ProcessVersionId && v.ProcessId == p.Id)),
        }).ToListAsync(cancel);
        ProcessLine[] lines = [.. found.Select(p => new ProcessLine(p.Id, p.Key, p.Name, KindOf(p.Key), p.CurrentNumber, p.Published?.PublishedAt, p.Published?.Note ?? "",
            p.Draft is { } draft ? staff.Member(draft.EditorId)?.Person.ShortName ?? "" : null, p.Draft?.SavedAt, p.Running, p.Older))];
        return lines;
    }, cancel);

    internal static ProcessKind KindOf(string key) =>
        DocumentKind.All.Any(k => k.Code == key) ? ProcessKind.DocumentRoute : key.StartsWith("roadmap-", StringComparison.Ordinal) ? ProcessKind.Roadmap : ProcessKind.Own;
}

public enum ProcessKind { Roadmap, DocumentRoute, Own }

/// <param name="CurrentNumber">0: not published yet.</param>
/// <param name="DraftBy">Who edits the draft; null where there is none.</param>
/// <param name="Older">Running cases of earlier versions.</param>
public sealed record ProcessLine(Guid Id, string Key, string Name, ProcessKind Kind, int CurrentNumber, DateTimeOffset? PublishedAt, string Note, string? DraftBy, DateTimeOffset? DraftAt, int Running, int Older);
