namespace Mentorship.Flow;

/// <summary>Merges that may wait for each other: then the one that waited longest would have to start with less than was drawn.</summary>
internal static class Merges
{
    /// <summary>Every pair of merges is compared under every parting; beyond this the look over would take too long.</summary>
    private const int MostCompared = 24;

    public static void Check(FlowScope scope, Inspection inspection)
    {
        List<int> merges = [.. Indexes(scope).Where(i => scope.ForwardIn[i] > 1 && !JoinStep.TakesTheFirst(scope.Nodes[i]))];
        List<int> partings = [.. Indexes(scope).Where(i => Groups(scope, i).Any())];
        if (merges.Count > MostCompared || partings.Count > MostCompared) return;
        HashSet<(int, int)> told = [];
        foreach (int parting in partings)
            foreach ((int a, int b) in InVain(scope, merges, parting))
                if (told.Add((a, b)))
                    inspection.Warning("JoinMayWaitInVain", scope.Nodes[a], $"Слияния «{scope.Nodes[a].Name}» и «{scope.Nodes[b].Name}» могут ждать друг друга. Проведите обратную стрелку к шагу до разветвления.");
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
        foreach (List<int> group in Groups(scope, parting))
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

    /// <summary>The arrows that a step may send by at once: all of a fork, those of one outcome of any other.</summary>
    private static IEnumerable<List<int>> Groups(FlowScope scope, int node)
    {
        bool fork = scope.Nodes[node].Kind == NodeKind.Parallel;
        return scope.Out(node).ToArray().GroupBy(a => fork ? "" : scope.Arrows[a].Outcome ?? "").Select(g => g.ToList()).Where(g => g.Count > 1);
    }

    private static IEnumerable<int> Indexes(FlowScope scope) => Enumerable.Range(0, scope.Nodes.Length);

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
