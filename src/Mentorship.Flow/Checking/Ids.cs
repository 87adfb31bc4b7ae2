namespace Mentorship.Flow;

/// <summary>Every step has an id of its own, and every arrow leads from a step to a step.</summary>
internal static class Ids
{
    /// <summary>A longer id has no room in the registers of a case.</summary>
    private const int MaxLength = 200;

    /// <summary>As much of an id as a sentence holds.</summary>
    internal static string Short(string id) => id.Length <= 60 ? id : id[..60] + "…";

    public static void Check(FlowGraph graph, Inspection inspection)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (FlowNode node in graph.Nodes)
        {
            string id = node.Activity.Id;
            if (id.Length == 0) inspection.Error("NoId", node, $"У шага «{node.Name}» ({node.Type}) нет своего id. Удалите его и добавьте заново.");
            else if (!seen.Add(id)) inspection.Error("DuplicateId", node, $"Два шага с одним id «{Short(id)}». Удалите один из них и добавьте заново.");
            else if (id.Length > MaxLength) inspection.Error("LongId", node, $"Слишком длинный id «{Short(id)}»: больше {MaxLength} знаков. Удалите шаг и добавьте заново.");
            if (node.Inner is not null) Arrows(node, inspection);
        }
    }

    private static void Arrows(FlowNode container, Inspection inspection)
    {
        HashSet<string> inside = [.. container.Inner!.Nodes.Select(n => n.Activity.Id)];
        HashSet<ActivityConnection> drawn = [];
        foreach (ActivityConnection arrow in container.Activity.Connections)
        {
            if (!drawn.Add(arrow) && inside.Contains(arrow.Source) && inside.Contains(arrow.Target))
                inspection.Warning("DoubledArrow", container, $"Стрелка «{Short(arrow.Source)} → {Short(arrow.Target)}» проведена дважды: она считается одной. Удалите лишнюю.");
            foreach (string end in new[] { arrow.Source, arrow.Target })
                if (!inside.Contains(end))
                    inspection.Error("ConnectionToNowhere", container, $"Стрелка «{Short(arrow.Source)} → {Short(arrow.Target)}» ведёт к шагу «{Short(end)}», которого здесь нет. Удалите её или проведите заново.");
        }
    }
}
