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
        for (int i = 0; i < 30 && Alike(played, model); i++)
        {
            (string step, string outcome) = played.Any();
            played.Leave(step, outcome);
            model.Leave(step, outcome);
        }
    });

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
            Assert.Contains(GraphChecker.Check(played.Definition), p => p.Code == "LoopWithoutPerson");
            return false;
        }
        Assert.Equal(model.Standing, played.State.Steps.Where(s => s.IsLive).Select(s => s.Id).Order(StringComparer.Ordinal));
        Assert.Equal(model.Waiting, played.State.Waiting.Select(w => $"{w.Source}>{w.NodeId}"));
        Assert.Equal(model.Ended, played.State.Status != FlowStatus.Running);
        Assert.Equal(model.StartedInVain, played.Trace.Exists(t => t.Kind == TraceKind.JoinedAsNoneElseCame));
        return !model.Ended;
    }
}
