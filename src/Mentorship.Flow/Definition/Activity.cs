using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>Where the designer draws a step.</summary>
public readonly record struct Position(double X, double Y);

/// <summary>One step as it stands in the definition: typed access to what we know over the JSON that keeps everything.</summary>
public sealed class Activity
{
    private static readonly HashSet<string> Framing = new(StringComparer.Ordinal)
        { "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "connections", "variables", "start" };

    private readonly List<Activity> _children = [];
    private Dictionary<string, InputExpression>? _inputs;
    private IReadOnlyList<ActivityConnection>? _connections;

    internal Activity(JsonElement json, string port)
    {
        Json = json;
        Port = port;
        Id = String(json, "id") ?? "";
        NodeId = String(json, "nodeId") ?? "";
        Name = String(json, "name") ?? "";
        Type = String(json, "type") ?? "";
        ReadMetadata();
        foreach (JsonProperty property in json.EnumerateObject()) ReadChildren(property);
    }

    public JsonElement Json { get; }
    public string Id { get; }
    public string NodeId { get; }
    public string Name { get; }
    public string Type { get; }
    public string? DisplayText { get; private set; }
    public Position? Position { get; private set; }

    /// <summary>The port of the container that holds it: <c>root</c>, <c>body</c>, <c>activities</c>, …</summary>
    public string Port { get; }

    /// <summary>Steps held in ports, in the order of the file.</summary>
    public IReadOnlyList<Activity> Children => _children;

    public IReadOnlyList<ActivityConnection> Connections => _connections ??= ActivityConnection.ReadAll(Json);

    /// <summary>Every input that has a value, by name.</summary>
    public IReadOnlyDictionary<string, InputExpression> Inputs => _inputs ??= ReadInputs();

    /// <summary>What a person calls the step.</summary>
    public string Title => FirstText(DisplayText, Name, Id);

    /// <summary>A literal input as text; null when unset or not a literal.</summary>
    public string? Text(string input) => Inputs.TryGetValue(input, out InputExpression? found) && found.Type is "Literal" or "Object" ? found!.Text : null;

    /// <summary>An Object input (a JSON string) as JSON; null when unset or not JSON.</summary>
    public JsonElement? JsonInput(string input)
    {
        if (!Inputs.TryGetValue(input, out InputExpression? found) || found.Type is not ("Object" or "Literal")) return null;
        if (found.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) return found.Value;
        if (found.Text is not { Length: > 0 } text) return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null; // a text where JSON was expected reads as unset; the checker names it
        }
    }

    internal static bool IsFraming(string property) => Framing.Contains(property) || property == "activities";

    /// <summary>Whether Elsa's designer marked it as a possible start.</summary>
    internal bool CanStart => Json.TryGetProperty("customProperties", out JsonElement custom) && custom.ValueKind == JsonValueKind.Object
        && custom.TryGetProperty("canStartWorkflow", out JsonElement can) && can.ValueKind == JsonValueKind.True;

    internal static string? String(JsonElement json, string property) =>
        json.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string FirstText(params ReadOnlySpan<string?> texts)
    {
        foreach (string? text in texts)
            if (!string.IsNullOrWhiteSpace(text)) return text;
        return "";
    }

    private void ReadMetadata()
    {
        if (!Json.TryGetProperty("metadata", out JsonElement metadata) || metadata.ValueKind != JsonValueKind.Object) return;
        DisplayText = String(metadata, "displayText");
        if (metadata.TryGetProperty("designer", out JsonElement designer) && designer.ValueKind == JsonValueKind.Object
            && designer.TryGetProperty("position", out JsonElement at) && at.ValueKind == JsonValueKind.Object
            && Number(at, "x") is { } x && Number(at, "y") is { } y)
            Position = new Position(x, y);
    }

    private static double? Number(JsonElement json, string property) =>
        json.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : null;

    private void ReadChildren(JsonProperty property)
    {
        if (Framing.Contains(property.Name)) return;
        if (property.Value.ValueKind == JsonValueKind.Array && property.Name == "activities")
        {
            foreach (JsonElement child in property.Value.EnumerateArray())
                if (child.ValueKind == JsonValueKind.Object) _children.Add(new Activity(child, property.Name));
        }
        else if (property.Value.ValueKind == JsonValueKind.Array && property.Name == "cases")
        {
            foreach (SwitchCase one in SwitchCase.ReadAll(property.Value))
                if (IsActivity(one.Json, out JsonElement held)) _children.Add(new Activity(held, SwitchCase.Port(one.Label)));
        }
        else if (IsActivity(property.Value)) _children.Add(new Activity(property.Value, property.Name));
    }

    /// <summary>Read when first asked for: most edits of a definition look at few of its steps.</summary>
    private Dictionary<string, InputExpression> ReadInputs()
    {
        Dictionary<string, InputExpression> inputs = new(StringComparer.Ordinal);
        foreach (JsonProperty property in Json.EnumerateObject())
            if (!Framing.Contains(property.Name) && !(property.Name == "activities" && property.Value.ValueKind == JsonValueKind.Array)
                && !IsActivity(property.Value) && InputExpression.Read(property.Value) is { } input) inputs[property.Name] = input;
        return inputs;
    }

    private static bool IsActivity(JsonElement switchCase, out JsonElement held) => switchCase.TryGetProperty("activity", out held) && IsActivity(held);

    /// <summary>An activity in a port has a type of its own; an input has a type name and an expression.</summary>
    private static bool IsActivity(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && String(value, "type") is not null && !value.TryGetProperty("expression", out _)
        && (value.TryGetProperty("id", out _) || value.TryGetProperty("nodeId", out _) || value.TryGetProperty("activities", out _));
}
