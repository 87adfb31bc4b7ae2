namespace Mentorship.Flow;

/// <summary>Leaves the nearest loop around it; what is open inside is withdrawn. For everything around it is the end of its branch, as a Complete is.</summary>
internal sealed class BreakStep : StepKind
{
    public override NodeKind Kind => NodeKind.Complete;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Break"];
    public override IReadOnlyList<string> Outcomes(FlowNode node) => [];

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        StepState? at = step;
        while (at is not null && !IsLoop(run.Graph.Node(at.NodeId))) at = at.Scope.Length == 0 ? null : run.Find(at.Scope);
        if (at is null)
        {
            run.Hold(step, $"Шаг «{node.Name}» прерывает перебор или повтор, но стоит не внутри них.");
            return;
        }
        run.EndBranch(step);
        Withdrawing.Inside(run, at, WithdrawReason.BranchNotNeeded);
        run.Leave(run.Find(at.Id)!, ((ContainerStep)run.Graph.Node(at.NodeId).Behaviour).BrokenOutcome(run.Graph.Node(at.NodeId)));
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        FlowNode? at = node.Parent;
        while (at is not null && !IsLoop(at)) at = at.Parent;
        if (at is null) inspection.Error("BreakOutsideLoop", node, $"Шаг «{node.Name}» прерывает перебор или повтор, но стоит не внутри них. Перенесите его внутрь или удалите.");
    }

    private static bool IsLoop(FlowNode node) => node.Kind is NodeKind.ForEach or NodeKind.While;
}
