using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Domain.Deadlines;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Views.Table;

/// <summary>What writing into a cell means for its step.</summary>
public static class CellEdits
{
    /// <summary>Letters as they are: the file is read by people too.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="window">What a new deadline text was understood to mean, where a step keeps that beside the text.</param>
    public static Edit Put(FlowNode node, TableColumn column, string text, Deadline? window = null) => column.Shape switch
    {
        CellShape.Title => Rename(node, text),
        CellShape.Own => Own(node, column.Header, text),
        CellShape.Deadline => Deadline(node, text, window),
        _ => Text(node, column.Input, text),
    };

    /// <summary>A stage carries its title for the document as well; a title is one line.</summary>
    public static Edit Rename(FlowNode node, string text)
    {
        string title = string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        RenameStep rename = new(node.Id, title);
        return node.Kind == NodeKind.Stage && node.Text("title") is not null ? new EditGroup([rename, new SetInput(node.Id, "title", title)]) : rename;
    }

    /// <summary>A new text takes its meaning along; one that was confirmed for another text goes.</summary>
    public static Edit Deadline(FlowNode node, string text, Deadline? window)
    {
        SetInput deadline = Text(node, "deadline", text);
        if (window is null && !node.Activity.Inputs.ContainsKey("window")) return deadline;
        return new EditGroup([deadline, Json(node, "window", window is null ? null : DeadlineJson.Write(window))]);
    }

    private static SetInput Own(FlowNode node, string header, string text)
    {
        Dictionary<string, string> cells = TableSheet.Own(node);
        if (text.Length > 0) cells[header] = text;
        else cells.Remove(header);
        return Json(node, "columns", cells.Count == 0 ? null : new JsonObject(cells.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Key, c.Value))));
    }

    private static SetInput Text(FlowNode node, string input, string text) => new(node.Id, input, text.Length > 0 ? text : null);

    private static SetInput Json(FlowNode node, string input, JsonNode? json) => new(node.Id, input, new InputValue(json?.ToJsonString(Readable), "Object"));
}
