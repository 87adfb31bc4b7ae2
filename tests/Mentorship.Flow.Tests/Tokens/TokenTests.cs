using Mentorship.Flow.Tests.Editing;
using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Tokens;

/// <summary>Any graph, any order of events: the engine's tokens are where the joining rule's text puts them.</summary>
public sealed class TokenTests
{
    [Fact]
    public void Played_AtRandom_PutsTheTokensWhereTheModelPutsThem() => ForAllSeeds(4000, seed =>
    {
        Random random = new(seed);
        AnyCase played = new(AnyChart.Draw(random), random);
        RuleModel model = new();
        model.Begin(played.Definition);
        for (int i = 0; i < 30 && Alike(played, model); i++) Leave(played, model);
    });

    /// <summary>After an administrator took tokens from step to step no join is early or late.</summary>
    [Fact]
    public void Moved_ByAnAdministrator_PutsTheTokensWhereTheModelPutsThem()
    {
        int moved = 0;
        ForAllSeeds(2500, seed =>
        {
            Random random = new(seed);
            AnyCase played = new(AnyChart.Draw(random), random);
            RuleModel model = new();
            model.Begin(played.Definition);
            for (int i = 0; i < 25 && Alike(played, model); i++)
                if (random.Next(3) == 0 && played.AnyMove() is { } move)
                {
                    played.MoveToken(move.Step, move.To);
                    model.MoveToken(move.Step, move.To);
                    moved++;
                }
                else Leave(played, model);
        });
        Assert.True(OneSeed || moved > 2000, $"{moved} moves prove nothing.");
    }

    /// <summary>The dry run says which cases go over to another version and why the others cannot; what it says happens, and the joining rule goes on holding by the new arrows.</summary>
    [Fact]
    public void MovedToAnotherVersion_PutsTheTokensWhereTheModelPutsThem()
    {
        int moved = 0, stayed = 0;
        ForAllSeeds(2000, seed =>
        {
            Random random = new(seed);
            AnyCase played = new(AnyChart.Draw(random), random);
            RuleModel model = new();
            model.Begin(played.Definition);
            for (int i = 0; i < 15 && Alike(played, model); i++)
            {
                if (random.Next(5) > 0)
                {
                    Leave(played, model);
                    continue;
                }
                ProcessDefinition next = AnyRevision.Of(random, played.Definition, [.. played.State.OpenSteps.Select(s => s.NodeId)]);
                string[] against = [.. model.Against(next).Select(r => $"{r.Code} {r.Step}").Order(StringComparer.Ordinal)];
                string[] said = [.. played.GoOver(next).Select(r => $"{r.Code} {r.NodeId}").Order(StringComparer.Ordinal)];
                if (!against.SequenceEqual(said)) Assert.Fail($"The model says {string.Join(", ", against)}\nthe engine says {string.Join(", ", said)}\n{played}\n{DefinitionWriter.Write(next)}");
                if (said.Length == 0) model.GoOver(next);
                if (said.Length == 0) moved++;
                else stayed++;
            }
        });
        Assert.True(OneSeed || moved > 1000 && stayed > 100, $"{moved} moved and {stayed} stayed: that proves nothing.");
    }

    private static void Leave(AnyCase played, RuleModel model)
    {
        (string step, string outcome) = played.Any();
        played.Leave(step, outcome);
        model.Leave(step, outcome);
    }

    /// <summary>Compares; false when the case is over for the comparison.</summary>
    private static bool Alike(AnyCase played, RuleModel model)
    {
        try
        {
            return Compared(played, model);
        }
        catch (Xunit.Sdk.XunitException e)
        {
            throw new InvalidOperationException($"{e.Message}\n{played}", e);
        }
    }

    private static bool Compared(AnyCase played, RuleModel model)
    {
        if (model.Overflows) return false;
        if (model.Spins || played.Spins)
        {
            Assert.Contains(GraphChecker.Check(played.Definition), p => p.Code == "LoopWithoutPerson" || p.Code == "Unreachable" && played.WasMoved);
            return false;
        }
        Assert.Equal(model.Standing, played.State.Steps.Where(s => s.IsLive).Select(s => s.Id).Order(StringComparer.Ordinal));
        Assert.Equal(model.Waiting, played.State.Waiting.Select(w => $"{w.Source}>{w.NodeId}"));
        Assert.Equal(model.Ended, played.State.Status != FlowStatus.Running);
        Assert.Equal(model.StartedInVain, played.Trace.Exists(t => t.Kind == TraceKind.JoinedAsNoneElseCame));
        return !model.Ended;
    }
}
