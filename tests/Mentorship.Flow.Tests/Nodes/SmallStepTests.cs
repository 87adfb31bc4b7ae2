namespace Mentorship.Flow.Tests.Nodes;

/// <summary>Variables, names, lines, events, timers, letters, child processes.</summary>
public sealed class SmallStepTests
{
    private static CaseHost Start(params string[] steps) => new CaseHost(Drawn.With($"\"variables\":[{Drawn.Variable("sum", "Int32", "7")},{Drawn.Variable("who", "String", "Иванова")}],\"inputs\":[{{\"type\":\"String\",\"name\":\"year\",\"defaultValue\":\"2026\"}}],", steps)).Start();

    private static IEnumerable<string> Codes(params string[] steps) => GraphChecker.Check(Drawn.With($"\"variables\":[{Drawn.Variable("sum", "Int32", "7")}],", steps)).Select(p => $"{p.Code} {p.NodeId}");

    [Theory]
    [InlineData("Literal", "12", 12.0)]
    [InlineData("JavaScript", "variables.sum * 2", 14.0)]
    [InlineData("Variable", "sum", 7.0)]
    [InlineData("Object", "[1,2]", "[1,2]")]
    public void SetVariable_KeepsTheTypeThatIsDeclared(string type, string value, object expected)
    {
        CaseHost host = Start(Drawn.Activity("set", "Elsa.SetVariable", ",\"variable\":{\"id\":\"v-sum\",\"name\":\"sum\",\"typeName\":\"Int32\"}" + Drawn.Input("value", type, value)));
        Assert.Equal(expected, host.State.Variables["sum"]);
    }

    [Fact]
    public void Inputs_HaveDefaultsAndAreVariables()
    {
        CaseHost host = Start(Drawn.Activity("name", "Elsa.SetName", Drawn.Input("value", "JavaScript", "variables.who + ', ' + variables.year")), Drawn.Activity("line", "Elsa.WriteLine", Drawn.Input("text", "Input", "year")));
        Assert.Equal("Иванова, 2026", Assert.Single(host.Effects.OfType<RenameCase>()).Name);
        Assert.Equal("2026", Assert.Single(host.Effects.OfType<NoteLine>()).Text);
        Assert.Equal("2027", new CaseHost(host.Graph.Definition, variables: new Dictionary<string, object?> { ["year"] = "2027" }).Start().Effects.OfType<NoteLine>().Single().Text);
    }

    [Fact]
    public void Correlate_MarksAndEmptyTextIsHeld()
    {
        Assert.Equal("пара 7", Assert.Single(Start(Drawn.Activity("mark", "Elsa.Correlate", Drawn.Input("correlationId", "Literal", "пара 7"))).Effects.OfType<CorrelateCase>()).CorrelationId);
        Assert.True(Start(Drawn.Activity("mark", "Elsa.Correlate")).State.NeedsAttention);
        Assert.True(Start(Drawn.Activity("mark", "Elsa.SetName", Drawn.Input("value", "JavaScript", "variables.nobody"))).State.NeedsAttention);
    }

    [Fact]
    public void PublishEvent_WakesTheStepOfTheSameCaseAndTellsTheHost()
    {
        string root = Drawn.Activity("flow", "Elsa.Flowchart", $$""","activities":[{{Drawn.Activity("start", "Elsa.Start")}},{{Drawn.Activity("wait", "Elsa.Event", ",\"eventName\":\"подписан\"")}},{{Drawn.Task("work")}},{{Drawn.Activity("say", "Elsa.PublishEvent", ",\"eventName\":\"подписан\"")}},{{Drawn.Task("after")}}],"connections":[{{Drawn.Arrow("start", "wait")}},{{Drawn.Arrow("start", "work")}},{{Drawn.Arrow("work", "say")}},{{Drawn.Arrow("wait", "after")}}]""");
        CaseHost host = new CaseHost(Some.Read($$"""{"id":"1","definitionId":"d","name":"n","root":{{root}} }""")).Start();
        Assert.Contains(new AwaitEvent("wait#1", "wait", "подписан"), host.Told());
        host.Decide("work", "Done");
        Assert.Equal(["after"], host.Open);
        List<Effect> told = host.Told();
        Assert.Contains(new RaiseEvent("say#1", "say", "подписан", null), told);
        Assert.Contains(new ForgetEvent("wait#1", "wait", "подписан"), told);
    }

    [Fact]
    public void Event_WakesByItsTimerAndNoOther()
    {
        CaseHost host = Start(Drawn.Activity("wait", "Elsa.Event", ",\"eventName\":\"подписан\""), Drawn.Task("after"));
        host.Apply(new TimerFired(host.Now, "wait#1", WakingKeys.OfEvent("другое")));
        Assert.Equal(["wait"], host.Open);
        Assert.Equal(["after"], host.Apply(new TimerFired(host.Now, "wait#1", WakingKeys.OfEvent("подписан"))).Open);
    }

    [Fact]
    public void TimerAndCron_WaitForTheirInstant()
    {
        CaseHost host = Start(Drawn.Activity("timer", "Elsa.Timer", Drawn.Input("interval", "Literal", "01:00:00")), Drawn.Activity("cron", "Elsa.Cron", Drawn.Input("cronExpression", "Literal", "0 9 * * *")), Drawn.Task("after"));
        Assert.Equal(Some.Morning.AddHours(1), Assert.Single(host.Told().OfType<SetTimer>()).DueAt);
        host.Apply(new TimerFired(host.Now, "timer#1", "wait"));
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero), Assert.Single(host.Told().OfType<SetTimer>()).DueAt);
        Assert.Equal(["after"], host.Apply(new TimerFired(host.Now, "cron#1", "wait")).Open);
        Assert.True(Start(Drawn.Activity("cron", "Elsa.Cron", ",\"cronExpression\":\"иногда\"")).State.NeedsAttention);
        Assert.Contains("NoInstant cron", Codes(Drawn.Activity("cron", "Elsa.Cron", ",\"cronExpression\":\"иногда\"")));
    }

    [Fact]
    public void SendEmail_IsALetterWithItsWordsWorkedOut()
    {
        CaseHost host = Start(Drawn.Activity("mail", "Elsa.SendEmail", Drawn.Input("to", "Object", "[\"role:director\",\"role:curator\"]") + Drawn.Input("subject", "JavaScript", "'План: ' + variables.who") + Drawn.Input("body", "Literal", "Готово")));
        SendMail mail = Assert.Single(host.Effects.OfType<SendMail>());
        Assert.Equal(("role:director, role:curator", "План: Иванова", "Готово"), (mail.To, mail.Subject, mail.Body));
        Assert.Contains("NoAddressee mail", Codes(Drawn.Activity("mail", "Elsa.SendEmail")));
    }

    [Theory]
    [InlineData("Success", "good")]
    [InlineData("Other", "plain")]
    [InlineData("Cancelled", "off")]
    public void RunProcess_GoesOnByTheOutcomeOfTheChild(string outcome, string open)
    {
        string run = Drawn.Activity("run", "Elsa.ExecuteWorkflow", ",\"workflowDefinitionId\":\"child\"" + Drawn.Input("input", "JavaScript", "({ sum: variables.sum, list: [1, 'б'] })"));
        string root = Drawn.Activity("flow", "Elsa.Flowchart", $$""","activities":[{{run}},{{Drawn.Task("good")}},{{Drawn.Task("plain")}},{{Drawn.Task("off")}}],"connections":[{{Drawn.Arrow("run", "good", "Success")}},{{Drawn.Arrow("run", "plain")}},{{Drawn.Arrow("run", "off", "Cancelled")}}]""");
        CaseHost host = new CaseHost(Some.Read($$"""{"id":"1","definitionId":"d","name":"n","root":{{root}} }"""), variables: new Dictionary<string, object?> { ["sum"] = 5 }).Start();
        StartChild child = Assert.Single(host.Told().OfType<StartChild>());
        Assert.Equal(("child", 5.0, "[1,\"б\"]", true), (child.Process, child.Inputs["sum"], child.Inputs["list"], child.Waits));
        Assert.Equal([open], host.Apply(new ChildEnded(host.Now, "run#1", outcome)).Open);
        FlowState before = host.State;
        Assert.Equal(FlowStateJson.Write(before), FlowStateJson.Write(FlowEngine.Apply(host.Graph, before, new ChildEnded(host.Now, "run#1", outcome)).State));
    }

    [Theory]
    [InlineData("Done", "7", "7 план")]
    [InlineData("Cancelled", "7", "0 ")]
    public void RunProcess_TakesWhatTheChildGivesBack(string outcome, string sum, string expected)
    {
        CaseHost host = Returning();
        ChildEnded ended = new(host.Now, "run#1", outcome, new Dictionary<string, object?> { ["total"] = sum, ["title"] = "план", ["other"] = "чужое" });
        host.Apply(ended);
        Assert.Equal(expected, $"{host.State.Variables["sum"]} {host.State.Variables["who"]}");
        Assert.False(host.State.Variables.ContainsKey("other"));
        Assert.Equal(outcome == "Done" ? (object)7.0 : 0.0, host.State.Variables["sum"]); // as the declared type keeps it
    }

    [Fact]
    public void RunProcess_WhatTheChildDoesNotHave_ChangesNothing()
    {
        CaseHost host = Returning();
        FlowState child = new CaseHost(Drawn.With($"\"variables\":[{Drawn.Variable("title", "String", "план")},{Drawn.Variable("secret", "String", "тайна")}],", Drawn.Task("t"))).Start().State;
        IReadOnlyDictionary<string, object?> wanted = ChildOutputs.Wanted(host.Graph.Node("run"), child)!;
        Assert.Equal(["title"], wanted.Keys);
        host.Apply(new ChildEnded(host.Now, "run#1", "Done", wanted));
        Assert.Equal((0.0, "план"), (host.State.Variables["sum"], host.State.Variables["who"]));
    }

    [Theory]
    [InlineData("{\"нет\":\"total\"}", "Elsa.ExecuteWorkflow", "«нет»")]
    [InlineData("{\"sum\":\"missing\"}", "Elsa.ExecuteWorkflow", "«missing»")]
    [InlineData("{\"sum\":5}", "Elsa.ExecuteWorkflow", "пишется как")]
    [InlineData("[\"sum\"]", "Elsa.ExecuteWorkflow", "пишется как")]
    [InlineData("{\"sum\":\"total\"}", "Elsa.DispatchWorkflow", "не ждёт")]
    [InlineData("{\"sum\":\"total\"}", "Elsa.ExecuteWorkflow", null)]
    public void Checker_LooksOverWhatTheChildGivesBack(string outputs, string type, string? told)
    {
        ProcessDefinition definition = Drawn.With($"\"variables\":[{Drawn.Variable("sum", "Int32", "0")}],", Drawn.Activity("run", type, ",\"workflowDefinitionId\":\"child\"" + Drawn.Input("outputs", "Object", outputs)));
        IReadOnlyList<Problem> problems = GraphChecker.Check(definition, new CheckContext { VariablesOf = key => key == "child" ? new HashSet<string> { "total" } : null });
        problems = [.. problems.Where(p => p.Severity == Severity.Error)];
        if (told is null) Assert.Empty(problems);
        else Assert.Contains(told, Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    private static CaseHost Returning() => new CaseHost(Drawn.With($"\"variables\":[{Drawn.Variable("sum", "Int32", "0")},{Drawn.Variable("who", "String", "")}],",
        Drawn.Activity("run", "Elsa.ExecuteWorkflow", ",\"workflowDefinitionId\":\"child\"" + Drawn.Input("outputs", "Object", """{"sum":"total","who":"title"}""")), Drawn.Task("after"))).Start();

    [Fact]
    public void RunProcess_WhenWithdrawn_CancelsItsChildAndDispatchDoesNot()
    {
        CaseHost host = Start(Drawn.Activity("both", "Elsa.Parallel", $",\"activities\":[{Drawn.Activity("run", "Elsa.ExecuteWorkflow", ",\"workflowDefinitionId\":\"a\"")},{Drawn.Activity("go", "Elsa.DispatchWorkflow", ",\"workflowDefinitionId\":\"b\"")}]"));
        host.Told();
        host.Apply(new CaseCancelled(host.Now, "ошибка"));
        Assert.Equal([new CancelChild("run#1", "run", WithdrawReason.CaseCancelled)], host.Told().OfType<CancelChild>());
    }

    [Fact]
    public void Checker_NamesWhatIsMissing()
    {
        Assert.Contains("NoProcess run", Codes(Drawn.Activity("run", "Elsa.ExecuteWorkflow")));
        Assert.Contains("BadInput run", Codes(Drawn.Activity("run", "Elsa.ExecuteWorkflow", ",\"workflowDefinitionId\":\"a\"" + Drawn.Input("input", "Object", "[1]"))));
        Assert.Contains("NoVariable set", Codes(Drawn.Activity("set", "Elsa.SetVariable")));
        Assert.Contains("UnknownVariable set", Codes(Drawn.Activity("set", "Elsa.SetVariable", ",\"variable\":{\"name\":\"нет\"}")));
        Assert.Contains("NothingSaid name", Codes(Drawn.Activity("name", "Elsa.SetName")));
        Assert.Contains("NoEventName say", Codes(Drawn.Activity("say", "Elsa.PublishEvent")));
        Assert.Contains("ForeignLanguage line", Codes(Drawn.Activity("line", "Elsa.WriteLine", Drawn.Input("text", "Liquid", "{{ x }}"))));
        Assert.Contains("CaseLabel choice", Codes(Drawn.Activity("choice", "Elsa.FlowSwitch", ",\"cases\":[{\"label\":\"Default\"}]")));
        ProcessDefinition runs = Drawn.InARow(Drawn.Activity("run", "Elsa.ExecuteWorkflow", ",\"workflowDefinitionId\":\"a\""));
        Assert.Contains(GraphChecker.Check(runs, new CheckContext { IsProcessKnown = _ => false }), p => p is { Code: "UnknownProcess", NodeId: "run" });
        Assert.DoesNotContain(GraphChecker.Check(runs, new CheckContext { IsProcessKnown = key => key == "a" }), p => p.Code is "UnknownProcess" or "RunsItself");
        Assert.Contains(GraphChecker.Check(runs, new CheckContext { Key = "a" }), p => p is { Code: "RunsItself", NodeId: "run", Severity: Severity.Warning });
    }

    [Fact]
    public void Play_AnswersAChildByItsOutcomeAndALoopTwice()
    {
        ProcessDefinition runs = Drawn.InARow(Drawn.Activity("run", "Elsa.ExecuteWorkflow", ",\"workflowDefinitionId\":\"a\""), Drawn.Activity("loop", "Elsa.ForEach", $",\"items\":\"pairs\",\"body\":{Drawn.Task("meet")}"));
        Play play = Player.Run(runs, ["run=Done", "meet=Done", "meet=Done"], Some.Morning);
        Assert.Equal(("Finished", null), (play.Status, play.Error));
        Assert.Equal(["run", "meet", "meet", ""], play.Decisions.Select(d => string.Join(' ', d.Open)).Prepend("run"));
    }

    [Fact]
    public void Expression_OfAnyLengthAndDepth_IsRefusedInBoundedTime()
    {
        foreach (string source in new[] { string.Concat(Enumerable.Repeat("[", 100_000)), string.Concat(Enumerable.Repeat("{a:", 1300)), new string('a', 1_000_000), string.Concat(Enumerable.Repeat("[", 3900)) })
            Assert.True(Start(Drawn.Activity("line", "Elsa.WriteLine", Drawn.Input("text", "JavaScript", source))).State.NeedsAttention);
        Assert.Contains("знак 1", Start(Drawn.Activity("line", "Elsa.WriteLine", Drawn.Input("text", "JavaScript", "{a:1}"))).Live("line").Reason);
    }
}
