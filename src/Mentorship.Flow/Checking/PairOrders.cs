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
            if (graph.Nodes.Any(consent => Is(consent, context.ConsentKinds) && consent.Scope == node.Scope && node.Scope.LeadsForward(node.Index, consent.Index)))
                inspection.Error("PairOrderBeforeConsents", node, $"«{node.Name}» стоит раньше согласий на наставничество. Поставьте согласия до приказа.");
        }
    }

    private static bool Is(FlowNode node, IReadOnlySet<string> kinds) =>
        node.Kind == NodeKind.Document && node.Text("kind") is { } kind && kinds.Contains(kind);
}
