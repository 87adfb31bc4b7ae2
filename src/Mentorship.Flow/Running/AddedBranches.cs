namespace Mentorship.Flow;

/// <summary>
/// Arrows that a newer version adds to a start or a fork which a case has passed already: what they lead to beside the old steps begins,
/// as if the token had parted there.
/// </summary>
internal static class AddedBranches
{
    public static void Begin(Run run, FlowGraph from, string containerId)
    {
        run.Touched.Add(containerId);
        StepState container = run.Find(containerId)!;
        if (run.Graph.Find(container.NodeId)?.Inner is not { } scope || from.Find(container.NodeId)?.Inner is not { } old) return;
        foreach (StepState source in Passed(run, containerId, scope).ToList())
        {
            HashSet<string> before = Targets(old, source.NodeId), after = Targets(scope, source.NodeId);
            if (scope.Nodes.Any(n => before.Contains(n.Id) && !after.Contains(n.Id))) continue; // put in between, not beside
            foreach (FlowArrow arrow in Sent(scope, source.NodeId))
                if (scope.Nodes[arrow.Target].Id is var target && !before.Contains(target) && !Came(run, containerId, target, source.NodeId, arrow) && Reopen(run, containerId))
                    Joining.Arrive(run, new Run.Arrival(containerId, scope, arrow, TrailFrom(run, containerId, scope, source)));
        }
    }

    /// <summary>The starts and forks of a container that are behind, each by its last round.</summary>
    public static IEnumerable<StepState> Passed(Run run, string containerId, FlowScope scope) =>
        run.Steps.FindAll(s => s.Scope == containerId && s.Status == StepStatus.Done && Parts(s.Kind) && Array.Exists(scope.Nodes, n => n.Id == s.NodeId && Parts(n.Kind)))
            .GroupBy(s => s.NodeId).Select(rounds => rounds.Last());

    /// <summary>Where a start or a fork sends tokens.</summary>
    public static HashSet<string> Targets(FlowScope scope, string nodeId) => [.. Sent(scope, nodeId).Select(a => scope.Nodes[a.Target].Id)];

    /// <summary>The trail of a token that parts there now: what those carry that parted there before; where the container begins, all in it came from there.</summary>
    public static IReadOnlyList<string> TrailFrom(Run run, string containerId, FlowScope scope, StepState source)
    {
        if (scope.Start >= 0 && scope.Nodes[scope.Start].Id == source.NodeId && run.Steps.Count(s => s.Scope == containerId && s.NodeId == source.NodeId) == 1)
        {
            for (int i = 0; i < run.Steps.Count; i++)
                if (run.Steps[i] is { IsLive: true } step && step.Scope == containerId && !step.Trail.Contains(source.Id)) run.Steps[i] = step with { Trail = [source.Id, .. step.Trail] };
            for (int i = 0; i < run.Waiting.Count; i++)
                if (run.Waiting[i] is var waiting && waiting.Scope == containerId && !waiting.Trail.Contains(source.Id)) run.Waiting[i] = waiting with { Trail = [source.Id, .. waiting.Trail] };
            return [source.Id];
        }
        IReadOnlyList<string>? fellow = run.Steps.Where(s => s.IsLive && s.Scope == containerId).Select(s => s.Trail)
            .Concat(run.Waiting.Where(w => w.Scope == containerId).Select(w => w.Trail)).FirstOrDefault(t => t.Contains(source.Id));
        return fellow is null ? [source.Id] : [.. fellow.TakeWhile(p => p != source.Id), source.Id];
    }

    private static bool Parts(NodeKind kind) => kind is NodeKind.Start or NodeKind.Parallel;

    private static IEnumerable<FlowArrow> Sent(FlowScope scope, string nodeId) =>
        scope.Arrows.Where(a => scope.Nodes[a.Source] is var source && source.Id == nodeId && (a.Outcome is not { } by || source.Outcomes.Contains(by)));

    private static bool Came(Run run, string containerId, string target, string source, FlowArrow arrow) =>
        run.Steps.Exists(s => s.Scope == containerId && s.NodeId == target)
        || run.Waiting.Exists(w => w.Scope == containerId && w.NodeId == target && w.Source == source && w.Outcome == (arrow.Outcome ?? ""));

    /// <summary>A container that is done runs on with its new step, if nothing has followed it yet and no step inside has ended it.</summary>
    private static bool Reopen(Run run, string containerId)
    {
        StepState container = run.Find(containerId)!;
        if (container.IsLive) return run.Status == FlowStatus.Running;
        FlowNode node = run.Graph.Node(container.NodeId);
        if (container.Status != StepStatus.Done || container.Scope.Length == 0 || node.Scope.Out(node.Index).Length > 0 || IsLeftBehind(run, container)
            || run.Steps.Exists(s => s is { Kind: NodeKind.Complete, Status: StepStatus.Done } && CompleteStep.Ended(run, s).Id == containerId) || !Reopen(run, container.Scope)) return false;
        Dictionary<string, object?> declared = node.Declared.DistinctBy(v => v.Name).ToDictionary(v => v.Name, v => v.Default, StringComparer.Ordinal);
        run.Replace(container with { Status = StepStatus.Open, Outcome = null, Values = declared.Count == 0 ? StepState.NoValues : declared });
        return true;
    }

    /// <summary>A round of a loop over items is over with its item; one of a While where the next has begun.</summary>
    private static bool IsLeftBehind(Run run, StepState round) => run.Find(round.Scope) is { } around
        && (around.Kind == NodeKind.ForEach || around.Kind == NodeKind.While && run.Steps.FindLast(s => s.Scope == around.Id)!.Id != round.Id);
}
