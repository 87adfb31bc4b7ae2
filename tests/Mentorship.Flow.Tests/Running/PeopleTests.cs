namespace Mentorship.Flow.Tests.Running;

/// <summary>Tasks, approvals, signatures, acquaintances and documents: who is asked, and what their answers amount to.</summary>
public sealed class PeopleTests
{
    private static readonly string[] Three = ["person:a", "person:b", "person:c"];

    private static CaseHost Host(string type, string? mode, string[] people, Action<ActivityBuilder>? more = null)
    {
        CaseHost host = new(Some.OneStep(type, step =>
        {
            step.Text("mode", mode);
            more?.Invoke(step);
        }));
        host.Answers["step"] = (people, StepSchedule.AtOnce);
        return host.Start();
    }

    private static string[] Asked(CaseHost host) => [.. host.Told().OfType<OpenWork>().Select(w => w.Participant)];

    private static string? Outcome(CaseHost host) => host.State.Step("step#1")!.Outcome;

    [Fact]
    public void Task_ModeOne_AsksOnlyTheFirst()
    {
        CaseHost host = Host("Mentorship.Task", "one", Three);
        Assert.Equal(["person:a"], Asked(host));
        Assert.Equal("NotAskedYet", host.Refused(new Decided(host.Now, "step#1", "person:b", "Done")));
        host.Decide("step", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("any")]
    public void Task_ModeAny_IsClosedByTheFirstAnswerAndWithdrawsTheOthers(string? mode)
    {
        CaseHost host = Host("Mentorship.Task", mode, Three);
        Assert.Equal(Three, Asked(host));
        host.Decide("step", "Done", "person:b");
        Assert.Equal(["person:a", "person:c"], host.Told().OfType<WithdrawWork>().Where(w => w.Reason == WithdrawReason.AnotherDecided).Select(w => w.Participant!));
        Assert.Equal("Done", Outcome(host));
    }

    [Fact]
    public void Task_ModeAll_WaitsForEverybody()
    {
        CaseHost host = Host("Mentorship.Task", "all", Three);
        host.Decide("step", "Done", "person:c").Decide("step", "Done", "person:a");
        Assert.Equal(["step"], host.Open);
        Assert.Equal("AlreadyDecided", host.Refused(new Decided(host.Now, "step#1", "person:a", "Done")));
        host.Decide("step", "Done", "person:b");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Task_NotDone_ExistsOnlyWhereSwitchedOn()
    {
        Assert.Equal("UnknownOutcome", Host("Mentorship.Task", null, Three).Refused(new Decided(Some.Morning, "step#1", "person:a", "NotDone")));
        CaseHost host = Host("Mentorship.Task", null, Three, step => step.Text("notDone", "true"));
        host.Decide("step", "NotDone");
        Assert.Equal("NotDone", Outcome(host));
    }

    [Theory]
    [InlineData("Returned")]
    [InlineData("Rejected")]
    public void Approval_ModeAll_IsClosedAtOnceByARefusal(string refusal)
    {
        CaseHost host = Host("Mentorship.Approval", null, Three);
        host.Decide("step", "Approved", "person:a").Told();
        host.Decide("step", refusal, "person:c");
        Assert.Equal(refusal, Outcome(host));
        Assert.Equal("person:b", Assert.Single(host.Told().OfType<WithdrawWork>()).Participant);
    }

    [Fact]
    public void Approval_InSequence_AsksTheNextAfterEachAgreement()
    {
        CaseHost host = Host("Mentorship.Approval", "sequence", Three);
        Assert.Equal(["person:a"], Asked(host));
        host.Decide("step", "Approved", "person:a");
        Assert.Equal(["person:b"], Asked(host));
        host.Decide("step", "Approved", "person:b").Decide("step", "Approved", "person:c");
        Assert.Equal("Approved", Outcome(host));
    }

    [Fact]
    public void Approval_InSequence_StopsAtAReturn()
    {
        CaseHost host = Host("Mentorship.Approval", "sequence", Three);
        host.Decide("step", "Approved", "person:a").Decide("step", "Returned", "person:b");
        Assert.Equal("Returned", Outcome(host));
        Assert.DoesNotContain(host.Effects.OfType<OpenWork>(), w => w.Participant == "person:c");
    }

    [Fact]
    public void Approval_ByQuorum_NeedsSoManyAndFailsWhenTheyCannotComeAbout()
    {
        CaseHost host = Host("Mentorship.Approval", "quorum:2", Three);
        host.Decide("step", "Rejected", "person:a").Decide("step", "Approved", "person:b");
        Assert.Equal(["step"], host.Open);
        host.Decide("step", "Approved", "person:c");
        Assert.Equal("Approved", Outcome(host));

        host = Host("Mentorship.Approval", "quorum:2", Three);
        host.Decide("step", "Rejected", "person:a").Decide("step", "Rejected", "person:b");
        Assert.Equal("Rejected", Outcome(host));
    }

    [Fact]
    public void Signature_AsksOnePerson()
    {
        CaseHost host = Host("Mentorship.Signature", null, Three);
        Assert.Equal(["person:a"], Asked(host));
        host.Decide("step", "Signed");
        Assert.Equal("Signed", Outcome(host));
    }

    [Fact]
    public void Acquaintance_WaitsForEachOfThem()
    {
        CaseHost host = Host("Mentorship.Acquaintance", null, Three);
        foreach (string person in Three)
        {
            Assert.Equal(["step"], host.Open);
            host.Decide("step", "Done", person);
        }
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Document_WithoutADrafter_IsWrittenByTheHost()
    {
        CaseHost host = Host("Mentorship.Document", null, Three);
        Assert.Single(host.Effects.OfType<DraftDocument>());
        Assert.Empty(host.Effects.OfType<PrepareStep>());
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Document_WithADrafter_IsPreparedByAPerson()
    {
        CaseHost host = Host("Mentorship.Document", null, Three, step => step.Text("drafter", "role:secretary"));
        Assert.Empty(host.Effects.OfType<DraftDocument>());
        host.Decide("step", "Done", "person:c");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Mail_GoesOutAndTheCaseGoesOn()
    {
        CaseHost host = Host("Mentorship.Mail", null, Three);
        Assert.Single(host.Effects.OfType<SendMail>());
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Prepared_WithNobody_NeedsAttentionUntilRetried()
    {
        CaseHost host = Host("Mentorship.Task", null, []);
        Assert.True(host.State.NeedsAttention);
        host.Answers["step"] = (Three, StepSchedule.AtOnce);
        host.Apply(new StepRetried(host.Now, "step#1"));
        Assert.False(host.State.NeedsAttention);
        Assert.Equal(StepStatus.Open, host.Live("step").Status);
    }

    [Fact]
    public void Prepared_WithNobody_IsSkippedWhereTheStepSaysSo()
    {
        CaseHost host = Host("Mentorship.Approval", null, [], step => step.Text("whenNobody", "skip"));
        Assert.Equal((StepStatus.Skipped, "Approved"), (host.State.Step("step#1")!.Status, Outcome(host)));
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Decided_ByAStranger_OrAfterTheEnd_IsRefused()
    {
        CaseHost host = Host("Mentorship.Approval", null, Three);
        Assert.Equal("NotAParticipant", host.Refused(new Decided(host.Now, "step#1", "person:z", "Approved")));
        Assert.Equal("StepNotOpen", host.Refused(new Decided(host.Now, "step#2", "person:a", "Approved")));
        Assert.Equal("StepNotOpen", host.Refused(new StepTriggered(host.Now, "step#1")));
        Assert.Equal("NothingToRetry", host.Refused(new StepRetried(host.Now, "step#1")));
        host.Decide("step", "Rejected");
        Assert.Equal("CaseEnded", host.Refused(new Decided(host.Now, "step#1", "person:b", "Approved")));
    }

    [Fact]
    public void HandedOver_GivesTheVoteToTheOther()
    {
        CaseHost host = Host("Mentorship.Approval", null, Three);
        host.Decide("step", "Approved", "person:a");
        Assert.Equal("AlreadyDecided", host.Refused(new WorkHandedOver(host.Now, "step#1", "person:a", "person:d")));
        Assert.Equal("AlreadyAParticipant", host.Refused(new WorkHandedOver(host.Now, "step#1", "person:b", "person:c")));
        host.Apply(new WorkHandedOver(host.Now, "step#1", "person:b", "person:d"));
        Assert.Equal("NotAParticipant", host.Refused(new Decided(host.Now, "step#1", "person:b", "Approved")));
        host.Decide("step", "Approved", "person:d").Decide("step", "Approved", "person:c");
        Assert.Equal("Approved", Outcome(host));
    }

    [Fact]
    public void Cancelled_WithdrawsEverything()
    {
        CaseHost host = Host("Mentorship.Approval", null, Three);
        host.Told();
        host.Apply(new CaseCancelled(host.Now, "передумали"));
        Assert.Equal(FlowStatus.Cancelled, host.State.Status);
        Assert.Contains(host.Effects, e => e is WithdrawWork { Reason: WithdrawReason.CaseCancelled });
        Assert.Equal(new CaseEnded("Cancelled"), host.Effects[^1]);
    }

    [Fact]
    public void Skipped_WithdrawsTheWorkAndGoesByTheOutcome()
    {
        CaseHost host = Host("Mentorship.Approval", null, Three);
        Assert.Equal("UnknownOutcome", host.Refused(new StepSkipped(host.Now, "step#1", "Signed")));
        host.Apply(new StepSkipped(host.Now, "step#1", "Approved"));
        Assert.Equal(StepStatus.Skipped, host.State.Step("step#1")!.Status);
        Assert.Contains(host.Effects, e => e is WithdrawWork { Reason: WithdrawReason.SkippedByAdministrator });
        Assert.Contains(host.Effects, e => e is StepLeft { NodeId: "step", Outcome: "Approved" });
    }

    [Fact]
    public void Failed_IsHeldAndStartsAnewWhenRetried()
    {
        CaseHost host = Host("Mentorship.Approval", null, Three);
        host.Decide("step", "Approved", "person:a");
        host.Apply(new StepFailed(host.Now, "step#1", "нет шаблона"));
        Assert.Equal("нет шаблона", host.Live("step").Reason);
        host.Apply(new StepRetried(host.Now, "step#1"));
        foreach (string person in Three) host.Decide("step", "Approved", person);
        Assert.Equal("Approved", Outcome(host));
    }
}
