using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Authoring.Progress;

/// <summary>How a process runs: its cases, and each step of the chosen one.</summary>
public sealed class LookAtProgress
{
    private const int MostCases = 200;
    private static readonly TimeSpan NearEnough = TimeSpan.FromMinutes(10);
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
        // Before what it stands for: what changes while this is read is seen by the next look.
        ProgressMark mark = await ProgressMark.ReadAsync(db, actor.InstitutionId, processId, caseId, cancel);
        var rows = await db.Cases.AsNoTracking().Where(c => db.ProcessVersions.Any(v => v.Id == c.ProcessVersionId && v.ProcessId == processId))
            .OrderBy(c => c.Status == CaseStatus.Running || c.Status == CaseStatus.Suspended ? 0 : 1).ThenByDescending(c => c.StartedAt).Take(MostCases)
            .Select(c => new { c.Id, c.Title, c.Status, c.StartedAt, c.ProcessVersionId }).ToListAsync(cancel);
        var chosen = caseId is { } wanted ? rows.Find(r => r.Id == wanted) : rows.Count > 0 ? rows[0] : null;
        if (caseId is not null && chosen is null) return NoCase;
        List<ProgressCase> cases = [.. rows.Select(r => new ProgressCase(r.Id, r.Title, r.Status, process.Institution.DayOf(r.StartedAt)))];
        if (chosen is not null && caseId is null) mark = (await ProgressMark.ReadAsync(db, actor.InstitutionId, processId, chosen.Id, cancel)) with { Live = mark.Live };
        (CaseProgress? progress, List<WorkItem> work) = chosen is null ? (null, []) : await OfAsync(db, process, chosen.Id, chosen.ProcessVersionId, now, cancel);
        return new ProgressView(cases, progress, process.Institution.DayOf(now)) { Mark = mark, StaleAt = StaleAt(process.Institution, work, now) };
    }, cancel);

    /// <summary>One small question, for a page that asks again and again: nothing of what it shows has changed. A page that may not look any more is told so when it looks.</summary>
    public async Task<bool> IsAsSeenAsync(Actor actor, ProgressView seen, CancellationToken cancel) =>
        AuthoringDesk.MayAuthor(actor) is null && _work.Now < seen.StaleAt
        && await _work.ReadAsync(actor.InstitutionId, db => ProgressMark.ReadAsync(db, actor.InstitutionId, seen.Mark.Process, seen.Mark.Case, cancel), cancel) == seen.Mark;

    /// <summary>
    /// When its words change by time alone: a new day begins, work becomes overdue. How long a step takes is told in hours, and of other cases only the list is shown:
    /// there some minutes are near enough.
    /// </summary>
    private static DateTimeOffset StaleAt(Institution institution, List<WorkItem> work, DateTimeOffset now)
    {
        DateTimeOffset[] ends = [now + NearEnough, institution.StartOf(institution.DayOf(now).AddDays(1)), .. work.Where(w => w.IsOpen && w.DueAt >= now).Select(w => w.DueAt!.Value.AddTicks(1))];
        return ends.Min();
    }

    private async Task<(CaseProgress, List<WorkItem>)> OfAsync(MentorshipDb db, OpenedProcess process, Guid caseId, Guid versionId, DateTimeOffset now, CancellationToken cancel)
    {
        string state = await db.Cases.Where(c => c.Id == caseId).Select(c => c.State).SingleAsync(cancel);
        int number = await db.ProcessVersions.Where(v => v.Id == versionId).Select(v => v.Number).SingleAsync(cancel);
        List<WorkItem> work = await db.WorkItems.AsNoTracking().Where(w => w.CaseId == caseId).ToListAsync(cancel);
        ProgressReading reading = new(FlowStateJson.Read(state), work, process.Institution, process.Staff, now);
        FlowGraph graph = await _cases.GraphAsync(db, versionId, cancel);
        return (new CaseProgress(caseId, number, graph.Definition, reading.Groups(graph)), work);
    }

    private static Refusal NoCase { get; } = new("NoCase", "Такого дела у этого процесса нет. Выберите дело из списка.");
}
