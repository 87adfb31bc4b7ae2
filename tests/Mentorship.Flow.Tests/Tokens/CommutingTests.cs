using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Tokens;

/// <summary>
/// Decisions of different branches, in either order. Of graphs without loops this holds whatever their shape; where a loop
/// sends a second token after the first, a merge takes along whoever is there (nestings with loops: <c>NestingTests</c>).
/// </summary>
public sealed class CommutingTests
{
    [Fact]
    public void Decided_InEitherOrder_LeavesTheSameTokens() => ForAllSeeds(3000, seed =>
    {
        Random random = new(seed);
        AnyCase played = new(AnyChart.Draw(random, loops: false), random);
        for (int i = random.Next(12); i > 0 && Goes(played); i--)
        {
            (string step, string outcome) = played.Any();
            played.Leave(step, outcome);
        }
        StepState[] open = [.. played.State.OpenSteps];
        if (!Goes(played) || open.Length < 2) return;
        (string Step, string Outcome) one = Some(played, open, random), other = Some(played, open, random);
        if (one.Step == other.Step) return;
        AnyCase first = played.Copy(), second = played.Copy();
        if (!Both(first, one, other) || !Both(second, other, one)) return;
        Assert.True(Tokens(first) == Tokens(second), $"{one} and {other}\n{played}\n\n{Tokens(first)}\n\n{Tokens(second)}");
    });

    private static bool Goes(AnyCase played) => played.State.Status == FlowStatus.Running && !played.Spins && played.State.Steps.Count < 500;

    private static (string, string) Some(AnyCase played, StepState[] open, Random random)
    {
        StepState step = open[random.Next(open.Length)];
        IReadOnlyList<string> outcomes = played.Graph.Node(step.NodeId).Outcomes;
        return (step.Id, outcomes[random.Next(outcomes.Count)]);
    }

    /// <summary>False where the first takes the second away (a join of the first, a Finish), or where tokens that wait for each other had to be let go.</summary>
    private static bool Both(AnyCase played, (string Step, string Outcome) first, (string Step, string Outcome) second)
    {
        played.Leave(first.Step, first.Outcome);
        if (!Goes(played) || played.State.Step(second.Step) is not { IsLive: true }) return false;
        played.Leave(second.Step, second.Outcome);
        return !played.Spins && !played.Trace.Exists(t => t.Kind == TraceKind.JoinedAsNoneElseCame);
    }

    /// <summary>What is documented to be the same: which steps are live, what waits where, whether the case is over; not the order of telling.</summary>
    private static string Tokens(AnyCase played) => string.Join('\n',
        played.State.Steps.Where(s => s.IsLive).Select(s => $"{s.NodeId} {s.Status}").Order(StringComparer.Ordinal)
            .Concat(played.State.Waiting.Select(w => $"{w.Source} waits at {w.NodeId}").Order(StringComparer.Ordinal)).Append(played.State.Status.ToString()));
}
