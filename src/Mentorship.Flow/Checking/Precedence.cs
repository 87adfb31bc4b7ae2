namespace Mentorship.Flow;

/// <summary>Whether one step is surely over when another begins, whatever people decide. It looks along the arrows that lead on; a loop back changes nothing of that.</summary>
internal static class Precedence
{
    public static bool RunsBefore(FlowNode first, FlowNode then)
    {
        for (FlowNode? inner = first; inner is not null; inner = inner.Parent)
        {
            for (FlowNode? outer = then; outer is not null; outer = outer.Parent)
                if (inner.Scope == outer.Scope)
                    return inner != outer && inner.Scope.LeadsForward(inner.Index, outer.Index) && !MayBePassedBy(inner.Scope, inner.Index, outer.Index);
            if (inner.Parent is { } holder && (!RunsAllOfIt(holder) || holder.Kind != NodeKind.Concurrent && !Inescapable(inner.Scope, inner.Index)[inner.Scope.Start])) return false;
        }
        return false;
    }

    /// <summary>Containers that neither choose nor repeat what they hold.</summary>
    private static bool RunsAllOfIt(FlowNode holder) => holder.Kind is NodeKind.Stage or NodeKind.Flowchart or NodeKind.Sequence or NodeKind.Concurrent;

    /// <summary>Some way from the start comes to the goal, by outcomes of which none starts the step too.</summary>
    private static bool MayBePassedBy(FlowScope scope, int step, int goal)
    {
        bool[] inescapable = Inescapable(scope, step);
        bool[] seen = new bool[scope.Nodes.Length];
        Stack<int> open = new();
        Open(scope.Start);
        while (open.TryPop(out int node))
        {
            if (node == goal) return true;
            foreach (IGrouping<string?, FlowArrow> outcome in Forward(scope, node))
                if (!outcome.Any(arrow => inescapable[arrow.Target]))
                    foreach (FlowArrow arrow in outcome) Open(arrow.Target);
        }
        return false;

        void Open(int node)
        {
            if (node < 0 || inescapable[node] || seen[node]) return;
            seen[node] = true;
            open.Push(node);
        }
    }

    /// <summary>From where the step is come to by every outcome: by at least one of its arrows, for all of them are followed at once.</summary>
    private static bool[] Inescapable(FlowScope scope, int step)
    {
        bool[] inescapable = new bool[scope.Nodes.Length];
        inescapable[step] = true;
        Queue<int> changed = new([step]);
        while (changed.TryDequeue(out int node))
            foreach (int a in scope.In(node))
            {
                FlowArrow into = scope.Arrows[a];
                if (into.LoopsBack || inescapable[into.Source] || !ByEveryOutcome(scope, into.Source, inescapable)) continue;
                inescapable[into.Source] = true;
                changed.Enqueue(into.Source);
            }
        return inescapable;
    }

    /// <summary>An outcome without an arrow does not come there; one that leads back is asked for again and goes on by another.</summary>
    private static bool ByEveryOutcome(FlowScope scope, int node, bool[] inescapable)
    {
        List<IGrouping<string?, FlowArrow>> forward = [.. Forward(scope, node)];
        FlowNode from = scope.Nodes[node];
        bool Comes(IGrouping<string?, FlowArrow> outcome) => outcome.Any(arrow => inescapable[arrow.Target]);
        if (from.Kind == NodeKind.Parallel || forward.Exists(o => o.Key is null)) return forward.Exists(Comes);
        HashSet<string?> drawn = [.. Arrows(scope, node).Select(arrow => arrow.Outcome)];
        return forward.Count > 0 && forward.TrueForAll(Comes) && from.Outcomes.All(drawn.Contains);
    }

    /// <summary>The arrows that lead on, together where one outcome follows them; all outcomes follow those without one.</summary>
    private static IEnumerable<IGrouping<string?, FlowArrow>> Forward(FlowScope scope, int node) =>
        Arrows(scope, node).Where(arrow => !arrow.LoopsBack).GroupBy(arrow => arrow.Outcome, StringComparer.Ordinal);

    private static IEnumerable<FlowArrow> Arrows(FlowScope scope, int node)
    {
        for (int i = 0; i < scope.Out(node).Length; i++) yield return scope.Arrows[scope.Out(node)[i]];
    }
}
