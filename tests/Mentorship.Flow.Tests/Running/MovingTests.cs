using Mentorship.Flow.Tests.Nodes;

namespace Mentorship.Flow.Tests.Running;

/// <summary>Moving a running case when a step changed its kind or its place.</summary>
public sealed class MovingTests
{
    private static readonly ProcessDefinition Origin = Some.Process(root =>
    {
        foreach (string stage in new[] { "s1", "s2" })
            root.AddStage(stage, stage, body =>
            {
                foreach (string item in new[] { "a", "b" }) body.Add("Mentorship.Task", $"{stage}{item}", item).Text("assignee", "role:curator").Text("mode", "all");
                body.StartAll(stage + "-start");
            });
        root.StartAll("start");
    });

    private static ProcessDefinition With(params Edit[] edits)
    {
        ProcessDefinition definition = Origin;
        foreach (Edit edit in edits) definition = edit.Apply(definition).Definition!;
        return definition;
    }

    private static ProcessDefinition AsApproval(string id) =>
        With(new PutProperty(id, "type", System.Text.Json.JsonSerializer.SerializeToElement("Mentorship.Approval")), new SetInput(id, "approver", "role:director"));

    [Fact]
    public void Move_WhenAnOpenStepBecameAnotherKind_BeginsItAnew()
    {
        CaseHost host = new CaseHost(Origin).Start();
        host.Told();
        host.Move(AsApproval("s1a"));
        List<Effect> told = host.Told();
        Assert.Contains(told, e => e is WithdrawWork { NodeId: "s1a", Reason: WithdrawReason.StepChanged });
        Assert.Contains(told, e => e is OpenWork { NodeId: "s1a", Kind: NodeKind.Approval });
        Assert.Equal(["s1a", "s1b", "s2a", "s2b"], host.Open);
        host.Decide("s1a").Decide("s1b", "Done").Decide("s2a", "Done").Decide("s2b", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Move_WhenSomebodyAnsweredTheOldKind_IsRefused()
    {
        CaseHost host = new(Origin);
        host.Answers["s1a"] = (["person:one", "person:two"], StepSchedule.AtOnce);
        host.Start().Decide("s1a", "Done");
        FlowResult result = FlowEngine.Move(host.Graph, FlowGraph.From(AsApproval("s1a")), host.State, host.Now);
        Assert.Equal(("CannotMove", "KindChanged", "s1a"), (result.Refusal!.Code, Assert.Single(result.Reasons).Code, result.Reasons[0].NodeId));
    }

    [Fact]
    public void Move_WhenAnOpenStepStandsInAnotherRunningStage_GoesOnThere()
    {
        CaseHost host = new CaseHost(Origin).Start();
        host.Decide("s1b", "Done").Told();
        host.Move(With(new ShiftSteps(["s1a"], "s2")));
        Assert.DoesNotContain(host.Told(), e => e is WithdrawWork);
        Assert.Equal(["s1a", "s2a", "s2b"], host.Open);
        Assert.Contains(host.State.Steps, s => s is { NodeId: "s1", Status: StepStatus.Done });
        host.Decide("s2a", "Done").Decide("s2b", "Done");
        Assert.Equal(FlowStatus.Running, host.State.Status);
        host.Decide("s1a", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Move_WhenTheOtherStageIsOver_IsRefused()
    {
        CaseHost host = new CaseHost(Origin).Start();
        host.Decide("s2a", "Done").Decide("s2b", "Done");
        FlowResult result = FlowEngine.Move(host.Graph, FlowGraph.From(With(new ShiftSteps(["s1a"], "s2"))), host.State, host.Now);
        Assert.Equal("PlaceChanged", Assert.Single(result.Reasons).Code);
    }

    [Fact]
    public void Move_WhenTheOtherArrowOfAMergeIsGone_StillJoinsOnce()
    {
        CaseHost host = new CaseHost(Meeting).Start().Decide("a", "Done");
        host.Move(Changed(Meeting, new CutArrow("a", "Done", "join")));
        host.Decide("b", "Done");
        Assert.Equal(["after"], host.Open);
        Assert.Equal(1, host.State.Steps.Count(s => s.NodeId == "join"));
    }

    [Fact]
    public void Move_WhenAJoinTakesTheFirstNow_TheOneThatWaitsIsTheFirst()
    {
        CaseHost host = new CaseHost(Meeting).Start().Decide("a", "Done");
        host.Move(Changed(Meeting, new SetInput("join", "mode", "WaitAny")));
        Assert.Equal(["after"], host.Open);
        host.Decide("after", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Move_WhenTheStartLeadsToALaterStepToo_WaitsThereForTheOthers()
    {
        CaseHost host = new CaseHost(Meeting).Start();
        host.Move(Changed(Meeting, new ConnectSteps("start", "Done", "join")));
        Assert.Equal(["a", "b"], host.Open);
        host.Decide("a", "Done").Decide("b", "Done");
        Assert.Equal(["after"], host.Open);
        Assert.Equal(1, host.State.Steps.Count(s => s.NodeId == "after"));
    }

    [Fact]
    public void Move_WhenANewBranchMeetsTheOldAtAJoinOfTheFirst_TheJoinBeginsOnce()
    {
        ProcessDefinition one = Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Task", "a", "Первое").Text("assignee", "role:curator");
            root.Add("Elsa.FlowJoin", "join", "Слияние").Text("mode", "WaitAny");
            root.Add("Mentorship.Task", "after", "Потом").Text("assignee", "role:curator");
            root.Connect("start", "a");
            root.Connect("a", "join");
            root.Connect("join", "after");
        });
        CaseHost host = new CaseHost(one).Start();
        host.Move(Changed(one, new AddStep(one.Root.Id, "Mentorship.Task", "Рядом") { Id = "b", From = new ArrowStart("start", "Done"), To = "join", Inputs = new Dictionary<string, InputValue> { ["assignee"] = new("role:curator") } }));
        Assert.Equal(["a", "b"], host.Open);
        host.Decide("a", "Done");
        Assert.Equal(["after"], host.Open);
    }

    [Fact]
    public void Move_WhenTheStartHasAnArrowThatItNeverTakes_BeginsNothing()
    {
        CaseHost host = new CaseHost(Meeting).Start();
        host.Move(Changed(Meeting, new AddStep(Meeting.Root.Id, "Mentorship.Task", "Рядом") { Id = "c", From = new ArrowStart("start", "Approved") }));
        Assert.Equal(["a", "b"], host.Open);
    }

    [Fact]
    public void Move_WhenAStepLeftAStageThatIsGone_KeepsItsWork()
    {
        CaseHost host = new CaseHost(Origin).Start();
        host.Decide("s1b", "Done").Told();
        host.Move(With(new ShiftSteps(["s1a"], "s2"), new RemoveSteps(["s1"])));
        Assert.DoesNotContain(host.Told(), e => e is WithdrawWork { Step: "s1a#1" });
        Assert.Equal(["s1a", "s2a", "s2b"], host.Open);
    }

    [Fact]
    public void Move_WhenAnEventIsCalledOtherwise_WaitsForTheNewName()
    {
        ProcessDefinition one = Some.OneStep("Elsa.Event", step => step.Text("eventName", "приказ"));
        CaseHost host = new CaseHost(one).Start();
        host.Told();
        host.Move(Changed(one, new SetInput("step", "eventName", "протокол")));
        Assert.Equal([new ForgetEvent("step#1", "step", "приказ"), new AwaitEvent("step#1", "step", "протокол")], host.Told());
        host.Apply(new TimerFired(host.Now, "step#1", WakingKeys.OfEvent("протокол")));
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Move_ToAnotherWayOfAsking_AsksWhomThatAsks()
    {
        ProcessDefinition one = Some.OneStep("Mentorship.Approval", step => step.Text("approver", "role:director").Text("mode", "all"));
        CaseHost host = new(one);
        host.Answers["step"] = (["person:one", "person:two", "person:three"], StepSchedule.AtOnce);
        host.Start().Told();
        host.Move(Changed(one, new SetInput("step", "mode", "one")));
        Assert.Equal(["person:two", "person:three"], host.Told().OfType<WithdrawWork>().Select(w => w.Participant));
        host.Move(Changed(one, new SetInput("step", "mode", "sequence"))).Decide("step", "Approved", "person:one");
        Assert.Equal(["person:two"], host.Told().OfType<OpenWork>().Select(w => w.Participant));
    }

    [Fact]
    public void Move_WhenTheAnswersAreEnoughNow_GoesOn()
    {
        ProcessDefinition one = Some.OneStep("Mentorship.Approval", step => step.Text("approver", "role:director").Text("mode", "all"));
        CaseHost host = new(one);
        host.Answers["step"] = (["person:one", "person:two", "person:three", "person:four"], StepSchedule.AtOnce);
        host.Start().Decide("step", "Approved", "person:three").Decide("step", "Approved", "person:two").Move(Changed(one, new SetInput("step", "mode", "quorum:50%")));
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Move_ToAskingInTurn_AfterAnAnswerOutOfTurn_AsksNobodyTwice()
    {
        ProcessDefinition one = Some.OneStep("Mentorship.Approval", step => step.Text("approver", "role:director").Text("mode", "all"));
        CaseHost host = new(one);
        host.Answers["step"] = (["person:one", "person:two", "person:three", "person:four"], StepSchedule.AtOnce);
        host.Start().Decide("step", "Approved", "person:four").Move(Changed(one, new SetInput("step", "mode", "sequence")));
        host.Told();

        host.Decide("step", "Approved", "person:one");
        Assert.Equal(["person:three"], host.Told().OfType<OpenWork>().Select(w => w.Participant));
        host.Decide("step", "Approved", "person:two").Decide("step", "Approved", "person:three");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Move_WhenTheBodyOfALoopBecameAnotherKind_KeepsItsItem()
    {
        ProcessDefinition one = Drawn.InARow(Drawn.Activity("each", "Elsa.ParallelForEach", $"{Drawn.Input("items", "Object", "[\"первый\"]")},\"body\":{Drawn.Task("task")}"));
        CaseHost host = new CaseHost(one).Start();
        host.Told();
        host.Move(Changed(one, new PutProperty("task", "type", System.Text.Json.JsonSerializer.SerializeToElement("Mentorship.Acquaintance"))));
        Assert.Equal("первый", Assert.Single(host.Told().OfType<OpenWork>()).Item);
    }

    [Fact]
    public void Move_DoesNotReopenARoundWhoseNextHasBegun()
    {
        string body = Drawn.Activity("body", "Elsa.Flowchart", $",\"activities\":[{Drawn.Activity("begin", "Elsa.Start")},{Drawn.Task("task")}],\"connections\":[{Drawn.Arrow("begin", "task")}]");
        ProcessDefinition one = Drawn.InARow(Drawn.Activity("each", "Elsa.ForEach", $"{Drawn.Input("items", "Object", "[\"первый\",\"второй\"]")},\"body\":{body}"));
        CaseHost host = new CaseHost(one).Start().Decide("task", "Done");
        host.Move(Changed(one, new AddStep("body", "Mentorship.Task", "Рядом") { Id = "beside", From = new ArrowStart("begin", "Done"), Inputs = new Dictionary<string, InputValue> { ["assignee"] = new("role:curator") } }));
        Assert.Equal(["beside", "task"], host.Open);
        Assert.Equal("второй", host.Effects.OfType<OpenWork>().Last(w => w.NodeId == "beside").Item);
    }

    [Fact]
    public void Move_ToAProcessOfAnotherRoot_IsRefused()
    {
        CaseHost host = new CaseHost(Some.OneStep("Mentorship.Task", step => step.Text("assignee", "role:curator"))).Start();
        ProcessDefinition other = Some.Read("""{"name":"Другой","root":{"id":"elsewhere","type":"Elsa.Flowchart","activities":[],"connections":[]}}""");
        FlowResult result = FlowEngine.Move(host.Graph, FlowGraph.From(other), host.State, host.Now);
        Assert.Contains(result.Reasons, r => r.NodeId == host.Graph.Definition.Root.Id);
    }

    /// <summary>Two branches that meet.</summary>
    private static readonly ProcessDefinition Meeting = Some.Process(root =>
    {
        root.Add("Elsa.Start", "start", "Начало");
        foreach (string id in new[] { "a", "b", "after" }) root.Add("Mentorship.Task", id, id).Text("assignee", "role:curator");
        root.Add("Elsa.FlowJoin", "join", "Слияние");
        root.Connect("start", "a");
        root.Connect("start", "b");
        root.Connect("a", "join");
        root.Connect("b", "join");
        root.Connect("join", "after");
    });

    private static ProcessDefinition Changed(ProcessDefinition definition, Edit edit) => edit.Apply(definition).Definition!;
}
