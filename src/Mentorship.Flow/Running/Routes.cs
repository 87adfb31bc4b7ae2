namespace Mentorship.Flow;

/// <summary>From where a token can still come to a step by the arrows that have delivered nothing yet, avoiding the step itself and a parting.</summary>
internal sealed class Routes(FlowScope scope, int target, IReadOnlyList<int> sources)
{
    private readonly Dictionary<int, bool[]> _byParting = [];

    /// <summary>How many steps were visited to find out.</summary>
    public int Effort { get; private set; }

    /// <param name="parted">The step at which the coming and the waiting token parted; -1 when they did not.</param>
    public bool Lead(int position, int parted)
    {
        if (!_byParting.TryGetValue(parted, out bool[]? leading)) _byParting[parted] = leading = Walk(parted);
        return leading[position];
    }

    /// <summary>The step of a container at which a parting of that id took place, or -1.</summary>
    public static int Parted(FlowGraph graph, FlowScope scope, string? parting) =>
        parting is not null && graph.Find(parting[..parting.LastIndexOf('#')]) is { } node && node.Scope == scope ? node.Index : -1;

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
            Effort++;
            if (node == target || node == avoided || leading[node]) return;
            leading[node] = true;
            open.Push(node);
        }
    }
}
