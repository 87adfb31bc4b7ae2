namespace Mentorship.Flow;

/// <summary>Every step has an id of its own, and every arrow leads from a step to a step.</summary>
internal static class Ids
{
    public static void Check(FlowGraph graph, Inspection inspection)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (FlowNode node in graph.Nodes)
        {
            if (node.Id.Length == 0) inspection.Error("NoId", node, $"У шага «{node.Name}» ({node.Type}) нет своего id. Удалите его и добавьте заново.");
            else if (!seen.Add(node.Id)) inspection.Error("DuplicateId", node, $"Два шага с одним id «{node.Id}». Удалите один из них и добавьте заново.");
            if (node.Inner is not null) Arrows(node, inspection);
        }
    }

    private static void Arrows(FlowNode container, Inspection inspection)
    {
        HashSet<string> inside = [.. container.Inner!.Nodes.Select(n => n.Id)];
        foreach (ActivityConnection arrow in container.Activity.Connections)
            foreach (string end in new[] { arrow.Source, arrow.Target })
                if (!inside.Contains(end))
                    inspection.Error("ConnectionToNowhere", container, $"Стрелка «{arrow.Source} → {arrow.Target}» ведёт к шагу «{end}», которого здесь нет. Удалите её или проведите заново.");
    }
}
