namespace Mentorship.Flow;

/// <summary>The end of another process that a step waited for.</summary>
internal static class Children
{
    /// <summary>A child of a step that does not wait any more is late, not wrong: nothing changes.</summary>
    public static FlowRefusal? Ended(Run run, ChildEnded e)
    {
        if (run.Find(e.Step) is not { Status: StepStatus.Open } step || run.Graph.Node(step.NodeId) is not { Behaviour: RunProcessStep } node) return null;
        if (e.Outcome != RunProcessStep.Cancelled && e.Outputs is { } outputs) ChildOutputs.Take(run, step, node, outputs);
        run.Leave(run.Find(e.Step)!, node.Outcomes.Contains(e.Outcome) ? e.Outcome : "Done");
        return null;
    }
}
