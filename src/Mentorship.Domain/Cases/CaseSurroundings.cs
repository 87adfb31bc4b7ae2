using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>What a case may look at while it runs: its institution, the staff of the day, its plan, and who stands in a relation to it.</summary>
public sealed record CaseSurroundings
{
    public required Institution Institution { get; init; }
    public required StaffDirectory Staff { get; init; }
    public required PlanContext Plan { get; init; }

    /// <summary>The document of the case with the version that is on the table now; null for a roadmap's own case.</summary>
    public (Guid Document, Guid Version)? Document { get; init; }

    /// <summary><c>author</c>, <c>responsible</c>, <c>participants</c>, … → people.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Guid>> Relations { get; init; } = new Dictionary<string, IReadOnlyList<Guid>>();

    /// <summary>Answers a step that starts: who takes part and when its work opens. A step that says <c>whenNobody: skip</c> is passed where the institution has nobody for it.</summary>
    public FlowEvent Prepare(PrepareStep step, FlowNode node, DateTimeOffset at)
    {
        string assignee = node.Text("assignee") ?? node.Text("approver") ?? node.Text("signer") ?? node.Text("people") ?? node.Text("drafter") ?? "";
        IReadOnlyList<Participant> people = Staff.Resolve(assignee, Relations, Institution.DayOf(at));
        if (node.Kind is NodeKind.Survey or NodeKind.Consents) people = Staff.OneByOne(people);
        if (people.Count == 0 && node.Text("whenNobody") == "skip") return new StepSkipped(at, step.Step, step.Kind == NodeKind.Approval ? "Approved" : "Done");
        return new StepPrepared(at, step.Step, [.. people.Select(p => p.Key)], AskingAgain.With(WorkSchedule.Of(node, Plan, Institution, at, step.EventAt), node, Institution, at));
    }
}
