namespace Mentorship.Flow;

/// <summary>Steps that lead round to each other: the strongly connected parts of a container that hold a circle.</summary>
internal static class Circles
{
    /// <param name="counts">Which steps are looked at; arrows to others are not followed.</param>
    /// <returns>Each circle's steps in the order of the file, the circles by their first step.</returns>
    public static List<List<int>> Of(FlowScope scope, Func<int, bool> counts)
    {
        Walk walk = new(scope, counts);
        for (int i = 0; i < scope.Nodes.Length; i++) walk.From(i);
        walk.Found.Sort((a, b) => a[0].CompareTo(b[0]));
        return walk.Found;
    }

    /// <summary>Tarjan's walk; without recursion, so that ten thousand steps in a row are no danger.</summary>
    private sealed class Walk(FlowScope scope, Func<int, bool> counts)
    {
        private readonly int[] _order = new int[scope.Nodes.Length];
        private readonly int[] _lowest = new int[scope.Nodes.Length];
        private readonly bool[] _open = new bool[scope.Nodes.Length];
        private readonly Stack<int> _part = new();
        private readonly Stack<(int Node, int Next)> _path = new();
        private int _count;

        public List<List<int>> Found { get; } = [];

        public void From(int start)
        {
            if (_order[start] == 0 && counts(start)) Enter(start);
            while (_path.TryPop(out (int Node, int Next) top))
            {
                ReadOnlySpan<int> leaving = scope.Out(top.Node);
                if (top.Next == leaving.Length)
                {
                    Close(top.Node);
                    continue;
                }
                _path.Push((top.Node, top.Next + 1));
                int target = scope.Arrows[leaving[top.Next]].Target;
                if (!counts(target)) continue;
                if (_order[target] == 0) Enter(target);
                else if (_open[target]) _lowest[top.Node] = Math.Min(_lowest[top.Node], _order[target]);
            }
        }

        private void Enter(int node)
        {
            _order[node] = _lowest[node] = ++_count;
            _open[node] = true;
            _part.Push(node);
            _path.Push((node, 0));
        }

        private void Close(int node)
        {
            if (_path.TryPeek(out (int Node, int Next) before)) _lowest[before.Node] = Math.Min(_lowest[before.Node], _lowest[node]);
            if (_lowest[node] != _order[node]) return;
            List<int> part = [];
            do
            {
                part.Add(_part.Pop());
                _open[part[^1]] = false;
            } while (part[^1] != node);
            part.Sort();
            if (part.Count > 1 || LeadsToItself(node)) Found.Add(part);
        }

        private bool LeadsToItself(int node)
        {
            foreach (int a in scope.Out(node))
                if (scope.Arrows[a].Target == node) return true;
            return false;
        }
    }
}
