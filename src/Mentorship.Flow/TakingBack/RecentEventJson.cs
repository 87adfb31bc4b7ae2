using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>An event that may be taken back, as compact JSON.</summary>
public static class RecentEventJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(RecentEvent entry)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter json = new(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("at", entry.At);
            json.WriteStartArray("events");
            foreach (FlowEvent happened in entry.Events) FlowEventJson.Write(json, happened, entry.At);
            json.WriteEndArray();
            json.WriteNumber("steps", entry.StepsBefore);
            Array(json, "replaced", entry.Replaced, FlowStateJson.WriteStep);
            if (entry.Waiting is { } waiting)
            {
                json.WriteStartArray("waiting");
                foreach (WaitingToken token in waiting) FlowStateJson.WriteToken(json, token);
                json.WriteEndArray();
            }
            if (entry.Variables is { } variables) FlowStateJson.WriteValues(json, "variables", variables);
            if (entry.Status != FlowStatus.Running) json.WriteString("status", entry.Status.ToString());
            Array(json, "timers", entry.Timers, WriteTimer);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="JsonException">The text was not written by <see cref="Write"/>.</exception>
    public static RecentEvent Read(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement json = document.RootElement;
        DateTimeOffset at = json.GetProperty("at").GetDateTimeOffset();
        return new RecentEvent
        {
            Events = FlowStateJson.List(json, "events", e => FlowEventJson.Read(e, at)), StepsBefore = json.GetProperty("steps").GetInt32(),
            Replaced = FlowStateJson.List(json, "replaced", FlowStateJson.ReadStep),
            Waiting = json.TryGetProperty("waiting", out _) ? FlowStateJson.List(json, "waiting", FlowStateJson.ReadToken) : null,
            Variables = json.TryGetProperty("variables", out JsonElement values) ? FlowStateJson.ReadValues(values) : null,
            Status = json.TryGetProperty("status", out JsonElement status) ? Enum.Parse<FlowStatus>(status.GetString()!) : FlowStatus.Running,
            Timers = FlowStateJson.List(json, "timers", t => new SetTimer(t[0].GetString()!, t[1].GetString()!, t[2].GetString()!, t[3].GetDateTimeOffset())),
        };
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0) return;
        json.WriteStartArray(name);
        foreach (T item in items) write(json, item);
        json.WriteEndArray();
    }

    private static void WriteTimer(Utf8JsonWriter json, SetTimer timer)
    {
        json.WriteStartArray();
        json.WriteStringValue(timer.Step);
        json.WriteStringValue(timer.NodeId);
        json.WriteStringValue(timer.Key);
        json.WriteStringValue(timer.DueAt);
        json.WriteEndArray();
    }
}
