using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>An Elsa workflow definition: typed access over JSON that is never thrown away. Changing gives a new definition.</summary>
public sealed class ProcessDefinition
{
    private bool _isCanonical;

    internal ProcessDefinition(JsonElement json)
    {
        Json = json;
        Root = new Activity(json.GetProperty("root"), "root");
        Variables = ProcessVariable.ReadAll(json);
        Inputs = ProcessVariable.ReadInputs(json);
        Version = json.TryGetProperty("version", out JsonElement version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out int number) ? number : 1;
    }

    public JsonElement Json { get; }

    /// <summary>Of this version.</summary>
    public string Id => Activity.String(Json, "id") ?? "";

    /// <summary>Stable over versions.</summary>
    public string DefinitionId => Activity.String(Json, "definitionId") ?? "";

    public string Name => Activity.String(Json, "name") ?? "";
    public string Description => Activity.String(Json, "description") ?? "";
    public int Version { get; }
    public IReadOnlyList<ProcessVariable> Variables { get; }

    /// <summary>What the process is started with; inside it each is a variable of its name.</summary>
    public IReadOnlyList<ProcessVariable> Inputs { get; }
    public Activity Root { get; }

    /// <summary>A custom property of the whole definition, or null.</summary>
    public JsonElement? Custom(string property) =>
        Json.TryGetProperty("customProperties", out JsonElement custom) && custom.ValueKind == JsonValueKind.Object && custom.TryGetProperty(property, out JsonElement found) ? found : null;

    /// <summary>What people call a variable of the process.</summary>
    public string LabelOf(string variable) => Said("fieldNames", variable) ?? variable;

    /// <summary>What a text in a variable means (<c>date</c>, <c>who</c>); null where it is just words.</summary>
    internal string? MeaningOf(string variable) => Said("fieldKinds", variable);

    private string? Said(string property, string variable) =>
        Custom(property) is { ValueKind: JsonValueKind.Object } said && Activity.String(said, variable) is { Length: > 0 } words ? words : null;

    /// <summary>The step of that id, or null.</summary>
    public Activity? Find(string activityId) => Activities().FirstOrDefault(a => a.Id == activityId);

    /// <summary>Every step of the tree, each container before what it holds.</summary>
    public IEnumerable<Activity> Activities()
    {
        Stack<Activity> open = new([Root]);
        while (open.TryPop(out Activity? next))
        {
            yield return next;
            for (int i = next.Children.Count - 1; i >= 0; i--) open.Push(next.Children[i]);
        }
    }

    /// <summary>The same with one literal input changed; null unsets it.</summary>
    /// <exception cref="ArgumentException">There is no such step.</exception>
    public ProcessDefinition WithInput(string activityId, string input, string? value) =>
        Changed(activityId, activity => SetInput(activity, input, "String", "Literal", value));

    /// <summary>The same with one Object input changed: the JSON is kept as text, as Elsa keeps it.</summary>
    public ProcessDefinition WithJsonInput(string activityId, string input, JsonNode? value) =>
        Changed(activityId, activity => SetInput(activity, input, "Object", "Object", value?.ToJsonString(DefinitionWriter.Compact)));

    /// <summary>The same with another title of one step.</summary>
    public ProcessDefinition WithTitle(string activityId, string title) => Changed(activityId, activity =>
    {
        activity["name"] = title;
        if (activity["metadata"] is not JsonObject metadata) activity["metadata"] = metadata = [];
        metadata["displayText"] = title;
    });

    /// <summary>The same under another heading: what is null stays.</summary>
    public ProcessDefinition WithHeader(string? id = null, int? version = null, string? name = null, string? definitionId = null,
        string? description = null, bool? isLatest = null, bool? isPublished = null)
    {
        JsonObject json = JsonObject.Create(Json)!;
        if (id is not null) json["id"] = id;
        if (definitionId is not null) json["definitionId"] = definitionId;
        if (name is not null) json["name"] = name;
        if (description is not null) json["description"] = description;
        if (version is not null) json["version"] = version;
        if (isLatest is not null) json["isLatest"] = isLatest;
        if (isPublished is not null) json["isPublished"] = isPublished;
        return From(json);
    }

    internal static ProcessDefinition From(JsonObject json) => new(JsonSerializer.SerializeToElement(json, DefinitionWriter.Compact)) { _isCanonical = true };

    /// <summary>Out of what our own writer gave.</summary>
    /// <exception cref="JsonException">It is nested deeper than a reader would take.</exception>
    internal static ProcessDefinition FromCanonical(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DefinitionReader.MaxDepth });
        return new(document.RootElement.Clone()) { _isCanonical = true };
    }

    /// <summary>The same in the one form that our writer gives, so that equal values have equal bytes.</summary>
    internal ProcessDefinition Canonical() => _isCanonical ? this : FromCanonical(JsonSerializer.SerializeToUtf8Bytes(Json, DefinitionWriter.Compact));

    /// <summary>Tells two definitions apart: equal ones have equal fingerprints, however they were spaced on disk.</summary>
    public string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(Canonical().Json)).AsSpan(0, 16));

    private ProcessDefinition Changed(string activityId, Action<JsonObject> change)
    {
        JsonObject json = JsonObject.Create(Json)!;
        JsonObject activity = Locate(json["root"], activityId) ?? throw new ArgumentException($"No activity '{activityId}'.", nameof(activityId));
        change(activity);
        return From(json);
    }

    private static JsonObject? Locate(JsonNode? from, string activityId)
    {
        if (from is JsonObject candidate && candidate["type"] is JsonValue && candidate["id"] is JsonValue id && id.ToString() == activityId) return candidate;
        IEnumerable<JsonNode?> inner = from switch
        {
            JsonObject owner => owner.Where(p => p.Key is not ("metadata" or "customProperties" or "connections")).Select(p => p.Value),
            JsonArray items => items,
            _ => []
        };
        return inner.Select(node => Locate(node, activityId)).FirstOrDefault(found => found is not null);
    }

    internal static void SetInput(JsonObject activity, string input, string typeName, string expressionType, string? value)
    {
        if (value is null) activity.Remove(input);
        else if (activity[input] is JsonObject existing && existing["typeName"] is not null)
            existing["expression"] = new JsonObject { ["type"] = expressionType, ["value"] = value };
        else activity[input] = new JsonObject { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = expressionType, ["value"] = value } };
    }
}
