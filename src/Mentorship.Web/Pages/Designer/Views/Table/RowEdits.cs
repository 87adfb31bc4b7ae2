using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Views.Table;

/// <summary>What adding and moving rows means for the steps and arrows behind them. Null where it cannot be done.</summary>
public static class RowEdits
{
    /// <summary>
    /// A row after another, or at the end. In a stage whose items begin together the new one begins with them; where steps follow each other it is put
    /// on the arrow.
    /// </summary>
    public static Edit Add(FlowGraph graph, SheetGroup group, FlowNode? after, string type, string title)
    {
        FlowNode? container = graph.Find(group.Container);
        if (after?.ParentId != group.Container) after = null;
        AddStep add = new(group.Container, type, title) { Index = after is null ? null : Place(graph, after) + 1 };
        if (container?.Kind != NodeKind.Flowchart) return add;
        FlowNode? start = StartOf(graph, group.Container);
        FlowNode? last = after ?? group.Rows.LastOrDefault(r => r.ParentId == group.Container);
        if (last is null || group.Owner is { Kind: NodeKind.Stage } && IsBesideOthers(graph, last)) return start is null ? add : add with { From = new ArrowStart(start.Id, "Done") };
        if (last.Kind is NodeKind.Finish or NodeKind.Fault) return add;
        string outcome = last.UsualOutcome;
        FlowConnection? next = Forward(graph, last).FirstOrDefault(c => c.Outcome == outcome);
        return add with { From = new ArrowStart(last.Id, outcome), To = next is not null && type != "Elsa.End" ? next.Target : null };
    }

    /// <summary>A stage that begins with the others.</summary>
    public static Edit AddStage(FlowGraph graph, string title)
    {
        string root = graph.Definition.Root.Id;
        return new AddStep(root, "Mentorship.Stage", title) { From = StartOf(graph, root) is { } start ? new ArrowStart(start.Id, "Done") : null };
    }

    /// <summary>One place up or down; from the edge of a stage into the next one. A stage moves among the stages.</summary>
    public static Edit? Move(FlowGraph graph, TableSheet sheet, FlowNode row, int by)
    {
        if (row.Kind == NodeKind.Stage) return MoveStage(graph, row, by);
        if (sheet.GroupOf(row.Id) is not { } group) return null;
        int at = IndexOf(group.Rows, row), to = at + by;
        if (to >= 0 && to < group.Rows.Count) return Swap(graph, group.Rows[Math.Min(at, to)], group.Rows[Math.Max(at, to)]);
        List<SheetGroup> stages = [.. sheet.Groups.Where(g => g.Owner is { Kind: NodeKind.Stage })];
        int next = stages.IndexOf(group) + by;
        if (group.Owner is not { Kind: NodeKind.Stage } || next < 0 || next >= stages.Count) return null;
        int? index = by < 0 || stages[next].Rows.Count == 0 ? null : Place(graph, stages[next].Rows[0]);
        return new ShiftSteps([row.Id], stages[next].Container, index);
    }

    private static OrderSteps? MoveStage(FlowGraph graph, FlowNode stage, int by)
    {
        List<FlowNode> stages = [.. graph.Nodes.Where(n => n.Kind == NodeKind.Stage && n.ParentId == stage.ParentId)];
        int at = stages.IndexOf(stage), to = at + by;
        return stage.ParentId is null || to < 0 || to >= stages.Count ? null : Order(stages[Math.Min(at, to)], stages[Math.Max(at, to)]);
    }

    /// <summary>Two rows that stand one after the other change places: in the file, and in the chain where one follows the other.</summary>
    private static Edit? Swap(FlowGraph graph, FlowNode first, FlowNode second)
    {
        if (first.ParentId is null || first.ParentId != second.ParentId) return null;
        List<FlowConnection> between = [.. Forward(graph, first).Where(c => c.Target == second.Id)];
        if (between.Count == 0) return Leads(graph, first.Id, second.Id) ? null : Order(first, second);
        if (between.Count > 1 || between[0].Outcome != first.UsualOutcome || Forward(graph, first).Count(c => c.Outcome == between[0].Outcome) > 1) return null;
        string on = second.UsualOutcome;
        List<FlowConnection> after = [.. Forward(graph, second).Where(c => c.Outcome == on)];
        List<FlowConnection> into = [.. graph.Connections.Where(c => c.Target == first.Id && c.Source != second.Id && !c.LoopsBack)];
        if (after.Count > 1 || graph.Connections.Any(c => c.Target == second.Id && c.Source != first.Id && !c.LoopsBack)) return null;
        List<Edit> edits = [new CutArrow(first.Id, between[0].Outcome, second.Id)];
        edits.AddRange(into.Select(c => new RerouteArrow(c.Source, c.Outcome, first.Id, c.Source, c.Outcome, second.Id)));
        edits.AddRange(after.Select(c => new CutArrow(second.Id, on, c.Target)));
        edits.Add(new ConnectSteps(second.Id, on, first.Id));
        edits.AddRange(after.Select(c => new ConnectSteps(first.Id, between[0].Outcome, c.Target)));
        edits.Add(Order(first, second));
        return new EditGroup(edits);
    }

    private static OrderSteps Order(FlowNode first, FlowNode second) => new(first.ParentId!, [second.Id, first.Id]);

    /// <summary>Nothing but the beginning leads to it, and nothing follows.</summary>
    private static bool IsBesideOthers(FlowGraph graph, FlowNode row) =>
        !Forward(graph, row).Any(c => graph.Find(c.Target) is { Kind: not NodeKind.End }) && graph.Connections.Where(c => c.Target == row.Id).All(c => graph.Find(c.Source) is { Kind: NodeKind.Start });

    private static bool Leads(FlowGraph graph, string from, string to)
    {
        ILookup<string, FlowConnection> arrows = graph.Connections.Where(c => !c.LoopsBack).ToLookup(c => c.Source);
        HashSet<string> seen = [from];
        Queue<string> open = new(seen);
        while (open.TryDequeue(out string? at))
            foreach (FlowConnection arrow in arrows[at])
                if (arrow.Target == to) return true;
                else if (seen.Add(arrow.Target)) open.Enqueue(arrow.Target);
        return false;
    }

    private static IEnumerable<FlowConnection> Forward(FlowGraph graph, FlowNode node) => graph.Connections.Where(c => c.Source == node.Id && c.ParentId == node.ParentId && !c.LoopsBack);

    private static FlowNode? StartOf(FlowGraph graph, string container) => graph.Nodes.FirstOrDefault(n => n.ParentId == container && n.Kind == NodeKind.Start);

    private static int Place(FlowGraph graph, FlowNode node) => graph.Nodes.Where(n => n.ParentId == node.ParentId).TakeWhile(n => n.Id != node.Id).Count();

    private static int IndexOf(IReadOnlyList<FlowNode> rows, FlowNode row) => rows.TakeWhile(r => r.Id != row.Id).Count();
}
