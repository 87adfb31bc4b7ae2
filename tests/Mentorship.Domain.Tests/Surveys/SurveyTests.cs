using System.Text.Json;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Surveys;
using Mentorship.Flow;

namespace Mentorship.Domain.Tests.Surveys;

/// <summary>What came from a page held against the form, and what the answers come to.</summary>
public sealed class SurveyTests
{
    private static SurveyForm Form(bool anonymous = false) => SurveyForm.Read(JsonSerializer.Deserialize<JsonElement>($$"""
        {"title":"После первого полугодия","anonymous":{{(anonymous ? "true" : "false")}},"questions":[
          {"id":"help","kind":"scale","text":"Помогает ли наставник?","low":"нет","high":"очень"},
          {"id":"go","kind":"single","text":"Продолжите?","options":["да","нет"]},
          {"id":"what","kind":"multiple","text":"Что помогло?","options":["встречи","план","уроки"]},
          {"id":"more","kind":"text","text":"Что добавить?"}]}
        """)).Form!;

    private static (string? Content, Refusal? Refusal) Take(params (string Question, string[] Answers)[] given) =>
        SurveyReply.Take(Form(), given.ToDictionary(g => g.Question, g => (IReadOnlyList<string>)g.Answers));

    [Fact]
    public void Take_KeepsTheAnswersInTheOrderOfTheForm() => Assert.Equal("""{"help":4,"go":"да","what":["встречи","уроки"],"more":"больше\nвстреч"}""",
        Take(("more", [" больше\nвстреч "]), ("what", ["уроки", "встречи", "уроки"]), ("go", ["да"]), ("help", ["4"]), ("unknown", ["x"])).Content);

    [Fact]
    public void Take_WithWhatMayBeLeftOut_IsEnough() => Assert.Equal("""{"help":1,"go":"нет"}""", Take(("help", ["1"]), ("go", ["нет"]), ("more", ["  "])).Content);

    [Fact]
    public void Take_WithoutARequiredAnswer_NamesTheQuestion()
    {
        Refusal refusal = Take(("help", ["4"])).Refusal!;
        Assert.Equal("AnswerMissing", refusal.Code);
        Assert.Contains("«Продолжите?»", refusal.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help", "6")]
    [InlineData("help", "0")]
    [InlineData("help", "+3")]
    [InlineData("help", "3.5")]
    [InlineData("go", "возможно")]
    [InlineData("what", "каникулы")]
    public void Take_OfWhatWasNotOffered_IsRefused(string question, string answer) => Assert.Equal("AnswerUnknown",
        Take([.. new[] { ("help", new[] { "4" }), ("go", ["да"]) }.Where(g => g.Item1 != question), (question, [answer])]).Refusal!.Code);

    [Fact]
    public void Take_OfTwoAnswersToOneChoice_OrABook_IsRefused()
    {
        Assert.Equal("AnswerUnknown", Take(("help", ["4"]), ("go", ["да", "нет"])).Refusal!.Code);
        Assert.Equal("AnswerUnknown", Take(("help", ["4"]), ("go", ["да"]), ("more", [new string('я', 2001)])).Refusal!.Code);
    }

    [Fact]
    public void Results_CountAndAverage()
    {
        SurveyResults results = SurveyResults.Of(Form(), "Шаг", 7, ["""{"help":4,"go":"да","what":["встречи","план"],"more":"б"}""", """{"help":5,"go":"да"}""", """{"help":5,"go":"нет","what":["план"],"more":"а"}"""]);
        Assert.Equal(("После первого полугодия", 7, 3), (results.Title, results.Asked, results.Answered));
        Assert.Equal(4.67m, results.Questions[0].Mean);
        Assert.Equal([0, 0, 0, 1, 2], results.Questions[0].Counts.Select(c => c.Count));
        Assert.Equal([("да", 67), ("нет", 33)], results.Questions[1].Counts.Select(c => (c.Option, results.Questions[1].Percent(c))));
        Assert.Equal((2, 2), (results.Questions[2].Answered, results.Questions[2].Counts[1].Count));
        Assert.Equal(["а", "б"], results.Questions[3].Texts);
    }

    [Fact]
    public void Results_OfAnAnonymousSurvey_AreSilentUntilNobodyCanBeGuessed()
    {
        string[] four = [.. Enumerable.Repeat("""{"help":4,"go":"да"}""", 4)];
        Assert.True(SurveyResults.Of(Form(anonymous: true), "Шаг", 7, four).IsTooFew);
        Assert.Empty(SurveyResults.Of(Form(anonymous: true), "Шаг", 7, four).Questions);
        Assert.Equal(4, SurveyResults.Of(Form(anonymous: true), "Шаг", 7, [.. four, four[0]]).Questions.Count);
    }

    [Fact]
    public void Sheet_HasARowForEveryAnswer()
    {
        RegisterTable sheet = SurveySheet.Of(SurveyResults.Of(Form(), "Шаг", 2, ["""{"help":4,"go":"да","more":"Всё хорошо"}"""]), "МБОУ «Заречная СОШ»", new DateOnly(2026, 12, 25));
        Assert.Equal(5 + 1 + 2 + 1 + 1, sheet.Table.Rows.Count);
        Assert.Equal(["1", "Помогает ли наставник?", "1", "0", "0"], sheet.Table.Rows[0].Cells);
        Assert.Equal([null, null, "среднее", "4", ""], sheet.Table.Rows[5].Cells);
        Assert.Contains("Ответили 1 из 2", sheet.Footer, StringComparison.Ordinal);
    }

    [Fact]
    public void AnonymousIds_TellNoOrder()
    {
        List<Guid> ids = [.. Enumerable.Range(0, 20).Select(_ => SurveyAnswer.AnonymousId())];
        Assert.All(ids, id => Assert.Equal(4, id.Version));
        Assert.NotEqual(ids.Order(), ids);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 5)]
    public void Values_AreTheMeanAndTheOptionChosenMostOften(bool anonymous, int each)
    {
        string[] contents = [.. Enumerable.Repeat("""{"a":1,"b":"да","c":["план","уроки"]}""", each), .. Enumerable.Repeat("""{"a":2,"b":"нет","c":["уроки"]}""", each), """{"a":2}"""];
        IReadOnlyDictionary<string, object?> values = SurveyResults.Of(Steering(anonymous), "Шаг", 20, contents).Values;
        Assert.Equal([("choice", "да"), ("mean", Math.Round((3.0 * each + 2) / (2 * each + 1), 2, MidpointRounding.AwayFromZero)), ("most", (object)"уроки")], values.OrderBy(v => v.Key).Select(v => (v.Key, v.Value!)));
    }

    [Fact]
    public void Values_OfAMeanHalfWay_GoAwayFromZero() =>
        Assert.Equal(1.13, SurveyResults.Of(Steering(false), "Шаг", 8, [.. Enumerable.Repeat("""{"a":1}""", 7), """{"a":2}"""]).Values["mean"]);

    [Fact]
    public void Values_OfAnAnonymousSurvey_AreOfWhatEnoughHaveAnswered()
    {
        string[] four = [.. Enumerable.Repeat("""{"a":1,"b":"да"}""", 4)];
        Assert.Empty(SurveyResults.Of(Steering(true), "Шаг", 9, four).Values);
        Assert.Equal(["mean"], SurveyResults.Of(Steering(true), "Шаг", 9, [.. four, """{"a":5}"""]).Values.Keys);
        Assert.Equal(["choice", "mean"], SurveyResults.Of(Steering(false), "Шаг", 9, four).Values.Keys.Order());
        Assert.Empty(SurveyResults.Of(Steering(false), "Шаг", 9, []).Values);
    }

    [Fact]
    public void Sha256_IsOfWhatWasShown_NotOfWhereItGoes()
    {
        Assert.Equal(Seal("""{"id":"a","kind":"scale","text":"Помогает, \"да\"?","from":1}"""), Seal("""{"id":"a","kind":"scale","text":"Помогает, \"да\"?","from":1,"field":"mean"}"""));
        Assert.NotEqual(Seal("""{"id":"a","kind":"scale","text":"Помогает?"}"""), Seal("""{"id":"a","kind":"scale","text":"Помогает ли?"}"""));
    }

    private static string Seal(string question)
    {
        DefinitionBuilder builder = new("0123456789abcdef", "some", "Процесс");
        builder.Root.Add("Mentorship.Survey", "step", "Анкета").Text("form", $$"""{"title":"Анкета","questions":[{{question}}]}""");
        return SurveyReply.Sha256(FlowGraph.From(builder.Build()).Node("step"));
    }

    private static SurveyForm Steering(bool anonymous) => SurveyForm.Read(JsonSerializer.Deserialize<JsonElement>($$"""
        {"anonymous":{{(anonymous ? "true" : "false")}},"questions":[
          {"id":"a","kind":"scale","text":"Помогает?","field":"mean"},{"id":"b","kind":"single","text":"Продолжать?","options":["да","нет"],"field":"choice"},
          {"id":"c","kind":"multiple","text":"Что?","options":["план","уроки"],"field":"most"},{"id":"d","kind":"scale","text":"Ещё?"}]}
        """)).Form!;
}
