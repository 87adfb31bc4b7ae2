using Mentorship.Flow.Tests.Nodes;
using Mentorship.Flow.Tests.Nestings;
using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.TakingBack;

/// <summary>A decision taken back: the case stands as if it had never been made, or the decision stands.</summary>
public sealed class TakingBackTests
{
    [Fact]
    public void TakenBack_WhatAChildGaveBackStays()
    {
        string run = Drawn.Activity("run", "Elsa.ExecuteWorkflow", ",\"workflowDefinitionId\":\"child\"" + Drawn.Input("outputs", "Object", """{"sum":"total"}"""));
        Diary diary = new(Drawn.With($"\"variables\":[{Drawn.Variable("sum", "Double", "0")}],", Drawn.Activity("both", "Elsa.Parallel", $",\"activities\":[{run},{Drawn.Task("ask", Drawn.Input("notDone", "Literal", "true"))}]"), Drawn.Task("after")));
        Decided decision = diary.Decide("ask", "Done");
        diary.Apply(new ChildEnded(Some.Morning, "run#1", "Done", new Dictionary<string, object?> { ["total"] = double.PositiveInfinity }));
        Assert.Equal(["after"], diary.Host.Open);
        diary.TakeBack(decision);
        Assert.Equal(["ask"], diary.Host.Open);
        Assert.Equal(double.PositiveInfinity, diary.Host.State.Variables["sum"]);
    }

    [Fact]
    public void TheLastDecision_TakenBack_GivesTheBytesBefore_ThoughWrittenAndRead() => ForAllSeeds(400, seed =>
    {
        Random random = new(seed);
        (_, ProcessDefinition definition, RandomNesting source) = RandomNesting.Make(random);
        Diary diary = new(definition);
        while (diary.Host.Open.Any())
        {
            string before = FlowStateJson.Write(diary.Host.State);
            HashSet<(string, string)> work = [.. diary.Work];
            string step = diary.Host.Open.ElementAt(random.Next(diary.Host.Open.Count()));
            Decided decision = diary.Decide(step, source.Outcome(step, diary.Host.History.Count));
            TakenBack taken = diary.Without(decision);
            Assert.Null(taken.Result.Refusal);
            Assert.Equal(before, FlowStateJson.Write(taken.Result.State));
            Assert.Equal(work, diary.WorkAfter(taken.Result.Effects));
        }
    });

    [Fact]
    public void AnyDecision_TakenBack_GivesTheCaseThatNeverHadIt_OrFitsNoMore() => ForAllSeeds(400, seed =>
    {
        Random random = new(seed);
        (_, ProcessDefinition definition, RandomNesting source) = RandomNesting.Make(random);
        Diary diary = new(definition);
        List<Decided> made = [];
        for (int i = random.Next(2, 12); i > 0 && diary.Host.Open.Any(); i--)
        {
            string step = diary.Host.Open.ElementAt(random.Next(diary.Host.Open.Count()));
            made.Add(diary.Decide(step, source.Outcome(step, i)));
        }
        int taken = random.Next(made.Count);
        Diary never = new(definition);
        bool fits = made.Where((_, i) => i != taken).All(never.Fits);

        TakenBack back = diary.Without(made[taken]);

        Assert.Equal(fits, back.Result.Refusal is null);
        if (!fits)
        {
            Assert.Equal("DecisionFollowed", back.Result.Refusal!.Code);
            return;
        }
        Assert.Equal(never.Work, diary.WorkAfter(back.Result.Effects));
        diary.Host.Take(back.Result);
        Assert.Equal(FlowStateJson.Write(never.Host.State), FlowStateJson.Write(diary.Host.State));
    });

    [Fact]
    public void AfterATakingBack_TheOthersCanStillBeTakenBack()
    {
        Diary diary = new(Two);
        Decided left = diary.Decide("left", "Approved"), right = diary.Decide("right", "Approved");
        string both = FlowStateJson.Write(diary.Host.State);
        Assert.Equal(["sign"], diary.Host.Open);

        diary.TakeBack(left);
        Assert.Equal(["left"], diary.Host.Open);
        diary.TakeBack(right);
        Assert.Equal(["left", "right"], diary.Host.Open);
        diary.Decide("left", "Approved");
        diary.Decide("right", "Approved");

        Assert.Equal(both, FlowStateJson.Write(diary.Host.State));
    }

    [Fact]
    public void OfManyWhoConcur_OneTakesBack_TheAnswersOfTheOthersStay()
    {
        Diary diary = new(Some.OneStep("Mentorship.Approval"), host => host.Answers["step"] = (["person:a", "person:b", "person:c"], StepSchedule.AtOnce));
        Decided first = diary.Decide("step", "Approved", "person:a");
        diary.Decide("step", "Approved", "person:b");
        TakenBack back = diary.TakeBack(first);
        Assert.Equal("person:a", Assert.Single(back.Result.Effects.OfType<ReopenWork>()).Participant);
        Assert.Equal(["person:b"], diary.Host.Live("step").Votes.Select(v => v.Participant));
        diary.Decide("step", "Approved", "person:a");
        diary.Decide("step", "Approved", "person:c");
        Assert.Equal(FlowStatus.Finished, diary.Host.State.Status);
    }

    [Fact]
    public void AReturn_TakenBack_OpensTheWorkThatItWithdrew()
    {
        Diary diary = new(Some.OneStep("Mentorship.Approval"), host => host.Answers["step"] = (["person:a", "person:b"], StepSchedule.AtOnce));
        TakenBack back = diary.TakeBack(diary.Decide("step", "Returned", "person:a"));
        Assert.Equal(["person:a", "person:b"], back.Result.Effects.OfType<ReopenWork>().Select(w => w.Participant).Order(StringComparer.Ordinal));
        Assert.Equal(FlowStatus.Running, diary.Host.State.Status);
    }

    [Fact]
    public void InTurn_TheNextIsWithdrawnAgain()
    {
        Diary diary = new(Some.OneStep("Mentorship.Approval", step => step.Text("mode", "sequence")), host => host.Answers["step"] = (["person:a", "person:b"], StepSchedule.AtOnce));
        TakenBack back = diary.TakeBack(diary.Decide("step", "Approved", "person:a"));
        Assert.Equal(("person:b", WithdrawReason.DecisionTakenBack), back.Result.Effects.OfType<WithdrawWork>().Select(w => (w.Participant!, w.Reason)).Single());
        Assert.Equal("NotAskedYet", diary.Host.Refused(new Decided(Some.Morning, "step#1", "person:b", "Approved")));
    }

    [Fact]
    public void ATimerThatTheDecisionTookAway_IsSetAsItWas()
    {
        Diary diary = new(Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Approval", "left", "Левое");
            root.Add("Elsa.Delay", "delay", "Ждать").Text("timeSpan", "2.00:00:00");
            root.Add("Elsa.Finish", "finish", "Всё");
            root.Connect("start", "left").Connect("start", "delay").Connect("left", "finish", "Approved");
        }));
        SetTimer wait = diary.Timers.Single();
        Decided decision = diary.Decide("left", "Approved");
        Assert.Empty(diary.Timers);

        TakenBack back = diary.TakeBack(decision);

        Assert.Equal(wait, Assert.Single(back.Result.Effects.OfType<SetTimer>()));
        Assert.Equal(["delay", "left"], diary.Host.Open);
    }

    [Fact]
    public void ATimerThatTheDecisionSet_IsCancelled_AndWhatFiredElsewhereStays()
    {
        Diary diary = new(Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Approval", "left", "Левое");
            root.Add("Elsa.Delay", "after", "Потом").Text("timeSpan", "2.00:00:00");
            root.Add("Elsa.Delay", "beside", "Рядом").Text("timeSpan", "1.00:00:00");
            root.Add("Mentorship.Approval", "late", "Позже");
            root.Connect("start", "left").Connect("start", "beside").Connect("left", "after", "Approved").Connect("beside", "late");
        }));
        Decided decision = diary.Decide("left", "Approved");
        diary.Apply(new TimerFired(Some.Morning.AddDays(1), "beside#1", "wait"));

        TakenBack back = diary.TakeBack(decision);

        Assert.Equal("after#1", Assert.Single(back.Result.Effects.OfType<CancelTimer>()).Step);
        Assert.Empty(back.Result.Effects.OfType<SetTimer>());
        Assert.Equal(["late", "left"], diary.Host.Open);
    }

    /// <summary>The round is withdrawn after the decision that led to it: without the decision it never had a timer to set again.</summary>
    [Fact]
    public void ATimerThatCameAndWentMeanwhile_IsNotSetAgain()
    {
        Diary diary = new(Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Approval", "left", "Левое");
            root.Add("Elsa.Delay", "after", "Потом").Text("timeSpan", "2.00:00:00");
            root.Add("Mentorship.Approval", "right", "Правое");
            root.Add("Elsa.FlowJoin", "first", "Первый").Text("mode", "WaitAny");
            root.Connect("start", "left").Connect("start", "right").Connect("left", "after", "Approved").Connect("after", "first").Connect("right", "first", "Approved");
            root.Add("Mentorship.Approval", "last", "Последнее");
            root.Connect("first", "last");
        }));
        Decided left = diary.Decide("left", "Approved");
        diary.Decide("right", "Approved");

        TakenBack back = diary.TakeBack(left);

        Assert.Empty(back.Result.Effects.OfType<SetTimer>());
        Assert.Empty(diary.Timers);
        Assert.Equal(["last"], diary.Host.Open);
    }

    [Fact]
    public void WhatNobodyWasNamedFor_IsKeptAndReadBack()
    {
        Diary diary = new(Two, host => host.Answers["sign"] = ([], StepSchedule.AtOnce));
        diary.Decide("left", "Approved");
        Decided right = diary.Decide("right", "Approved");
        Assert.True(diary.Host.State.NeedsAttention);
        diary.TakeBack(right);
        Assert.Equal(["right"], diary.Host.Open);
    }

    [Fact]
    public void InALoop_WorkIsOpenedAgainAsTheRoundOfItsItem()
    {
        Diary diary = new(Nodes.Drawn.InARow(Nodes.Drawn.Activity("loop", "Elsa.ParallelForEach", $"{Nodes.Drawn.Input("items", "Literal", "а, б, в")},\"body\":{Nodes.Drawn.Task("meet")}")));
        Decided third = new(diary.Host.Now, "meet#3", "person:one", "Done");
        diary.Apply(third);
        Assert.Equal(1, Assert.Single(diary.TakeBack(third).Result.Effects.OfType<ReopenWork>()).Round);
    }

    [Fact]
    public void MailsAndDocuments_AreToldAsUndone()
    {
        Diary diary = new(Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Approval", "left", "Левое");
            root.Add("Mentorship.Mail", "mail", "Письмо").Text("to", "role:curator");
            root.Add("Mentorship.Document", "register", "Реестр").Text("kind", "register-pairs");
            root.Connect("start", "left").Connect("left", "mail", "Approved").Connect("mail", "register");
        }));
        TakenBack back = diary.Without(diary.Decide("left", "Approved"));
        Assert.Equal(["mail#1", "register#1"], back.Undone.Select(e => e.Step));
        Assert.Empty(back.Result.Effects.OfType<SendMail>());
    }

    [Fact]
    public void WhatIsNotAmongTheRecent_IsTooLate()
    {
        Diary diary = new(Two);
        diary.Decide("left", "Approved");
        Assert.Equal("TooLateToTakeBack", FlowEngine.TakeBack(diary.Host.Graph, diary.Host.State, [], new Decided(Some.Morning, "left#1", "person:one", "Approved")).Result.Refusal?.Code);
        Assert.Equal("TooLateToTakeBack", diary.Without(new Decided(Some.Morning, "right#1", "person:one", "Approved")).Result.Refusal?.Code);
    }

    private static ProcessDefinition Two { get; } = Some.Process(root =>
    {
        root.Add("Elsa.Start", "start", "Начало");
        root.Add("Mentorship.Approval", "left", "Левое");
        root.Add("Mentorship.Approval", "right", "Правое");
        root.Add("Elsa.FlowJoin", "join", "Слияние");
        root.Add("Mentorship.Signature", "sign", "Подпись");
        root.Connect("start", "left").Connect("start", "right").Connect("left", "join", "Approved").Connect("right", "join", "Approved").Connect("join", "sign");
    });
}
