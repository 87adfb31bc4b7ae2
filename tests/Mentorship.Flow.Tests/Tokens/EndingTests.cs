using Mentorship.Flow.Tests.Editing;
using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Tokens;

/// <summary>What holds for every graph, however it is drawn: a case that can end does, and a history says all.</summary>
public sealed class EndingTests
{
    /// <summary>
    /// A step can end when by some outcome everything that it sends can. Who decides so, from any point of any case,
    /// brings each token nearer to its end with every decision; a newer version of the process changes nothing in that.
    /// </summary>
    [Fact]
    public void Decided_TowardsTheEnd_EndsWhateverWentBefore() => ForAllSeeds(3000, seed =>
    {
        Random random = new(seed);
        AnyCase played = new(AnyChart.Draw(random), random);
        for (int i = random.Next(15); i > 0 && Goes(played); i--)
        {
            if (random.Next(20) == 0) played.GoOver(AnyRevision.Of(random, played.Definition, []));
            if (!Goes(played)) break;
            (string step, string outcome) = played.Any();
            played.Leave(step, outcome);
        }
        Dictionary<string, string> best = Best(played.Graph);
        for (int left = 2000; Goes(played) && played.State.Steps.Where(s => s.IsLive).All(s => best.ContainsKey(s.NodeId)); left--)
        {
            Assert.True(left > 0, $"No end after 2000 decisions.\n{played}");
            StepState step = played.State.OpenSteps.ElementAt(random.Next(played.State.OpenSteps.Count()));
            played.Leave(step.Id, best[step.NodeId]);
        }
        if (played.State.Status != FlowStatus.Running) Assert.Single(played.Effects.OfType<CaseEnded>());
        else Assert.True(played.Spins || Many(played) || played.State.Steps.Any(s => s.IsLive && !best.ContainsKey(s.NodeId)), $"{played}");
    });

    [Fact]
    public void Replayed_FromItsHistory_GivesTheSameBytes() => ForAllSeeds(1500, seed =>
    {
        AnyCase played = Played(seed);
        FlowGraph again = FlowGraph.From(Some.Read(DefinitionWriter.Write(played.Definition)));
        FlowResult result = FlowEngine.Start(again, AnyCase.Started);
        List<Effect> effects = [.. result.Effects];
        foreach (FlowEvent e in played.History)
        {
            result = FlowEngine.Apply(again, FlowStateJson.Read(FlowStateJson.Write(result.State)), e);
            effects.AddRange(result.Effects);
        }
        Assert.Equal(FlowStateJson.Write(played.State), FlowStateJson.Write(result.State));
        Assert.Equal(played.Effects, effects);
    });

    /// <summary>Refused events change nothing, and the state that is left can be written and read.</summary>
    [Fact]
    public void Refused_LeavesTheStateAsItWas() => ForAllSeeds(1500, seed =>
    {
        AnyCase played = Played(seed);
        string before = FlowStateJson.Write(played.State);
        foreach (StepState step in played.State.Steps)
        {
            FlowResult result = FlowEngine.Apply(played.Graph, played.State, new Decided(Some.Morning, step.Id, "person:nobody", "Approved"));
            Assert.NotNull(result.Refusal);
            Assert.Same(played.State, result.State);
            Assert.Empty(result.Effects);
        }
        Assert.Equal(before, FlowStateJson.Write(FlowStateJson.Read(before)));
    });

    /// <summary>Plays some way into a random graph.</summary>
    private static AnyCase Played(int seed)
    {
        Random random = new(seed);
        AnyCase played = new(AnyChart.Draw(random), random);
        for (int i = random.Next(20); i > 0 && Goes(played); i--)
        {
            (string step, string outcome) = played.Any();
            played.Leave(step, outcome);
        }
        return played;
    }

    private static bool Goes(AnyCase played) => played.State.Status == FlowStatus.Running && !played.Spins && !Many(played);

    /// <summary>Loops that part multiply their tokens; two hundred are enough to see how it goes.</summary>
    private static bool Many(AnyCase played) => played.State.Steps.Count > 1500 || played.State.Steps.Count(s => s.IsLive) > 200;

    /// <summary>The outcome by which each step comes to its end soonest, for the steps that can.</summary>
    private static Dictionary<string, string> Best(FlowGraph graph)
    {
        Dictionary<string, string> best = [];
        while (true)
        {
            List<(string Id, string Outcome)> found = [];
            foreach (FlowNode node in graph.Nodes.Where(n => !best.ContainsKey(n.Id)))
            {
                if (graph.Nodes.Where(n => n.ParentId == node.Id).ToList() is { Count: > 0 } inside && !inside.TrueForAll(n => best.ContainsKey(n.Id))) continue;
                string[][] ways = node.Kind is NodeKind.Parallel or NodeKind.Choice ? [[.. node.Outcomes]] : [.. node.Outcomes.DefaultIfEmpty("").Select(o => new[] { o })];
                if (ways.FirstOrDefault(way => graph.Connections.Where(c => c.ParentId == node.ParentId && c.Source == node.Id && (way.Contains(c.Outcome) || InARow(graph, node)))
                        .All(c => best.ContainsKey(c.Target))) is { } way)
                    found.Add((node.Id, way.FirstOrDefault("")));
            }
            if (found.Count == 0) return best;
            foreach ((string id, string outcome) in found) best[id] = outcome;
        }
    }

    private static bool InARow(FlowGraph graph, FlowNode node) => node.ParentId is { } parent && graph.Node(parent).Kind == NodeKind.Sequence;
}
