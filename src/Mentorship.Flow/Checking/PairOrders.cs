namespace Mentorship.Flow;

/// <summary>A document that assigns pairs is not written before the consents are there.</summary>
internal static class PairOrders
{
    public static void Check(FlowGraph graph, Inspection inspection)
    {
        CheckContext context = inspection.Context;
        foreach (FlowNode node in graph.Nodes)
        {
            if (!Is(node, context.PairOrderKinds)) continue;
            if (graph.Nodes.Any(consent => Is(consent, context.ConsentKinds) && consent.Scope == node.Scope && Leads(node, consent)))
                inspection.Error("PairOrderBeforeConsents", node, $"«{node.Name}» стоит раньше согласий на наставничество. Поставьте согласия до приказа.");
        }
    }

    private static bool Is(FlowNode node, IReadOnlySet<string> kinds) =>
        node.Kind == NodeKind.Document && node.Text("kind") is { } kind && kinds.Contains(kind);

    /// <summary>Whether forward arrows lead from one step to the other.</summary>
    private static bool Leads(FlowNode from, FlowNode to)
    {
        HashSet<int> seen = [];
        Stack<int> open = new([from.Index]);
        while (open.TryPop(out int node))
            foreach (int a in from.Scope.Out(node))
            {
                FlowArrow arrow = from.Scope.Arrows[a];
                if (arrow.LoopsBack || !seen.Add(arrow.Target)) continue;
                if (arrow.Target == to.Index) return true;
                open.Push(arrow.Target);
            }
        return false;
    }
}
