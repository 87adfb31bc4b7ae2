using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Viewing;

/// <summary>The steps of a definition in the order in which a person would tell them: along the arrows, stage by stage.</summary>
public static class ReadingOrder
{
    /// <summary>Containers with their steps; steps that nothing leads to come last in theirs.</summary>
    public static IEnumerable<(FlowNode? Owner, IReadOnlyList<FlowNode> Steps)> Groups(FlowGraph graph)
    {
        ILookup<string?, FlowNode> inside = graph.Nodes.ToLookup(n => n.ParentId);
        ILookup<string, FlowConnection> arrows = graph.Connections.Where(c => !c.LoopsBack).ToLookup(c => c.Source);
        HashSet<string> reached = [.. graph.Connections.Select(c => c.Target)];
        foreach (FlowNode container in graph.Nodes.Where(n => inside[n.Id].Any()))
        {
            List<FlowNode> all = [.. inside[container.Id]];
            if (all.Count == 1 && inside[all[0].Id].Any()) continue; // a stage is told by its body
            FlowNode? owner = container.ParentId is null ? null : container.Kind == NodeKind.Flowchart && graph.Find(container.ParentId) is { Kind: not NodeKind.Flowchart } stage ? stage : container;
            yield return (owner, Ordered(all, arrows, reached));
        }
    }

    /// <summary>A step comes when all that leads to it forward has come, in the order of the file.</summary>
    private static List<FlowNode> Ordered(List<FlowNode> steps, ILookup<string, FlowConnection> arrows, HashSet<string> reached)
    {
        Dictionary<string, FlowNode> byId = steps.DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
        Dictionary<string, int> awaited = byId.Keys.ToDictionary(id => id, _ => 0, StringComparer.Ordinal);
        foreach (FlowConnection arrow in byId.Keys.SelectMany(id => arrows[id]))
            if (awaited.TryGetValue(arrow.Target, out int before)) awaited[arrow.Target] = before + 1;
        Dictionary<string, int> place = byId.Keys.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        PriorityQueue<string, (int, int)> free = new();
        foreach (string id in byId.Keys.Where(id => awaited[id] == 0)) Put(id);
        List<FlowNode> ordered = [];
        while (free.TryDequeue(out string? id, out _))
        {
            ordered.Add(byId[id]);
            foreach (FlowConnection arrow in arrows[id])
                if (awaited.TryGetValue(arrow.Target, out int left) && (awaited[arrow.Target] = left - 1) == 0) Put(arrow.Target);
        }
        return [.. ordered, .. byId.Values.Except(ordered)];

        void Put(string id) => free.Enqueue(id, (byId[id].Kind == NodeKind.Start || arrows[id].Any() || reached.Contains(id) ? 0 : 1, place[id]));
    }
}
