using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mentorship.Flow;

/// <summary>
/// An Elsa server gives back a step whose type it does not know as an <c>Elsa.NotFoundActivity</c>: the step itself is a text in it, and the arrows
/// that leave it lie in <c>customProperties.notFoundConnections</c> of the flowchart. Read here, the step is itself again, where it stands now,
/// with its arrows.
/// </summary>
internal static partial class Placeholders
{
    private const string Type = "Elsa.NotFoundActivity";
    private const string Original = "originalActivityJson";
    private const string Arrows = "notFoundConnections";

    /// <summary>Whether a file may hold any, or arrows laid aside; most have only empty lists of them, and are not walked through.</summary>
    public static bool MayBeIn(string json) => json.Contains(Type, StringComparison.Ordinal) || LaidAside().IsMatch(json);

    /// <returns>The text with every step itself again; one whose text cannot be read stays as it is.</returns>
    public static string Undo(JsonElement definition, JsonDocumentOptions options)
    {
        JsonObject json = JsonObject.Create(definition)!;
        Walk(json, options);
        return json.ToJsonString(DefinitionWriter.Compact);
    }

    /// <param name="options">Its depth is what is left for a node here: the whole is never deeper than a file may be.</param>
    private static void Walk(JsonNode? node, JsonDocumentOptions options)
    {
        if (node is not (JsonArray or JsonObject)) return;
        options.MaxDepth--;
        if (node is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                if (Itself(list[i], options) is { } step) list[i] = step;
                Walk(list[i], options);
            }
        }
        else if (node is JsonObject owner)
        {
            foreach (string name in owner.Select(p => p.Key).ToList())
            {
                if (Itself(owner[name], options) is { } step) owner[name] = step;
                Walk(owner[name], options);
            }
            if (owner["activities"] is JsonArray steps) GiveArrowsBack(owner, steps);
        }
    }

    /// <summary>The step that a placeholder stands for, under the id and at the place that the placeholder has now.</summary>
    private static JsonObject? Itself(JsonNode? node, JsonDocumentOptions options)
    {
        if (node is not JsonObject placeholder || Sheet.TextOf(placeholder["type"]) != Type || Read(Sheet.TextOf(placeholder[Original]), options) is not { } step) return null;
        foreach (string name in (ReadOnlySpan<string>)["id", "nodeId"])
            if (Sheet.TextOf(placeholder[name]) is { } now) step[name] = now;
        if (placeholder["metadata"] is JsonObject metadata && metadata["designer"] is { } place)
        {
            if (step["metadata"] is not JsonObject own) step["metadata"] = own = [];
            own["designer"] = place.DeepClone();
        }
        return step;
    }

    private static JsonObject? Read(string? text, JsonDocumentOptions options)
    {
        if (text is null || options.MaxDepth < 1 || DefinitionReader.BrokenText(text) is not null) return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, options);
            JsonElement step = document.RootElement;
            return step.ValueKind == JsonValueKind.Object && Activity.String(step, "type") is not null ? JsonObject.Create(step.Clone()) : null;
        }
        catch (JsonException)
        {
            return null; // the placeholder stays, and the checker says that it cannot run
        }
    }

    /// <summary>Arrows between steps that are still there come behind the others, each once.</summary>
    private static void GiveArrowsBack(JsonObject flowchart, JsonArray steps)
    {
        if (flowchart["customProperties"] is not JsonObject custom || custom[Arrows] is not JsonArray { Count: > 0 } kept) return;
        custom[Arrows] = new JsonArray();
        if (flowchart["connections"] is not JsonArray connections) flowchart["connections"] = connections = [];
        HashSet<string?> here = [.. steps.OfType<JsonObject>().Select(s => Sheet.TextOf(s["id"]))];
        HashSet<(string?, string, string?)> drawn = [.. connections.Select(Ends)];
        foreach (JsonNode? arrow in kept)
        {
            (string? From, string Outcome, string? To) ends = Ends(arrow);
            if (here.Contains(ends.From) && here.Contains(ends.To) && drawn.Add(ends)) connections.Add(arrow!.DeepClone());
        }
    }

    private static (string? From, string Outcome, string? To) Ends(JsonNode? arrow)
    {
        JsonObject? from = (arrow as JsonObject)?["source"] as JsonObject, to = (arrow as JsonObject)?["target"] as JsonObject;
        return (Sheet.TextOf(from?["activity"]), Sheet.TextOf(from?["port"]) ?? "Done", Sheet.TextOf(to?["activity"]));
    }

    [GeneratedRegex("\"" + Arrows + @"""\s*:\s*\[\s*[^\]\s]")]
    private static partial Regex LaidAside();
}
