using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>A state as compact JSON: the same state always gives the same bytes.</summary>
public static class FlowStateJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(FlowState state)
    {
        if (state.Unread is { } unread) return unread;
        using PooledBuffer buffer = new(1024 + 100 * (state.StepList.Length + state.WaitingList.Length));
        using (Utf8JsonWriter json = new(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteNumber("rules"u8, state.Rules);
            json.WriteString("status"u8, EnumNames<FlowStatus>.All[(int)state.Status]);
            json.WriteStartArray("steps"u8);
            foreach (StepState step in state.StepList) WriteStep(json, step);
            json.WriteEndArray();
            if (state.WaitingList.Length > 0)
            {
                json.WriteStartArray("waiting"u8);
                foreach (WaitingToken token in state.WaitingList) WriteToken(json, token);
                json.WriteEndArray();
            }
            WriteValues(json, "variables"u8, state.Variables);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <exception cref="JsonException">The text was not written by <see cref="Write"/>.</exception>
    public static FlowState Read(string json)
    {
        byte[] utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return new StateReader(utf8.AsSpan(0, Encoding.UTF8.GetBytes(json, utf8))).State(json);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    internal static void WriteStep(Utf8JsonWriter json, StepState step)
    {
        json.WriteStartObject();
        json.WriteString("node"u8, step.NodeId);
        json.WriteString("kind"u8, EnumNames<NodeKind>.All[(int)step.Kind]);
        if (step.Round != 1) json.WriteNumber("round"u8, step.Round);
        if (step.Scope.Length > 0) json.WriteString("scope"u8, step.Scope);
        json.WriteString("status"u8, EnumNames<StepStatus>.All[(int)step.Status]);
        if (step.Outcome is not null) json.WriteString("outcome"u8, step.Outcome);
        if (step.Leaving is { } leaving) json.WriteString("leaving"u8, EnumNames<StepStatus>.All[(int)leaving]);
        if (step.Reason is not null) json.WriteString("reason"u8, step.Reason);
        if (step.ScheduleKind != ScheduleKind.Window) json.WriteString("schedule"u8, EnumNames<ScheduleKind>.All[(int)step.ScheduleKind]);
        if (step.EventAt is { } came) json.WriteString("event"u8, came);
        if (step.LeftAt is { } left) json.WriteString("left"u8, left);
        WriteStrings(json, "people"u8, step.Participants);
        if (step.Occurrences.Count > 0)
        {
            json.WriteStartArray("occurrences"u8);
            foreach (OccurrenceState o in step.Occurrences) WriteOccurrence(json, o);
            json.WriteEndArray();
        }
        if (step.Votes.Count > 0)
        {
            json.WriteStartArray("votes"u8);
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
        WriteStrings(json, "trail"u8, step.Trail);
        if (step.Values.Count > 0) WriteValues(json, "values"u8, step.Values);
        if (step.Items.Count > 0)
        {
            json.WriteStartArray("items"u8);
            foreach (LoopItem item in step.Items) WriteItem(json, item);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, LoopItem item)
    {
        json.WriteStartObject();
        WriteValue(json, "value", item.Value);
        if (item.Title is not null) json.WriteString("title"u8, item.Title);
        if (item.Values is { Count: > 0 }) WriteValues(json, "values"u8, item.Values);
        json.WriteEndObject();
    }

    internal static void WriteValues(Utf8JsonWriter json, ReadOnlySpan<byte> property, IReadOnlyDictionary<string, object?> values)
    {
        json.WriteStartObject(property);
        foreach ((string name, object? value) in values.OrderBy(v => v.Key, StringComparer.Ordinal)) WriteValue(json, name, value);
        json.WriteEndObject();
    }

    private static void WriteOccurrence(Utf8JsonWriter json, OccurrenceState o)
    {
        json.WriteStartObject();
        if (o.Key.Length > 0) json.WriteString("key"u8, o.Key);
        if (o.OpensAt is { } opens) json.WriteString("opens"u8, opens);
        if (o.DueAt is { } due) json.WriteString("due"u8, due);
        if (o.ClosesAt is { } closes) json.WriteString("closes"u8, closes);
        json.WriteString("status"u8, EnumNames<OccurrenceStatus>.All[(int)o.Status]);
        WriteInstants(json, "remind"u8, o.Reminders);
        WriteInstants(json, "escalate"u8, o.Escalations);
        json.WriteEndObject();
    }

    internal static void WriteToken(Utf8JsonWriter json, WaitingToken token)
    {
        json.WriteStartObject();
        json.WriteString("scope"u8, token.Scope);
        json.WriteString("node"u8, token.NodeId);
        json.WriteString("source"u8, token.Source);
        json.WriteString("outcome"u8, token.Outcome);
        WriteStrings(json, "trail"u8, token.Trail);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteInstants(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<DateTimeOffset> instants)
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
                json.WriteString("number"u8, number.ToString(CultureInfo.InvariantCulture));
                json.WriteEndObject();
                break;
            case double number: json.WriteNumber(name, number); break;
            default: throw new ArgumentException($"Variable '{name}' holds a {value.GetType().Name}; bool, double, string and null can be kept.");
        }
    }
}
