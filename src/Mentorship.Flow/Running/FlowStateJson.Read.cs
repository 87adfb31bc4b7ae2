using System.Globalization;
using System.Text.Json;

namespace Mentorship.Flow;

public static partial class FlowStateJson
{
    /// <exception cref="JsonException">The text was not written by <see cref="Write"/>.</exception>
    public static FlowState Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        int rules = root.GetProperty("rules").GetInt32();
        if (rules > FlowState.CurrentRules) return new FlowState(rules, FlowStatus.Running, [], [], new Dictionary<string, object?>()) { Unread = json };
        return new FlowState(rules, Enum<FlowStatus>(root, "status"),
            [.. root.GetProperty("steps").EnumerateArray().Select(ReadStep)], List(root, "waiting", ReadToken), ReadValues(root.GetProperty("variables")));
    }

    internal static StepState ReadStep(JsonElement json)
    {
        string node = Text(json, "node")!;
        int round = json.TryGetProperty("round", out JsonElement number) ? number.GetInt32() : 1;
        return new StepState($"{node}#{round}", node, Enum<NodeKind>(json, "kind"), round, Text(json, "scope") ?? "")
        {
            Status = Enum<StepStatus>(json, "status"),
            Outcome = Text(json, "outcome"),
            Reason = Text(json, "reason"),
            ScheduleKind = json.TryGetProperty("schedule", out _) ? Enum<ScheduleKind>(json, "schedule") : ScheduleKind.Window,
            Participants = Strings(json, "people"),
            Occurrences = List(json, "occurrences", o => new OccurrenceState(
                Text(o, "key") ?? "", Instant(o, "opens"), Instant(o, "due"), Instant(o, "closes"), Enum<OccurrenceStatus>(o, "status"))
                { Reminders = List(o, "remind", i => i.GetDateTimeOffset()), Escalations = List(o, "escalate", i => i.GetDateTimeOffset()) }),
            Votes = List(json, "votes", v => new Vote(v[0].GetString()!, v[1].GetString()!, v[2].GetString()!)),
            EventAt = Instant(json, "event"),
            LeftAt = Instant(json, "left"),
            Trail = Strings(json, "trail"),
            Values = json.TryGetProperty("values", out JsonElement values) ? ReadValues(values) : StepState.NoValues,
            Items = List(json, "items", i => new LoopItem(Value(i.GetProperty("value")), Text(i, "title"), i.TryGetProperty("values", out JsonElement own) ? ReadValues(own) : null))
        };
    }

    internal static Dictionary<string, object?> ReadValues(JsonElement json)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (JsonProperty value in json.EnumerateObject()) values[value.Name] = Value(value.Value);
        return values;
    }

    internal static WaitingToken ReadToken(JsonElement json) =>
        new(Text(json, "scope")!, Text(json, "node")!, Text(json, "source")!, Text(json, "outcome")!, Strings(json, "trail"));

    internal static T[] List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(read)] : [];

    private static string[] Strings(JsonElement json, string name) => List(json, name, item => item.GetString()!);

    private static string? Text(JsonElement json, string name) => Activity.String(json, name);

    private static DateTimeOffset? Instant(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetDateTimeOffset() : null;

    private static T Enum<T>(JsonElement json, string name) where T : struct, Enum => System.Enum.Parse<T>(Text(json, name)!);

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Object when Text(json, "number") is { } odd => double.Parse(odd, CultureInfo.InvariantCulture),
        _ => null
    };
}
