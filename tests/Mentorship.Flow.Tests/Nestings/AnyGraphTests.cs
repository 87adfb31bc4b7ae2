using Mentorship.Flow.Tests.Tokens;
using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Nestings;

/// <summary>Graphs that nobody would draw: whatever their shape, a case neither hangs nor throws.</summary>
public sealed class AnyGraphTests
{
    private static readonly string[] Types =
    [
        "Mentorship.Approval", "Mentorship.Approval", "Mentorship.Task", "Mentorship.Signature", "Mentorship.Document", "Elsa.FlowFork", "Elsa.FlowJoin",
        "Elsa.FlowJoin", "Elsa.FlowDecision", "Elsa.Delay", "Elsa.Event", "Elsa.End", "Elsa.Fault", "Mentorship.Stage", "Acme.Robot"
    ];

    private static readonly string[] Outcomes = ["Done", "Done", "Approved", "Approved", "Returned", "Rejected", "Signed", "True", "False"];

    [Fact]
    public void Running_AlwaysWaitsForSomebodyOrEnds() => ForAllSeeds(400, seed =>
    {
        Random random = new(seed);
        CaseHost host = new CaseHost(Draw(random)).Start();
        for (int i = 0; i < 40 && host.State.Status == FlowStatus.Running && host.State.Steps.Count < 300; i++)
        {
            StepState[] open = [.. host.State.OpenSteps];
            Assert.NotEmpty(open);
            FlowEvent next = AnyEvent(random, host, open[random.Next(open.Length)]);
            FlowResult result = FlowEngine.Apply(host.Graph, host.State, next);
            if (result.Refusal is not null) Assert.Same(host.State, result.State);
            else host.Apply(next);
            Assert.Equal(host.State.Steps.Count, host.State.Steps.Select(s => s.Id).Distinct().Count());
            Assert.All(host.State.Waiting, w => Assert.Contains(host.State.Steps, s => s.Id == w.Scope && s.IsLive));
        }
        string state = FlowStateJson.Write(host.State);
        Assert.Equal(state, FlowStateJson.Write(FlowStateJson.Read(state)));
        Assert.Equal(host.State.Status != FlowStatus.Running, host.Effects.OfType<CaseEnded>().Any());
    });

    [Fact]
    public void Moved_ToAnyOtherGraph_RunsOnOrSaysWhyNot() => ForAllSeeds(1500, seed =>
    {
        Random random = new(seed);
        AnyCase played = new(Draw(random), random);
        for (int i = random.Next(6); i > 0 && played.State.Status == FlowStatus.Running && !played.Spins; i--)
        {
            (string step, string outcome) = played.Any();
            played.Leave(step, outcome);
        }
        FlowGraph to = FlowGraph.From(Draw(random));
        FlowResult moved = FlowEngine.Move(played.Graph, to, played.State, Some.Morning);
        if (moved.Refusal is not null)
        {
            Assert.Same(played.State, moved.State);
            return;
        }
        Assert.True(moved.State.Status != FlowStatus.Running || moved.State.OpenSteps.Any());
        Assert.All(moved.State.Steps.Where(s => s.IsLive), s => Assert.NotNull(to.Find(s.NodeId)));
    });

    [Fact]
    public void Checked_NeverThrows_AndFindsTheForeignStep() => ForAllSeeds(500, seed =>
    {
        ProcessDefinition definition = Draw(new Random(seed));
        bool foreign = definition.Activities().Any(a => a.Type == "Acme.Robot");
        Assert.Equal(foreign, GraphChecker.Check(definition).Any(p => p.Code == "UnknownType"));
    });

    private static ProcessDefinition Draw(Random random) => Some.Process(root =>
    {
        int count = random.Next(2, 12);
        root.Add("Elsa.Start", "n0", "Начало");
        for (int i = 1; i < count; i++)
        {
            string id = $"n{i}", type = Types[random.Next(Types.Length)];
            if (type == "Mentorship.Stage") root.AddStage(id, id, body => body.Add("Mentorship.Task", id + "t", "Пункт"));
            else root.Add(type, id, id).Text("timeSpan", "01:00:00").Text("mode", type == "Elsa.FlowJoin" && random.Next(2) == 0 ? "WaitAny" : null)
                .Text("condition", random.Next(2) == 0 ? "true" : "false").Text("drafter", random.Next(2) == 0 ? "role:secretary" : null);
        }
        for (int i = 0; i < count * 2; i++)
            root.Connect($"n{(i < count / 2 ? 0 : random.Next(count))}", $"n{random.Next(1, count)}", i < count / 2 ? "Done" : Outcomes[random.Next(Outcomes.Length)]);
    });

    private static FlowEvent AnyEvent(Random random, CaseHost host, StepState step)
    {
        string[] outcomes = [.. host.Graph.Node(step.NodeId).Outcomes, "Nonsense"];
        string outcome = outcomes[random.Next(outcomes.Length)];
        return random.Next(10) switch
        {
            0 => new StepSkipped(host.Now, step.Id, outcome),
            1 => new StepFailed(host.Now, step.Id, "сбой"),
            2 => new StepRetried(host.Now, step.Id),
            3 => new StepTriggered(host.Now, step.Id),
            4 => new TimerFired(host.Now, step.Id, "wait"),
            5 => new WorkHandedOver(host.Now, step.Id, "person:one", "person:two"),
            _ => new Decided(host.Now, step.Id, step.Participants.FirstOrDefault("person:one"), outcome)
        };
    }
}
