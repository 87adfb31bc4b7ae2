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

    /// <summary>The documents that steps of the case brought forth and that were shown already, the last last.</summary>
    public IReadOnlyList<CasePaper> Papers { get; init; } = [];

    /// <summary><c>author</c>, <c>responsible</c>, <c>participants</c>, … → people.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Guid>> Relations { get; init; } = new Dictionary<string, IReadOnlyList<Guid>>();

    /// <summary>Answers a step that waits for the next instant of a timetable, in the time of the institution.</summary>
    public FlowEvent Next(PrepareWait step, DateTimeOffset at) => CronText.Next(step.Cron, at, Institution.Zone) is { } next
        ? new WaitPrepared(at, step.Step, next) : new StepFailed(at, step.Step, "Расписание больше никогда не наступит. Исправьте его в настройках шага.");

    /// <summary>Who stands in a relation to what the step sees: the people of the case, and those of the item that a loop is at (<c>relation:item</c>, <c>relation:mentor</c>).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Guid>> RelationsOf(IReadOnlyDictionary<string, object?> values)
    {
        if (values.Count == 0) return Relations;
        Dictionary<string, IReadOnlyList<Guid>> all = new(Relations);
        foreach ((string name, object? value) in values)
            if (value is string text && PeopleIn(text) is { Count: > 0 } people) all[name] = people;
        if (all.TryGetValue("CurrentValue", out IReadOnlyList<Guid>? item)) all["item"] = item;
        else if (all.TryGetValue("mentor", out IReadOnlyList<Guid>? mentor) && all.TryGetValue("mentee", out IReadOnlyList<Guid>? mentee)) all["item"] = [.. mentor, .. mentee];
        return all;
    }

    private static List<Guid> PeopleIn(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries).Where(t => t.StartsWith("person:", StringComparison.Ordinal)).Select(t => Guid.TryParse(t.AsSpan(7), out Guid id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    /// <summary>Answers a step that starts: who takes part and when its work opens. A step that says <c>whenNobody: skip</c> is passed where the institution has nobody for it.</summary>
    public FlowEvent Prepare(PrepareStep step, FlowNode node, DateTimeOffset at)
    {
        string assignee = node.Text("assignee") ?? node.Text("approver") ?? node.Text("signer") ?? node.Text("people") ?? node.Text("drafter") ?? "";
        IReadOnlyList<Participant> people = Staff.Resolve(assignee, RelationsOf(step.Values), Institution.DayOf(at));
        if (node.Kind is NodeKind.Survey or NodeKind.Consents) people = Staff.OneByOne(people);
        if (people.Count == 0 && node.Text("whenNobody") == "skip") return new StepSkipped(at, step.Step, node.GoodOutcome);
        return new StepPrepared(at, step.Step, [.. people.Select(p => p.Key)], AskingAgain.With(WorkSchedule.Of(node, Plan, Institution, at, step.EventAt), node, Institution, Plan.Days, at));
    }
}
