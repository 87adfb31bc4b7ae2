using System.Text.Json.Nodes;

namespace Mentorship.Flow.Tests.Editing;

public sealed class SetCasesTests
{
    private static readonly InputValue Big = new("variables.sum > 10", "JavaScript"), Small = new("variables.sum <= 10", "JavaScript");

    [Fact]
    public void Cases_WrittenRenamedAndReordered_TakeTheirArrowsAlong()
    {
        ProcessDefinition definition = Change(Drawn(), new SetCases("switch", [new("крупная", Condition: Big), new("мелкая", Condition: Small)]), new ConnectSteps("switch", "крупная", "a"), new ConnectSteps("switch", "мелкая", "b"));

        ProcessDefinition changed = Change(definition, new SetCases("switch", [new("мелкая", "мелкая"), new("большая", "крупная")]));

        FlowNode node = FlowGraph.From(changed).Node("switch");
        Assert.Equal(["мелкая", "большая", "Default"], node.Outcomes);
        Assert.Equal(["variables.sum <= 10", "variables.sum > 10"], node.Cases.Select(c => c.Condition!.Text));
        Assert.Equal(["большая → a", "мелкая → b"], Arrows(changed).Order());
    }

    [Fact]
    public void Cases_ThatExchangeTheirLabels_ExchangeTheirArrows()
    {
        ProcessDefinition definition = Change(Drawn(), new SetCases("switch", [new("раз"), new("два")]), new ConnectSteps("switch", "раз", "a"), new ConnectSteps("switch", "два", "b"));

        ProcessDefinition changed = Change(definition, new SetCases("switch", [new("два", "раз"), new("раз", "два")]));

        Assert.Equal(["два → a", "раз → b"], Arrows(changed).Order());
    }

    [Fact]
    public void ACaseLeftOut_TakesItsArrowsAway_AndTheUndoGivesThemBack()
    {
        ProcessDefinition definition = Change(Drawn(), new SetCases("switch", [new("раз", Condition: Big), new("два")]), new ConnectSteps("switch", "раз", "a"), new ConnectSteps("switch", "Default", "b"));

        Edited edited = new SetCases("switch", [new("два", "два")]).Apply(definition);

        Assert.Equal(["Default → b"], Arrows(edited.Definition!));
        Assert.Equal(DefinitionWriter.Write(definition), DefinitionWriter.Write(edited.Inverse!.Apply(edited.Definition!).Definition!));
    }

    [Fact]
    public void ACaseChanged_KeepsWhatNobodyKnowsOfIt_AndAForeignConditionOfAnother()
    {
        ProcessDefinition definition = With("""[{"label":"раз","colour":"red"},{"label":"два","condition":{"type":"CSharp","value":"x > 1"}}]""");

        ProcessDefinition changed = Change(definition, new SetCases("switch", [new("один", "раз", Big), new("два", "два")]));

        IReadOnlyList<SwitchCase> cases = FlowGraph.From(changed).Node("switch").Cases;
        Assert.Equal(("red", "variables.sum > 10"), (cases[0].Json.GetProperty("colour").GetString(), cases[0].Condition!.Text));
        Assert.Equal(("CSharp", "x > 1"), (cases[1].Condition!.Type, cases[1].Condition!.Text));
    }

    [Fact]
    public void AStepHeldByACase_IsChangedInItsPlace()
    {
        ProcessDefinition definition = With("""[{"label":"раз","activity":{"id":"held","type":"Mentorship.Task","name":"Внутри"}}]""", "Elsa.Switch");

        ProcessDefinition changed = Change(definition, new RenameStep("held", "Другое"), new SetCases("switch", [new("первый", "раз", Big)]));

        Assert.Equal("Другое", changed.Find("held")!.Title);
        Assert.Equal("case:первый", changed.Find("held")!.Port);
    }

    [Theory]
    [InlineData("", "CaseLabel")]
    [InlineData("Default", "CaseTaken")]
    [InlineData("два", "CaseTaken")]
    public void ALabel_ThatIsEmptyOrTaken_IsRefused(string label, string code) =>
        Assert.Equal(code, new SetCases("switch", [new(label), new("два")]).Apply(Drawn()).Refusal!.Code);

    [Fact]
    public void Cases_OfAStepThatIsNoSwitch_AreRefused() => Assert.Equal("NotAnInput", new SetCases("a", [new("раз")]).Apply(Drawn()).Refusal!.Code);

    [Fact]
    public void Cases_SentAsJson_ComeBack()
    {
        SetCases edit = new("switch", [new("раз", "было", Big), new("два")]);

        Assert.Equal(edit.Cases, Assert.IsType<SetCases>(EditJson.Read(EditJson.Write(edit))).Cases);
    }

    /// <summary>The switch as a file may have it.</summary>
    private static ProcessDefinition With(string cases, string type = "Elsa.FlowSwitch")
    {
        JsonObject json = JsonNode.Parse(DefinitionWriter.Write(Drawn()))!.AsObject();
        JsonObject step = json["root"]!["activities"]!.AsArray().OfType<JsonObject>().Single(a => (string?)a["id"] == "switch");
        (step["type"], step["cases"]) = (type, JsonNode.Parse(cases));
        return Some.Read(json.ToJsonString());
    }

    private static ProcessDefinition Drawn() => Some.Process(root =>
    {
        root.Add("Elsa.FlowSwitch", "switch", "Сумма");
        root.Add("Mentorship.Task", "a", "А");
        root.Add("Mentorship.Task", "b", "Б");
    });

    private static ProcessDefinition Change(ProcessDefinition definition, params Edit[] edits)
    {
        Edited edited = new EditGroup(edits).Apply(definition);
        Assert.Null(edited.Refusal);
        return edited.Definition!;
    }

    private static IEnumerable<string> Arrows(ProcessDefinition definition) => FlowGraph.From(definition).Connections.Where(c => c.Source == "switch").Select(c => $"{c.Outcome} → {c.Target}");
}
