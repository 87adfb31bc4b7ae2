using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes.Viewing;
using Mentorship.Domain.Processes.Wording;
using Mentorship.Domain.Wording;
using Mentorship.Flow;
using Mentorship.UseCases.Deciding;

namespace Mentorship.UseCases.Authoring.Progress;

/// <summary>Tells of each step of a running case how it stands: from the engine's state and from all work that was ever opened.</summary>
internal sealed class ProgressReading(FlowState state, IReadOnlyList<WorkItem> work, Institution institution, StaffDirectory staff, DateTimeOffset now)
{
    private readonly ILookup<string, StepState> _starts = state.Steps.ToLookup(s => s.NodeId);
    private readonly ILookup<string, WorkItem> _work = work.ToLookup(w => w.NodeId);
    private readonly DateOnly _today = institution.DayOf(now);

    public IReadOnlyList<ProgressGroup> Groups(FlowGraph graph) =>
        [.. ReadingOrder.Groups(graph).Select(g => new ProgressGroup(g.Owner?.Id, g.Owner?.Name ?? graph.Definition.Name, g.Owner?.Text("number") ?? "", [.. g.Steps.Where(Shows).Select(Of)])).Where(g => g.Steps.Count > 0)];

    /// <summary>Beginnings, endings and what only holds others say nothing to a reader.</summary>
    private static bool Shows(FlowNode node) => node.Kind is not (NodeKind.Start or NodeKind.End or NodeKind.Finish or NodeKind.Flowchart or NodeKind.Sequence or NodeKind.Stage);

    private StepProgress Of(FlowNode node)
    {
        List<WorkItem> all = [.. _work[node.Id]], open = [.. all.Where(w => w.IsOpen)];
        StepState? last = _starts[node.Id].LastOrDefault();
        (ProgressKind kind, string text) = Standing(node, last, all, open);
        return new StepProgress(node.Id, node.Text("number") ?? "", node.Type, node.Name, PeopleOf(node), node.Text("deadline") ?? "", kind, text, _starts[node.Id].Count(), Took(all))
        {
            Holders = [.. open.OrderBy(w => w.DueAt ?? DateTimeOffset.MaxValue).Select(w => new ProgressHolder(w.Id, TaskSheets.HolderName(staff, w), institution.DayOf(w.OpenedAt), w is { BeforeApproval: false, DueAt: { } due } ? institution.DayOf(due) : null))],
            LastTask = all.Where(w => !w.IsOpen).MaxBy(w => w.EndedAt)?.Id,
        };
    }

    private (ProgressKind, string) Standing(FlowNode node, StepState? step, List<WorkItem> all, List<WorkItem> open) => step switch
    {
        null => (ProgressKind.Later, "ещё не начат"),
        { Status: StepStatus.Attention } => (ProgressKind.Waiting, $"нужно внимание: {step.Reason}"),
        { Status: StepStatus.Skipped } => (ProgressKind.Passed, "пропущен администратором"),
        { Status: StepStatus.Withdrawn } => (ProgressKind.Passed, "отозван"),
        { Status: StepStatus.Done } => Over(node, step, all),
        _ when open.Where(w => w.IsOverdue(now)).Min(w => w.DueAt) is { } late => (ProgressKind.Overdue, RussianDate.Due(institution.DayOf(late), _today)),
        _ when open.Count > 0 => (ProgressKind.Open, open.Where(w => !w.BeforeApproval).Min(w => w.DueAt) is { } due ? $"идёт, до {Near(due)}" : "идёт"),
        { ScheduleKind: ScheduleKind.NeedsDeadline } => (ProgressKind.Waiting, "нужен срок"),
        { ScheduleKind: ScheduleKind.AwaitsEvent } => (ProgressKind.Waiting, "ждёт события"),
        _ => (ProgressKind.Scheduled, step.Occurrences.Where(o => o.Status == OccurrenceStatus.Scheduled).Min(o => o.OpensAt) is { } opens ? $"откроется {Near(opens)}" : "ждёт"),
    };

    private (ProgressKind, string) Over(FlowNode node, StepState step, List<WorkItem> all)
    {
        DateTimeOffset? when = all.Where(w => w.StepId == step.Id).Max(w => w.EndedAt);
        string text = StepWords.Outcome(step.Outcome ?? "Done", node.Type) + (when is { } at ? $" {Near(at)}" : "");
        return (step.Outcome is "Returned" or "Rejected" or "NotDone" or "NotEnough" ? ProgressKind.Returned : ProgressKind.Done, text);
    }

    /// <summary>All rounds together; the time between them was somebody else's.</summary>
    private TimeSpan? Took(List<WorkItem> all) => all.Count == 0 ? null
        : all.GroupBy(w => w.StepId).Aggregate(TimeSpan.Zero, (sum, round) => sum + (round.Max(w => w.IsOpen ? now : w.EndedAt ?? now) - round.Min(w => w.OpenedAt)));

    private string PeopleOf(FlowNode node) => new[] { "assignee", "approver", "signer", "people", "drafter", "to" }.Select(node.Text).FirstOrDefault(t => t is { Length: > 0 }) is { } people ? StepWords.Who(people, staff) : "";

    private string Near(DateTimeOffset at) => institution.DayOf(at) is var day && day.Year == _today.Year ? RussianDate.Day(day) : RussianDate.Long(day);
}
