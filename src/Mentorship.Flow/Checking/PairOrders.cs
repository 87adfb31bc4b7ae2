namespace Mentorship.Flow;

/// <summary>A document that assigns pairs is not written before the consents are there.</summary>
internal static class PairOrders
{
    public static void Check(FlowGraph graph, Inspection inspection)
    {
        CheckContext context = inspection.Context;
        List<FlowNode> consents = [.. graph.Nodes.Where(n => n.Kind == NodeKind.Consents || Is(n, context.ConsentKinds))];
        foreach (FlowNode node in graph.Nodes)
            if (Is(node, context.PairOrderKinds) && consents.Exists(consent => ComesBefore(node, consent)))
                inspection.Error("PairOrderBeforeConsents", node, $"«{node.Name}» стоит раньше согласий на наставничество. Поставьте согласия до приказа.");
    }

    /// <summary>Whether forward arrows lead from the one to the other, or from the stage around the one to the stage around the other.</summary>
    private static bool ComesBefore(FlowNode order, FlowNode consent)
    {
        for (FlowNode? one = order; one is not null; one = one.Parent)
            for (FlowNode? other = consent; other is not null; other = other.Parent)
                if (one.Scope == other.Scope) return one != other && one.Scope.LeadsForward(one.Index, other.Index);
        return false;
    }

    private static bool Is(FlowNode node, IReadOnlySet<string> kinds) =>
        node.Kind == NodeKind.Document && node.Text("kind") is { } kind && kinds.Contains(kind);
}
