using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mentorship.Flow;

/// <summary>
/// One change of a definition that a person makes by one gesture: a closed set of values that can be sent, kept and played again. Applying
/// gives a new definition and the edit that takes it back; whatever an edit does not speak of stays as it is, byte for byte.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "edit")]
[JsonDerivedType(typeof(AddStep), "addStep")]
[JsonDerivedType(typeof(RemoveSteps), "removeSteps")]
[JsonDerivedType(typeof(RenameStep), "renameStep")]
[JsonDerivedType(typeof(SetInput), "setInput")]
[JsonDerivedType(typeof(SetCases), "setCases")]
[JsonDerivedType(typeof(ConnectSteps), "connectSteps")]
[JsonDerivedType(typeof(CutArrow), "cutArrow")]
[JsonDerivedType(typeof(RerouteArrow), "rerouteArrow")]
[JsonDerivedType(typeof(BendArrow), "bendArrow")]
[JsonDerivedType(typeof(PlaceSteps), "placeSteps")]
[JsonDerivedType(typeof(FoldStage), "foldStage")]
[JsonDerivedType(typeof(LayOutSteps), "layOutSteps")]
[JsonDerivedType(typeof(OrderSteps), "orderSteps")]
[JsonDerivedType(typeof(ShiftSteps), "shiftSteps")]
[JsonDerivedType(typeof(PasteSteps), "pasteSteps")]
[JsonDerivedType(typeof(PutStep), "putStep")]
[JsonDerivedType(typeof(PutProperty), "putProperty")]
[JsonDerivedType(typeof(TidyArrows), "tidyArrows")]
[JsonDerivedType(typeof(RenameProcess), "renameProcess")]
[JsonDerivedType(typeof(SetVariable), "setVariable")]
[JsonDerivedType(typeof(SetProperty), "setProperty")]
[JsonDerivedType(typeof(EditGroup), "group")]
[JsonDerivedType(typeof(ReplaceParts), "replaceParts")]
public abstract record Edit
{
    /// <summary>The definition with the change and the edit that takes it back, or why it cannot be made.</summary>
    public Edited Apply(ProcessDefinition definition)
    {
        ProcessDefinition before = definition.Canonical();
        Sheet sheet = new(before);
        if (Change(sheet) is { } refusal) return new Edited(null, null, [], refusal);
        if (sheet.Finish(out ProcessDefinition after) is { } tooMuch) return new Edited(null, null, [], tooMuch);
        return new Edited(after, ReplaceParts.Between(after, before), sheet.Made, null);
    }

    internal abstract FlowRefusal? Change(Sheet sheet);
}

/// <summary>What an edit came to.</summary>
/// <param name="Definition">Null when it was refused.</param>
/// <param name="Inverse">Takes exactly this change back; its own inverse makes it again.</param>
/// <param name="Made">The ids of steps that came into being, for the selection.</param>
public sealed record Edited(ProcessDefinition? Definition, Edit? Inverse, IReadOnlyList<string> Made, FlowRefusal? Refusal);

/// <summary>Edits as JSON: what a browser sends and what is kept.</summary>
public static class EditJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false, MaxDepth = 256,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Edit edit) => JsonSerializer.Serialize(edit, Options);

    /// <summary>The edit, or null when the text is none.</summary>
    public static Edit? Read(string json)
    {
        try
        {
            return json.Length < DefinitionReader.MaxLength ? JsonSerializer.Deserialize<Edit>(json, Options) : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null; // whatever a browser sent, it is no edit
        }
    }
}
