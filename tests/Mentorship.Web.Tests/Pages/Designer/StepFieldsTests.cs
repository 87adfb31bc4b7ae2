using Mentorship.Domain.Processes.Viewing;
using Mentorship.Flow;
using Mentorship.Flow.Tests;
using Mentorship.Web.Pages.Designer.Panel;

namespace Mentorship.Web.Tests.Pages.Designer;

public sealed class StepFieldsTests
{
    /// <summary>Whatever a step carries, the panel shows it: nothing is hidden, a kind that nobody has told of included.</summary>
    [Theory]
    [InlineData("000_kindergarten")]
    [InlineData("001_school_sample")]
    [InlineData("002_school")]
    [InlineData("003_extra_education")]
    [InlineData("004_college")]
    [InlineData("order-pairs")]
    [InlineData("order-incentive")]
    public void Of_EveryStepOfALibraryProcess_ShowsEveryInputOnce(string template)
    {
        foreach (FlowNode node in DesignerSessionTests.Open(template).Graph.Nodes)
        {
            string[] shown = [.. StepFields.Of(node).SelectMany(g => g.Fields).Select(f => f.Input)];

            Assert.Equal(shown.Distinct(), shown);
            Assert.Empty(node.Activity.Inputs.Keys.Except(shown).Except(["window", "title"]));
        }
    }

    [Fact]
    public void Of_AForeignStep_ShowsItsTextsAndKeepsTheRest()
    {
        FlowNode node = FlowGraph.From(Some.OneStep("Acme.Robot", step => step.Text("greeting", "Здравствуйте").JavaScript("when", "variables.a === 1"))).Node("step");

        IReadOnlyList<StepField> fields = StepFields.Of(node).Single().Fields;

        Assert.Equal([("greeting", FieldShape.Lines), ("when", FieldShape.Kept)], fields.Select(f => (f.Input, f.Shape)));
    }

    [Fact]
    public void Sentence_OfAMail_SaysWhatGoesWithIt()
    {
        ProcessDefinition process = Some.Process(flow =>
        {
            flow.Add("Mentorship.Document", "write", "Реестр пар").Text("kind", "register-pairs");
            flow.Add("Mentorship.Mail", "mail", "Разослать").Text("to", "role:mentor").Text("attach", "document, write, gone");
        });

        Sentence told = SentenceView.Of(FlowGraph.From(process), _ => "наставник").Groups.SelectMany(g => g.Sentences).Single(s => s.NodeId == "mail");

        Assert.Equal("Система отправляет письмо «Разослать»: наставник; во вложении: документ дела, «Реестр пар», то, чего в процессе нет.", told.Text);
        Assert.Contains(told.Parts, p => p.Setting == "attach");
        Assert.Contains(StepFields.Of(FlowGraph.From(process).Node("mail")).SelectMany(g => g.Fields), f => f is { Input: "attach", Shape: FieldShape.Attach });
    }

    [Fact]
    public void Words_OfACondition_AreASentence()
    {
        ProcessField[] fields = [new("sum", "сумма", FieldKind.Number, null), new("kind", "вид пары", FieldKind.Text, null), new("first", "первый год", FieldKind.Flag, null)];

        string words = ConditionWords.Of(FieldCondition.Read("variables.sum > 10000 && variables.kind === 'работник' && variables.first === true")!, fields);

        Assert.Equal("Если сумма больше 10\u00A0000 и вид пары\u00A0– «работник» и первый год\u00A0– да.", words);
    }

    [Fact]
    public void SurveyDraft_AnyChange_KeepsWhatItDoesNotKnow()
    {
        SurveyDraft form = SurveyDraft.Of(System.Text.Json.JsonSerializer.SerializeToElement(new
        {
            colour = "red", questions = new object[] { new { id = "q1", kind = "scale", text = "Как?", from = 0, to = 10, hint = "x" }, new { id = "q3", kind = "text", text = "Что?" } },
        }));

        SurveyDraft changed = form.Exchange("q1", now => now with { Text = "Насколько?" }).Move("q1", 1).Added().Without("q3");

        Assert.Equal(["q1", "q2"], changed.Questions.Select(q => q.Id));
        Assert.Equal("red", (string?)changed.Json["colour"]);
        Assert.Equal((10, "x", "Насколько?"), ((int)changed.Json["questions"]![0]!["to"]!, (string?)changed.Json["questions"]![0]!["hint"], changed.Questions[0].Text));
        Assert.Equal("Как?", form.Questions[0].Text);
    }

    [Fact]
    public void SurveyDraft_OfAFormWhoseIdsAreMissingOrTwice_GivesEachQuestionItsOwn()
    {
        SurveyDraft form = SurveyDraft.Of(System.Text.Json.JsonSerializer.SerializeToElement(new
        {
            questions = new object[] { new { id = "q1", text = "Раз?" }, new { id = "q1", text = "Два?" }, new { text = "Три?" } },
        }));

        SurveyDraft changed = form.Exchange(form.Questions[1].Id, now => now with { Required = true });

        Assert.Equal(3, form.Questions.Select(q => q.Id).Distinct().Count());
        Assert.Equal([false, true, false], changed.Questions.Select(q => q.Required));
        Assert.Equal(["Раз?", "Два?", "Три?"], changed.Questions.Select(q => q.Text));
    }

    [Fact]
    public void SurveyDraft_TheEndsOfAScale_AreWrittenWithTheirWords()
    {
        SurveyDraft form = SurveyDraft.Of(System.Text.Json.JsonSerializer.SerializeToElement(new { questions = new object[] { new { id = "q1", kind = "scale", text = "Как?", low = "плохо" } } }));

        SurveyDraft changed = form.Exchange("q1", now => now with { From = 0, To = 10, Low = " ", High = "отлично" });

        SurveyForm read = SurveyForm.Read(System.Text.Json.JsonSerializer.SerializeToElement(changed.Json)).Form!;
        Assert.Equal((0, 10, null, "отлично"), (read.Questions[0].From, read.Questions[0].To, read.Questions[0].Low, read.Questions[0].High));
    }

    [Theory]
    [InlineData("scale", true)]
    [InlineData("single", false)]
    [InlineData("multiple", false)]
    public void SurveyDraft_ANewResult_BringsItsFieldWithIt_AndIsInOrder(string kind, bool isNumber)
    {
        ProcessDefinition process = Surveyed($$"""{"questions":[{"id":"a","kind":"text","text":"Что?"},{"id":"b","kind":"{{kind}}","text":"Как?","options":["так","иначе"]}]}""");
        SurveyDraft form = SurveyDraft.Of(FlowGraph.From(process).Node("step").Json("form"));

        (SurveyDraft changed, Edit? added) = form.WithNewResult("b", process);
        Edited edited = new EditGroup([added!, new SetInput("step", "form", new InputValue(changed.Json.ToJsonString(), "Object"))]).Apply(process);

        Assert.Null(edited.Refusal);
        ProcessField field = Assert.Single(ProcessField.Of(edited.Definition!));
        Assert.Equal((isNumber ? FieldKind.Number : FieldKind.Text, isNumber ? "средняя оценка, вопрос 2" : "итог вопроса 2"), (field.Kind, field.Label));
        FlowGraph graph = FlowGraph.From(edited.Definition!);
        Assert.Equal([field.Name], SurveyForm.Of(graph.Node("step"))!.Fields);
        Assert.DoesNotContain(GraphChecker.Check(graph), p => p.Severity == Severity.Error);
        Assert.Null(form.WithNewResult("a", process).Added);
    }

    [Fact]
    public void SurveyDraft_FieldsForAResult_AreOfItsKindAndFree_AndWhatItHasStays()
    {
        ProcessDefinition process = Surveyed("""{"questions":[{"id":"a","kind":"scale","text":"Раз?","field":"mean"},{"id":"b","kind":"scale","text":"Два?"},{"id":"c","kind":"single","text":"Три?","options":["да","нет"],"field":"gone"}]}""",
            new SetVariable("mean", "Double", "0"), new SetVariable("sum", "Double", "0"), new SetVariable("note"), new SetVariable("urgent", "Boolean", "false"));
        SurveyDraft form = SurveyDraft.Of(FlowGraph.From(process).Node("step").Json("form"));

        Assert.Equal([["mean", "sum"], ["sum"], ["gone", "note"]], form.Questions.Select(q => form.FieldsFor(q, process).Select(f => f.Name)));
    }

    [Fact]
    public void SurveyDraft_AnotherWayOfAnswering_KeepsAFieldOfTheSameKindOnly()
    {
        SurveyDraft form = SurveyDraft.Of(System.Text.Json.JsonSerializer.SerializeToElement(new { questions = new object[] { new { id = "a", kind = "single", text = "Как?", options = new[] { "так", "иначе" }, field = "way" } } }));

        Assert.Equal("way", form.Exchange("a", now => now.As("multiple")).Questions[0].Field);
        Assert.Equal("", form.Exchange("a", now => now.As("scale")).Questions[0].Field);
        Assert.Null(form.Exchange("a", now => now.As("text")).Json["questions"]![0]!["field"]);
    }

    [Fact]
    public void Sentence_OfASurvey_SaysWhereItsResultsGo()
    {
        ProcessDefinition process = Surveyed("""{"questions":[{"id":"a","kind":"scale","text":"Раз?","field":"mean"},{"id":"b","kind":"single","text":"Два?","options":["да","нет"],"field":"way"}]}""",
            new SetVariable("mean", "Double", "0"), new SetVariable("way"), new SetProperty("fieldNames", System.Text.Json.JsonSerializer.SerializeToElement(new { mean = "средняя оценка" })));

        Sentence told = SentenceView.Of(FlowGraph.From(process), _ => "наставник").Groups.SelectMany(g => g.Sentences).Single(s => s.NodeId == "step");

        Assert.Equal("Наставник заполняет анкету «Шаг»; итоги\u00A0– в полях «средняя оценка», «way».", told.Text);
        Assert.Contains(told.Parts, p => p.Setting == "form");
    }

    [Fact]
    public void Options_OfAField_AreThoseOfTheSurveysAndTasksThatFillIt()
    {
        ProcessDefinition process = Surveyed("""{"questions":[{"id":"a","kind":"single","text":"Раз?","options":["за","против"],"field":"way"},{"id":"b","kind":"single","text":"Два?","options":["да","нет"]}]}""", new SetVariable("way"));

        Assert.Equal(["за", "против"], ProcessField.OptionsOf(FlowGraph.From(process), "way"));
        Assert.Empty(ProcessField.OptionsOf(FlowGraph.From(process), "other"));
    }

    private static ProcessDefinition Surveyed(string form, params Edit[] edits) =>
        new EditGroup([.. edits, new SetInput("step", "form", new InputValue(form, "Object"))]).Apply(Some.OneStep("Mentorship.Survey", step => step.Text("people", "role:mentor"))).Definition!;

    [Theory]
    [InlineData("0 9 * * *", TimetableKind.Daily, 1)]
    [InlineData("0 30 9 * * *", TimetableKind.Daily, 1)]
    [InlineData("5 8 * * 1-5", TimetableKind.Workdays, 1)]
    [InlineData("0 17 * * 5", TimetableKind.Weekly, 5)]
    [InlineData("0 17 ? * 0", TimetableKind.Weekly, 7)]
    [InlineData("0 10 25 * *", TimetableKind.Monthly, 25)]
    public void Timetable_WhatCanBeChosen_ComesBackTheSame(string cron, TimetableKind kind, int day)
    {
        Timetable times = Timetable.Read(cron)!;

        Assert.Equal((kind, day), (times.Kind, times.Day));
        Assert.Equal(times, Timetable.Read(times.Write()));
        Assert.Equal(CronText.Next(cron, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc), CronText.Next(times.Write(), DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData("*/5 * * * *")]
    [InlineData("0 9 1 * 1")]
    [InlineData("0 9 * 9 *")]
    [InlineData("каждый день")]
    [InlineData("")]
    public void Timetable_WhatIsMoreThanThat_IsLeftAsItIs(string cron) => Assert.Null(Timetable.Read(cron));

    [Fact]
    public void GivenInputs_AFieldAndAValue_AreReadAndWrittenBesideWhatNobodyKnows()
    {
        ProcessDefinition definition = new SetInput("step", "input", new InputValue("""{"sum":{"type":"Variable","value":"total"},"kind":"малая","odd":{"type":"JavaScript","value":"1+1"}}""", "Object"))
            .Apply(Some.OneStep("Elsa.ExecuteWorkflow")).Definition!;
        GivenInputs given = GivenInputs.Of(definition.Find("step")!.Inputs["input"]);

        Assert.Equal(("=total", "own", "beyond", ""), (given.Of("sum").Way, given.Of("kind").Way, given.Of("odd").Way, given.Of("other").Way));
        Assert.Equal("""{"sum":5,"kind":"малая","odd":{"type":"JavaScript","value":"1+1"}}""", System.Text.RegularExpressions.Regex.Unescape(given.With("sum", GivenInputs.Plain(FieldKind.Number, "5"))!.ToJsonString()));
        Assert.True(GivenInputs.Of(definition.Find("step")!.Inputs["input"] with { Type = "JavaScript" }).Beyond);
    }

    [Fact]
    public void Words_OfADay_SayWhetherItIsEarlierOrLater()
    {
        ProcessField[] fields = [new("start", "начало работы", FieldKind.Date, null)];

        Assert.Equal("Если начало работы не позже 15.09.2026.", ConditionWords.Of(FieldCondition.Read("variables.start <= '2026-09-15'")!, fields));
    }

    [Fact]
    public void ProcessField_OfADay_SaysSoInTheDefinition_AndForgetsItWithItsKind()
    {
        ProcessDefinition day = ProcessField.Put(Some.OneStep("Mentorship.Task"), "start", "начало", FieldKind.Date, "2026-09-01").Apply(Some.OneStep("Mentorship.Task")).Definition!;
        Assert.Equal(new ProcessField("start", "начало", FieldKind.Date, "2026-09-01"), ProcessField.Of(day).Single());

        ProcessDefinition number = ProcessField.Put(day, "start", "начало", FieldKind.Number, "0").Apply(day).Definition!;
        Assert.Equal(FieldKind.Number, ProcessField.Of(number).Single().Kind);
        Assert.Null(number.Custom(ProcessField.Kinds));
    }
}
