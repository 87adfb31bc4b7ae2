namespace Mentorship.Flow;

/// <summary>The inside of one container: its steps, its arrows, and which of them lead back.</summary>
internal sealed class FlowScope
{
    private readonly int[][] _out;
    private readonly int[][] _in;

    /// <param name="starts">Where tokens come in: the first step of a flowchart, all the children of a container without arrows.</param>
    public FlowScope(FlowNode? owner, FlowNode[] nodes, FlowArrow[] arrows, int[] starts)
    {
        (Owner, Nodes, Arrows, Start) = (owner, nodes, arrows, starts.Length > 0 ? starts[0] : -1);
        _out = Group(nodes.Length, arrows, a => a.Source);
        _in = Group(nodes.Length, arrows, a => a.Target);
        Reachable = new bool[nodes.Length];
        foreach (int start in starts)
            if (!Reachable[start]) MarkLoops(start);
        ForwardIn = [.. _in.Select(list => list.Count(a => !arrows[a].LoopsBack))];
        for (int i = 0; i < nodes.Length; i++) (nodes[i].Scope, nodes[i].Index) = (this, i);
    }

    public FlowNode? Owner { get; }
    public FlowNode[] Nodes { get; }
    public FlowArrow[] Arrows { get; }

    /// <summary>Index of the first step, or -1 in an empty container.</summary>
    public int Start { get; }

    /// <summary>How many forward arrows lead to each step; from two on it joins.</summary>
    public int[] ForwardIn { get; }

    /// <summary>Which steps the start can reach.</summary>
    public bool[] Reachable { get; }

    /// <summary>Indexes of the arrows out of a step, in the order of the file.</summary>
    public ReadOnlySpan<int> Out(int node) => _out[node];

    /// <summary>Indexes of the arrows into a step, in the order of the file.</summary>
    public ReadOnlySpan<int> In(int node) => _in[node];

    /// <summary>Whether forward arrows lead from one step to the other.</summary>
    public bool LeadsForward(int from, int to)
    {
        HashSet<int> seen = [];
        Stack<int> open = new([from]);
        while (open.TryPop(out int node))
            foreach (int a in _out[node])
            {
                if (Arrows[a].LoopsBack || !seen.Add(Arrows[a].Target)) continue;
                if (Arrows[a].Target == to) return true;
                open.Push(Arrows[a].Target);
            }
        return false;
    }

    private static int[][] Group(int count, FlowArrow[] arrows, Func<FlowArrow, int> key)
    {
        List<int>?[] lists = new List<int>?[count];
        for (int i = 0; i < arrows.Length; i++) (lists[key(arrows[i])] ??= []).Add(i);
        return [.. lists.Select(list => list?.ToArray() ?? [])];
    }

    /// <summary>Depth-first from the start in the order of the arrows; without recursion, so that ten thousand steps in a row are no danger.</summary>
    private void MarkLoops(int start)
    {
        bool[] onPath = new bool[Nodes.Length];
        Stack<(int Node, int Next)> path = new();
        Enter(start);
        while (path.TryPop(out (int Node, int Next) top))
        {
            if (top.Next == _out[top.Node].Length)
            {
                onPath[top.Node] = false;
                continue;
            }
            path.Push((top.Node, top.Next + 1));
            FlowArrow arrow = Arrows[_out[top.Node][top.Next]];
            if (onPath[arrow.Target]) arrow.LoopsBack = true;
            else if (!Reachable[arrow.Target]) Enter(arrow.Target);
        }

        void Enter(int node)
        {
            Reachable[node] = onPath[node] = true;
            path.Push((node, 0));
        }
    }
}
