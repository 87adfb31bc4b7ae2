using System.Text.Json.Nodes;

namespace Mentorship.Flow.Tests.Running;

/// <summary>Sequences, nested flowcharts, empty containers, loops that spin.</summary>
public sealed class ContainerTests
{
    private static string Activity(string id, string type, string more = "") => $$"""{"id":"{{id}}","type":"{{type}}","version":1{{more}}}""";

    private static ProcessDefinition Rooted(string root) => Some.Read($$"""{"id":"1","definitionId":"d","name":"n","root":{{root}}}""");

    [Fact]
    public void Sequence_RunsOneAfterAnotherWhateverTheOutcome()
    {
        string steps = string.Join(',', Activity("a", "Mentorship.Approval"), Activity("b", "Mentorship.Task"));
        CaseHost host = new CaseHost(Rooted(Activity("seq", "Elsa.Sequence", $",\"activities\":[{steps}]"))).Start();
        host.Decide("a", "Rejected");
        Assert.Equal(["b"], host.Open);
        host.Decide("b", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void Flowchart_InAFlowchart_IsOneStepOfTheOuter()
    {
        string inner = Activity("inner", "Elsa.Flowchart", $",\"activities\":[{Activity("x", "Mentorship.Task")}]");
        CaseHost host = new CaseHost(Rooted(Activity("outer", "Elsa.Flowchart",
            $$""","activities":[{{inner}},{{Activity("after", "Mentorship.Task")}}],"connections":[{"source":"inner","target":"after","sourcePort":"Done","targetPort":"In"}]"""))).Start();
        Assert.Equal(["x"], host.Open);
        host.Decide("x", "Done");
        Assert.Equal(["after"], host.Open);
    }

    [Theory]
    [InlineData("Elsa.Flowchart")]
    [InlineData("Elsa.Sequence")]
    [InlineData("Mentorship.Stage")]
    public void Container_WithNothingInside_EndsAtOnce(string type) =>
        Assert.Equal(FlowStatus.Finished, new CaseHost(Rooted(Activity("root", type))).Start().State.Status);

    [Fact]
    public void Loop_WhereNobodyIsWaitedFor_IsHeldNotHung()
    {
        ProcessDefinition spinning = Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Elsa.FlowDecision", "choice", "Развилка").JavaScript("condition", "true");
            root.Add("Elsa.FlowJoin", "join", "Слияние");
            root.Connect("start", "choice").Connect("choice", "join", "True").Connect("join", "choice");
        });
        Assert.Contains(GraphChecker.Check(spinning), p => p is { Code: "LoopWithoutPerson", Severity: Severity.Error });
        Assert.True(new CaseHost(spinning).Start().State.NeedsAttention);
    }

    [Fact]
    public void Loop_OfLettersThatNobodyWaitsFor_IsHeldInTheEnd()
    {
        ProcessDefinition spinning = Some.Process(root =>
        {
            root.Add("Mentorship.Mail", "mail", "Письмо").Text("to", "role:director");
            root.Add("Mentorship.Document", "document", "Приказ").Text("kind", "order");
            root.Connect("mail", "document").Connect("document", "mail");
        });
        Assert.Contains(GraphChecker.Check(spinning), p => p.Code == "LoopWithoutPerson");
        Assert.True(new CaseHost(spinning).Start().State.NeedsAttention);
    }

    [Fact]
    public void Stage_StartedAgainByALoop_RunsItsInsideAfresh()
    {
        CaseHost host = new CaseHost(Some.Process(root =>
        {
            root.AddStage("stage", "Этап", body => body.Add("Mentorship.Task", "work", "Работа"));
            root.Add("Mentorship.Approval", "check", "Проверка");
            root.Connect("stage", "check").Connect("check", "stage", "Returned");
        })).Start();
        host.Decide("work", "Done").Decide("check", "Returned");
        Assert.Equal("work#2", host.Live("work").Id);
        host.Decide("work", "Done").Decide("check");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Theory]
    [InlineData("variables.sum > 100", "yes")]
    [InlineData("variables.sum > 100 && variables.kind === 'student'", "no")]
    public void Choice_GoesAsItsConditionSays(string condition, string open)
    {
        DefinitionBuilder builder = new("1", "d", "n");
        builder.Variable("sum", "Int32", "5").Variable("kind", "String", "employee");
        builder.Root.Add("Elsa.FlowDecision", "choice", "Развилка").JavaScript("condition", condition);
        builder.Root.Add("Mentorship.Task", "yes", "Да");
        builder.Root.Add("Mentorship.Task", "no", "Нет");
        builder.Root.Connect("choice", "yes", "True").Connect("choice", "no", "False");
        CaseHost host = new CaseHost(builder.Build(), variables: new Dictionary<string, object?> { ["sum"] = 500 }).Start();
        Assert.Equal([open], host.Open);
    }

    [Fact]
    public void Choice_WhoseConditionHasNoValue_IsHeldAndGoesOnWhenTheVariableIsSet()
    {
        CaseHost host = new CaseHost(Some.OneStep("Elsa.FlowDecision", step => step.JavaScript("condition", "variables.ready"))).Start();
        Assert.True(host.State.NeedsAttention);
        host.Apply(new VariableSet(host.Now, "ready", true)).Apply(new StepRetried(host.Now, "step#1"));
        Assert.Equal("True", host.State.Step("step#1")!.Outcome);
    }

    [Fact]
    public void Parallel_SendsByItsBranches()
    {
        CaseHost host = new CaseHost(Some.Process(root =>
        {
            root.Add("Elsa.FlowFork", "fork", "Ветви").Json("branches", new JsonArray("Право", "Деньги"));
            foreach (string id in new[] { "a", "b", "c" }) root.Add("Mentorship.Task", id, id);
            root.Connect("fork", "a", "Право").Connect("fork", "b", "Деньги").Connect("fork", "c", "Иное");
        })).Start();
        Assert.Equal(["a", "b"], host.Open);
        Assert.Contains(GraphChecker.Check(host.Graph), p => p.Code == "UnknownOutcome");
    }

    [Fact]
    public void JoinAny_ReachedByAnInnerFork_StartsOnceForTheOuterToo()
    {
        CaseHost host = new CaseHost(Some.Process(root =>
        {
            root.Add("Elsa.FlowFork", "outer", "Внешнее");
            root.Add("Elsa.FlowFork", "inner", "Внутреннее");
            foreach (string id in new[] { "a", "b", "c", "after" }) root.Add("Mentorship.Task", id, id);
            root.Add("Elsa.FlowJoin", "any", "Первый").Text("mode", "WaitAny");
            root.Connect("outer", "inner", "1").Connect("outer", "c", "2").Connect("inner", "a", "1").Connect("inner", "b", "2")
                .Connect("a", "any").Connect("b", "any").Connect("c", "any").Connect("any", "after");
        })).Start();
        host.Decide("a", "Done");
        Assert.Equal(["after"], host.Open);
    }
}
