using System.Text.Json.Nodes;

namespace Mentorship.Flow.Tests.Asking;

/// <summary>Steps that count their days from the leaving of another step.</summary>
public sealed class AfterEventTests
{
    private static JsonNode After(string? step, string? outcome = null, int? days = 5) => new JsonObject { ["step"] = step, ["outcome"] = outcome, ["days"] = days };

    /// <summary>Two branches: a signature, and a task that counts from it.</summary>
    private static CaseHost Host(JsonNode after)
    {
        CaseHost host = new(Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Signature", "sign", "Подпись").Text("signer", "role:director");
            root.Add("Mentorship.Task", "task", "Познакомить").Text("assignee", "role:curator").Json("after", after);
            root.Connect("start", "sign").Connect("start", "task").Connect("sign", "sign", "Returned");
        }));
        host.Answers["task"] = (["person:t"], new StepSchedule(ScheduleKind.AwaitsEvent, []));
        return host.Start();
    }

    [Fact]
    public void Left_ByTheOutcome_AsksTheHostAgainWithTheInstant()
    {
        CaseHost host = Host(After("sign", "Signed"));
        Assert.Null(Assert.Single(host.Effects.OfType<PrepareStep>(), p => p.NodeId == "task").EventAt);
        host.Decide("sign", "Returned");
        Assert.Equal(StepStatus.Scheduled, host.Live("task").Status);
        host.Told();
        host.Now = Some.Morning.AddDays(2);
        host.Answers["task"] = (["person:t"], new StepSchedule(ScheduleKind.Window, [new Occurrence("", host.Now, host.Now.AddDays(5), null)]));
        host.Decide("sign", "Signed");
        Assert.Equal(host.Now, Assert.Single(host.Effects.OfType<PrepareStep>()).EventAt);
        Assert.Equal(host.Now.AddDays(5), Assert.Single(host.Effects.OfType<OpenWork>()).DueAt);
        Assert.Equal(host.Now, host.Live("task").EventAt);
    }

    [Fact]
    public void AStep_ThatANewerVersionHasNot_HasHappenedAllTheSame()
    {
        ProcessDefinition one = Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Signature", "sign", "Подпись").Text("signer", "role:director");
            root.Add("Mentorship.Task", "between", "Разослать").Text("assignee", "role:curator");
            root.Add("Mentorship.Task", "task", "Познакомить").Text("assignee", "role:curator").Json("after", After("sign"));
            root.Connect("start", "sign").Connect("sign", "between", "Signed").Connect("between", "task");
        });
        CaseHost host = new CaseHost(one).Start();
        DateTimeOffset signed = host.Now;
        host.Decide("sign", "Signed");
        host.Now = Some.Morning.AddDays(2);

        host.Move(new RemoveSteps(["sign"]).Apply(one).Definition!).Decide("between", "Done");

        Assert.Equal(signed, Assert.Single(host.Effects.OfType<PrepareStep>(), p => p.NodeId == "task").EventAt);
    }

    [Fact]
    public void AHost_ThatStillNamesTheEvent_OpensTheWorkAtOnce()
    {
        CaseHost host = Host(After("sign"));
        host.Decide("sign", "Signed");
        Assert.Equal(StepStatus.Open, host.Live("task").Status);
    }

    [Fact]
    public void APerson_MaySayThatItCame_AndTheStepItselfComesLaterWithoutEffect()
    {
        CaseHost host = Host(After("sign"));
        host.Apply(new StepTriggered(host.Now, "task#1"));
        Assert.Equal(StepStatus.Open, host.Live("task").Status);
        Assert.Equal("StepNotOpen", host.Refused(new StepTriggered(host.Now, "task#1")));
        host.Told();
        host.Decide("sign", "Signed");
        Assert.Empty(host.Told().OfType<PrepareStep>());
    }

    [Fact]
    public void AnEvent_ThatHasPassed_CountsFromWhenItWas()
    {
        CaseHost host = new(Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Signature", "sign", "Подпись").Text("signer", "role:director");
            root.Add("Mentorship.Task", "meet", "Встретиться").Text("assignee", "role:mentor");
            root.Add("Mentorship.Task", "task", "Отчитаться").Text("assignee", "role:mentor").Json("after", After("sign", "Signed"));
            root.Connect("start", "sign").Connect("sign", "meet", "Signed").Connect("meet", "task");
        }));
        host.Start().Decide("sign", "Signed");
        host.Told();
        host.Now = Some.Morning.AddDays(3);
        host.Decide("meet", "Done");
        Assert.Equal(Some.Morning, Assert.Single(host.Effects.OfType<PrepareStep>()).EventAt);
        string written = FlowStateJson.Write(host.State);
        Assert.Equal(written, FlowStateJson.Write(FlowStateJson.Read(written)));
    }

    [Theory]
    [InlineData("sign", "Signed", "")]
    [InlineData("sign", null, "")]
    [InlineData(null, null, "")]
    [InlineData("gone", null, "UnknownEvent task")]
    [InlineData("sign", "Approved", "UnknownEvent task")]
    [InlineData("task", null, "EventComesLater task")]
    [InlineData("later", null, "EventComesLater task")]
    [InlineData("stage", null, "EventComesLater task")]
    [InlineData("afterwards", null, "EventComesLater task")]
    public void Check_NamesAnEventThatCannotCome(string? step, string? outcome, string expected)
    {
        ProcessDefinition definition = Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Signature", "sign", "Подпись").Text("signer", "role:director");
            root.AddStage("stage", "Этап", stage =>
            {
                stage.Add("Mentorship.Task", "task", "Задание").Text("assignee", "role:curator").Json("after", After(step, outcome));
                stage.Add("Mentorship.Task", "later", "После него").Text("assignee", "role:curator");
                stage.Connect("task", "later");
            });
            root.Add("Mentorship.Task", "afterwards", "После этапа").Text("assignee", "role:curator");
            root.Connect("start", "sign").Connect("start", "stage").Connect("stage", "afterwards").Connect("sign", "sign", "Returned");
        });
        Assert.Equal(expected, string.Join(", ", GraphChecker.Check(definition).Select(p => $"{p.Code} {p.NodeId}")));
    }

    [Theory]
    [InlineData("""{"step":"sign","days":-1}""")]
    [InlineData("""{"step":"sign","days":"пять"}""")]
    [InlineData("""{"step":"sign","days":2,"from":5}""")]
    [InlineData("""[1]""")]
    [InlineData("через неделю")]
    public void Check_OfAnUnreadableEvent_IsAnError(string after)
    {
        ProcessDefinition definition = Some.OneStep("Mentorship.Task", s => s.Text("assignee", "role:curator").Text("after", after));
        Assert.Equal("BadEvent", Assert.Single(GraphChecker.Check(definition)).Code);
        Assert.NotNull(FlowEngine.Start(FlowGraph.From(definition), new CaseStarted(Some.Morning)).State);
    }
}
