namespace Mentorship.Flow;

/// <summary>Runs its body again and again while its condition holds.</summary>
internal sealed class WhileStep : ContainerStep
{
    public override NodeKind Kind => NodeKind.While;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.While"];
    public override IEnumerable<Activity> ChildrenOf(Activity activity) => activity.Children.Where(c => c.Port == "body");
    public override FlowScope Wire(FlowNode owner, FlowNode[] inner) => Loose(owner, inner);

    public override bool GoOn(Run run, StepState step, FlowNode node, bool isEmpty)
    {
        if (!isEmpty) return false;
        Evaluation condition = Condition.Evaluate(node.Activity.Inputs.GetValueOrDefault("condition"), new Visible(run, step).TryGet);
        if (condition.Error is { } error) run.Hold(step, $"Условие «{node.Name}» не вычисляется: {error}");
        else if (condition.Truth && node.Inner!.Start >= 0) run.Begin(step.Id, node.Inner.Nodes[0]);
        else run.Leave(step, "Done");
        return true;
    }

    /// <summary>The condition is asked before the first time too, where the container is looked at next.</summary>
    protected override void Begin(Run run, StepState step, FlowNode node)
    {
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (!node.Activity.Inputs.TryGetValue("condition", out InputExpression? condition))
        {
            inspection.Warning("NoCondition", node, $"У повтора «{node.Name}» нет условия: он не выполнится ни разу. Впишите условие.");
            return;
        }
        CheckInput(node, condition, "Условие", inspection);
        if (node.Inner!.Nodes.Length == 0 || Waits(node)) return;
        if (Inside(node).Any(n => n.Behaviour is SetVariableStep && Evaluating.VariablesOf(condition).Contains(SetVariableStep.NameOf(n))))
            inspection.Warning("LoopWithoutPerson", node, $"В повторе «{node.Name}» никто ничего не делает: он идёт, пока условие не изменит шаг «присвоить». Проверьте, что оно изменится.");
        else
            inspection.Error("LoopWithoutPerson", node, $"В повторе «{node.Name}» никто ничего не делает, и его условие ничто не меняет: он крутился бы без конца. Добавьте в него шаг, который выполняет человек.");
    }

    /// <summary>Somebody or something is waited for inside.</summary>
    public override bool Waits(FlowNode node) => Inside(node).Any(n => n.Inner is null && n.Behaviour.Waits(n));

    private static IEnumerable<FlowNode> Inside(FlowNode node) => node.Inner is { } inner ? inner.Nodes.SelectMany(n => Inside(n).Prepend(n)) : [];
}
