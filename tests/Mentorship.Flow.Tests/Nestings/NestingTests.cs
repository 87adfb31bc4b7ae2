using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Nestings;

/// <summary>The joining rule over random nestings in random order of completion; a failure prints the seed.</summary>
public sealed class NestingTests
{
    private const int Cases = 3000;

    [Fact]
    public void Decided_InAnyOrder_OpensWhatTheModelOpensAndEndsOnce() => ForAllSeeds(Cases, seed =>
    {
        Random random = new(seed);
        (Nesting model, ProcessDefinition definition, RandomNesting source) = RandomNesting.Make(random);
        CaseHost host = new CaseHost(definition).Start();
        model.Begin();
        for (int decided = 0; !model.Done; decided++)
        {
            string[] open = [.. model.Open.Order(StringComparer.Ordinal)];
            Assert.Equal(open, host.Open);
            string step = open[random.Next(open.Length)];
            string outcome = source.Outcome(step, decided);
            host.Decide(step, outcome);
            model.Decide(step, outcome);
        }
        Assert.Empty(host.Open);
        Assert.Equal(FlowStatus.Finished, host.State.Status);
        Assert.Single(host.Effects.OfType<CaseEnded>());
        Assert.Single(host.State.Steps, s => s.NodeId == "end");
        Assert.DoesNotContain(host.Trace, t => t.Kind == TraceKind.JoinedAsNoneElseCame);
    });

    /// <summary>No join of a nesting waits in vain, no loop spins, none is without a way out.</summary>
    [Fact]
    public void Checked_HasNoErrorAndNoFalseAlarm() => ForAllSeeds(400, seed =>
    {
        (_, ProcessDefinition definition, _) = RandomNesting.Make(new Random(seed));
        Assert.All(GraphChecker.Check(definition), p => Assert.Contains(p.Code, new[] { "LooseOutcome", "NobodyNamed", "MergesNotChecked" }));
    });

    [Fact]
    public void Replayed_FromItsHistory_GivesTheSameBytes() => ForAllSeeds(500, seed =>
    {
        CaseHost host = Played(seed);
        FlowGraph again = FlowGraph.From(Some.Read(DefinitionWriter.Write(host.Graph.Definition)));
        FlowState state = FlowEngine.Start(again, host.Started).State;
        foreach (FlowEvent e in host.History) state = FlowStateJson.Read(FlowStateJson.Write(FlowEngine.Apply(again, state, e).State));
        Assert.Equal(FlowStateJson.Write(host.State), FlowStateJson.Write(state));
    });

    [Fact]
    public void Written_AndRead_GivesTheSameBytes() => ForAllSeeds(500, seed =>
    {
        CaseHost host = Played(seed);
        string definition = DefinitionWriter.Write(host.Graph.Definition);
        Assert.Equal(definition, DefinitionWriter.Write(Some.Read(definition)));
        string state = FlowStateJson.Write(host.State);
        Assert.Equal(state, FlowStateJson.Write(FlowStateJson.Read(state)));
    });

    [Fact]
    public void Decided_InDifferentBranches_CommutesUpToTheOrderOfTelling() => ForAllSeeds(1000, seed =>
    {
        CaseHost host = Played(seed);
        string[] open = [.. host.Open];
        if (open.Length < 2) return;
        string one = After(host, open[0], open[^1]);
        string other = After(host, open[^1], open[0]);
        Assert.Equal(one, other);
    });

    /// <summary>Plays some way into a random process.</summary>
    private static CaseHost Played(int seed)
    {
        Random random = new(seed);
        (_, ProcessDefinition definition, RandomNesting source) = RandomNesting.Make(random);
        CaseHost host = new CaseHost(definition).Start();
        for (int left = random.Next(12), decided = 0; left > 0 && host.Open.Any(); left--, decided++)
        {
            string[] open = [.. host.Open];
            string step = open[random.Next(open.Length)];
            host.Decide(step, source.Outcome(step, decided));
        }
        return host;
    }

    private static string After(CaseHost host, string first, string second)
    {
        CaseHost copy = new(host.Graph.Definition) { State = host.State };
        copy.Decide(first).Decide(second);
        return string.Join('\n', copy.State.Steps.Select(s => $"{s.Id} {s.Scope} {s.Status} {s.Outcome} {string.Join('/', s.Trail)}").Order(StringComparer.Ordinal)
            .Concat(copy.State.Waiting.Select(w => $"{w.Scope} {w.NodeId} {w.Source} {w.Outcome} {string.Join('/', w.Trail)}").Order(StringComparer.Ordinal)));
    }
}
