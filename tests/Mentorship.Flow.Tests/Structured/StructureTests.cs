using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Structured;

/// <summary>Random structured processes with every kind of step, against a recursive interpreter of their drawing.</summary>
public sealed class StructureTests
{
    [Fact]
    public void Answered_InAnyOrder_AsksWhomTheModelAsksAndEndsOnce() => ForAllSeeds(2500, seed =>
    {
        Random random = new(seed);
        Played played = new(RandomStructure.Make(random), random);
        played.Compare();
        for (int answers = 0; played.Goes; answers++)
        {
            Assert.True(answers < 3000, "No end after 3000 answers.");
            played.Answer();
            played.Compare();
        }
        Assert.Equal(FlowStatus.Finished, played.Host.State.Status);
        CaseEnded ended = Assert.Single(played.Host.Effects.OfType<CaseEnded>());
        Assert.Equal(played.Ending.Outcome == "Done" ? null : played.Ending.Outcome, ended.Result);
        Assert.DoesNotContain(played.Host.State.Steps, s => s.IsLive);
        Assert.Empty(played.Host.State.Waiting);
        Assert.DoesNotContain(played.Host.Trace, t => t.Kind is TraceKind.JoinedAsNoneElseCame or TraceKind.Attention);
    });

    /// <summary>Faults tried again, steps gone past, work handed over, a case that stands still for a while: the model knows what each means.</summary>
    [Fact]
    public void Helped_ByAnAdministrator_AsksWhomTheModelAsksAndEndsOnce() => ForAllSeeds(1500, seed =>
    {
        Random random = new(seed);
        Played played = new(RandomStructure.Make(random), random);
        for (int answers = 0; played.Goes; answers++)
        {
            Assert.True(answers < 3000, "No end after 3000 answers.");
            if (random.Next(3) > 0) played.Answer();
            else played.Help();
            played.Compare();
        }
        Assert.Equal(FlowStatus.Finished, played.Host.State.Status);
        Assert.Single(played.Host.Effects.OfType<CaseEnded>());
    });

    [Fact]
    public void Replayed_FromItsHistory_GivesTheSameBytesAndEffects() => ForAllSeeds(800, seed =>
    {
        Played played = SomeWay(seed);
        FlowGraph again = FlowGraph.From(Some.Read(DefinitionWriter.Write(played.Host.Graph.Definition)));
        FlowResult result = FlowEngine.Start(again, played.Host.Started);
        List<Effect> effects = [.. result.Effects];
        foreach (FlowEvent e in played.Host.History)
        {
            string written = FlowStateJson.Write(result.State);
            Assert.Equal(written, FlowStateJson.Write(FlowStateJson.Read(written)));
            result = FlowEngine.Apply(again, FlowStateJson.Read(written), e);
            effects.AddRange(result.Effects);
        }
        Assert.Equal(FlowStateJson.Write(played.Host.State), FlowStateJson.Write(result.State));
        Assert.Equal(played.Host.Effects.Select(Text).Order(StringComparer.Ordinal), effects.Select(Text).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Refused_ChangesNothing() => ForAllSeeds(800, seed =>
    {
        Played played = SomeWay(seed);
        CaseHost host = played.Host;
        string before = FlowStateJson.Write(host.State);
        foreach (StepState step in host.State.Steps)
        {
            host.Refused(new Decided(host.Now, step.Id, "person:nobody", "Done"));
            host.Refused(new StepSkipped(host.Now, step.Id, "Чепуха"));
            host.Refused(new TokenMoved(host.Now, step.Id, "нет такого"));
            FlowResult late = FlowEngine.Apply(host.Graph, host.State, new TimerFired(host.Now, step.Id, "wait:другой"));
            Assert.Equal((0, before), (late.Effects.Count, FlowStateJson.Write(late.State)));
            if (!step.IsLive) host.Refused(new StepRetried(host.Now, step.Id));
        }
        Assert.Equal(before, FlowStateJson.Write(host.State));
    });

    /// <summary>No shape of these makes merges wait in vain, spins or has no way out.</summary>
    [Fact]
    public void Checked_RaisesNoFalseAlarm() => ForAllSeeds(400, seed =>
        Assert.DoesNotContain(GraphChecker.Check(RandomStructure.Make(new Random(seed)).Definition),
            p => p.Code is "JoinMayWaitInVain" or "NoWayOut" or "Unreachable" or "UnknownVariable" or "UnknownOutcome" or "UnknownMode" or "BadEnough" or "NoItems" or "ConnectionToNowhere" or "DuplicateId"));

    private static Played SomeWay(int seed)
    {
        Random random = new(seed);
        Played played = new(RandomStructure.Make(random), random);
        for (int left = random.Next(25); left > 0 && played.Goes; left--)
        {
            if (random.Next(5) > 0) played.Answer();
            else played.Help();
        }
        return played;
    }

    private static string Text(Effect effect) => effect switch
    {
        PrepareStep e => (e with { Values = StepStateValues.None }).ToString(),
        PrepareItems e => (e with { Values = StepStateValues.None }).ToString(),
        StartChild e => (e with { Inputs = StepStateValues.None }).ToString(),
        _ => effect.ToString()
    };

    private static class StepStateValues
    {
        public static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();
    }
}
