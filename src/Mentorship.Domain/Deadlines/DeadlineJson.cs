using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentorship.Domain.Deadlines;

/// <summary>The meaning of a deadline as a step keeps it (its <c>window</c>): kind, from, to, recurrence, parts. The text stands beside it.</summary>
public static class DeadlineJson
{
    public static JsonObject Write(Deadline deadline)
    {
        JsonObject json = new() { ["kind"] = deadline.Kind.ToString().ToLowerInvariant() };
        if (deadline.From is { } from) json["from"] = Iso(from);
        if (deadline.To is { } to) json["to"] = Iso(to);
        if (deadline.Recurrence is { } rule) json["recurrence"] = rule;
        if (deadline.Parts is { Count: > 0 } parts)
            json["parts"] = new JsonArray([.. parts.Select(p => new JsonObject { ["from"] = Iso(p.From), ["to"] = Iso(p.To) })]);
        return json;
    }

    /// <summary>Null when the JSON is none of ours: the text is read then.</summary>
    public static Deadline? Read(JsonElement? json, string text)
    {
        if (json is not { ValueKind: JsonValueKind.Object } window || !Enum.TryParse(Text(window, "kind"), ignoreCase: true, out DeadlineKind kind)) return null;
        List<DateWindow> parts = [];
        if (window.TryGetProperty("parts", out JsonElement list) && list.ValueKind == JsonValueKind.Array)
            foreach (JsonElement part in list.EnumerateArray())
                if (Day(part, "from") is { } from && Day(part, "to") is { } to) parts.Add(new DateWindow(from, to));
        return new Deadline(text, kind, Day(window, "from"), Day(window, "to"), Text(window, "recurrence"), parts.Count == 0 ? null : parts);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateOnly? Day(JsonElement json, string name) =>
        DateOnly.TryParseExact(Text(json, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
