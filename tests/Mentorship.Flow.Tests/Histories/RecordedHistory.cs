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
        Converters = { new JsonStringEnumConverter() }
    };

    public static string Record(CaseHost played, int rules)
    {
        FlowResult result = FlowEngine.Start(played.Graph, played.Started);
        string began = FlowStateJson.Write(result.State).Replace($"\"rules\":{FlowState.CurrentRules}", $"\"rules\":{rules}", StringComparison.Ordinal);
        result = result with { State = FlowStateJson.Read(began) };
        JsonArray events = [];
        JsonObject history = new()
        {
            ["definition"] = JsonNode.Parse(DefinitionWriter.Write(played.Graph.Definition)),
            ["began"] = began,
            ["events"] = events
        };
        foreach (FlowEvent e in played.History)
        {
            result = FlowEngine.Apply(played.Graph, result.State, e);
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
        FlowGraph graph = FlowGraph.From(Some.Read(history["definition"]!.ToJsonString()));
        string state = (string)history["began"]!;
        int number = 0;
        foreach (JsonNode? step in history["events"]!.AsArray())
        {
            number++;
            Type type = typeof(FlowEvent).Assembly.GetType($"Mentorship.Flow.{(string)step!["type"]!}", throwOnError: true)!;
            FlowEvent e = (FlowEvent)step["event"].Deserialize(type, Json)!;
            FlowResult result = FlowEngine.Apply(graph, FlowStateJson.Read(state), e);
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
}
