namespace Mentorship.Flow;

/// <summary>A step that holds steps: unless its kind says otherwise it is done when no live token remains inside.</summary>
internal abstract class ContainerStep : StepKind
{
    public virtual IEnumerable<Activity> ChildrenOf(Activity activity) => activity.Children;

    public abstract FlowScope Wire(FlowNode owner, FlowNode[] inner);

    public override void Enter(Run run, StepState step, FlowNode node) => Begin(run, Open(run, step, node), node);

    /// <summary>Something inside came to its end.</summary>
    /// <returns>Whether the container did anything about it.</returns>
    public virtual bool GoOn(Run run, StepState step, FlowNode node, bool isEmpty)
    {
        if (isEmpty) run.Leave(step, "Done");
        return isEmpty;
    }

    /// <summary>By what a loop is left when a step inside breaks it off.</summary>
    public virtual string BrokenOutcome(FlowNode node) => "Done";

    /// <summary>Begins what is inside; a container in which nothing begins is done at once.</summary>
    protected virtual void Begin(Run run, StepState step, FlowNode node)
    {
        if (node.Inner!.Start >= 0) run.Begin(step.Id, node.Inner.Nodes[node.Inner.Start]);
    }

    /// <summary>The container is there, with the variables that it declares.</summary>
    protected static StepState Open(Run run, StepState step, FlowNode node)
    {
        step = step with { Status = StepStatus.Open, Reason = null, Values = Declared(step.Values, node) };
        run.Replace(step);
        run.Touched.Add(step.Id);
        return step;
    }

    /// <summary>A container of which all children may be the first.</summary>
    protected static FlowScope Loose(FlowNode owner, FlowNode[] inner) => new(owner, inner, [], [.. Enumerable.Range(0, inner.Length)]);

    private static IReadOnlyDictionary<string, object?> Declared(IReadOnlyDictionary<string, object?> values, FlowNode node)
    {
        if (node.Declared.Count == 0) return values;
        Dictionary<string, object?> all = new(values, StringComparer.Ordinal);
        foreach (ProcessVariable variable in node.Declared) all[variable.Name] = variable.Default;
        return all;
    }
}

/// <summary>Steps and arrows in any shape.</summary>
internal sealed class FlowchartStep : ContainerStep
{
    public override NodeKind Kind => NodeKind.Flowchart;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Flowchart"];

    public override FlowScope Wire(FlowNode owner, FlowNode[] inner)
    {
        Dictionary<string, int> index = new(StringComparer.Ordinal);
        for (int i = 0; i < inner.Length; i++) index.TryAdd(inner[i].Activity.Id, i);
        List<FlowArrow> arrows = [];
        foreach (ActivityConnection c in owner.Activity.Connections.Distinct()) // the same arrow twice means no more than once
            if (index.TryGetValue(c.Source, out int source) && index.TryGetValue(c.Target, out int target))
                arrows.Add(new FlowArrow(source, c.Outcome, target));
        int start = StartOf(inner, arrows);
        return new FlowScope(owner, inner, [.. arrows], start < 0 ? [] : [start]);
    }

    /// <summary>Done, and whatever a Complete step inside says.</summary>
    public override IReadOnlyList<string> Outcomes(FlowNode node) => CompleteStep.OutcomesInside(node);

    /// <summary>A trigger, else a Start, else what is marked, else the first step without an arrow in, else the first.</summary>
    private static int StartOf(FlowNode[] inner, List<FlowArrow> arrows)
    {
        int found = Array.FindIndex(inner, n => n.Activity.CanStart && n.Behaviour is EventStep or TimerStep);
        if (found < 0) found = Array.FindIndex(inner, n => n.Kind == NodeKind.Start);
        if (found < 0) found = Array.FindIndex(inner, n => n.Activity.CanStart);
        if (found >= 0 || inner.Length == 0) return found;
        HashSet<int> targets = [.. arrows.Select(a => a.Target)];
        found = Enumerable.Range(0, inner.Length).FirstOrDefault(i => !targets.Contains(i), 0);
        return found;
    }
}

/// <summary>Steps one after another, whatever their outcome.</summary>
internal sealed class SequenceStep : ContainerStep
{
    public override NodeKind Kind => NodeKind.Sequence;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Sequence"];

    public override FlowScope Wire(FlowNode owner, FlowNode[] inner) =>
        new(owner, inner, [.. Enumerable.Range(1, Math.Max(0, inner.Length - 1)).Select(i => new FlowArrow(i - 1, null, i))], inner.Length > 0 ? [0] : []);
}

/// <summary>A stage of a roadmap: its body runs inside it.</summary>
internal sealed class StageStep : ContainerStep
{
    public override NodeKind Kind => NodeKind.Stage;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Stage"];
    public override bool IsTold => true;

    public override IEnumerable<Activity> ChildrenOf(Activity activity) => activity.Children.Where(c => c.Port == "body");

    public override FlowScope Wire(FlowNode owner, FlowNode[] inner) => new(owner, inner, [], inner.Length > 0 ? [0] : []);

    /// <summary>Those of its body, which says with them what the stage came to.</summary>
    public override IReadOnlyList<string> Outcomes(FlowNode node) => node.Inner!.Nodes is [{ Kind: NodeKind.Flowchart } body, ..] ? body.Outcomes : JustDone;
}
