using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>Ends the flowchart that holds it, with outcomes of its own; of a stage's body, the stage; of the root, the process.</summary>
internal sealed class CompleteStep : StepKind
{
    public override NodeKind Kind => NodeKind.Complete;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Complete"];
    public override IReadOnlyList<string> Outcomes(FlowNode node) => [];

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        Evaluation said = Evaluating.Of(node.Activity.Inputs.GetValueOrDefault("outcomes"), new Visible(run, step).TryGet);
        if (said.Error is { } error)
        {
            run.Hold(step, $"Исход шага «{node.Name}» не вычисляется: {error}");
            return;
        }
        string[] outcomes = Named(said.Value);
        StepState ended = Ended(run, step);
        run.EndBranch(step);
        Withdrawing.Inside(run, ended, WithdrawReason.BranchNotNeeded);
        run.Leave(run.Find(ended.Id)!, outcomes[0], outcomes);
    }

    /// <summary>What a flowchart may be left by: Done, and what the Complete steps say that it holds outside of flowcharts of its own.</summary>
    public static IReadOnlyList<string> OutcomesInside(FlowNode flowchart)
    {
        List<string> outcomes = ["Done"];
        foreach (FlowNode complete in Held(flowchart).Where(n => n.Behaviour is CompleteStep))
        {
            InputExpression? input = complete.Activity.Inputs.GetValueOrDefault("outcomes");
            bool isPlain = input is null or { Type: "Literal" or "Object" };
            outcomes.AddRange(isPlain ? Named(Evaluating.Of(input, NoVariables).Value) : ForeignStep.OutcomesDrawn(flowchart));
        }
        return [.. outcomes.Distinct()];
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (node.Activity.Inputs.TryGetValue("outcomes", out InputExpression? outcomes)) CheckInput(node, outcomes, "Исход", inspection);
    }

    private static bool NoVariables(string name, out object? value)
    {
        value = null;
        return false;
    }

    /// <summary>One outcome, or several in a list.</summary>
    private static string[] Named(object? value)
    {
        if (value is string text && text.TrimStart().StartsWith('[') && Evaluating.Json(text) is { ValueKind: JsonValueKind.Array } json) value = Evaluating.Of(json);
        string[] named = value is object?[] list ? [.. list.Select(Script.Text).Where(n => n.Length > 0).Distinct()] : Script.Text(value) is { Length: > 0 } one ? [one] : [];
        return named.Length > 0 ? named : ["Done"];
    }

    /// <summary>The nearest flowchart around, with the stage whose body it is; without one, the outermost container.</summary>
    public static StepState Ended(Run run, StepState step)
    {
        StepState at = step;
        while (at.Scope.Length > 0 && at.Kind != NodeKind.Flowchart) at = run.Find(at.Scope)!;
        while (at.Scope.Length > 0 && run.Find(at.Scope) is { Kind: NodeKind.Stage } stage) at = stage;
        return at;
    }

    private static IEnumerable<FlowNode> Held(FlowNode container) =>
        container.Inner!.Nodes.SelectMany(n => n.Inner is null || n.Kind is NodeKind.Flowchart or NodeKind.Stage ? [n] : Held(n).Prepend(n));
}
