using Mentorship.Flow.Tests.Nodes;
using Mentorship.Flow.Tests.TakingBack;

namespace Mentorship.Flow.Tests.Asking;

/// <summary>What a survey came to becomes the values of variables when its step is left.</summary>
public sealed class SurveyFieldsTests
{
    private const string Two = """{"questions":[{"id":"q1","kind":"scale","text":"Помогает?","field":"mean"},{"id":"q2","kind":"single","text":"Продолжать?","options":["да","нет"],"field":"choice"}]}""";
    private static readonly string Variables = $"\"variables\":[{Drawn.Variable("mean", "Double", "5")},{Drawn.Variable("choice", "String", "ещё не решили")},{Drawn.Variable("flag", "Boolean", "false")},{Drawn.Variable("day", "String", "")}],\"customProperties\":{{\"fieldKinds\":{{\"day\":\"date\"}}}},";
    private static readonly string[] People = ["person:1", "person:2", "person:3"];

    private static string Survey(string form, string more = "") => Drawn.Activity("survey", "Mentorship.Survey", Drawn.Input("people", "Literal", string.Join(',', People)) + Drawn.Input("form", "Object", form) + more);

    private static string Choice => Drawn.Activity("low", "Elsa.FlowDecision", Drawn.Input("condition", "JavaScript", "variables.mean < 3"));

    /// <summary>A survey, and by its mean two ways on.</summary>
    private static ProcessDefinition Steered(string form = Two, string more = "") => Some.Read(
        $$"""{"id":"1","definitionId":"d","name":"Процесс",{{Variables}}"root":{"id":"flow","type":"Elsa.Flowchart","version":1,"activities":[{{Survey(form, more)}},{{Choice}},{{Drawn.Task("talk")}},{{Drawn.Task("go")}}],"connections":[{{Drawn.Arrow("survey", "low")}},{{Drawn.Arrow("low", "talk", "True")}},{{Drawn.Arrow("low", "go", "False")}}] } }""");

    private static CaseHost Host(ProcessDefinition definition, double? mean = null, string? choice = null, params Occurrence[] waves)
    {
        CaseHost host = new(definition);
        Arrange(host, mean, choice, waves);
        return host.Start();
    }

    private static void Arrange(CaseHost host, double? mean, string? choice, params Occurrence[] waves)
    {
        host.Answers["survey"] = (People, waves.Length == 0 ? StepSchedule.AtOnce : new StepSchedule(ScheduleKind.Window, waves));
        Dictionary<string, object?> sums = host.Sums["survey"] = [];
        if (mean is not null) sums["mean"] = mean;
        if (choice is not null) sums["choice"] = choice;
    }

    [Theory]
    [InlineData(2.67, "talk")]
    [InlineData(3.0, "go")]
    [InlineData(null, "go")]
    public void TheLastAnswer_GivesTheVariables_BeforeTheWayIsChosen(double? mean, string next)
    {
        CaseHost host = Host(Steered(), mean, "нет");
        foreach (string person in People[..2]) host.Decide("survey", "Done", person);
        Assert.Empty(host.Effects.OfType<SumUpSurvey>());
        Assert.Equal(5.0, host.State.Variables["mean"]);

        host.Decide("survey", "Done", People[2]);

        Assert.Equal([next], host.Open);
        Assert.Equal((mean ?? 5, "нет"), ((double)host.State.Variables["mean"]!, (string)host.State.Variables["choice"]!));
        Assert.Equal(new SumUpSurvey("survey#1", "survey", ""), Assert.Single(host.Effects.OfType<SumUpSurvey>()));
        Assert.Equal("Done", Assert.Single(host.Effects.OfType<StepLeft>(), l => l.NodeId == "survey").Outcome);
    }

    [Fact]
    public void NothingElse_ThanTheFormNames_IsTaken()
    {
        CaseHost host = Host(Steered(), 2, "да");
        host.Sums["survey"]["flag"] = true;
        foreach (string person in People) host.Decide("survey", "Done", person);
        Assert.Equal((false, 2.0), (host.State.Variables["flag"], host.State.Variables["mean"]));
    }

    [Fact]
    public void NotEnough_ByItsDeadline_SumsUpToo()
    {
        CaseHost host = Host(Some.Read(DefinitionWriter.Write(Steered(more: Drawn.Input("notEnough", "Literal", "true"))).Replace("\"port\": \"Done\"", "\"port\": \"NotEnough\"", StringComparison.Ordinal)), 2, null, new Occurrence("", null, Some.Morning.AddDays(7), null));
        host.Decide("survey", "Done", People[0]);
        host.Apply(new TimerFired(Some.Morning.AddDays(7), "survey#1", "due:"));
        Assert.Equal(["talk"], host.Open);
        Assert.Equal((StepStatus.Done, "NotEnough"), (host.State.Step("survey#1")!.Status, host.State.Step("survey#1")!.Outcome));
    }

    [Fact]
    public void AnAdministrator_WhoGoesPast_SumsUpWhatIsThere()
    {
        CaseHost host = Host(Steered(), 1);
        host.Decide("survey", "Done", People[0]).Apply(new StepSkipped(host.Now, "survey#1"));
        Assert.Equal(["talk"], host.Open);
        Assert.Equal((StepStatus.Skipped, "Done"), (host.State.Step("survey#1")!.Status, host.State.Step("survey#1")!.Outcome));
        Assert.Single(host.Effects.OfType<WithdrawWork>());
    }

    [Fact]
    public void AStep_ThatIsMovedAwayFrom_SumsNothingUp()
    {
        CaseHost host = Host(Steered(), 1);
        host.Decide("survey", "Done", People[0]).Apply(new TokenMoved(host.Now, "survey#1", "go"));
        Assert.Equal((5.0, "go"), (host.State.Variables["mean"], Assert.Single(host.Open)));
        Assert.Empty(host.Effects.OfType<SumUpSurvey>());
    }

    [Fact]
    public void PeopleWhoLeft_MayEndIt_AndItSumsUp()
    {
        CaseHost host = Host(Steered(), 1);
        host.Decide("survey", "Done", People[0]).Apply(new StepPrepared(host.Now, "survey#1", [People[0]], StepSchedule.AtOnce));
        Assert.Equal(["talk"], host.Open);
    }

    [Fact]
    public void AFormWithoutFields_AsksTheHostNothing()
    {
        CaseHost host = Host(Steered("""{"questions":[{"id":"q1","kind":"scale","text":"Помогает?"}]}"""), 1);
        foreach (string person in People) host.Decide("survey", "Done", person);
        Assert.Equal(["go"], host.Open);
        Assert.Empty(host.Effects.OfType<SumUpSurvey>());
    }

    [Fact]
    public void OfSeveralWaves_TheLastThatWasAsked_Counts()
    {
        DateTimeOffset later = Some.Morning.AddDays(30);
        CaseHost host = Host(Steered(), 2, null, new Occurrence("до", null, null, null), new Occurrence("после", later, null, null), new Occurrence("потом", later.AddDays(30), null, null));
        foreach (string person in People) host.Decide("survey", "Done", person, "до");
        Assert.Empty(host.Effects.OfType<SumUpSurvey>());
        host.Apply(new TimerFired(later, "survey#1", "open:после")).Apply(new StepSkipped(later, "survey#1"));
        Assert.Equal("после", Assert.Single(host.Effects.OfType<SumUpSurvey>()).Occurrence);
    }

    [Fact]
    public void UntilTheHostHasAnswered_NothingElseFits_AndItIsLeftOnce()
    {
        CaseHost host = Host(Steered(), 1);
        foreach (string person in People[..2]) host.Decide("survey", "Done", person);
        FlowResult held = FlowEngine.Apply(host.Graph, host.State, new Decided(host.Now, "survey#1", People[2], "Done"));
        FlowState state = FlowStateJson.Read(FlowStateJson.Write(held.State));
        Assert.Equal(FlowStateJson.Write(held.State), FlowStateJson.Write(state));
        Assert.DoesNotContain(held.Effects, e => e is StepLeft or OpenWork);

        string? Code(FlowEvent e) => FlowEngine.Apply(host.Graph, state, e).Refusal?.Code;
        Assert.Equal("StepNotOpen", Code(new StepPrepared(host.Now, "survey#1", People, StepSchedule.AtOnce)));
        Assert.Equal("StepNotOpen", Code(new Decided(host.Now, "survey#1", People[2], "Done")));
        Assert.Equal("StepNotOpen", Code(new WorkHandedOver(host.Now, "survey#1", People[2], "person:9")));
        Assert.Equal(FlowStateJson.Write(state), FlowStateJson.Write(FlowEngine.Apply(host.Graph, state, new TimerFired(host.Now, "survey#1", "due:")).State));

        SurveySummedUp answer = new(host.Now, "survey#1", new Dictionary<string, object?> { ["mean"] = 1 });
        FlowResult left = FlowEngine.Apply(host.Graph, state, answer);
        Assert.Equal(("Done", 1.0), (left.State.Step("survey#1")!.Outcome, left.State.Variables["mean"]));
        Assert.Equal("StepNotOpen", FlowEngine.Apply(host.Graph, left.State, answer).Refusal!.Code);
    }

    [Fact]
    public void AHostThatFails_HoldsTheStep_WhichIsAskedAnew()
    {
        CaseHost host = Host(Steered(), 1);
        foreach (string person in People[..2]) host.Decide("survey", "Done", person);
        FlowResult held = FlowEngine.Apply(host.Graph, host.State, new Decided(host.Now, "survey#1", People[2], "Done"));
        FlowResult failed = FlowEngine.Apply(host.Graph, held.State, new StepFailed(host.Now, "survey#1", "сбой"));
        Assert.Equal((StepStatus.Attention, null), (failed.State.Step("survey#1")!.Status, failed.State.Step("survey#1")!.Outcome));
        host.Take(FlowEngine.Apply(host.Graph, failed.State, new StepRetried(host.Now, "survey#1")));
        foreach (string person in People) host.Decide("survey", "Done", person);
        Assert.Equal(["talk"], host.Open);
    }

    [Fact]
    public void TheNearestVariable_GetsTheValue()
    {
        string inner = Drawn.Flowchart("inner", $",\"variables\":[{Drawn.Variable("mean", "Double", "4")}]", Survey(Two), Drawn.Activity("say", "Elsa.WriteLine", Drawn.Input("text", "JavaScript", "variables.mean")));
        CaseHost host = Host(Drawn.With(Variables, inner, Drawn.Task("after")), 2.5, "нет");
        foreach (string person in People) host.Decide("survey", "Done", person);
        Assert.Equal("2.5", Assert.Single(host.Effects.OfType<NoteLine>()).Text);
        Assert.Equal((5.0, "нет"), (host.State.Variables["mean"], host.State.Variables["choice"]));
    }

    [Fact]
    public void InALoop_EachRoundSumsUpItsOwn()
    {
        CaseHost host = new(Drawn.With(Variables, Drawn.Activity("loop", "Elsa.ForEach", $"{Drawn.Input("items", "Literal", "pairs")},\"body\":{Drawn.Flowchart("body", "", Survey(Two), Drawn.Activity("say", "Elsa.WriteLine", Drawn.Input("text", "JavaScript", "variables.mean")))}"), Drawn.Task("after")));
        host.Collections["pairs"] = [new("1", "первая"), new("2", "вторая")];
        Arrange(host, 4.5, null);
        host.Start();
        foreach (string person in People) host.Decide("survey", "Done", person);
        host.Sums["survey"]["mean"] = 1.5;
        foreach (string person in People) host.Decide("survey", "Done", person);
        Assert.Equal(["4.5", "1.5"], host.Effects.OfType<NoteLine>().Select(n => n.Text));
        Assert.Equal(["survey#1", "survey#2"], host.Effects.OfType<SumUpSurvey>().Select(s => s.Step));
    }

    [Fact]
    public void TheAnswerThatEndedIt_TakenBack_TakesTheValuesBack()
    {
        Diary diary = new(Steered(), host => Arrange(host, 1, "нет"));
        diary.Decide("survey", "Done", People[0]);
        diary.Decide("survey", "Done", People[1]);
        string before = FlowStateJson.Write(diary.Host.State);
        Decided last = diary.Decide("survey", "Done", People[2]);
        Assert.Equal(["talk"], diary.Host.Open);

        TakenBack back = diary.TakeBack(last);

        Assert.Empty(back.Undone);
        Assert.Equal(before, FlowStateJson.Write(diary.Host.State));
    }

    [Fact]
    public void ADecisionBeside_TakenBack_LeavesTheValues_AndARecentEventTellsNoSumBeforeTheEnd()
    {
        Diary diary = new(Drawn.With(Variables, Drawn.Activity("both", "Elsa.Parallel", $",\"activities\":[{Survey(Two)},{Drawn.Task("beside")}]"), Drawn.Task("after")), host => Arrange(host, 1, "нет"));
        Decided beside = diary.Decide("beside", "Done");
        foreach (string person in People[..2]) diary.Decide("survey", "Done", person);
        Assert.DoesNotContain(diary.Recent, r => r.Events.Any(e => e is SurveySummedUp));
        Assert.Equal(5.0, diary.Host.State.Variables["mean"]);
        diary.Decide("survey", "Done", People[2]);
        Assert.Single(diary.Recent, r => r.Events.Any(e => e is SurveySummedUp));

        diary.TakeBack(beside);

        Assert.Equal(["beside"], diary.Host.Open);
        Assert.Equal((1.0, "нет"), (diary.Host.State.Variables["mean"], diary.Host.State.Variables["choice"]));
    }

    [Theory]
    [InlineData("""{"kind":"text","field":"choice"}""", "BadForm")]
    [InlineData("""{"kind":"scale","field":"nowhere"}""", "UnknownVariable")]
    [InlineData("""{"kind":"scale","field":"choice"}""", "WrongVariable")]
    [InlineData("""{"kind":"scale","field":"flag"}""", "WrongVariable")]
    [InlineData("""{"kind":"single","options":["а","б"],"field":"mean"}""", "WrongVariable")]
    [InlineData("""{"kind":"multiple","options":["а","б"],"field":"flag"}""", "WrongVariable")]
    [InlineData("""{"kind":"multiple","options":["а","б"],"field":"day"}""", "WrongVariable")]
    [InlineData("""{"kind":"scale","field":"survey"}""", "UnknownVariable")]
    public void Check_AFieldThatDoesNotFit_IsAnError(string question, string code)
    {
        Problem problem = Assert.Single(Check($$"""{"questions":[{{question.Replace("{\"kind", "{\"text\":\"Вопрос\",\"kind", StringComparison.Ordinal)}}]}"""), p => p.Severity == Severity.Error);
        Assert.Equal((code, "survey"), (problem.Code, problem.NodeId));
    }

    [Fact]
    public void Check_TheSameFieldTwice_IsAnError() =>
        Assert.Contains(Check("""{"questions":[{"kind":"scale","text":"1","field":"mean"},{"kind":"scale","text":"2","field":"mean"}]}"""), p => p.Code == "BadForm");

    [Theory]
    [InlineData("""{"kind":"scale","field":"mean"}""")]
    [InlineData("""{"kind":"single","options":["а","б"],"field":"choice"}""")]
    [InlineData("""{"kind":"multiple","options":["а","б"],"field":"choice"}""")]
    [InlineData("""{"kind":"text"}""")]
    public void Check_AFieldThatFits_IsInOrder(string question) =>
        Assert.DoesNotContain(Check($$"""{"questions":[{{question.Replace("{\"kind", "{\"text\":\"Вопрос\",\"kind", StringComparison.Ordinal)}}]}"""), p => p.Severity == Severity.Error);

    private static IReadOnlyList<Problem> Check(string form) => GraphChecker.Check(FlowGraph.From(Steered(form)));
}
