using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>One step being made.</summary>
public sealed class ActivityBuilder
{
    private readonly string _type;
    private readonly string _title;
    private readonly List<(string Name, JsonNode Input)> _inputs = [];
    private Position? _position;

    internal ActivityBuilder(string type, string id, string title) => (_type, Id, _title) = (type, id, title);

    public string Id { get; }

    /// <summary>The flowchart inside a stage.</summary>
    internal FlowchartBuilder? Body { get; set; }

    /// <summary>A literal input; null or empty stays unset.</summary>
    public ActivityBuilder Text(string input, string? value) =>
        string.IsNullOrEmpty(value) ? this : Input(input, "String", "Literal", value);

    /// <summary>An Object input, kept as a JSON text.</summary>
    public ActivityBuilder Json(string input, JsonNode? value) =>
        value is null ? this : Input(input, "Object", "Object", value.ToJsonString(DefinitionWriter.Compact));

    /// <summary>A condition in the subset of JavaScript.</summary>
    public ActivityBuilder JavaScript(string input, string source) => Input(input, "Boolean", "JavaScript", source);

    public ActivityBuilder At(double x, double y)
    {
        _position = new Position(x, y);
        return this;
    }

    internal void PlaceIfFree(double x, double y) => _position ??= new Position(x, y);

    internal JsonObject Build(string path)
    {
        string nodeId = $"{path}:{Id}";
        JsonObject json = new() { ["id"] = Id, ["nodeId"] = nodeId, ["name"] = _title, ["type"] = _type, ["version"] = 1 };
        foreach ((string name, JsonNode input) in _inputs) json[name] = input.DeepClone();
        if (Body is not null) json["body"] = Body.Build(nodeId);
        json["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false };
        json["metadata"] = new JsonObject
        {
            ["displayText"] = _title,
            ["designer"] = new JsonObject
            {
                ["position"] = new JsonObject { ["x"] = _position?.X ?? 0, ["y"] = _position?.Y ?? 0 },
                ["size"] = new JsonObject { ["width"] = 160, ["height"] = 50 }
            }
        };
        return json;
    }

    private ActivityBuilder Input(string name, string typeName, string expressionType, string value)
    {
        _inputs.Add((name, new JsonObject { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = expressionType, ["value"] = value } }));
        return this;
    }
}
