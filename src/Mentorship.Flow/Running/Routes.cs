namespace Mentorship.Flow;

/// <summary>From where a token can still come to a step by the arrows that have delivered nothing yet, avoiding the step itself and a parting.</summary>
internal sealed class Routes(FlowGraph graph, FlowScope scope, int target, IReadOnlyList<int> sources)
{
    private readonly Dictionary<int, bool[]> _byParting = [];

    /// <param name="parting">The step at which the coming and the waiting token parted; null when they did not.</param>
    public bool Lead(int position, string? parting)
    {
        int avoided = parting is null ? -1 : graph.Find(parting[..parting.LastIndexOf('#')]) is { } node && node.Scope == scope ? node.Index : -1;
        if (!_byParting.TryGetValue(avoided, out bool[]? leading)) _byParting[avoided] = leading = Walk(avoided);
        return leading[position];
    }

    /// <summary>Backwards from the sources of the open arrows.</summary>
    private bool[] Walk(int avoided)
    {
        bool[] leading = new bool[scope.Nodes.Length];
        Stack<int> open = new();
        foreach (int source in sources) Visit(source);
        while (open.TryPop(out int node))
            foreach (int a in scope.In(node)) Visit(scope.Arrows[a].Source);
        return leading;

        void Visit(int node)
        {
            if (node == target || node == avoided || leading[node]) return;
            leading[node] = true;
            open.Push(node);
        }
    }
}
