using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Authoring.Progress;

/// <summary>How a process runs: its cases, and each step of the chosen one.</summary>
public sealed class LookAtProgress
{
    private const int MostCases = 200;
    private readonly Work _work;
    private readonly AuthoringDesk _desk;
    private readonly CaseDesk _cases;

    internal LookAtProgress(Work work, AuthoringDesk desk, CaseDesk cases) => (_work, _desk, _cases) = (work, desk, cases);

    /// <param name="caseId">Null: the newest that runs, else the newest.</param>
    public Task<Outcome<ProgressView>> RunAsync(Actor actor, Guid processId, Guid? caseId, CancellationToken cancel) => _work.ReadAsync<Outcome<ProgressView>>(actor.InstitutionId, async db =>
    {
        if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
        if (await _desk.OpenAsync(db, processId, cancel) is not { } process) return AuthoringDesk.NoProcess;
        DateTimeOffset now = _work.Now;
        var rows = await db.Cases.AsNoTracking().Where(c => db.ProcessVersions.Any(v => v.Id == c.ProcessVersionId && v.ProcessId == processId))
            .OrderBy(c => c.Status == CaseStatus.Running || c.Status == CaseStatus.Suspended ? 0 : 1).ThenByDescending(c => c.StartedAt).Take(MostCases)
            .Select(c => new { c.Id, c.Title, c.Status, c.StartedAt, c.ProcessVersionId }).ToListAsync(cancel);
        var chosen = caseId is { } wanted ? rows.Find(r => r.Id == wanted) : rows.Count > 0 ? rows[0] : null;
        if (caseId is not null && chosen is null) return NoCase;
        List<ProgressCase> cases = [.. rows.Select(r => new ProgressCase(r.Id, r.Title, r.Status, process.Institution.DayOf(r.StartedAt)))];
        return new ProgressView(cases, chosen is null ? null : await OfAsync(db, process, chosen.Id, chosen.ProcessVersionId, now, cancel), process.Institution.DayOf(now));
    }, cancel);

    private async Task<CaseProgress> OfAsync(MentorshipDb db, OpenedProcess process, Guid caseId, Guid versionId, DateTimeOffset now, CancellationToken cancel)
    {
        string state = await db.Cases.Where(c => c.Id == caseId).Select(c => c.State).SingleAsync(cancel);
        int number = await db.ProcessVersions.Where(v => v.Id == versionId).Select(v => v.Number).SingleAsync(cancel);
        List<WorkItem> work = await db.WorkItems.AsNoTracking().Where(w => w.CaseId == caseId).ToListAsync(cancel);
        ProgressReading reading = new(FlowStateJson.Read(state), work, process.Institution, process.Staff, now);
        FlowGraph graph = await _cases.GraphAsync(db, versionId, cancel);
        return new CaseProgress(caseId, number, graph.Definition, reading.Groups(graph));
    }

    private static Refusal NoCase { get; } = new("NoCase", "Такого дела у этого процесса нет. Выберите дело из списка.");
}
