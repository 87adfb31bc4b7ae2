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
}
