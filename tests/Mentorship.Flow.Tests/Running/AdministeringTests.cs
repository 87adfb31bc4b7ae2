namespace Mentorship.Flow.Tests.Running;

/// <summary>Suspending, resuming, and taking a token to another step.</summary>
public sealed class AdministeringTests
{
    /// <summary>A fork of two approvals that meet at a join, then a signature.</summary>
    private static ProcessDefinition Fork { get; } = Some.Process(root =>
    {
        root.Add("Elsa.Start", "start", "Начало");
        root.Add("Elsa.FlowFork", "fork", "Разделение");
        root.Add("Mentorship.Approval", "left", "Левое");
        root.Add("Mentorship.Approval", "right", "Правое");
        root.Add("Elsa.FlowJoin", "join", "Слияние");
        root.Add("Mentorship.Signature", "sign", "Подпись");
        root.Connect("start", "fork");
        root.Connect("fork", "left");
        root.Connect("fork", "right");
        root.Connect("left", "join", "Approved");
        root.Connect("right", "join", "Approved");
        root.Connect("join", "sign");
    });

    [Fact]
    public void Suspended_RefusesEverythingButResumingAndCancelling()
    {
        CaseHost host = new CaseHost(Fork).Start();
        StepState left = host.Live("left");
        host.Apply(new CaseSuspended(host.Now));
        Assert.Equal(FlowStatus.Suspended, host.State.Status);

        foreach (FlowEvent e in new FlowEvent[]
        {
            new Decided(host.Now, left.Id, left.Participants[0], "Approved"), new TimerFired(host.Now, left.Id, "open:"), new StepSkipped(host.Now, left.Id, "Approved"), new StepRetried(host.Now, left.Id),
            new TokenMoved(host.Now, left.Id, "sign"), new WorkHandedOver(host.Now, left.Id, left.Participants[0], "person:two"), new VariableSet(host.Now, "a", 1), new CaseSuspended(host.Now),
        })
            Assert.Equal("CaseSuspended", host.Refused(e));
        Assert.Equal("CaseSuspended", FlowEngine.Move(host.Graph, host.Graph, host.State, host.Now).Refusal?.Code);
        FlowState kept = FlowStateJson.Read(FlowStateJson.Write(host.State));
        Assert.Equal(FlowStatus.Suspended, kept.Status);

        host.Apply(new CaseResumed(host.Now)).Decide("left").Decide("right").Decide("sign", "Signed");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Suspended_CanBeCancelled()
    {
        CaseHost host = new CaseHost(Fork).Start().Apply(new CaseSuspended(Some.Morning)).Apply(new CaseCancelled(Some.Morning, "не нужно"));
        Assert.Equal(FlowStatus.Cancelled, host.State.Status);
        Assert.Equal(2, host.Effects.OfType<WithdrawWork>().Count(w => w.Reason == WithdrawReason.CaseCancelled));
    }

    [Fact]
    public void Resumed_WhenItRuns_IsRefused() => Assert.Equal("NotSuspended", new CaseHost(Fork).Start().Refused(new CaseResumed(Some.Morning)));

    [Fact]
    public void Moved_OntoAJoin_WaitsForTheOtherBranch()
    {
        CaseHost host = new CaseHost(Fork).Start();
        host.Apply(new TokenMoved(host.Now, "left#1", "join"));
        Assert.Equal(["right"], host.Open);
        Assert.Contains(host.Effects.OfType<WithdrawWork>(), w => w.Step == "left#1" && w.Reason == WithdrawReason.MovedByAdministrator);

        host.Decide("right");

        Assert.Equal(["sign"], host.Open);
        Assert.Equal(1, host.State.Steps.Count(s => s.NodeId == "join"));
    }

    [Fact]
    public void Moved_IntoTheOtherBranch_LetsNothingHang()
    {
        CaseHost host = new CaseHost(Fork).Start();
        host.Apply(new TokenMoved(host.Now, "left#1", "right"));
        Assert.Equal(["right", "right"], host.Open);

        while (host.State.OpenSteps.FirstOrDefault() is { } step) host.Apply(new Decided(host.Now, step.Id, step.Participants[0], step.NodeId == "sign" ? "Signed" : "Approved"));

        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Moved_BackBeforeTheFork_StartsItAfresh()
    {
        CaseHost host = new CaseHost(Fork).Start().Decide("left").Decide("right");
        host.Apply(new TokenMoved(host.Now, "sign#1", "fork"));
        Assert.Equal(["left", "right"], host.Open);
        host.Decide("left").Decide("right").Decide("sign", "Signed");
        Assert.Equal((FlowStatus.Finished, 2), (host.State.Status, host.State.Steps.Count(s => s.NodeId == "sign")));
    }

    /// <summary>The round would start again without its item, and the loop would count it twice.</summary>
    [Fact]
    public void Moved_OfARoundOfALoop_OrOfTheWholeProcess_IsRefused()
    {
        string loop = Nodes.Drawn.Activity("loop", "Elsa.ForEach", $"{Nodes.Drawn.Input("items", "Literal", "а, б")},\"body\":{Nodes.Drawn.Task("meet")}");
        CaseHost host = new CaseHost(Nodes.Drawn.InARow(loop)).Start();
        Assert.Equal("NotBeside", host.Refused(new TokenMoved(host.Now, "meet#1", "meet")));
        Assert.Equal("NotBeside", host.Refused(new TokenMoved(host.Now, "flow#1", "flow")));
    }

    [Fact]
    public void Moved_ToAStepOfAnotherContainer_IsRefused()
    {
        CaseHost host = new CaseHost(Some.Process(root =>
        {
            root.AddStage("one", "Первый этап", stage => stage.Add("Mentorship.Task", "inner", "Внутри"));
            root.Add("Mentorship.Task", "outer", "Снаружи");
            root.Connect("one", "outer");
        })).Start();
        StepState inner = host.Live("inner");
        Assert.Equal("NotBeside", host.Refused(new TokenMoved(host.Now, inner.Id, "outer")));
        Assert.Equal("NotBeside", host.Refused(new TokenMoved(host.Now, inner.Id, "нет такого")));
        Assert.Equal("StepNotOpen", host.Refused(new TokenMoved(host.Now, "нет#1", "outer")));
    }
}
