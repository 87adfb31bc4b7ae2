using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;
using Mentorship.Storage;

namespace Mentorship.UseCases.Cases;

/// <summary>Work that waited for its days because a schedule was missing, and has them by now.</summary>
internal static class DaysFound
{
    public static bool Has(StepState step, FlowNode node, PlanContext plan, Institution institution, DateTimeOffset at) =>
        step is { Status: StepStatus.Scheduled, ScheduleKind: ScheduleKind.NeedsDeadline } && WorkSchedule.Of(node, plan, institution, at, step.EventAt).Kind != ScheduleKind.NeedsDeadline;

    /// <summary>The steps of a case that find their days.</summary>
    public static List<string> In(string state, FlowGraph graph, PlanContext plan, Institution institution, DateTimeOffset at) =>
        [.. FlowStateJson.Read(state).OpenSteps.Where(s => graph.Find(s.NodeId) is { } node && Has(s, node, plan, institution, at)).Select(s => s.Id)];

    /// <summary>Prepares these steps again, as an administrator would; nothing is saved here.</summary>
    /// <param name="by">Whose act it follows from; null where another case's did.</param>
    /// <param name="reason">For the history of the case.</param>
    /// <returns>How many steps found their days.</returns>
    public static async Task<int> RetryAsync(CaseDesk desk, MentorshipDb db, OpenedCase opened, IReadOnlyList<string> steps, Guid? by, string reason, DateTimeOffset at, CancellationToken cancel)
    {
        int count = 0;
        foreach (string step in steps)
        {
            CaseChanges changes = opened.Case.Administer(opened.Graph, opened.Around, new StepRetried(at, step), "StepRetried", step, by, reason, at);
            if (changes.Refusal is not null) continue;
            await desk.PutAwayAsync(db, opened, changes, at, cancel);
            count++;
        }
        return count;
    }

    /// <summary>A case goes on after it stood still: what was entered meanwhile it could not hear of.</summary>
    public static async Task OnResumingAsync(CaseDesk desk, MentorshipDb db, OpenedCase opened, Guid? by, DateTimeOffset at, CancellationToken cancel)
    {
        if (opened.Case.Status != CaseStatus.Running) return;
        List<string> found = In(opened.Case.State, opened.Graph, opened.Around.Plan, opened.Around.Institution, at);
        await RetryAsync(desk, db, opened, found, by, "учебный график внесён, пока дело было приостановлено", at, cancel);
    }
}
