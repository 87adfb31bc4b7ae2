namespace Mentorship.Flow;

/// <summary>A container is left when no live token remains in it; the case ends with the outermost.</summary>
internal static class Containers
{
    /// <summary>Lets the innermost container go on in which something ended; false when none has anything to do.</summary>
    public static bool LeaveOne(Run run)
    {
        for (int i = run.Steps.Count - 1; i >= 0; i--)
        {
            StepState step = run.Steps[i];
            if (!step.HoldsSteps || !run.Touched.Contains(step.Id)) continue;
            FlowNode node = run.Graph.Node(step.NodeId);
            if (((ContainerStep)node.Behaviour).GoOn(run, step, node, isEmpty: !HasToken(run, step.Id))) return true;
        }
        if (!run.Touched.Contains("") || HasToken(run, "")) return false;
        run.EndCase(FlowStatus.Finished);
        return true;
    }

    private static bool HasToken(Run run, string scopeId) =>
        run.Steps.Exists(s => s.IsLive && s.Scope == scopeId)
        || run.Waiting.Exists(w => w.Scope == scopeId)
        || run.AnyArrival(a => a.ScopeId == scopeId);
}
