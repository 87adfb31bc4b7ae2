using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Panel;

/// <summary>What a field of another process gets: nothing, a value, the value of a field here, or something that this page cannot put together.</summary>
public sealed record GivenValue(string Way, string Text)
{
    public const string Own = "own", Beyond = "beyond";
}

/// <summary>The record that another process is given when it starts, by the names of its fields.</summary>
public sealed class GivenInputs
{
    private readonly JsonObject? _json;

    private GivenInputs(JsonObject? json, string source) => (_json, Source) = (json, source);

    /// <summary>As it stands on disk.</summary>
    public string Source { get; }

    /// <summary>It is worked out as a whole when the process runs.</summary>
    public bool Beyond => _json is null;

    public IEnumerable<string> Names => _json?.Select(p => p.Key) ?? [];

    public static GivenInputs Of(InputExpression? input)
    {
        if (input is null) return new GivenInputs([], "");
        string source = input.Text ?? input.Value.GetRawText();
        if (input.Type is not ("Literal" or "Object")) return new GivenInputs(null, source);
        try
        {
            return new GivenInputs(source.Trim().Length == 0 ? [] : JsonNode.Parse(source) as JsonObject, source);
        }
        catch (JsonException)
        {
            return new GivenInputs(null, source); // the checker names it, and the page offers to begin anew
        }
    }

    public GivenValue Of(string name) => _json?[name] switch
    {
        null => new GivenValue("", ""),
        JsonObject { Count: 2 } said when TextOf(said["type"]) == "Variable" && TextOf(said["value"]) is { } field => new GivenValue("=" + field, ""),
        JsonValue value => new GivenValue(GivenValue.Own, TextOf(value) ?? value.ToJsonString()),
        _ => new GivenValue(GivenValue.Beyond, ""),
    };

    /// <summary>With another value of one field; null where nothing is given any more.</summary>
    public JsonObject? With(string name, JsonNode? value)
    {
        JsonObject json = _json is null ? [] : (JsonObject)_json.DeepClone();
        if (value is null) json.Remove(name);
        else json[name] = value;
        return json.Count == 0 ? null : json;
    }

    /// <summary>A value written down, as a field of its kind keeps it; null for none.</summary>
    public static JsonNode? Plain(FieldKind kind, string? text) => string.IsNullOrEmpty(text) ? null : kind switch
    {
        FieldKind.Flag => text == "true",
        FieldKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
        _ => text,
    };

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
