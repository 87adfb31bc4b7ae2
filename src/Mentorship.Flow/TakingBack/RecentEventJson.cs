using System.Buffers;
using System.Runtime.InteropServices;
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
            if (entry.Variables is { } variables) FlowStateJson.WriteValues(json, "variables"u8, variables);
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
            Events = List(json, "events", e => FlowEventJson.Read(e, at)), StepsBefore = json.GetProperty("steps").GetInt32(),
            Replaced = List(json, "replaced", s => Reader(s).Step()),
            Waiting = json.TryGetProperty("waiting", out _) ? List(json, "waiting", w => Reader(w).Token()) : null,
            Variables = json.TryGetProperty("variables", out JsonElement values) ? Reader(values).Values() : null,
            Status = json.TryGetProperty("status", out JsonElement status) ? Enum.Parse<FlowStatus>(status.GetString()!) : FlowStatus.Running,
            Timers = List(json, "timers", t => new SetTimer(t[0].GetString()!, t[1].GetString()!, t[2].GetString()!, t[3].GetDateTimeOffset())),
        };
    }

    private static StateReader Reader(JsonElement part) => new(JsonMarshal.GetRawUtf8Value(part));

    private static T[] List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(read)] : [];

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
