using System.Text.Json.Nodes;
using Mentorship.Flow.Tests.TakingBack;

namespace Mentorship.Flow.Tests.Asking;

/// <summary>What the doer of a task fills in becomes the values of variables.</summary>
public sealed class WorkFieldsTests
{
    [Fact]
    public void Of_AFieldOfEachKind_TakesItsKindFromTheVariable()
    {
        ProcessDefinition definition = Drawn("""[{"name":"sum","label":"Сколько?","required":true,"hint":"в рублях"},{"name":"agreed"},{"name":"day"},{"name":"form","options":["очно","онлайн"]},{"name":"note"}]""");

        IReadOnlyList<WorkField> fields = Fields(definition);

        Assert.Equal([WorkFieldKind.Number, WorkFieldKind.Flag, WorkFieldKind.Date, WorkFieldKind.Choice, WorkFieldKind.Text], fields.Select(f => f.Kind));
        Assert.Equal(("Сколько?", true, "в рублях"), (fields[0].Label, fields[0].Required, fields[0].Hint));
        Assert.Equal("согласие есть", fields[1].Label);
    }

    [Theory]
    [InlineData("sum", "12 000,5", 12000.5)]
    [InlineData("agreed", "true", true)]
    [InlineData("day", "2026-09-15", "2026-09-15")]
    [InlineData("day", "15.09.2026", "2026-09-15")]
    [InlineData("form", "онлайн", "онлайн")]
    [InlineData("note", "  что угодно  ", "что угодно")]
    public void Take_WhatFits_IsTheValue(string name, string typed, object value)
    {
        (IReadOnlyDictionary<string, object?>? values, string? problem) = WorkFields.Take(Fields(Drawn($$"""[{"name":"{{name}}"{{(name == "form" ? ""","options":["очно","онлайн"]""" : "")}}}]""")), Filled(name, typed));

        Assert.Null(problem);
        Assert.Equal(value, values![name]);
    }

    [Theory]
    [InlineData("sum", "много")]
    [InlineData("sum", "1e999")]
    [InlineData("agreed", "наверное")]
    [InlineData("day", "завтра")]
    [InlineData("form", "по телефону")]
    [InlineData("note", "")]
    public void Take_WhatDoesNotFit_SaysWhatToMend(string name, string typed)
    {
        (IReadOnlyDictionary<string, object?>? values, string? problem) = WorkFields.Take(Fields(Drawn($$"""[{"name":"{{name}}","label":"Вопрос","required":true{{(name == "form" ? ""","options":["очно","онлайн"]""" : "")}}}]""")), Filled(name, typed));

        Assert.Null(values);
        Assert.Contains("Вопрос", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"name":"nowhere"}]""")]
    [InlineData("""[{"label":"без поля"}]""")]
    [InlineData("""[{"name":"sum"},{"name":"sum"}]""")]
    [InlineData("""[{"name":"form","options":["одно"]}]""")]
    [InlineData("""{"name":"sum"}""")]
    [InlineData("""[7]""")]
    public void Check_FieldsThatCannotBeRead_AreAnError(string fields) =>
        Assert.Contains(GraphChecker.Check(FlowGraph.From(Drawn(fields))), p => p is { Code: "BadFields", Severity: Severity.Error, NodeId: "ask" });

    [Fact]
    public void WhatIsFilledIn_LeadsTheChoiceThatFollows_AndGoesWithADecisionTakenBack()
    {
        Diary diary = new(Drawn("""[{"name":"sum","required":true}]"""));
        StepState step = diary.Host.Live("ask");
        Decided decision = new(diary.Host.Now, step.Id, step.Participants[0], "Done") { Values = new Dictionary<string, object?> { ["sum"] = 20000d } };

        diary.Apply(decision);
        Assert.NotNull(diary.Host.Live("large"));

        TakenBack back = FlowEngine.TakeBack(diary.Host.Graph, diary.Host.State, diary.Recent, decision);
        Assert.Null(back.Result.Refusal);
        Assert.Equal(0d, back.Result.State.Variables["sum"]);
    }

    private static IReadOnlyList<WorkField> Fields(ProcessDefinition definition)
    {
        FlowGraph graph = FlowGraph.From(definition);
        return WorkFields.Of(graph, graph.Node("ask"));
    }

    private static Dictionary<string, IReadOnlyList<string>> Filled(string name, string typed) => new() { [name] = [typed] };

    private static ProcessDefinition Drawn(string fields)
    {
        DefinitionBuilder builder = new("0123456789abcdef", "some", "Заявка");
        builder.Variable("sum", "Double", "0").Variable("agreed", "Boolean", "false").Variable("day", "String", null).Variable("form", "String", null).Variable("note", "String", null);
        builder.Custom("fieldKinds", new JsonObject { ["day"] = "date" }).Custom("fieldNames", new JsonObject { ["agreed"] = "согласие есть" });
        builder.Root.Add("Elsa.Start", "start", "Начало");
        builder.Root.Add("Mentorship.Task", "ask", "Собрать заявку").Text("assignee", "role:curator").Json("fields", JsonNode.Parse(fields));
        builder.Root.Add("Elsa.FlowDecision", "choose", "Крупная сумма").JavaScript("condition", "variables.sum > 10000");
        builder.Root.Add("Mentorship.Task", "large", "Согласовать у учредителя").Text("assignee", "role:director");
        builder.Root.Add("Mentorship.Task", "small", "Выдать").Text("assignee", "role:director");
        builder.Root.Connect("start", "ask").Connect("ask", "choose").Connect("choose", "large", "True").Connect("choose", "small", "False");
        return builder.Build();
    }
}
