using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Roadmaps.Defining;

/// <summary>What belongs to the roadmap as a whole and to no step: the definition keeps it as its custom property <c>roadmap</c>.</summary>
internal static class RoadmapHeader
{
    public const string Property = "roadmap";

    public static JsonObject Write(Roadmap roadmap)
    {
        JsonObject json = [];
        if (!string.IsNullOrEmpty(roadmap.Title)) json["title"] = roadmap.Title;
        if (roadmap.SchoolYear is { } year) json["schoolYear"] = year.FirstYear;
        if (roadmap.Approval is { } approval)
            json["approval"] = new JsonObject
            {
                ["stamp"] = approval.Stamp,
                ["lines"] = Texts(approval.Lines),
                ["orderNumber"] = approval.OrderNumber,
                ["orderDate"] = approval.OrderDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            };
        json["goals"] = Texts(roadmap.Goals);
        json["columns"] = new JsonArray([.. roadmap.Columns.Select(c => new JsonObject { ["header"] = c.Header, ["meaning"] = c.Meaning.ToString() })]);
        json["doubts"] = new JsonArray([.. roadmap.Doubts.Select(d => new JsonObject { ["place"] = d.Place, ["text"] = d.Text })]);
        return json;
    }

    /// <summary>A roadmap without its stages; what is missing reads as absent.</summary>
    public static Roadmap Read(JsonElement? header)
    {
        if (header is not { ValueKind: JsonValueKind.Object } json) return new Roadmap();
        return new Roadmap
        {
            Title = Text(json, "title"),
            SchoolYear = json.TryGetProperty("schoolYear", out JsonElement year) && year.ValueKind == JsonValueKind.Number && year.TryGetInt32(out int first) ? new SchoolYear(first) : null,
            Approval = json.TryGetProperty("approval", out JsonElement approval) && approval.ValueKind == JsonValueKind.Object ? ReadApproval(approval) : null,
            Goals = [.. Items(json, "goals").Select(g => g.GetString() ?? "")],
            Columns = [.. Items(json, "columns").Select(c => new RoadmapColumn(Text(c, "header") ?? "", Enum.TryParse(Text(c, "meaning"), out ColumnMeaning meaning) ? meaning : ColumnMeaning.Other))],
            Doubts = [.. Items(json, "doubts").Select(d => new ReadingDoubt(Text(d, "place") ?? "", Text(d, "text") ?? ""))],
        };
    }

    private static RoadmapApproval ReadApproval(JsonElement json) => new(Text(json, "stamp"), [.. Items(json, "lines").Select(l => l.GetString() ?? "")], Text(json, "orderNumber"),
        DateOnly.TryParseExact(Text(json, "orderDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
}
