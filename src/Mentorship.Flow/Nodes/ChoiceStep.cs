namespace Mentorship.Flow;

/// <summary>Goes on by <c>True</c> or <c>False</c>, as its condition says.</summary>
internal sealed class ChoiceStep : StepKind
{
    private static readonly IReadOnlyList<string> BothWays = ["True", "False"];

    public override NodeKind Kind => NodeKind.Choice;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.FlowDecision"];
    public override bool IsTold => true;
    public override IReadOnlyList<string> Outcomes(FlowNode node) => BothWays;
    public override string GoodOutcome => BothWays[0];

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        Evaluation condition = Condition.Evaluate(node.Activity.Inputs.GetValueOrDefault("condition"), new Visible(run, step).TryGet);
        if (condition.Error is { } error) run.Hold(step, $"Условие «{node.Name}» не вычисляется: {error}");
        else run.Leave(step, condition.Truth ? "True" : "False");
    }

    public override bool MayEndBy(FlowNode node, string outcome) => false;

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (!node.Activity.Inputs.TryGetValue("condition", out InputExpression? condition))
            inspection.Warning("NoCondition", node, $"У развилки «{node.Name}» нет условия: она всегда пойдёт по «Нет». Впишите условие.");
        else CheckInput(node, condition, "Условие", inspection);
    }
}
