namespace Mentorship.Flow.Tests.Asking;

/// <summary>Reminders and escalations: one timer of each kind at a time, to those who have not answered, none after the decision.</summary>
public sealed class ReminderTests
{
    private static readonly DateTimeOffset First = Some.Morning.AddDays(3), Second = Some.Morning.AddDays(5), Third = Some.Morning.AddDays(9);

    private static CaseHost Host(string type, string? mode, string[] people, params Occurrence[] occurrences)
    {
        CaseHost host = new(Some.OneStep(type, s => s.Text("mode", mode)));
        host.Answers["step"] = (people, new StepSchedule(ScheduleKind.Window, occurrences));
        return host.Start();
    }

    private static Occurrence Reminded(params DateTimeOffset[] at) => new("", null, Second, null) { Reminders = at };

    private static CaseHost Fire(CaseHost host, string key, DateTimeOffset at)
    {
        host.Now = at;
        return host.Apply(new TimerFired(at, "step#1", key));
    }

    private static string[] Keys(IEnumerable<Effect> effects) => [.. effects.Select(e => e switch
    {
        SetTimer set => $"set {set.Key} {(set.DueAt - Some.Morning).Days}",
        CancelTimer cancel => $"cancel {cancel.Key}",
        RemindOfWork remind => $"remind {remind.Participant}",
        EscalateWork escalate => $"escalate {escalate.Participant}",
        _ => ""
    }).Where(t => t.Length > 0)];

    [Fact]
    public void Opened_WithoutReminders_SetsNoTimer()
    {
        CaseHost host = Host("Mentorship.Approval", null, ["person:a"], new Occurrence("", null, Second, null));
        Assert.Empty(Keys(host.Told()));
        Assert.DoesNotContain("remind", FlowStateJson.Write(host.State));
    }

    [Fact]
    public void Fired_RemindsThoseWhoHaveNotAnsweredAndSetsTheNext()
    {
        CaseHost host = Host("Mentorship.Approval", "all", ["person:a", "person:b"], Reminded(First, Third));
        Assert.Equal(["set remind: 3"], Keys(host.Told()));
        host.Decide("step", "Approved", "person:a").Told();
        Fire(host, "remind:", First);
        Assert.Equal(["remind person:b", "set remind: 9"], Keys(host.Told()));
        host.Decide("step", "Approved", "person:b");
        Assert.Equal(["cancel remind:"], Keys(host.Told()));
        FlowResult late = FlowEngine.Apply(host.Graph, host.State, new TimerFired(Third, "step#1", "remind:"));
        Assert.Empty(late.Effects);
    }

    [Fact]
    public void Fired_AfterAStandstill_RemindsOnce()
    {
        CaseHost host = Host("Mentorship.Approval", null, ["person:a"], Reminded(First, Second, Third));
        host.Told();
        Fire(host, "remind:", Second.AddDays(1));
        Assert.Equal(["remind person:a", "set remind: 9"], Keys(host.Told()));
        Fire(host, "remind:", Third);
        Assert.Equal(["remind person:a"], Keys(host.Told()));
    }

    [Fact]
    public void Opened_AfterTheReminder_LeavesItOut()
    {
        CaseHost host = Host("Mentorship.Task", null, ["person:a"], new Occurrence("", Second, Third, null) { Reminders = [First, Third] });
        host.Told();
        Fire(host, "open:", Second);
        Assert.Contains("set remind: 9", Keys(host.Told()));
    }

    [Fact]
    public void Sequence_RemindsOnlyWhoseTurnItIs()
    {
        CaseHost host = Host("Mentorship.Approval", "sequence", ["person:a", "person:b"], Reminded(First, Third));
        Fire(host, "remind:", First);
        Assert.Contains("remind person:a", Keys(host.Told()));
        host.Decide("step", "Approved", "person:a");
        Fire(host, "remind:", Third);
        Assert.Contains("remind person:b", Keys(host.Told()));
    }

    [Fact]
    public void Escalation_NamesWhoHolds_AndStopsWithTheDecision()
    {
        CaseHost host = Host("Mentorship.Task", "any", ["person:a"], new Occurrence("", null, First, null) { Escalations = [Second, Third] });
        Assert.Equal(["set escalate: 5"], Keys(host.Told()));
        Fire(host, "escalate:", Second);
        Assert.Equal(["escalate person:a", "set escalate: 9"], Keys(host.Told()));
        host.Apply(new WorkHandedOver(host.Now, "step#1", "person:a", "person:z"));
        Fire(host, "escalate:", Third);
        Assert.Equal(["escalate person:z"], Keys(host.Told()));
        host.Decide("step", "Done", "person:z");
        Assert.Empty(Keys(host.Told()));
    }

    [Fact]
    public void State_WithReminders_IsWrittenAndReadBackTheSame()
    {
        CaseHost host = Host("Mentorship.Task", "any", ["person:a"], new Occurrence("", null, First, null) { Reminders = [First], Escalations = [Second, Third] });
        string written = FlowStateJson.Write(host.State);
        Assert.Equal(written, FlowStateJson.Write(FlowStateJson.Read(written)));
        Assert.Equal([Second, Third], FlowStateJson.Read(written).Step("step#1")!.Occurrences[0].Escalations);
    }

    [Fact]
    public void PreparedAgain_MovesTheTimer()
    {
        CaseHost host = Host("Mentorship.Approval", null, ["person:a"], Reminded(First));
        host.Told();
        host.Apply(new StepPrepared(host.Now, "step#1", ["person:a"], new StepSchedule(ScheduleKind.Window, [Reminded(Third)])));
        Assert.Equal(["set remind: 9"], Keys(host.Told()));
        host.Apply(new StepPrepared(host.Now, "step#1", ["person:a"], new StepSchedule(ScheduleKind.Window, [Reminded()])));
        Assert.Equal(["cancel remind:"], Keys(host.Told()));
    }

    [Fact]
    public void Skipped_TakesTheTimersAway()
    {
        CaseHost host = Host("Mentorship.Task", null, ["person:a"], new Occurrence("", null, First, null) { Reminders = [First], Escalations = [Second] });
        host.Told();
        host.Apply(new StepSkipped(host.Now, "step#1"));
        Assert.Equal(["cancel remind:", "cancel escalate:"], Keys(host.Told()));
    }
}
