using System.Text.Json;
using Mentorship.Domain.Processes.Viewing;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Views.Table;

/// <summary>How a cell of the table is shown and changed.</summary>
public enum CellShape { Ordinal, Title, Text, Deadline, Who, Own, Next }

/// <param name="Input">What a text cell keeps its text in.</param>
public sealed record TableColumn(string Header, CellShape Shape, string Input = "");

/// <param name="Owner">The stage; null for the process itself.</param>
/// <param name="Container">Where its rows stand.</param>
public sealed record SheetGroup(FlowNode? Owner, string Container, IReadOnlyList<FlowNode> Rows);

/// <summary>
/// A process as a table: a roadmap in the columns of its document, anything else by who, when and what comes then. A row is a step, so that what is
/// typed into a cell is an edit of the definition.
/// </summary>
public sealed record TableSheet(IReadOnlyList<TableColumn> Columns, IReadOnlyList<SheetGroup> Groups)
{
    public static TableSheet Of(FlowGraph graph)
    {
        List<SheetGroup> groups = [.. GroupsOf(graph)];
        bool roadmap = graph.Nodes.Any(n => n.Kind == NodeKind.Stage) || graph.Definition.Custom("roadmap") is not null;
        HashSet<string> starts = [.. graph.Nodes.Where(n => n.Kind == NodeKind.Start).Select(n => n.Id)];
        bool leads = graph.Connections.Any(c => !starts.Contains(c.Source) && graph.Find(c.Source) is { Kind: not NodeKind.Stage });
        List<TableColumn> columns = roadmap ? [.. Printed(graph.Definition)] : [new(ViewTexts.Number, CellShape.Ordinal), new(ViewTexts.Step, CellShape.Title), new(ViewTexts.Who, CellShape.Who), new(ViewTexts.When, CellShape.Deadline, "deadline")];
        if (leads || !roadmap) columns.Add(new TableColumn(ViewTexts.Next, CellShape.Next));
        return new TableSheet(columns, groups);
    }

    /// <summary>Every row in the order in which it is read.</summary>
    public IEnumerable<FlowNode> Rows => Groups.SelectMany(g => g.Rows);

    public SheetGroup? GroupOf(string row) => Groups.FirstOrDefault(g => g.Rows.Any(r => r.Id == row) || g.Owner?.Id == row);

    /// <summary>The text of a cell; null where the value is worked out when the process runs.</summary>
    public static string? Text(FlowNode node, TableColumn column) => column.Shape switch
    {
        CellShape.Title => node.Name,
        CellShape.Own => Own(node).GetValueOrDefault(column.Header, ""),
        _ => node.Activity.Inputs.TryGetValue(column.Input, out InputExpression? input) && input.Type != "Literal" ? null : node.Text(column.Input) ?? "",
    };

    /// <summary>The cells of further columns, by header.</summary>
    public static Dictionary<string, string> Own(FlowNode node)
    {
        Dictionary<string, string> cells = new(StringComparer.Ordinal);
        if (node.Json("columns") is { ValueKind: JsonValueKind.Object } columns)
            foreach (JsonProperty cell in columns.EnumerateObject()) cells[cell.Name] = cell.Value.ValueKind == JsonValueKind.String ? cell.Value.GetString()! : cell.Value.GetRawText();
        return cells;
    }

    private static IEnumerable<SheetGroup> GroupsOf(FlowGraph graph)
    {
        List<(FlowNode? Owner, IReadOnlyList<FlowNode> Steps)> read = [.. ReadingOrder.Groups(graph)];
        foreach ((FlowNode? owner, IReadOnlyList<FlowNode> steps) in read)
        {
            List<FlowNode> rows = [.. steps.Where(s => s.Kind is not (NodeKind.Start or NodeKind.End or NodeKind.Flowchart or NodeKind.Sequence or NodeKind.Stage))];
            if (owner is null && rows.Count == 0 && read.Count > 1) continue;
            yield return new SheetGroup(owner, steps[0].ParentId!, rows);
        }
    }

    /// <summary>The columns of the document. What a row cannot do without is added where the document lacks it.</summary>
    private static IEnumerable<TableColumn> Printed(ProcessDefinition definition)
    {
        List<TableColumn> columns = [.. RoadmapProcess.ColumnsOf(definition).Where(c => c.Meaning != ColumnMeaning.Stage).Select(Column)];
        if (!columns.Exists(c => c.Shape == CellShape.Title)) columns.Insert(Math.Min(1, columns.Count), Column(new RoadmapColumn(ViewTexts.Step, ColumnMeaning.Activity)));
        if (!columns.Exists(c => c.Shape == CellShape.Deadline)) columns.Add(Column(new RoadmapColumn(ViewTexts.When, ColumnMeaning.Deadline)));
        if (!columns.Exists(c => c.Shape == CellShape.Who)) columns.Add(Column(new RoadmapColumn(ViewTexts.Who, ColumnMeaning.Responsible)));
        return columns;
    }

    private static TableColumn Column(RoadmapColumn column) => column.Meaning switch
    {
        ColumnMeaning.Number => new(column.Header, CellShape.Text, "number"),
        ColumnMeaning.Activity => new(column.Header, CellShape.Title),
        ColumnMeaning.Deadline => new(column.Header, CellShape.Deadline, "deadline"),
        ColumnMeaning.Responsible => new(column.Header, CellShape.Who),
        ColumnMeaning.Result => new(column.Header, CellShape.Text, "result"),
        ColumnMeaning.Indicator => new(column.Header, CellShape.Text, "indicator"),
        ColumnMeaning.KeyResult => new(column.Header, CellShape.Text, "keyResult"),
        ColumnMeaning.Evidence => new(column.Header, CellShape.Text, "evidence"),
        _ => new(column.Header, CellShape.Own, "columns"),
    };
}
