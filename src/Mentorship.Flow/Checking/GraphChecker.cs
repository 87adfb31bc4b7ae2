namespace Mentorship.Flow;

/// <summary>Looks a definition over: an error forbids publishing, a warning asks the author to look.</summary>
public static class GraphChecker
{
    /// <summary>A larger process is refused rather than looked over.</summary>
    public const int MaxSteps = 20_000;

    public static IReadOnlyList<Problem> Check(ProcessDefinition definition, CheckContext? context = null) => Check(FlowGraph.From(definition), context);

    public static IReadOnlyList<Problem> Check(FlowGraph graph, CheckContext? context = null)
    {
        if (graph.Nodes.Count > MaxSteps)
            return [new("TooManySteps", Severity.Error, null, $"В процессе больше {MaxSteps} шагов. Разделите его на несколько процессов.")];
        Inspection inspection = new(context ?? new(), graph);
        Ids.Check(graph, inspection);
        foreach (FlowNode node in graph.Nodes)
        {
            if (node.Inner is { } inner) Shape.Check(node, inner, inspection);
            node.Behaviour.Check(node, inspection);
            Dates(node, inspection);
            AfterEvents.Check(node, graph, inspection);
            Papers.CheckAbout(node, inspection);
        }
        PairOrders.Check(graph, inspection);
        return inspection.Problems;
    }

    private static void Dates(FlowNode node, Inspection inspection)
    {
        if (node.Text("deadline") is { Length: > 0 } deadline && inspection.Context.DeadlineDoubt?.Invoke(deadline) is { } doubt)
            inspection.Warning("DeadlineOutsideProgramme", node, $"Срок шага «{node.Name}» («{deadline}»): {doubt}");
    }
}
