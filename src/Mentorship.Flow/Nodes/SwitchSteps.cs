namespace Mentorship.Flow;

/// <summary>What the two switches share: cases by condition, the first that holds or all of them.</summary>
internal static class Switching
{
    public const string Otherwise = "Default";

    /// <summary>The labels of the cases that hold; none where only the default is left.</summary>
    public static List<string>? Matching(Run run, StepState step, FlowNode node)
    {
        Lookup visible = new Visible(run, step).TryGet;
        List<string> labels = [];
        foreach (SwitchCase one in SwitchCase.Of(node.Activity))
        {
            Evaluation condition = Condition.Evaluate(one.Condition, visible);
            if (condition.Error is { } error)
            {
                run.Hold(step, $"Условие «{one.Label}» шага «{node.Name}» не вычисляется: {error}");
                return null;
            }
            if (!condition.Truth) continue;
            labels.Add(one.Label);
            if (!MatchesAll(node)) break;
        }
        return labels;
    }

    public static IReadOnlyList<string> Labels(FlowNode node) => [.. SwitchCase.Of(node.Activity).Select(c => c.Label).Distinct()];

    public static void Check(FlowNode node, Inspection inspection, Action<InputExpression> checkCondition)
    {
        if (node.Text("mode") is not (null or "MatchFirst" or "MatchAny"))
            inspection.Error("UnknownMode", node, $"Выбор «{node.Name}»: неизвестный способ «{node.Text("mode")}». Выберите: первый подходящий или все подходящие.");
        IReadOnlyList<SwitchCase> cases = SwitchCase.Of(node.Activity);
        if (cases.Count == 0) inspection.Warning("NoCases", node, $"У выбора «{node.Name}» нет ни одного случая: он всегда пойдёт по «иначе». Добавьте случаи с условиями.");
        HashSet<string> seen = new(StringComparer.Ordinal) { Otherwise };
        foreach (SwitchCase one in cases)
        {
            if (one.Label.Length == 0 || !seen.Add(one.Label))
                inspection.Error("CaseLabel", node, $"Выбор «{node.Name}»: у каждого случая должно быть своё имя, а «{one.Label}» пустое, повторяется или занято. Назовите случай иначе.");
            if (one.Condition is { } condition) checkCondition(condition);
            else inspection.Warning("NoCondition", node, $"Выбор «{node.Name}»: у случая «{one.Label}» нет условия, он никогда не подойдёт. Впишите условие.");
        }
    }

    /// <summary>Goes on by the labels of all cases that hold.</summary>
    public static bool MatchesAll(FlowNode node) => node.Text("mode") == "MatchAny";
}

/// <summary>Goes on by the label of the case that holds, by all of them, or by <c>Default</c>.</summary>
internal sealed class FlowSwitchStep : StepKind
{
    public override NodeKind Kind => NodeKind.Choice;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.FlowSwitch"];
    public override bool IsTold => true;
    public override string GoodOutcome => Switching.Otherwise;
    public override IReadOnlyList<string> Outcomes(FlowNode node) => [.. Switching.Labels(node).Append(Switching.Otherwise).Distinct()];
    public override bool MayEndBy(FlowNode node, string outcome) => false;

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        if (Switching.Matching(run, step, node) is not { } labels) return;
        if (labels.Count == 0) labels.Add(Switching.Otherwise);
        run.Leave(step, labels[0], [.. labels]);
    }

    public override void Check(FlowNode node, Inspection inspection) => Switching.Check(node, inspection, condition => CheckInput(node, condition, "Условие", inspection));
}

/// <summary>Runs the step of the case that holds, of all of them, or its default.</summary>
internal sealed class SwitchStep : ContainerStep
{
    public override NodeKind Kind => NodeKind.Switch;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Switch"];
    public override IEnumerable<Activity> ChildrenOf(Activity activity) => activity.Children.Where(c => c.Port == "default" || c.Port.StartsWith(SwitchCase.Port(""), StringComparison.Ordinal));
    public override FlowScope Wire(FlowNode owner, FlowNode[] inner) => Loose(owner, inner);

    protected override void Begin(Run run, StepState step, FlowNode node)
    {
        if (Switching.Matching(run, step, node) is not { } labels) return;
        string[] ports = labels.Count == 0 ? ["default"] : [.. labels.Select(SwitchCase.Port)];
        foreach (FlowNode child in node.Inner!.Nodes)
            if (ports.Contains(child.Activity.Port)) run.Begin(step.Id, child);
    }

    public override void Check(FlowNode node, Inspection inspection) => Switching.Check(node, inspection, condition => CheckInput(node, condition, "Условие", inspection));
}
