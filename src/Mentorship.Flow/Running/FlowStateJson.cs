using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>A state as compact JSON: the same state always gives the same bytes.</summary>
public static partial class FlowStateJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(FlowState state)
    {
        if (state.Unread is { } unread) return unread;
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter json = new(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteNumber("rules", state.Rules);
            json.WriteString("status", state.Status.ToString());
            json.WriteStartArray("steps");
            foreach (StepState step in state.StepList) WriteStep(json, step);
            json.WriteEndArray();
            if (state.WaitingList.Length > 0)
            {
                json.WriteStartArray("waiting");
                foreach (WaitingToken token in state.WaitingList) WriteToken(json, token);
                json.WriteEndArray();
            }
            WriteValues(json, "variables", state.Variables);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static void WriteStep(Utf8JsonWriter json, StepState step)
    {
        json.WriteStartObject();
        json.WriteString("node", step.NodeId);
        json.WriteString("kind", step.Kind.ToString());
        if (step.Round != 1) json.WriteNumber("round", step.Round);
        if (step.Scope.Length > 0) json.WriteString("scope", step.Scope);
        json.WriteString("status", step.Status.ToString());
        if (step.Outcome is not null) json.WriteString("outcome", step.Outcome);
        if (step.Reason is not null) json.WriteString("reason", step.Reason);
        if (step.ScheduleKind != ScheduleKind.Window) json.WriteString("schedule", step.ScheduleKind.ToString());
        if (step.EventAt is { } came) json.WriteString("event", came);
        if (step.LeftAt is { } left) json.WriteString("left", left);
        WriteStrings(json, "people", step.Participants);
        if (step.Occurrences.Count > 0)
        {
            json.WriteStartArray("occurrences");
            foreach (OccurrenceState o in step.Occurrences) WriteOccurrence(json, o);
            json.WriteEndArray();
        }
        if (step.Votes.Count > 0)
        {
            json.WriteStartArray("votes");
            foreach (Vote vote in step.Votes)
            {
                json.WriteStartArray();
                json.WriteStringValue(vote.Participant);
                json.WriteStringValue(vote.Occurrence);
                json.WriteStringValue(vote.Outcome);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        WriteStrings(json, "trail", step.Trail);
        if (step.Values.Count > 0) WriteValues(json, "values", step.Values);
        if (step.Items.Count > 0)
        {
            json.WriteStartArray("items");
            foreach (LoopItem item in step.Items) WriteItem(json, item);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, LoopItem item)
    {
        json.WriteStartObject();
        WriteValue(json, "value", item.Value);
        if (item.Title is not null) json.WriteString("title", item.Title);
        if (item.Values is { Count: > 0 }) WriteValues(json, "values", item.Values);
        json.WriteEndObject();
    }

    internal static void WriteValues(Utf8JsonWriter json, string property, IReadOnlyDictionary<string, object?> values)
    {
        json.WriteStartObject(property);
        foreach ((string name, object? value) in values.OrderBy(v => v.Key, StringComparer.Ordinal)) WriteValue(json, name, value);
        json.WriteEndObject();
    }

    private static void WriteOccurrence(Utf8JsonWriter json, OccurrenceState o)
    {
        json.WriteStartObject();
        if (o.Key.Length > 0) json.WriteString("key", o.Key);
        if (o.OpensAt is { } opens) json.WriteString("opens", opens);
        if (o.DueAt is { } due) json.WriteString("due", due);
        if (o.ClosesAt is { } closes) json.WriteString("closes", closes);
        json.WriteString("status", o.Status.ToString());
        WriteInstants(json, "remind", o.Reminders);
        WriteInstants(json, "escalate", o.Escalations);
        json.WriteEndObject();
    }

    internal static void WriteToken(Utf8JsonWriter json, WaitingToken token)
    {
        json.WriteStartObject();
        json.WriteString("scope", token.Scope);
        json.WriteString("node", token.NodeId);
        json.WriteString("source", token.Source);
        json.WriteString("outcome", token.Outcome);
        WriteStrings(json, "trail", token.Trail);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteInstants(Utf8JsonWriter json, string name, IReadOnlyList<DateTimeOffset> instants)
    {
        if (instants.Count == 0) return;
        json.WriteStartArray(name);
        foreach (DateTimeOffset instant in instants) json.WriteStringValue(instant);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case string text: json.WriteString(name, text); break;
            case double number when !double.IsFinite(number): // JSON has no such numbers
                json.WriteStartObject(name);
                json.WriteString("number", number.ToString(CultureInfo.InvariantCulture));
                json.WriteEndObject();
                break;
            case double number: json.WriteNumber(name, number); break;
            default: throw new ArgumentException($"Variable '{name}' holds a {value.GetType().Name}; bool, double, string and null can be kept.");
        }
    }
}
