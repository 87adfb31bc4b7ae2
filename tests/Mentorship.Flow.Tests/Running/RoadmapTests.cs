namespace Mentorship.Flow.Tests.Running;

/// <summary>A roadmap as a process: stages and items that all begin together, and its move to another version.</summary>
public sealed class RoadmapTests
{
    private static ProcessDefinition Roadmap(params (string Stage, string[] Items)[] stages) => Some.Process(root =>
    {
        foreach ((string stage, string[] items) in stages)
            root.AddStage(stage, "Этап " + stage, body =>
            {
                foreach (string item in items) body.Add("Mentorship.Task", item, item).Text("assignee", "role:curator").Text("deadline", "сентябрь");
                body.StartAll(stage + "-start");
            });
        root.StartAll("start");
    });

    [Fact]
    public void Started_OpensEveryItemOfEveryStage_AndEndsWithTheLast()
    {
        CaseHost host = new CaseHost(Roadmap(("s1", ["a", "b"]), ("s2", ["c"]))).Start();
        Assert.Equal(["a", "b", "c"], host.Open);
        host.Decide("a", "Done").Decide("b", "Done");
        Assert.Contains(host.Effects, e => e is StepLeft { NodeId: "s1", Kind: NodeKind.Stage, Outcome: "Done" });
        Assert.Equal(FlowStatus.Running, host.State.Status);
        host.Decide("c", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
        Assert.All(host.State.Steps, s => Assert.Empty(s.Trail));
    }

    [Fact]
    public void Checked_HasNothingToComplainOf() => Assert.Empty(GraphChecker.Check(Roadmap(("s1", ["a", "b"]), ("s2", ["c"]))));

    [Fact]
    public void Node_KnowsItsContainerAndStage()
    {
        FlowGraph graph = FlowGraph.From(Roadmap(("s1", ["a"])));
        Assert.Equal(("s1-body", "s1", "role:curator"), (graph.Node("a").ParentId, graph.Node("a").StageId, graph.Node("a").Text("assignee")));
        Assert.Contains(graph.Connections, c => c is { ParentId: "flow", Source: "start", Target: "s1", LoopsBack: false });
    }

    [Fact]
    public void Move_WhenADeadlineChanged_PreparesOnlyThatStepAgain()
    {
        ProcessDefinition first = Roadmap(("s1", ["a", "b"]));
        CaseHost host = new CaseHost(first).Start();
        host.Told();
        host.Answers["b"] = (["person:one"], new StepSchedule(ScheduleKind.Window, [new Occurrence("", null, Some.Morning.AddDays(30), null)]));
        host.Move(first.WithInput("b", "deadline", "до 1 октября"));
        List<Effect> told = host.Told();
        Assert.Equal("b", Assert.IsType<PrepareStep>(told[0]).NodeId);
        Assert.Equal(Some.Morning.AddDays(30), Assert.IsType<OpenWork>(told[1]).DueAt);
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public void Move_WhenNothingChanged_TellsNothing()
    {
        CaseHost host = new CaseHost(Roadmap(("s1", ["a", "b"]))).Start();
        host.Decide("a", "Done").Told();
        string before = FlowStateJson.Write(host.State);
        host.Move(host.Graph.Definition.WithHeader(version: 2));
        Assert.Empty(host.Told());
        Assert.Equal(before, FlowStateJson.Write(host.State));
    }

    [Fact]
    public void Move_WithANewItemAndANewStage_StartsThem()
    {
        CaseHost host = new CaseHost(Roadmap(("s1", ["a", "b"]))).Start();
        host.Decide("a", "Done");
        host.Move(Roadmap(("s1", ["a", "new", "b"]), ("s2", ["c"])));
        Assert.Equal(["b", "c", "new"], host.Open);
        host.Decide("b", "Done").Decide("new", "Done").Decide("c", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Move_WithANewItemInAStageThatIsDone_ReopensIt()
    {
        CaseHost host = new CaseHost(Roadmap(("s1", ["a"]), ("s2", ["b"]))).Start();
        host.Decide("a", "Done");
        host.Move(Roadmap(("s1", ["a", "late"]), ("s2", ["b"])));
        Assert.Equal(["b", "late"], host.Open);
        host.Decide("b", "Done");
        Assert.Equal(FlowStatus.Running, host.State.Status);
        host.Decide("late", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Move_WhenAnOpenItemVanished_WithdrawsItsWork()
    {
        CaseHost host = new CaseHost(Roadmap(("s1", ["a", "b"]))).Start();
        host.Told();
        host.Move(Roadmap(("s1", ["a"])));
        Assert.Contains(host.Told(), e => e is WithdrawWork { NodeId: "b", Reason: WithdrawReason.StepChanged });
        host.Decide("a", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Move_WhenAStepWithFollowersVanished_IsRefusedWithTheReason()
    {
        FlowGraph from = FlowGraph.From(Row("a", "b"));
        FlowGraph to = FlowGraph.From(Row("b"));
        FlowState state = FlowEngine.Start(from, new CaseStarted(Some.Morning)).State;
        FlowResult result = FlowEngine.Move(from, to, state, Some.Morning);
        Assert.Equal("CannotMove", result.Refusal!.Code);
        Assert.Equal(("StepGone", "a"), (Assert.Single(result.Reasons).Code, result.Reasons[0].NodeId));
        Assert.Same(state, result.State);
    }

    [Fact]
    public void Move_WhenAStepWasPutInBetween_DoesNotStartIt()
    {
        CaseHost host = new CaseHost(Row("b")).Start();
        host.Move(Row("a", "b"));
        Assert.Equal(["b"], host.Open);
    }

    [Fact]
    public void State_OfThreeApprovals_StaysSmall()
    {
        CaseHost host = new CaseHost(Row("a", "b", "c")).Start();
        host.Decide("a").Decide("b").Decide("c");
        Assert.InRange(FlowStateJson.Write(host.State).Length, 1, 1000);
        Assert.Contains($"\"rules\":{FlowState.CurrentRules}", FlowStateJson.Write(host.State));
    }

    private static ProcessDefinition Row(params string[] ids) => Some.Process(root =>
    {
        root.Add("Elsa.Start", "start", "Начало");
        foreach (string id in ids) root.Add("Mentorship.Approval", id, id);
        root.Connect("start", ids[0]);
        for (int i = 1; i < ids.Length; i++) root.Connect(ids[i - 1], ids[i], "Approved");
    });
}
