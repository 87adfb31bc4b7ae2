namespace Mentorship.Flow;

/// <summary>The host says what a loop goes through.</summary>
internal static class Loops
{
    public static FlowRefusal? Prepared(Run run, ItemsPrepared e)
    {
        if (run.Find(e.Step) is not { Status: StepStatus.Preparing } step || run.Graph.Node(step.NodeId) is not { Behaviour: ForEachStep } node) return Answers.NotOpen(e.Step);
        ForEachStep.Begin(run, step, node, e.Items);
        return null;
    }
}
