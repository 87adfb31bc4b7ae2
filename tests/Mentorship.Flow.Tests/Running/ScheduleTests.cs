namespace Mentorship.Flow.Tests.Running;

/// <summary>Windows, recurrence, continuous work, events and missing deadlines.</summary>
public sealed class ScheduleTests
{
    private static readonly DateTimeOffset October = Some.Morning.AddMonths(1);
    private static readonly DateTimeOffset November = Some.Morning.AddMonths(2);

    private static CaseHost Host(StepSchedule schedule, string type = "Mentorship.Task", params string[] people)
    {
        CaseHost host = new(Some.OneStep(type));
        host.Answers["step"] = (people.Length == 0 ? ["person:a"] : people, schedule);
        return host.Start();
    }

    private static StepSchedule Window(params Occurrence[] occurrences) => new(ScheduleKind.Window, occurrences);

    private static CaseHost Fire(CaseHost host, string key) => host.Apply(new TimerFired(host.Now, "step#1", key));

    [Fact]
    public void Window_InTheFuture_OpensByItsTimer()
    {
        CaseHost host = Host(Window(new Occurrence("", October, November, null)));
        Assert.Equal(new SetTimer("step#1", "step", "open:", October), Assert.Single(host.Effects.OfType<SetTimer>()));
        Assert.Equal(StepStatus.Scheduled, host.Live("step").Status);
        Assert.Equal("StepNotOpen", host.Refused(new Decided(host.Now, "step#1", "person:a", "Done")));
        Fire(host, "open:");
        Assert.Equal(November, Assert.Single(host.Effects.OfType<OpenWork>()).DueAt);
        host.Decide("step", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Recurring_EachOccurrenceIsWorkOfItsOwnAndTheLastEndsTheStep()
    {
        CaseHost host = Host(Window(new("09", null, October, null), new("10", October, November, null)));
        Assert.Equal("09", Assert.Single(host.Effects.OfType<OpenWork>()).Occurrence);
        host.Decide("step", "Done");
        Assert.Equal(StepStatus.Scheduled, host.Live("step").Status);
        Assert.Equal("AlreadyDecided", host.Refused(new Decided(host.Now, "step#1", "person:a", "Done", "09")));
        Fire(host, "open:10");
        host.Decide("step", "Done", occurrence: "10");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Continuous_AsksOneClosingCheckOnItsLastDay()
    {
        CaseHost host = Host(Window(new Occurrence("", null, November, October)));
        Assert.Equal("close:", Assert.Single(host.Effects.OfType<SetTimer>()).Key);
        Fire(host, "close:");
        Fire(host, "close:");
        Assert.Single(host.Effects.OfType<AskClosingCheck>());
        host.Decide("step", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Continuous_DoneBeforeItsLastDay_CancelsTheCheck()
    {
        CaseHost host = Host(Window(new Occurrence("", null, November, October)));
        host.Decide("step", "Done");
        Assert.Contains(new CancelTimer("step#1", "step", "close:"), host.Effects);
    }

    [Fact]
    public void TimerFired_ForWhatIsNoLongerOpen_ChangesNothing()
    {
        CaseHost host = Host(Window(new Occurrence("", October, November, null)));
        string before = FlowStateJson.Write(host.State);
        Fire(Fire(host, "close:"), "wait");
        host.Apply(new TimerFired(host.Now, "other#1", "open:"));
        Assert.Equal(before, FlowStateJson.Write(host.State));
        Fire(host, "open:");
        Fire(host, "open:");
        Assert.Single(host.Effects.OfType<OpenWork>());
        host.Decide("step", "Done");
        Fire(host, "open:");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void AwaitsEvent_OpensWhenItIsTriggered()
    {
        CaseHost host = Host(new StepSchedule(ScheduleKind.AwaitsEvent, []));
        Assert.Empty(host.Effects.OfType<OpenWork>());
        host.Apply(new StepTriggered(host.Now, "step#1"));
        Assert.Single(host.Effects.OfType<OpenWork>());
        Assert.Equal("StepNotOpen", host.Refused(new StepTriggered(host.Now, "step#1")));
        host.Decide("step", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void NeedsDeadline_OpensNothingUntilARetryFindsOne()
    {
        CaseHost host = Host(new StepSchedule(ScheduleKind.NeedsDeadline, []));
        Assert.Empty(host.Effects.OfType<OpenWork>());
        Assert.False(host.State.NeedsAttention);
        Assert.Equal(ScheduleKind.NeedsDeadline, host.Live("step").ScheduleKind);
        host.Answers["step"] = (["person:a"], StepSchedule.AtOnce);
        host.Apply(new StepRetried(host.Now, "step#1"));
        Assert.Single(host.Effects.OfType<OpenWork>());
    }

    [Fact]
    public void PreparedAgain_Unchanged_TellsNothing()
    {
        StepSchedule schedule = Window(new Occurrence("", null, October, null));
        CaseHost host = Host(schedule);
        host.Told();
        host.Apply(new StepPrepared(host.Now, "step#1", ["person:a"], schedule));
        Assert.Empty(host.Told());
    }

    [Fact]
    public void PreparedAgain_WithAnotherDate_UpdatesTheWork()
    {
        CaseHost host = Host(Window(new Occurrence("", null, October, null)));
        host.Told();
        host.Apply(new StepPrepared(host.Now, "step#1", ["person:a"], Window(new Occurrence("", null, November, null))));
        OpenWork updated = Assert.IsType<OpenWork>(Assert.Single(host.Told()));
        Assert.Equal(November, updated.DueAt);
    }

    [Fact]
    public void PreparedAgain_WithOtherPeople_WithdrawsAndAsks()
    {
        CaseHost host = Host(StepSchedule.AtOnce, "Mentorship.Approval", "person:a", "person:b", "person:c");
        host.Decide("step", "Approved", "person:a").Told();
        host.Apply(new StepPrepared(host.Now, "step#1", ["person:a", "person:b", "person:d"], StepSchedule.AtOnce));
        List<Effect> told = host.Told();
        Assert.Equal(2, told.Count);
        Assert.Equal(("person:c", WithdrawReason.StepChanged), (Assert.Single(told.OfType<WithdrawWork>()).Participant, told.OfType<WithdrawWork>().Single().Reason));
        Assert.Equal("person:d", Assert.Single(told.OfType<OpenWork>()).Participant);
        host.Decide("step", "Approved", "person:b").Decide("step", "Approved", "person:d");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void PreparedAgain_WithoutThoseWhoAreMissing_IsDone()
    {
        CaseHost host = Host(StepSchedule.AtOnce, "Mentorship.Approval", "person:a", "person:b");
        host.Decide("step", "Approved", "person:a");
        host.Apply(new StepPrepared(host.Now, "step#1", ["person:a"], StepSchedule.AtOnce));
        Assert.Equal(FlowStatus.Finished, host.State.Status);
        Assert.Equal("Approved", host.State.Step("step#1")!.Outcome);
    }

    [Fact]
    public void PreparedAgain_MovedIntoTheFuture_IsTakenBackAndOpensThen()
    {
        CaseHost host = Host(Window(new Occurrence("", null, October, null)));
        host.Told();
        host.Apply(new StepPrepared(host.Now, "step#1", ["person:a"], Window(new Occurrence("", October, November, null))));
        Assert.Contains(host.Effects, e => e is WithdrawWork { Participant: "person:a", Reason: WithdrawReason.StepChanged });
        Assert.Contains(new SetTimer("step#1", "step", "open:", October), host.Effects);
        Assert.Equal(StepStatus.Scheduled, host.Live("step").Status);
    }

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "1.00:00:00")]
    [InlineData("Elsa.Delay", "timeSpan", "P1D")]
    [InlineData("Elsa.StartAt", "dateTime", "2026-09-02T09:00:00+03:00")]
    public void Wait_SetsItsTimerAndGoesOn(string type, string input, string value)
    {
        CaseHost host = new CaseHost(Some.OneStep(type, step => step.Text(input, value))).Start();
        Assert.Equal(new SetTimer("step#1", "step", "wait", Some.Morning.AddDays(1)), Assert.Single(host.Effects.OfType<SetTimer>()));
        Fire(host, "wait");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Wait_WithoutAnInstant_NeedsAttention() =>
        Assert.True(new CaseHost(Some.OneStep("Elsa.Delay", step => step.Text("timeSpan", "скоро"))).Start().State.NeedsAttention);

    [Fact]
    public void Event_WaitsToBeTriggered()
    {
        CaseHost host = new CaseHost(Some.OneStep("Elsa.Event", step => step.Text("eventName", "принят"))).Start();
        host.Apply(new StepTriggered(host.Now, "step#1"));
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }
}
