using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Mentorship.Flow.Tests.Histories;

/// <summary>
/// A case as it once ran: its definition, the state it began with, every event with a digest of the state and of the effects
/// after it, and the last state whole. Kept as a file, so that a change of the engine that would change a running case fails by its name.
/// </summary>
internal static class RecordedHistory
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n", MaxDepth = 512,
        Converters = { new JsonStringEnumConverter(), new ValueConverter() }
    };

    public static string Record(CaseHost played, int rules)
    {
        FlowGraph graph = FlowGraph.From(played.Definition);
        FlowResult result = FlowEngine.Start(graph, played.Started);
        string began = FlowStateJson.Write(result.State).Replace($"\"rules\":{FlowState.CurrentRules}", $"\"rules\":{rules}", StringComparison.Ordinal);
        result = result with { State = FlowStateJson.Read(began) };
        JsonArray events = [];
        JsonObject history = new()
        {
            ["definition"] = JsonNode.Parse(DefinitionWriter.Write(played.Definition)),
            ["began"] = began,
            ["events"] = events
        };
        Retelling told = new(graph);
        foreach (FlowEvent e in played.History)
        {
            result = told.Apply(result.State, e);
            Assert.Null(result.Refusal);
            events.Add(new JsonObject
            {
                ["type"] = e.GetType().Name, ["event"] = JsonSerializer.SerializeToNode(e, e.GetType(), Json),
                ["state"] = Digest(FlowStateJson.Write(result.State)), ["effects"] = Digest(Told(result))
            });
        }
        history["ended"] = FlowStateJson.Write(result.State);
        return history.ToJsonString(Json) + "\n";
    }

    /// <summary>Runs the events again, the state written and read between any two.</summary>
    public static void Replay(string json)
    {
        JsonNode history = JsonNode.Parse(json)!;
        Retelling told = new(FlowGraph.From(Some.Read(history["definition"]!.ToJsonString())));
        string state = (string)history["began"]!;
        int number = 0;
        foreach (JsonNode? step in history["events"]!.AsArray())
        {
            number++;
            Type type = typeof(FlowEvent).Assembly.GetType($"Mentorship.Flow.{(string)step!["type"]!}") ?? typeof(CaseHost).Assembly.GetType($"Mentorship.Flow.Tests.{(string)step["type"]!}", throwOnError: true)!;
            FlowEvent e = (FlowEvent)step["event"].Deserialize(type, Json)!;
            FlowResult result = told.Apply(FlowStateJson.Read(state), e);
            Assert.Null(result.Refusal);
            state = FlowStateJson.Write(result.State);
            Assert.True((string)step["state"]! == Digest(state), $"Another state after event {number} ({e}):\n{state}");
            Assert.True((string)step["effects"]! == Digest(Told(result)), $"Other effects of event {number} ({e}):\n{Told(result)}");
        }
        Assert.Equal((string)history["ended"]!, state);
    }

    private static string Told(FlowResult result) =>
        string.Join('\n', result.Effects.Select(effect => effect.GetType().Name + JsonSerializer.Serialize(effect, effect.GetType(), Json)));

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    /// <summary>Values of items come back as what they were.</summary>
    private sealed class ValueConverter : JsonConverter<object?>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => reader.GetDouble(),
            JsonTokenType.True or JsonTokenType.False => reader.GetBoolean(),
            _ => throw new JsonException("A value is a text, a number or a flag.")
        };

        public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value!.GetType(), options);
    }

    /// <summary>Takes a case through its events once more; a decision is taken back from what happened before, each event with the host's answers to it.</summary>
    private sealed class Retelling(FlowGraph graph)
    {
        private readonly List<(FlowState Before, List<FlowEvent> Events, FlowState After)> _recent = [];
        private FlowGraph _graph = graph;

        public FlowResult Apply(FlowState state, FlowEvent e)
        {
            if (e is MovedToVersion moved)
            {
                FlowGraph to = FlowGraph.From(Some.Read(moved.Definition.GetRawText()));
                FlowResult result = FlowEngine.Move(_graph, to, state, e.At);
                _graph = to;
                return result;
            }
            if (e is TookBack took)
                return FlowEngine.TakeBack(_graph, state, [.. _recent.Select(r => RecentEvent.Between(r.Before, r.After, r.Events, []))], took.Decision).Result;
            FlowResult applied = FlowEngine.Apply(_graph, state, e);
            if (e is StepPrepared or ItemsPrepared && _recent.Count > 0) _recent[^1] = (_recent[^1].Before, [.. _recent[^1].Events, e], applied.State);
            else _recent.Add((state, [e], applied.State));
            return applied;
        }
    }
}
