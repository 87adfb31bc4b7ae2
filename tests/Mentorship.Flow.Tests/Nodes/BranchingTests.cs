namespace Mentorship.Flow.Tests.Nodes;

/// <summary>If, the two switches, Parallel, While, Complete: drawn as Elsa Studio draws them.</summary>
public sealed class BranchingTests
{
    private static readonly string Case1 = """{"label":"Большая","condition":{"type":"JavaScript","value":"variables.sum > 100"}""";
    private static readonly string Case2 = """{"label":"Чётная","condition":{"type":"JavaScript","value":"variables.sum % 2 === 0"}""";

    private static CaseHost Start(ProcessDefinition definition, params (string, object?)[] variables) =>
        new CaseHost(definition, variables: variables.ToDictionary(v => v.Item1, v => v.Item2)).Start();

    [Theory]
    [InlineData(500, "yes")]
    [InlineData(5, "no")]
    public void If_RunsOneOfItsTwoAndGoesOn(int sum, string open)
    {
        CaseHost host = Start(Drawn.InARow(Drawn.Activity("if", "Elsa.If", $"{Drawn.Input("condition", "JavaScript", "variables.sum > 100")},\"then\":{Drawn.Task("yes")},\"else\":{Drawn.Task("no")}"), Drawn.Task("after")), ("sum", sum));
        Assert.Equal([open], host.Open);
        Assert.Equal(["after"], host.Decide(open, "Done").Open);
    }

    [Fact]
    public void If_WithoutTheBranchItShouldRun_IsDoneAtOnce() =>
        Assert.Equal(["after"], Start(Drawn.InARow(Drawn.Activity("if", "Elsa.If", $"{Drawn.Input("condition", "Literal", "false")},\"then\":{Drawn.Task("yes")}"), Drawn.Task("after"))).Open);

    [Fact]
    public void If_WhoseConditionHasNoValue_IsHeldAndTriedAgain()
    {
        CaseHost host = Start(Drawn.InARow(Drawn.Activity("if", "Elsa.If", $"{Drawn.Input("condition", "JavaScript", "variables.late")},\"then\":{Drawn.Task("yes")}")));
        Assert.Contains("late", Assert.Single(host.State.OpenSteps).Reason);
        host.Apply(new VariableSet(host.Now, "late", true)).Apply(new StepRetried(host.Now, "if#1"));
        Assert.Equal(["yes"], host.Open);
    }

    [Theory]
    [InlineData("MatchFirst", 200, "big")]
    [InlineData("MatchFirst", 2, "even")]
    [InlineData("MatchFirst", 1, "none")]
    [InlineData("MatchAny", 200, "big even")]
    public void FlowSwitch_GoesByTheLabelsThatHold(string mode, int sum, string open)
    {
        string choice = Drawn.Activity("choice", "Elsa.FlowSwitch", $$""","cases":[{{Case1}}},{{Case2}}}],"mode":{"typeName":"Elsa.Workflows.SwitchMode, Elsa.Workflows.Core","expression":{"type":"Literal","value":"{{mode}}"} }""");
        ProcessDefinition definition = Some.Read($$"""{"id":"1","definitionId":"d","name":"n","variables":[{{Drawn.Variable("sum", "Int32", "0")}}],"root":{{Drawn.Activity("flow", "Elsa.Flowchart",
            $$""","activities":[{{choice}},{{Drawn.Task("big")}},{{Drawn.Task("even")}},{{Drawn.Task("none")}},{{Drawn.Task("last")}}],"connections":[{{Drawn.Arrow("choice", "big", "Большая")}},{{Drawn.Arrow("choice", "even", "Чётная")}},{{Drawn.Arrow("choice", "none", "Default")}},{{Drawn.Arrow("big", "last")}},{{Drawn.Arrow("even", "last")}},{{Drawn.Arrow("none", "last")}}]""")}} }""");
        Assert.DoesNotContain(GraphChecker.Check(definition), p => p.Severity == Severity.Error);
        CaseHost host = Start(definition, ("sum", sum));
        Assert.Equal(open, string.Join(' ', host.Open));
        foreach (string step in open.Split(' ')) host.Decide(step, "Done");
        Assert.Equal(["last"], host.Open);
        Assert.Equal("last#1", host.Live("last").Id);
    }

    [Theory]
    [InlineData(200, "big")]
    [InlineData(1, "none")]
    public void Switch_RunsTheStepOfItsCase(int sum, string open)
    {
        string choice = Drawn.Activity("choice", "Elsa.Switch", $$""","cases":[{{Case1}},"activity":{{Drawn.Task("big")}}},{{Case2}},"activity":{{Drawn.Task("even")}}}],"default":{{Drawn.Task("none")}}""");
        CaseHost host = Start(Drawn.With($"\"variables\":[{Drawn.Variable("sum", "Int32", "0")}],", choice, Drawn.Task("after")), ("sum", sum));
        Assert.Equal([open], host.Open);
        Assert.Equal(["after"], host.Decide(open, "Done").Open);
        Assert.DoesNotContain(GraphChecker.Check(host.Graph), p => p.Severity == Severity.Error);
        Assert.Equal("Иначе", host.Graph.Definition.WithTitle("none", "Иначе").Find("none")!.Title);
    }

    [Fact]
    public void Parallel_IsDoneWhenAllItsStepsAre()
    {
        CaseHost host = Start(Drawn.InARow(Drawn.Activity("both", "Elsa.Parallel", $",\"activities\":[{Drawn.Task("a")},{Drawn.Task("b")}]"), Drawn.Task("after")));
        Assert.Equal(["a", "b"], host.Open);
        Assert.Equal(["a"], host.Decide("b", "Done").Open);
        Assert.Equal(["after"], host.Decide("a", "Done").Open);
        Assert.DoesNotContain(GraphChecker.Check(host.Graph), p => p.Severity == Severity.Error);
    }

    [Fact]
    public void While_AsksItsConditionBeforeEachRound()
    {
        string loop = Drawn.Activity("loop", "Elsa.While", $"{Drawn.Input("condition", "JavaScript", "variables.check !== 'Approved'")},\"body\":{Drawn.Activity("check", "Mentorship.Approval", ",\"approver\":\"role:director\"")}");
        CaseHost host = Start(Drawn.InARow(loop, Drawn.Task("after")));
        Assert.Equal(["check"], host.Decide("check", "Returned").Open);
        Assert.Equal(2, host.Live("check").Round);
        Assert.Equal(["after"], host.Decide("check").Open);
        Assert.DoesNotContain(GraphChecker.Check(host.Graph), p => p.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("true", "Error")]
    [InlineData("variables.count < 3", "Warning")]
    public void While_WhereNobodyIsWaitedFor_IsToldAndNeverHangs(string condition, string severity)
    {
        string body = Drawn.Activity("set", "Elsa.SetVariable", $$""","variable":{"id":"v-count","name":"count","typeName":"Int32"}{{Drawn.Input("value", "JavaScript", "variables.count + 1")}}""");
        CaseHost host = Start(Drawn.With($"\"variables\":[{Drawn.Variable("count", "Int32", "0")}],", Drawn.Activity("loop", "Elsa.While", $"{Drawn.Input("condition", "JavaScript", condition)},\"body\":{body}")));
        Assert.Equal(severity, GraphChecker.Check(host.Graph).Single(p => p.Code == "LoopWithoutPerson").Severity.ToString());
        Assert.Equal(severity == "Error", host.State.NeedsAttention);
        if (severity == "Warning") Assert.Equal((FlowStatus.Finished, 3.0), (host.State.Status, host.State.Variables["count"]));
    }

    [Fact]
    public void Complete_EndsItsFlowchartByItsOutcomeAndWithdrawsTheRest()
    {
        string inner = Drawn.Activity("inner", "Elsa.Flowchart", $$""","activities":[{{Drawn.Activity("start", "Elsa.Start")}},{{Drawn.Task("a")}},{{Drawn.Task("b")}},{{Drawn.Activity("end", "Elsa.Complete", Drawn.Input("outcomes", "Literal", "Готово"))}}],"connections":[{{Drawn.Arrow("start", "a")}},{{Drawn.Arrow("start", "b")}},{{Drawn.Arrow("a", "end")}}]""");
        string root = Drawn.Activity("flow", "Elsa.Flowchart", $$""","activities":[{{inner}},{{Drawn.Task("good")}},{{Drawn.Task("done")}}],"connections":[{{Drawn.Arrow("inner", "good", "Готово")}},{{Drawn.Arrow("inner", "done")}}]""");
        CaseHost host = Start(Some.Read($$"""{"id":"1","definitionId":"d","name":"n","root":{{root}} }"""));
        host.Told();
        host.Decide("a", "Done");
        Assert.Equal(["good"], host.Open);
        Assert.Contains(host.Told(), e => e is WithdrawWork { NodeId: "b", Reason: WithdrawReason.BranchNotNeeded });
        Assert.DoesNotContain(GraphChecker.Check(host.Graph), p => p.Code == "UnknownOutcome");
    }

    [Fact]
    public void Complete_InTheBodyOfAStage_IsTheOutcomeOfTheStage()
    {
        string body = Drawn.Flowchart("body", "", Drawn.Task("work"), Drawn.Activity("end", "Elsa.Complete", Drawn.Input("outcomes", "Object", "[\"Отказ\"]")));
        string root = Drawn.Activity("flow", "Elsa.Flowchart", $$""","activities":[{{Drawn.Activity("stage", "Mentorship.Stage", $",\"body\":{body}")}},{{Drawn.Task("refused")}}],"connections":[{{Drawn.Arrow("stage", "refused", "Отказ")}}]""");
        CaseHost host = Start(Some.Read($$"""{"id":"1","definitionId":"d","name":"n","root":{{root}} }"""));
        Assert.Equal(["refused"], host.Decide("work", "Done").Open);
    }

    [Fact]
    public void Complete_OfTheRoot_EndsTheCaseAndSaysWhatItCameTo()
    {
        CaseHost host = Start(Drawn.InARow(Drawn.Task("work"), Drawn.Activity("end", "Elsa.Complete", Drawn.Input("outcomes", "Literal", "Success"))));
        host.Decide("work", "Done");
        Assert.Equal(new CaseEnded("Finished", "Success"), host.Told()[^1]);
    }
}
