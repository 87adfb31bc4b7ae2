namespace Mentorship.Flow;

/// <summary>A step that holds steps: it is done when no live token remains inside.</summary>
internal abstract class ContainerStep : StepKind
{
    public virtual IEnumerable<Activity> ChildrenOf(Activity activity) => activity.Children;

    public abstract FlowScope Wire(FlowNode owner, FlowNode[] inner);

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        run.Replace(step with { Status = StepStatus.Open });
        run.Touched.Add(step.Id);
        FlowScope inner = node.Inner!;
        if (inner.Start >= 0) run.Begin(step.Id, inner.Nodes[inner.Start]);
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
        for (int i = 0; i < inner.Length; i++) index.TryAdd(inner[i].Id, i);
        List<FlowArrow> arrows = [];
        foreach (ActivityConnection c in owner.Activity.Connections)
            if (index.TryGetValue(c.Source, out int source) && index.TryGetValue(c.Target, out int target))
                arrows.Add(new FlowArrow(source, c.Outcome, target));
        return new FlowScope(owner, inner, [.. arrows], StartOf(inner, arrows));
    }

    /// <summary>A trigger, else a Start, else what is marked, else the first step without an arrow in, else the first.</summary>
    private static int StartOf(FlowNode[] inner, List<FlowArrow> arrows)
    {
        int found = Array.FindIndex(inner, n => n.Activity.CanStart && n.Behaviour is EventStep or StartAtStep);
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
        new(owner, inner, [.. Enumerable.Range(1, Math.Max(0, inner.Length - 1)).Select(i => new FlowArrow(i - 1, null, i))], inner.Length > 0 ? 0 : -1);
}

/// <summary>A stage of a roadmap: its body runs inside it.</summary>
internal sealed class StageStep : ContainerStep
{
    public override NodeKind Kind => NodeKind.Stage;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Stage"];
    public override bool IsTold => true;

    public override IEnumerable<Activity> ChildrenOf(Activity activity) => activity.Children.Where(c => c.Port == "body");

    public override FlowScope Wire(FlowNode owner, FlowNode[] inner) => new(owner, inner, [], inner.Length > 0 ? 0 : -1);
}
