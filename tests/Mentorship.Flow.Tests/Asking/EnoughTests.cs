namespace Mentorship.Flow.Tests.Asking;

/// <summary>Quorums, surveys, consents and pairs: when enough is there.</summary>
public sealed class EnoughTests
{
    private static readonly DateTimeOffset Due = Some.Morning.AddDays(7);

    private static string[] People(int count) => [.. Enumerable.Range(1, count).Select(n => $"person:{n}")];

    private static CaseHost Host(string type, int people, Action<ActivityBuilder>? settings = null, bool notEnough = false)
    {
        CaseHost host = new(Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            ActivityBuilder step = root.Add(type, "step", "Шаг");
            settings?.Invoke(step);
            root.Add("Mentorship.Task", "after", "Дальше");
            root.Add("Mentorship.Task", "failed", "Иначе");
            root.Connect("start", "step").Connect("step", "after", type.EndsWith("Approval", StringComparison.Ordinal) ? "Approved" : "Done");
            if (notEnough) root.Connect("step", "failed", "NotEnough");
        }));
        host.Answers["step"] = (People(people), new StepSchedule(ScheduleKind.Window, [new Occurrence("", null, Due, null)]));
        return host.Start();
    }

    private static CaseHost Answer(CaseHost host, string outcome, params int[] people)
    {
        foreach (int person in people) host.Apply(new Decided(host.Now, "step#1", $"person:{person}", outcome));
        return host;
    }

    private static string? Outcome(CaseHost host) => host.State.Step("step#1")!.Outcome;

    [Theory]
    [InlineData("quorum:2", 5, 2)]
    [InlineData("quorum:60%", 5, 3)]
    [InlineData("quorum:60 %", 4, 3)]
    [InlineData("quorum:1%", 5, 1)]
    [InlineData("quorum:100%", 3, 3)]
    [InlineData("quorum:9", 3, 3)]
    public void Quorum_IsThereWithTheLastNeeded(string mode, int people, int needed)
    {
        CaseHost host = Host("Mentorship.Approval", people, s => s.Text("mode", mode));
        for (int n = 1; n < needed; n++)
        {
            Answer(host, "Approved", n);
            Assert.Null(Outcome(host));
        }
        Answer(host, "Approved", needed);
        Assert.Equal("Approved", Outcome(host));
        Assert.Equal(people - needed, host.Effects.OfType<WithdrawWork>().Count(w => w.Reason == WithdrawReason.AnotherDecided));
    }

    [Fact]
    public void Quorum_ThatCanNoLongerCome_IsRejected()
    {
        CaseHost host = Answer(Host("Mentorship.Approval", 3, s => s.Text("mode", "quorum:2")), "Rejected", 1);
        Assert.Null(Outcome(host));
        Assert.Equal("Rejected", Outcome(Answer(host, "Rejected", 2)));
    }

    [Fact]
    public void Quorum_AReturn_ClosesItForEverybody() =>
        Assert.Equal("Returned", Outcome(Answer(Host("Mentorship.Approval", 5, s => s.Text("mode", "quorum:3")), "Returned", 4)));

    [Fact]
    public void Quorum_TheVoteOfWhomTheWorkWentTo_Counts()
    {
        CaseHost host = Host("Mentorship.Approval", 3, s => s.Text("mode", "quorum:2"));
        host.Apply(new WorkHandedOver(host.Now, "step#1", "person:3", "person:9"));
        Assert.Equal("NotAParticipant", host.Refused(new Decided(host.Now, "step#1", "person:3", "Approved")));
        Assert.Equal("Approved", Outcome(Answer(host, "Approved", 1, 9)));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("any")]
    [InlineData("one")]
    [InlineData("sequence")]
    [InlineData("quorum:2")]
    public void EveryMode_ASecondVoteOfOnePerson_IsRefused(string mode)
    {
        CaseHost host = Answer(Host("Mentorship.Approval", 3, s => s.Text("mode", mode)), "Approved", 1);
        if (Outcome(host) is null) Assert.Equal("AlreadyDecided", host.Refused(new Decided(host.Now, "step#1", "person:1", "Approved")));
        else Assert.Equal("StepNotOpen", host.Refused(new Decided(host.Now, "step#1", "person:1", "Approved")));
    }

    [Theory]
    [InlineData("all", 3)]
    [InlineData("any", 1)]
    [InlineData("one", 1)]
    [InlineData("sequence", 3)]
    public void EveryMode_IsApprovedWhenItsAnswersAreThere(string mode, int answers)
    {
        CaseHost host = Host("Mentorship.Approval", 3, s => s.Text("mode", mode));
        for (int n = 1; n <= answers; n++)
        {
            Assert.Null(Outcome(host));
            Answer(host, "Approved", n);
        }
        Assert.Equal("Approved", Outcome(host));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("any")]
    [InlineData("one")]
    [InlineData("sequence")]
    public void EveryMode_WhoTakesOver_AnswersInTheirPlace(string mode)
    {
        CaseHost host = Host("Mentorship.Approval", 2, s => s.Text("mode", mode));
        host.Apply(new WorkHandedOver(host.Now, "step#1", "person:1", "person:9"));
        Answer(host, "Approved", 9);
        if (Outcome(host) is null) Answer(host, "Approved", 2);
        Assert.Equal("Approved", Outcome(host));
    }

    [Theory]
    [InlineData(null, 4, 4)]
    [InlineData("all", 4, 4)]
    [InlineData("3", 4, 3)]
    [InlineData("50%", 4, 2)]
    [InlineData("7", 4, 4)]
    public void Survey_IsDoneWhenEnoughHaveAnswered(string? enough, int people, int needed)
    {
        CaseHost host = Host("Mentorship.Survey", people, s => s.Text("enough", enough));
        Answer(host, "Done", [.. Enumerable.Range(1, needed - 1)]);
        Assert.Null(Outcome(host));
        Answer(host, "Done", needed);
        Assert.Equal("Done", Outcome(host));
        Assert.Equal(people - needed, host.Effects.OfType<WithdrawWork>().Count(w => w.Reason == WithdrawReason.EnoughAnswered));
    }

    [Fact]
    public void Survey_AtItsDeadline_IsNotEnoughWhereThatIsDrawn()
    {
        CaseHost host = Answer(Host("Mentorship.Survey", 3, notEnough: true), "Done", 1);
        SetTimer due = Assert.Single(host.Effects.OfType<SetTimer>());
        Assert.Equal(("due:", Due), (due.Key, due.DueAt));
        host.Now = Due;
        host.Apply(new TimerFired(Due, "step#1", "due:"));
        Assert.Equal("NotEnough", Outcome(host));
        Assert.Equal(2, host.Effects.OfType<WithdrawWork>().Count(w => w.Reason == WithdrawReason.DeadlinePassed));
        Assert.Equal(["failed"], host.Open);
    }

    [Fact]
    public void Survey_ThatIsDone_TakesItsDeadlineAway()
    {
        CaseHost host = Answer(Host("Mentorship.Survey", 1, notEnough: true), "Done", 1);
        Assert.Contains(host.Effects, e => e is CancelTimer { Key: "due:" });
        Assert.Equal(["after"], host.Open);
    }

    [Fact]
    public void Survey_WithoutTheOutcome_WaitsPastItsDeadline() => Assert.Empty(Host("Mentorship.Survey", 3).Effects.OfType<SetTimer>());

    [Fact]
    public void Consents_ARefusal_IsAnAnswerButNoConsent()
    {
        CaseHost host = Host("Mentorship.Consents", 3, s => s.Text("enough", "2"), notEnough: true);
        Answer(host, "Refused", 1);
        Assert.Equal("AlreadyDecided", host.Refused(new Decided(host.Now, "step#1", "person:1", "Done")));
        Answer(host, "Refused", 2);
        Assert.Null(Outcome(host));
        Assert.Equal("NotEnough", Outcome(Answer(host, "Done", 3)));
    }

    [Fact]
    public void Consents_EnoughGiven_GoOnInSpiteOfARefusal() =>
        Assert.Equal("Done", Outcome(Answer(Answer(Host("Mentorship.Consents", 4, s => s.Text("enough", "50%")), "Refused", 1), "Done", 2, 3)));

    [Fact]
    public void Consents_TooFew_WithNoWayForIt_NeedAttention()
    {
        CaseHost host = Answer(Answer(Host("Mentorship.Consents", 2), "Done", 1), "Refused", 2);
        Assert.Equal(StepStatus.Attention, host.State.Step("step#1")!.Status);
        host.Apply(new StepSkipped(host.Now, "step#1"));
        Assert.Equal(["after"], host.Open);
    }

    [Fact]
    public void Pairs_AreConfirmedByOne_WhateverEnoughSays()
    {
        CaseHost host = Host("Mentorship.Pairs", 2, s => s.Text("enough", "10"));
        Assert.Equal("UnknownOutcome", host.Refused(new Decided(host.Now, "step#1", "person:1", "Refused")));
        Assert.Equal("Done", Outcome(Answer(host, "Done", 2)));
    }

    [Theory]
    [InlineData("101%")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("0%")]
    [InlineData("много")]
    [InlineData("2.5")]
    public void Share_OfNonsense_IsNone(string text) => Assert.Null(Share.Read(text));
}
