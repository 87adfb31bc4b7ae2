using Mentorship.Domain.Deadlines;
using Mentorship.Flow;

namespace Mentorship.Domain.Roadmaps.Defining;

/// <summary>What changes in one item of a defined roadmap; what is not said stays.</summary>
/// <param name="Cells">New texts by the headers of the columns.</param>
/// <param name="Assignee">As a step names it; null leaves it.</param>
/// <param name="Mode"><c>any</c> or <c>all</c>; null leaves it.</param>
public sealed record ItemChange(IReadOnlyDictionary<string, string> Cells, string? Assignee = null, string? Mode = null)
{
    /// <summary>The definition with the change, or null when it holds no such item or column. A new deadline text brings its meaning along.</summary>
    public ProcessDefinition? In(ProcessDefinition definition, string nodeId, DeadlineContext context)
    {
        DefinedRoadmap defined = RoadmapProcess.FromDefinition(definition);
        if (defined.Item(nodeId) is not { } found) return null;
        IReadOnlyList<RoadmapColumn> columns = RoadmapCells.ColumnsOf(defined.Roadmap);
        RoadmapItem item = found.Item;
        foreach ((string header, string text) in Cells)
        {
            if (columns.FirstOrDefault(c => c.Header == header) is not { } column) return null;
            item = RoadmapCells.With(item, column, text);
        }
        ProcessDefinition changed = Texts(definition, nodeId, found.Item, item);
        if (item.DeadlineText != found.Item.DeadlineText) changed = changed.WithJsonInput(nodeId, "window", Meaning(item, context));
        if (Assignee is { } assignee && assignee != found.Work.Assignee) changed = changed.WithInput(nodeId, "assignee", assignee.Length == 0 ? null : assignee);
        if (Mode is { } mode && mode != found.Work.Mode) changed = changed.WithInput(nodeId, "mode", mode);
        return changed;
    }

    private static System.Text.Json.Nodes.JsonObject? Meaning(RoadmapItem item, DeadlineContext context)
    {
        Deadline read = DeadlineReader.Read(item.DeadlineText, context with { ActivityText = item.Activity });
        return read.Kind is DeadlineKind.Unresolved or DeadlineKind.Template ? null : DeadlineJson.Write(read);
    }

    private static ProcessDefinition Texts(ProcessDefinition definition, string node, RoadmapItem old, RoadmapItem item)
    {
        (string Input, string? Old, string? New)[] texts =
        [
            ("number", old.Number, item.Number), ("deadline", old.DeadlineText, item.DeadlineText), ("responsible", old.ResponsibleText, item.ResponsibleText), ("result", old.Result, item.Result),
            ("indicator", old.Indicator, item.Indicator), ("keyResult", old.KeyResult, item.KeyResult), ("evidence", old.Evidence, item.Evidence),
        ];
        foreach ((string input, string? before, string? after) in texts)
            if (before != after) definition = definition.WithInput(node, input, after);
        if (item.Activity != old.Activity) definition = definition.WithTitle(node, item.Activity);
        return ReferenceEquals(item.Columns, old.Columns) ? definition : definition.WithJsonInput(node, "columns", RoadmapProcess.Columns(item.Columns));
    }
}
