using System.Text.Json.Nodes;
using Mentorship.Flow.Tests.Tokens;
using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Checking;

/// <summary>The warning of merges that wait for each other, against trying every decision in every order on the engine itself.</summary>
public sealed class WaitingInVainTests
{
    private const int MostStates = 60;

    [Fact]
    public void Checked_WarnsExactlyWhereSomeOrderOfDecisionsLetsTheOldestGo()
    {
        int warned = 0;
        ForAllSeeds(200, seed =>
        {
            ProcessDefinition definition = Crossed(new Random(seed));
            IReadOnlyList<Problem> problems = GraphChecker.Check(definition);
            if (problems.Any(p => p.Code == "MergesNotChecked")) return;
            Problem? warning = problems.FirstOrDefault(p => p.Code == "JoinMayWaitInVain");
            if (Happens(definition) is not { } happens) return;
            Assert.True(happens == warning is not null, $"Warned: {warning?.Message}, happens: {happens}\n{new AnyCase(definition, new Random(0))}");
            if (happens) warned++;
        });
        if (!OneSeed) Assert.True(warned > 0, "None of the graphs has merges that wait for each other: they prove nothing.");
    }

    /// <summary>A switch of which all cases may hold sends as a start with all its arrows does.</summary>
    [Fact]
    public void Checked_BehindASwitchOfManyCases_WarnsWhereItWarnsBehindAStart()
    {
        int warned = 0;
        for (int seed = 0; warned < 5; seed++)
        {
            Assert.True(seed < 1000, "Hardly any of the graphs has merges that wait for each other: they prove nothing.");
            ProcessDefinition definition = Crossed(new Random(seed));
            if (GraphChecker.Check(definition).All(p => p.Code != "JoinMayWaitInVain")) continue;
            JsonNode json = JsonNode.Parse(DefinitionWriter.Write(definition))!;
            JsonObject start = json["root"]!["activities"]![0]!.AsObject();
            (start["type"], start["mode"]) = ("Elsa.FlowSwitch", "MatchAny");
            start["cases"] = new JsonArray([.. Enumerable.Range(0, 3).Select(i => new JsonObject { ["label"] = $"c{i}", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "true" } })]);
            JsonNode[] fromStart = [.. json["root"]!["connections"]!.AsArray().Select(c => c!["source"]!).Where(s => (string)s["activity"]! == "start")];
            for (int i = 0; i < fromStart.Length; i++) fromStart[i]["port"] = $"c{i}";
            Assert.Contains(GraphChecker.Check(Some.Read(json.ToJsonString())), p => p.Code == "JoinMayWaitInVain");
            warned++;
        }
    }

    /// <summary>A few branches, merges and arrows back among few steps: the shapes in which merges come to wait for each other.</summary>
    private static ProcessDefinition Crossed(Random random) => Some.Process(root =>
    {
        string[] types = [.. Enumerable.Range(0, 6).Select(_ => random.Next(8) switch { 0 => "Elsa.FlowJoin", < 4 => "Mentorship.Document", _ => "Mentorship.Signature" })];
        root.Add("Elsa.Start", "start", "Начало");
        for (int i = 0; i < types.Length; i++) root.Add(types[i], $"n{i}", $"n{i}").Text("mode", types[i] == "Elsa.FlowJoin" && random.Next(3) == 0 ? "WaitAny" : null);
        for (int i = 0; i < 3; i++) root.Connect("start", $"n{i}");
        (int, int)[] crossing = [(0, 3), (1, 3), (3, 4), (2, 4), (4, 0)];
        foreach ((int from, int to) in crossing)
            if (random.Next(5) > 0) Draw(from, to);
        for (int i = random.Next(4); i > 0; i--) Draw(random.Next(types.Length), random.Next(types.Length));

        void Draw(int from, int to) =>
            root.Connect($"n{from}", $"n{to}", types[from] != "Mentorship.Signature" ? "Done" : to < from ? "Returned" : "Signed");
    });

    /// <summary>Null where there are too many states to try.</summary>
    private static bool? Happens(ProcessDefinition definition)
    {
        HashSet<string> seen = [];
        Stack<AnyCase> open = new([new AnyCase(definition, new Random(0))]);
        while (open.TryPop(out AnyCase? played))
        {
            if (played.Trace.Exists(t => t.Kind == TraceKind.JoinedAsNoneElseCame)) return true;
            if (played.Spins || !seen.Add(Key(played))) continue;
            if (seen.Count > MostStates || played.State.Steps.Count > 200) return null;
            foreach (StepState step in played.State.OpenSteps)
                foreach (string outcome in played.Graph.Node(step.NodeId).Outcomes)
                {
                    AnyCase next = played.Copy();
                    next.Leave(step.Id, outcome);
                    open.Push(next);
                }
        }
        return false;
    }

    private static string Key(AnyCase played)
    {
        Dictionary<string, int> numbers = [];
        return string.Join(';', played.State.Steps.Where(s => s.IsLive).OrderBy(s => s.NodeId, StringComparer.Ordinal).ThenBy(s => s.Trail.Count).Select(s => $"{s.NodeId}:{Trail(s.Trail)}")
            .Concat(played.State.Waiting.OrderBy(w => (w.NodeId, w.Source, w.Trail.Count)).Select(w => $"{w.Source}>{w.NodeId}:{Trail(w.Trail)}")));

        string Trail(IReadOnlyList<string> trail) =>
            string.Join('/', trail.Select(p => p[..p.LastIndexOf('#')] + (numbers.TryGetValue(p, out int number) ? number : numbers[p] = numbers.Count)));
    }
}
