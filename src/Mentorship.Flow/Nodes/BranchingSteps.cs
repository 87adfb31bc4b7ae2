namespace Mentorship.Flow;

/// <summary>Runs its <c>then</c> or its <c>else</c>, as its condition says.</summary>
internal sealed class IfStep : ContainerStep
{
    public override NodeKind Kind => NodeKind.If;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.If"];
    public override IEnumerable<Activity> ChildrenOf(Activity activity) => activity.Children.Where(c => c.Port is "then" or "else");
    public override FlowScope Wire(FlowNode owner, FlowNode[] inner) => Loose(owner, inner);

    protected override void Begin(Run run, StepState step, FlowNode node)
    {
        Evaluation condition = Condition.Evaluate(node.Activity.Inputs.GetValueOrDefault("condition"), new Visible(run, step).TryGet);
        if (condition.Error is { } error) run.Hold(step, $"Условие «{node.Name}» не вычисляется: {error}");
        else if (Array.Find(node.Inner!.Nodes, n => n.Activity.Port == (condition.Truth ? "then" : "else")) is { } chosen) run.Begin(step.Id, chosen);
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (!node.Activity.Inputs.TryGetValue("condition", out InputExpression? condition))
            inspection.Warning("NoCondition", node, $"У шага «{node.Name}» нет условия: он всегда пойдёт по «иначе». Впишите условие.");
        else CheckInput(node, condition, "Условие", inspection);
    }
}

/// <summary>All children at once; done when all are.</summary>
internal sealed class ConcurrentStep : ContainerStep
{
    public override NodeKind Kind => NodeKind.Concurrent;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Parallel"];
    public override FlowScope Wire(FlowNode owner, FlowNode[] inner) => Loose(owner, inner);

    protected override void Begin(Run run, StepState step, FlowNode node)
    {
        foreach (FlowNode child in node.Inner!.Nodes) run.Begin(step.Id, child);
    }
}
