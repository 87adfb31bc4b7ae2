using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Structured;

/// <summary>Timers, work, awaited events and children belong to steps that live, whatever happens and whenever.</summary>
public sealed class WatchedTests
{
    [Fact]
    public void Reminded_AndAnswered_LeavesNoTimerBehind() => ForAllSeeds(1000, seed =>
    {
        Watched watched = new(new Random(seed));
        End(watched);
    });

    [Fact]
    public void InterferedWith_AtAnyInstant_HoldsWhatTheStateSaysAndEnds()
    {
        Dictionary<string, int> fitted = [];
        ForAllSeeds(2000, seed =>
        {
            Random random = new(seed);
            Watched watched = new(random);
            for (int left = random.Next(40); left > 0 && watched.Goes; left--)
            {
                if (random.Next(2) == 0) watched.GoOn();
                else watched.Interfere();
            }
            foreach ((string name, int times) in watched.Fitted) fitted[name] = fitted.GetValueOrDefault(name) + times;
            End(watched);
        });
        if (OneSeed) return;
        Assert.All(new[] { "StepFailed", "StepRetried", "StepSkipped", "TokenMoved", "TakenBack", "WorkHandedOver", "StepPrepared", "CaseResumed" }, name => Assert.True(fitted.GetValueOrDefault(name) > 100, $"{name} happened {fitted.GetValueOrDefault(name)} times: that proves nothing."));
    }

    [Fact]
    public void Cancelled_AtAnyInstant_HoldsNothing() => ForAllSeeds(500, seed =>
    {
        Random random = new(seed);
        Watched watched = new(random);
        for (int left = random.Next(20); left > 0 && watched.Goes; left--) watched.GoOn();
        if (!watched.Goes) return;
        watched.Try(new CaseCancelled(watched.Host.Now, "ошибка"));
        Assert.Equal((FlowStatus.Cancelled, true), (watched.Host.State.Status, watched.HoldsNothing));
        Assert.Single(watched.Host.Effects.OfType<CaseEnded>());
    });

    [Fact]
    public void Decided_TakenBackAndDecidedAgain_IsAsDecidedOnce() => ForAllSeeds(1000, seed =>
    {
        Random random = new(seed);
        Watched watched = new(random);
        for (int left = random.Next(12); left > 0 && watched.Goes; left--)
        {
            if (random.Next(4) > 0) watched.GoOn();
            else watched.Interfere();
        }
        if (watched.Goes) watched.DecideTwice();
    });

    /// <summary>Nothing is lost or doubled: work, timers, awaited events and children are as the newer version's steps want them; whoever is not concerned notices nothing.</summary>
    [Fact]
    public void MovedToOtherVersions_AtAnyInstant_HoldsWhatTheStateSays()
    {
        int moved = 0, stayed = 0;
        ForAllSeeds(600, seed =>
        {
            Random random = new(seed);
            Watched watched = new(random);
            for (int left = random.Next(30); left > 0 && watched.Goes && watched.Host.State.Steps.Count < 120; left--)
            {
                int next = random.Next(8);
                if (next < 5) watched.GoOn();
                else if (next < 7) watched.Interfere();
                else if (watched.GoOver()) moved++;
                else stayed++;
            }
            for (int left = 60; left > 0 && watched.Goes && watched.Host.State.Steps.Count < 120; left--)
            {
                Assert.True(watched.IsWaitedFor, $"Nobody is waited for.\n{FlowStateJson.Write(watched.Host.State)}");
                watched.GoOn(agreeing: true);
            }
            if (!watched.Goes) Assert.True(watched.HoldsNothing);
        });
        Assert.True(OneSeed || moved > 500 && stayed > 50, $"{moved} moved and {stayed} stayed: that proves nothing.");
    }

    /// <summary>Everybody agrees, every timer fires: the case comes to its one end.</summary>
    private static void End(Watched watched)
    {
        for (int left = 5000; watched.Goes; left--)
        {
            Assert.True(left > 0, $"No end.\n{FlowStateJson.Write(watched.Host.State)}");
            watched.GoOn(agreeing: true);
        }
        Assert.Equal(FlowStatus.Finished, watched.Host.State.Status);
        Assert.True(watched.HoldsNothing);
        Assert.DoesNotContain(watched.Host.State.Steps, s => s.IsLive);
        Assert.DoesNotContain(watched.Host.Trace, t => t.Kind == TraceKind.JoinedAsNoneElseCame);
    }
}
