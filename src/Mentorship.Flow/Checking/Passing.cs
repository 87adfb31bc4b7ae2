namespace Mentorship.Flow;

/// <summary>Which steps can let a token through without waiting for anybody; a container does where some way through it waits nowhere.</summary>
internal sealed class Passing
{
    private readonly HashSet<FlowNode> _containers = [];

    public Passing(FlowGraph graph)
    {
        for (int i = graph.Nodes.Count - 1; i >= 0; i--) // what is inside comes after its container
            if (graph.Nodes[i] is { Inner: { } inner } container && Passes(container, inner)) _containers.Add(container);
    }

    public bool IsQuick(FlowNode node) => node.Inner is null ? !node.Behaviour.Waits(node) : _containers.Contains(node);

    /// <summary>A branch that is not drawn waits for nobody; of children that run together all must pass.</summary>
    private bool Passes(FlowNode container, FlowScope inner) => container.Kind switch
    {
        NodeKind.If => inner.Nodes.Length < 2 || inner.Nodes.Any(IsQuick),
        NodeKind.Switch => !inner.Nodes.Any(n => n.Activity.Port == "default") || inner.Nodes.Any(IsQuick),
        NodeKind.Concurrent => inner.Nodes.All(IsQuick),
        _ => PassesThrough(inner)
    };

    /// <summary>Whether the start can come to nothing left to do, everybody choosing as is quickest: all that is sent together must end.</summary>
    private bool PassesThrough(FlowScope scope)
    {
        if (scope.Start < 0) return true;
        bool[] ends = new bool[scope.Nodes.Length], races = Racing(scope);
        Queue<int> changed = new();
        for (int i = 0; i < ends.Length; i++) Look(i);
        while (changed.TryDequeue(out int node))
            foreach (int a in scope.In(node)) Look(scope.Arrows[a].Source);
        return ends[scope.Start];

        void Look(int node)
        {
            if (ends[node] || !IsQuick(scope.Nodes[node]) || !Outgoing.Of(scope, node).Any(Ends)) return;
            ends[node] = true;
            changed.Enqueue(node);
        }

        bool Ends(List<int> sent) =>
            sent.TrueForAll(a => ends[scope.Arrows[a].Target]) || sent.Exists(a => races[scope.Arrows[a].Target] && ends[scope.Arrows[a].Target]);
    }

    /// <summary>From where a token comes without waiting to a join of the first, which withdraws whoever parted from it, or to a Complete.</summary>
    private bool[] Racing(FlowScope scope)
    {
        bool[] races = new bool[scope.Nodes.Length];
        Stack<int> open = new(Enumerable.Range(0, races.Length).Where(i => JoinStep.TakesTheFirst(scope.Nodes[i]) || scope.Nodes[i].Kind == NodeKind.Complete));
        while (open.TryPop(out int node))
        {
            if (races[node] || !IsQuick(scope.Nodes[node])) continue;
            races[node] = true;
            foreach (int a in scope.In(node)) open.Push(scope.Arrows[a].Source);
        }
        return races;
    }
}

/// <summary>What a step sends together.</summary>
internal static class Outgoing
{
    private const int MostTogether = 4;
    private const int MostPairs = 12;

    /// <summary>The arrows of each way to leave the step; an empty list where a way leads nowhere.</summary>
    public static IEnumerable<List<int>> Of(FlowScope scope, int node)
    {
        FlowNode step = scope.Nodes[node];
        int[] leaving = scope.Out(node).ToArray();
        if (step.Kind is NodeKind.End or NodeKind.Finish or NodeKind.Complete) return [[]];
        if (step.Kind == NodeKind.Parallel)
        {
            HashSet<string> sent = [.. step.Outcomes];
            return [[.. leaving.Where(a => scope.Arrows[a].Outcome is not { } by || sent.Contains(by))]];
        }
        if (step.Behaviour is FlowSwitchStep && Switching.MatchesAll(step))
            return Together(step).Select(labels => leaving.Where(a => scope.Arrows[a].Outcome is not { } by || labels.Contains(by)).ToList());
        ILookup<string?, int> byOutcome = leaving.ToLookup(a => scope.Arrows[a].Outcome);
        return step.Outcomes.Count == 0 ? [[]] : step.Outcomes.Select(outcome => byOutcome[outcome].Concat(byOutcome[null]).ToList());
    }

    /// <summary>The cases that may hold at once: any of them; where those are too many ways, one, two, or all.</summary>
    private static IEnumerable<HashSet<string>> Together(FlowNode choice)
    {
        string[] labels = [.. Switching.Labels(choice)];
        yield return [Switching.Otherwise];
        if (labels.Length <= MostTogether)
        {
            for (int chosen = 1; chosen < 1 << labels.Length; chosen++) yield return [.. labels.Where((_, i) => (chosen >> i & 1) > 0)];
            yield break;
        }
        yield return [.. labels];
        for (int i = 0; i < labels.Length; i++)
        {
            yield return [labels[i]];
            for (int k = i + 1; k < Math.Min(labels.Length, i + MostPairs); k++) yield return [labels[i], labels[k]];
        }
    }
}
