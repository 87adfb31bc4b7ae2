namespace Mentorship.Flow.Tests.Running;

/// <summary>The table of semantics, row by row.</summary>
public sealed class FixtureTests
{
    [Theory]
    [InlineData("example")]
    [InlineData("example-waitallactive")]
    public void Join_WhenABranchIsReworked_AsksTheLastApproverOnceAfterBothApproved(string fixture)
    {
        CaseHost host = new CaseHost(Some.Definition(fixture), foreignAsApproval: true).Start();
        host.Decide("finance", "Rejected").Decide("legal").Decide("rework");
        Assert.Equal(["finance"], host.Open);
        Assert.Equal(2, host.Live("finance").Round);
        host.Decide("finance");
        Assert.Equal(["ceo"], host.Open);
        host.Decide("ceo");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
        Assert.Single(host.State.Steps, s => s.NodeId == "ceo");
    }

    [Fact]
    public void Join_WhenAnyMode_GoesOnOnceAndWithdrawsTheOthersWithAReason()
    {
        CaseHost host = new CaseHost(Some.Definition("example-waitany"), foreignAsApproval: true).Start();
        host.Decide("finance", "Rejected").Told();
        host.Decide("legal");
        Assert.Equal(["ceo"], host.Open);
        WithdrawWork withdrawn = Assert.Single(host.Told().OfType<WithdrawWork>());
        Assert.Equal(("rework", WithdrawReason.BranchNotNeeded), (withdrawn.NodeId, withdrawn.Reason));
        Assert.Equal("StepNotOpen", host.Refused(new Decided(host.Now, "rework#1", "person:one", "Approved")));
        host.Decide("ceo");
        Assert.Single(host.State.Steps, s => s.NodeId == "join1");
    }

    [Fact]
    public void Choice_WhenFalse_GoesPastTheLastApprover()
    {
        CaseHost host = new CaseHost(Some.Definition("example-small"), foreignAsApproval: true).Start();
        host.Decide("legal").Decide("finance");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
        Assert.DoesNotContain(host.State.Steps, s => s.NodeId == "ceo");
    }

    [Fact]
    public void Join_WhenABranchEndsOnALooseOutcome_DoesNotWaitForIt()
    {
        CaseHost host = new CaseHost(Some.Definition("t-implicit"), foreignAsApproval: true).Start();
        host.Decide("a", "Rejected").Decide("b");
        Assert.Equal(["m"], host.Open);
        host.Decide("m");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Merge_WhenTheLooseBranchEndsLast_StartsThen()
    {
        CaseHost host = new CaseHost(Some.Definition("t-implicit"), foreignAsApproval: true).Start();
        host.Decide("b");
        Assert.Equal(["a"], host.Open);
        host.Decide("a", "Rejected");
        Assert.Equal(["m"], host.Open);
    }

    [Fact]
    public void Fault_InOneBranch_LeavesTheOtherRunningAndTheAdministratorDecides()
    {
        CaseHost host = new CaseHost(Some.Definition("t-fault"), foreignAsApproval: true).Start();
        host.Decide("a");
        Assert.True(host.State.NeedsAttention);
        Assert.Equal("boom", Assert.Single(host.Effects.OfType<AskAttention>()).Reason);
        host.Decide("b");
        Assert.Equal(["f"], host.Open);
        host.Apply(new StepRetried(host.Now, "f#1"));
        Assert.Equal(StepStatus.Attention, host.Live("f").Status);
        host.Apply(new StepSkipped(host.Now, "f#1"));
        Assert.Equal(FlowStatus.Finished, host.State.Status);
        Assert.False(host.State.NeedsAttention);
    }

    [Fact]
    public void ArrowBack_FromBehindAMergeIntoOneBranch_StartsItsStepAfresh()
    {
        CaseHost host = new CaseHost(Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            foreach (string id in new[] { "a", "b", "check" }) root.Add("Mentorship.Approval", id, id);
            root.Add("Elsa.FlowJoin", "join", "Слияние");
            root.Connect("start", "a").Connect("start", "b").Connect("a", "join", "Approved").Connect("b", "join", "Approved")
                .Connect("join", "check").Connect("check", "a", "Returned");
        })).Start();
        host.Decide("a").Decide("b").Decide("check", "Returned");
        Assert.Equal(["a"], host.Open);
        host.Decide("a");
        Assert.Equal(["check"], host.Open);
        Assert.Equal(2, host.Live("check").Round);
        host.Decide("check");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Theory]
    [InlineData("Elsa.End", FlowStatus.Running)]
    [InlineData("Elsa.Finish", FlowStatus.Finished)]
    public void EndOfABranch_LeavesTheOthers_WhileFinishEndsTheCase(string type, FlowStatus expected)
    {
        CaseHost host = new CaseHost(Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Approval", "a", "a");
            root.Add("Mentorship.Approval", "b", "b");
            root.Add(type, "end", "Конец");
            root.Connect("start", "a").Connect("start", "b").Connect("a", "end", "Approved");
        })).Start();
        host.Told();
        host.Decide("a");
        Assert.Equal(expected, host.State.Status);
        Assert.Equal(expected == FlowStatus.Finished, host.Told().OfType<WithdrawWork>().Any(w => w is { NodeId: "b", Reason: WithdrawReason.CaseFinished }));
        Assert.Equal(expected == FlowStatus.Finished, host.Trace.Any(t => t is { Kind: TraceKind.Withdrawn, NodeId: "b" }));
    }

    [Fact]
    public void Joins_ThatWaitForEachOther_LetTheOldestStartAndSaySo()
    {
        ProcessDefinition crossed = Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            foreach (string id in new[] { "q", "p", "z", "A", "B" }) root.Add("Mentorship.Approval", id, id);
            root.Connect("start", "q").Connect("start", "p").Connect("start", "z")
                .Connect("q", "A", "Approved").Connect("p", "A", "Approved").Connect("A", "B", "Approved").Connect("z", "B", "Approved").Connect("B", "q", "Returned");
        });
        Assert.Contains(GraphChecker.Check(crossed), p => p.Code == "JoinMayWaitInVain");
        CaseHost host = new CaseHost(crossed).Start();
        host.Decide("q", "Rejected").Decide("p").Decide("z");
        Assert.Equal(["A"], host.Open);
        Assert.Contains(host.Trace, t => t is { Kind: TraceKind.JoinedAsNoneElseCame, NodeId: "A" });
        host.Decide("A").Decide("B");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }
}
