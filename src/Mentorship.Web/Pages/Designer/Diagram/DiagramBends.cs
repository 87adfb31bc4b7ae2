using System.Text.Json;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Diagram;

/// <summary>Where the arrows of a flowchart bend, as the definition keeps it.</summary>
internal static class DiagramBends
{
    public static Dictionary<(string Source, string Outcome, string Target), IReadOnlyList<Position>> Of(JsonElement flowchart)
    {
        Dictionary<(string, string, string), IReadOnlyList<Position>> found = [];
        if (!flowchart.TryGetProperty("connections", out JsonElement list) || list.ValueKind != JsonValueKind.Array) return found;
        foreach (JsonElement arrow in list.EnumerateArray())
            if (arrow.ValueKind == JsonValueKind.Object && Vertices(arrow) is { Count: > 0 } bends) found.TryAdd(Ends(arrow), bends);
        return found;
    }

    private static (string, string, string) Ends(JsonElement arrow)
    {
        (string source, string? port) = End(arrow, "source");
        port ??= Text(arrow, "sourcePort");
        return (source, string.IsNullOrEmpty(port) ? "Done" : port, End(arrow, "target").Step);
    }

    private static (string Step, string? Port) End(JsonElement arrow, string name) => !arrow.TryGetProperty(name, out JsonElement end) ? ("", null)
        : end.ValueKind == JsonValueKind.Object ? (Text(end, "activity") ?? "", Text(end, "port")) : (end.ValueKind == JsonValueKind.String ? end.GetString()! : "", null);

    private static List<Position> Vertices(JsonElement arrow)
    {
        if (!arrow.TryGetProperty("vertices", out JsonElement list) || list.ValueKind != JsonValueKind.Array) return [];
        return [.. list.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object).Select(v => (X: Number(v, "x"), Y: Number(v, "y"))).Where(v => v is { X: not null, Y: not null }).Select(v => new Position(v.X!.Value, v.Y!.Value))];
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
