namespace Mentorship.Flow;

/// <summary>A shape that may make merges wait for each other, where there are too many ways to look through: two merges to which branches of one parting come, and each of which leads to the other.</summary>
internal static class Crossing
{
    /// <summary>Every pair of merges is compared under every parting; beyond this the look over would take too long.</summary>
    private const int MostCompared = 24;

    public static (int, int)? Find(FlowScope scope)
    {
        List<int> merges = [.. Enumerable.Range(0, scope.Nodes.Length).Where(i => Merges.IsMerge(scope, i))];
        List<int> partings = [.. Enumerable.Range(0, scope.Nodes.Length).Where(i => Outgoing.Of(scope, i).Any(sent => sent.Count > 1))];
        if (merges.Count > MostCompared || partings.Count > MostCompared) return null;
        foreach (int parting in partings)
            foreach ((int a, int b) in InVain(scope, merges, parting))
                return (a, b);
        return null;
    }

    /// <summary>Pairs to which two branches of the parting can come, and each of which can still bring the other a token without passing the parting.</summary>
    private static IEnumerable<(int, int)> InVain(FlowScope scope, List<int> merges, int parting)
    {
        Dictionary<int, bool[]> after = merges.Where(m => m != parting).ToDictionary(m => m, m => After(scope, m, parting));
        foreach (int a in after.Keys)
            foreach (int b in after.Keys)
                if (a < b && Brings(scope, after[a], a, b) && Brings(scope, after[b], b, a) && BothHeld(scope, parting, a, b))
                    yield return (a, b);
    }

    /// <summary>Whether two tokens of one parting can stand at the two merges, neither coming by way of the other.</summary>
    private static bool BothHeld(FlowScope scope, int parting, int a, int b)
    {
        foreach (List<int> group in Outgoing.Of(scope, parting).Where(sent => sent.Count > 1))
        {
            bool[] toA = [.. group.Select(arrow => Comes(scope, scope.Arrows[arrow].Target, a, parting, b))];
            bool[] toB = [.. group.Select(arrow => Comes(scope, scope.Arrows[arrow].Target, b, parting, a))];
            for (int i = 0; i < toA.Length; i++)
                for (int k = 0; k < toB.Length; k++)
                    if (i != k && toA[i] && toB[k]) return true;
        }
        return false;
    }

    private static bool Comes(FlowScope scope, int start, int goal, int parting, int other) =>
        start != other && start != parting && (start == goal || After(scope, start, parting, other)[goal]);

    private static bool Brings(FlowScope scope, bool[] after, int from, int to)
    {
        foreach (int arrow in scope.In(to))
            if (!scope.Arrows[arrow].LoopsBack && (after[scope.Arrows[arrow].Source] || scope.Arrows[arrow].Source == from)) return true;
        return false;
    }

    /// <summary>What can follow a step without passing the avoided ones.</summary>
    private static bool[] After(FlowScope scope, int start, params ReadOnlySpan<int> avoided)
    {
        bool[] reached = new bool[scope.Nodes.Length];
        Stack<int> open = new([start]);
        while (open.TryPop(out int node))
            foreach (int a in scope.Out(node))
            {
                int target = scope.Arrows[a].Target;
                if (reached[target] || avoided.Contains(target)) continue;
                reached[target] = true;
                open.Push(target);
            }
        return reached;
    }
}
