using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Flow;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Designer.Panel;

/// <summary>One setting of a step in the panel: reads it, changes it by an edit, and says what was refused.</summary>
public abstract class StepFieldBase : ComponentBase
{
    /// <summary>Letters as they are: the file is read by people too.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [CascadingParameter] public required DesignerSession Session { get; set; }
    [CascadingParameter] public required DesignerPlace Place { get; set; }

    [Parameter, EditorRequired] public required FlowNode Node { get; set; }
    [Parameter, EditorRequired] public required StepField Field { get; set; }

    /// <summary>The step as it stands: a second gesture may come before the first is drawn, and must not undo it.</summary>
    protected FlowNode Now => Session.Graph.Find(Node.Id) ?? Node;

    /// <summary>Of the control, so that a problem can lead to it.</summary>
    protected string Id => IdOf(Field.Input);

    /// <summary>The value on disk; empty when it is unset.</summary>
    protected string Text => Now.Text(Field.Input) ?? "";

    /// <summary>Why the last change was not made; null when it was.</summary>
    protected string? Message { get; private set; }

    public static string IdOf(string input) => "step-" + input;

    /// <summary>One gesture: all of it or nothing.</summary>
    protected void Put(params Edit[] edits) => Message = Session.Apply(edits is [Edit one] ? one : new EditGroup(edits)).Refusal?.Message;

    protected void PutText(string? value) => Put(SetText(value));

    protected SetInput SetText(string? value) => new(Node.Id, Field.Input, string.IsNullOrWhiteSpace(value) ? null : value.Trim());

    protected void PutJson(JsonNode? json) => Put(SetJson(Field.Input, json));

    protected SetInput SetJson(string input, JsonNode? json) => new(Node.Id, input, new InputValue(json?.ToJsonString(Readable), "Object"));

    /// <summary>What a person has seen to be wrong, said beside the control.</summary>
    protected void Say(string? message) => Message = message;
}
