using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>An arrow of a flowchart: from a step by one of its outcomes to another step.</summary>
public sealed record ActivityConnection(string Source, string Outcome, string Target)
{
    internal static IReadOnlyList<ActivityConnection> ReadAll(JsonElement flowchart)
    {
        if (!flowchart.TryGetProperty("connections", out JsonElement list) || list.ValueKind != JsonValueKind.Array) return [];
        List<ActivityConnection> connections = new(list.GetArrayLength());
        foreach (JsonElement item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object) connections.Add(Read(item));
        return connections;
    }

    /// <summary>Reads the present form and the older flat one.</summary>
    private static ActivityConnection Read(JsonElement item)
    {
        (string source, string? port) = End(item, "source");
        (string target, _) = End(item, "target");
        port ??= Activity.String(item, "sourcePort");
        return new(source, string.IsNullOrEmpty(port) ? "Done" : port, target);
    }

    private static (string Activity, string? Port) End(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out JsonElement end)) return ("", null);
        return end.ValueKind switch
        {
            JsonValueKind.String => (end.GetString()!, null),
            JsonValueKind.Object => (Activity.String(end, "activity") ?? "", Activity.String(end, "port")),
            _ => ("", null)
        };
    }
}
