using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The page «Сегодня»: what must I do now, what waits for others, how far is the programme.</summary>
public sealed class TodayView
{
    private const int MostOfOthers = 200, MostTroubles = 20;
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal TodayView(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    public Task<Today> RunAsync(Actor actor, CancellationToken cancel) => _work.ReadAsync(actor.InstitutionId, async db =>
    {
        DateTimeOffset now = _work.Now;
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        StaffDirectory staff = await _cases.StaffAsync(db, cancel);
        Guid[] bodies = [.. staff.Bodies.Where(b => b.Includes(actor.PersonId)).Select(b => b.Id)];
        List<WorkItem> mine = await db.WorkItems.Where(w => w.Status == WorkStatus.Open && (w.PersonId == actor.PersonId || w.BodyId != null && bodies.Contains(w.BodyId.Value))).ToListAsync(cancel);
        List<WorkItem> others = actor.RunsProgramme
            ? await db.WorkItems.Where(w => w.Status == WorkStatus.Open && w.PersonId != actor.PersonId && (w.BodyId == null || !bodies.Contains(w.BodyId.Value)))
                .OrderBy(w => w.DueAt == null).ThenBy(w => w.DueAt).ThenBy(w => w.OpenedAt).Take(MostOfOthers).ToListAsync(cancel)
            : [];
        DateTimeOffset since = institution.StartOf(institution.DayOf(now));
        HashSet<Guid> reminded = [.. await db.Mails.Where(m => m.Template == MailTemplate.Reminder && m.CreatedAt >= since && m.WorkItemId != null).Select(m => m.WorkItemId!.Value).ToListAsync(cancel)];
        return new Today(staff.Member(actor.PersonId)?.Person.Greeting ?? "", institution.DayOf(now),
            [.. mine.Select(w => Line(w, institution, staff, now, reminded)).OrderBy(l => l.Due ?? DateOnly.MaxValue).ThenBy(l => l.Since)],
            [.. others.Select(w => Line(w, institution, staff, now, reminded))], actor.RunsProgramme, await ProgrammesAsync(db, cancel))
        {
            Troubles = actor.Is(Roles.Administrator) ? await TroublesAsync(db, cancel) : [],
        };
    }, cancel);

    /// <summary>Cases with a step that cannot go on without an administrator, the oldest first.</summary>
    private async Task<IReadOnlyList<TroubledCase>> TroublesAsync(MentorshipDb db, CancellationToken cancel)
    {
        List<TroubledCase> found = [];
        foreach (Case held in await db.Cases.Where(c => c.Status == CaseStatus.Running && c.NeedsAttention).OrderBy(c => c.StartedAt).Take(MostTroubles).ToListAsync(cancel))
        {
            FlowGraph graph = await _cases.GraphAsync(db, held.ProcessVersionId, cancel);
            found.Add(new TroubledCase(held.Id, held.Title, [.. FlowStateJson.Read(held.State).Steps.Where(s => s.Status == StepStatus.Attention).Select(s => (graph.Find(s.NodeId)?.Name ?? "", s.Reason ?? ""))]));
        }
        return found;
    }

    private static WorkLine Line(WorkItem item, Institution institution, StaffDirectory staff, DateTimeOffset now, HashSet<Guid> reminded) => new(
        item.Id, item.Kind, item.Title, TaskSheets.HolderName(staff, item), institution.DayOf(item.OpenedAt),
        item is { BeforeApproval: false, DueAt: { } due } ? institution.DayOf(due) : null, item.BeforeApproval, item.Round, item.IsOverdue(now), reminded.Contains(item.Id),
        staff.Reach(item.Holder).Any(p => staff.Member(p)?.Person.Email is { Length: > 0 }));

    private async Task<IReadOnlyList<ProgrammeProgress>> ProgrammesAsync(MentorshipDb db, CancellationToken cancel)
    {
        List<ProgrammeProgress> found = [];
        foreach (Programme programme in await db.Programmes.Where(p => p.Status == ProgrammeStatus.Running && p.CaseId != null).OrderByDescending(p => p.FirstYear).ToListAsync(cancel))
        {
            Case running = await db.Cases.SingleAsync(c => c.Id == programme.CaseId, cancel);
            FlowGraph graph = await _cases.GraphAsync(db, running.ProcessVersionId, cancel);
            int unproved = await db.WorkItems.CountAsync(w => w.CaseId == running.Id && w.Status == WorkStatus.Done && w.Kind == WorkKind.Do && w.Outcome == "Done" && w.Evidence.Count == 0, cancel);
            List<string> failed = await db.WorkItems.Where(w => w.CaseId == running.Id && w.Status == WorkStatus.Done && w.Outcome == "NotDone").Select(w => w.NodeId).ToListAsync(cancel);
            found.Add(new ProgrammeProgress(programme.Title, programme.SchoolYear.ToString(), Stages(graph, FlowStateJson.Read(running.State), [.. failed]), unproved));
        }
        return found;
    }

    /// <summary>An item is done when the last start of its step is over; what was closed as «не выполнено» is not.</summary>
    private static List<StageProgress> Stages(FlowGraph graph, FlowState state, HashSet<string> failed)
    {
        Dictionary<string, StepStatus> last = [];
        foreach (StepState step in state.Steps) last[step.NodeId] = step.Status;
        return [.. graph.Nodes.Where(n => n.Kind == NodeKind.Task).GroupBy(n => n.StageId).Select(stage => new StageProgress(
            stage.Key is { } id && graph.Find(id) is { } node ? node.Text("title") ?? node.Name : graph.Definition.Name,
            stage.Count(n => last.GetValueOrDefault(n.Id) == StepStatus.Done && last.ContainsKey(n.Id) && !failed.Contains(n.Id)), stage.Count(),
            stage.Any(n => last.TryGetValue(n.Id, out StepStatus status) && status is not (StepStatus.Done or StepStatus.Skipped or StepStatus.Withdrawn))))];
    }
}

public sealed record Today(string Greeting, DateOnly Day, IReadOnlyList<WorkLine> Mine, IReadOnlyList<WorkLine> Others, bool SeesOthers, IReadOnlyList<ProgrammeProgress> Programmes)
{
    /// <summary>For an administrator: what stands still until somebody settles it.</summary>
    public IReadOnlyList<TroubledCase> Troubles { get; init; } = [];
}

/// <param name="Steps">Each step in attention, and why.</param>
public sealed record TroubledCase(Guid Id, string Title, IReadOnlyList<(string Step, string Reason)> Steps);

/// <param name="Since">The day on which it was opened.</param>
/// <param name="IsReminded">A reminder has gone out today.</param>
/// <param name="MayRemind">Somebody whom the task reaches has an address.</param>
public sealed record WorkLine(Guid Id, WorkKind Kind, string Title, string Holder, DateOnly Since, DateOnly? Due, bool BeforeApproval, int Round, bool IsOverdue, bool IsReminded, bool MayRemind);

/// <param name="Unproved">Items closed «без подтверждения».</param>
public sealed record ProgrammeProgress(string Title, string Year, IReadOnlyList<StageProgress> Stages, int Unproved);

/// <param name="IsNow">Some of its items are going on.</param>
public sealed record StageProgress(string Title, int Done, int All, bool IsNow);
