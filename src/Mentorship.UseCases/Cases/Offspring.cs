using Mentorship.Domain.Cases;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>
/// Cases that a step of another case starts. A child begins in the transaction of the step, its end goes on with the parent in the transaction of that end,
/// a step that is not wanted any more takes its children with it,
/// and children stand still with their parent.
/// </summary>
internal static class Offspring
{
    /// <summary>A process that starts itself would go on for ever.</summary>
    private const int MostDepth = 8;

    /// <summary>More cases than that are not begun by one step forward.</summary>
    private const int MostAtOnce = 1000;

    public static async Task StartAsync(CaseDesk desk, MentorshipDb db, OpenedCase parent, StartChild start, DateTimeOffset at, CancellationToken cancel)
    {
        if (!parent.Case.Waits(start.Step)) return;
        (Process? process, string? problem) = await FindAsync(db, parent.Case, start, cancel);
        if (process is null)
        {
            await desk.TellAsync(db, parent, new StepFailed(at, start.Step, problem!), at, cancel);
            return;
        }
        Case child = new()
        {
            InstitutionId = parent.Case.InstitutionId, ProcessVersionId = process.CurrentVersionId, ProgrammeId = parent.Case.ProgrammeId,
            ParentCaseId = parent.Case.Id, ParentStepId = start.Step, Depth = parent.Case.Depth + 1,
            Title = start.Item is { Length: > 0 } item ? $"{process.Name}: {item}" : process.Name, CorrelationId = start.CorrelationId ?? parent.Case.CorrelationId,
        };
        await desk.StartAsync(db, child, at, cancel, start.Inputs, parent);
        if (!start.Waits) await desk.TellAsync(db, parent, new StepCompleted(at, start.Step), at, cancel);
    }

    public static async Task CancelAsync(CaseDesk desk, MentorshipDb db, OpenedCase parent, CancelChild cancelled, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (OpenedCase child in await LiveAsync(desk, db, parent, cancelled.Step, cancel))
        {
            CaseChanges changes = child.Case.Apply(child.Graph, child.Around, new CaseCancelled(at, WorkFate.Why(cancelled.Reason)), at);
            if (changes.Refusal is not null) continue;
            changes.Record(child.Case, "CaseCancelled", null, $"{parent.Case.Title}: {WorkFate.Why(cancelled.Reason)}", at);
            await desk.PutAwayAsync(db, child, changes, at, cancel);
        }
    }

    /// <summary>Children stand still with their parent, and theirs with them; one that an administrator has suspended is left as it is.</summary>
    public static async Task SuspendAsync(CaseDesk desk, MentorshipDb db, OpenedCase parent, string step, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (OpenedCase child in await LiveAsync(desk, db, parent, step, cancel))
            if (child.Case.Status == CaseStatus.Running)
                await desk.PutAwayAsync(db, child, child.Case.SuspendWithParent(child.Graph, child.Around, parent.Case.Title, at), at, cancel);
    }

    /// <summary>Those that stood still because of their parent go on with it.</summary>
    public static async Task ResumeAsync(CaseDesk desk, MentorshipDb db, OpenedCase parent, string step, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (OpenedCase child in await LiveAsync(desk, db, parent, step, cancel))
            if (child.Case.SuspendedWithParent)
            {
                await desk.PutAwayAsync(db, child, child.Case.ResumeWithParent(child.Graph, child.Around, parent.Case.Title, at), at, cancel);
                await DaysFound.OnResumingAsync(desk, db, child, null, at, cancel);
            }
    }

    /// <summary>The children of a step that have not ended.</summary>
    private static async Task<List<OpenedCase>> LiveAsync(CaseDesk desk, MentorshipDb db, OpenedCase parent, string step, CancellationToken cancel)
    {
        List<Guid> children = await db.Cases.Where(c => c.ParentCaseId == parent.Case.Id && c.ParentStepId == step && (c.Status == CaseStatus.Running || c.Status == CaseStatus.Suspended))
            .Select(c => c.Id).ToListAsync(cancel);
        children.AddRange(db.ChangeTracker.Entries<Case>().Where(e => e.State == EntityState.Added).Select(e => e.Entity)
            .Where(c => c.ParentCaseId == parent.Case.Id && c.ParentStepId == step && c.Status == CaseStatus.Running).Select(c => c.Id));
        List<OpenedCase> live = [];
        foreach (Guid id in children) live.Add((await desk.OpenAsync(db, id, cancel))! with { Parent = parent });
        return live;
    }

    /// <summary>Tells the parent of the end. A parent that stands still hears of it when it is resumed.</summary>
    public static async Task ReportAsync(CaseDesk desk, MentorshipDb db, OpenedCase child, CaseEnded ended, DateTimeOffset at, CancellationToken cancel)
    {
        if (child.Case is not { ParentCaseId: { } id, ParentStepId: { } step }) return;
        if ((child.Parent ?? await desk.OpenAsync(db, id, cancel)) is not { } parent || !parent.Case.Waits(step)) return;
        string outcome = child.Case.Status == CaseStatus.Cancelled ? "Cancelled" : ended.Result ?? "Done";
        if (parent.Case.Status == CaseStatus.Suspended) parent.Case.TellLater(step, step[..step.LastIndexOf('#')], WakingKeys.OfChild(outcome), at);
        else await desk.TellAsync(db, parent, Ended(parent, child.Case, step, outcome, at), at, cancel);
    }

    /// <summary>What a due timer means: an end that the case is told of only now comes with what the child came to.</summary>
    public static async Task<FlowEvent> WokenAsync(MentorshipDb db, OpenedCase opened, CaseTimer timer, DateTimeOffset at, CancellationToken cancel)
    {
        if (WakingKeys.Outcome(timer.Key) is not { } outcome) return new TimerFired(at, timer.StepId, timer.Key);
        Case? child = await db.Cases.AsNoTracking().Where(c => c.ParentCaseId == opened.Case.Id && c.ParentStepId == timer.StepId && c.EndedAt != null).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        return child is null ? new TimerFired(at, timer.StepId, timer.Key) : Ended(opened, child, timer.StepId, outcome, at);
    }

    private static ChildEnded Ended(OpenedCase parent, Case child, string step, string outcome, DateTimeOffset at) => new(at, step, outcome,
        child.Status != CaseStatus.Cancelled && parent.Graph.Find(step[..step.LastIndexOf('#')]) is { } node ? ChildOutputs.Wanted(node, FlowStateJson.Read(child.State)) : null);

    /// <summary>The process by its key, else by what its definition calls itself: the newest.</summary>
    private static async Task<(Process?, string?)> FindAsync(MentorshipDb db, Case parent, StartChild start, CancellationToken cancel)
    {
        if (parent.Depth >= MostDepth)
            return (null, $"Процессы запускают друг друга уже {MostDepth} раз подряд: похоже, процесс запускает сам себя. Исправьте процесс «{start.Process}» или пропустите шаг.");
        if (db.ChangeTracker.Entries<Case>().Count(e => e.State == EntityState.Added) >= MostAtOnce)
            return (null, $"За один раз запускается не больше {MostAtOnce} процессов. Повторите шаг, когда остальные пойдут.");
        List<Process> found = await db.Processes.AsNoTracking().Where(p => p.Key == start.Process || p.DefinitionId == start.Process).ToListAsync(cancel);
        Process? process = found.OrderByDescending(p => p.Key == start.Process).ThenByDescending(p => p.Id).FirstOrDefault(p => p.CurrentNumber > 0);
        return (process, process is null ? $"Процесса «{start.Process}» нет. Добавьте его и повторите шаг." : null);
    }
}
