using System.Text.Json.Nodes;

namespace Mentorship.Flow.Tests.Checking;

public sealed class GraphCheckerTests
{
    private static string[] Codes(ProcessDefinition definition, CheckContext? context = null) =>
        [.. GraphChecker.Check(definition, context).Select(p => $"{p.Code} {p.NodeId}")];

    private static string[] Codes(string type, Action<ActivityBuilder>? settings, CheckContext? context = null) => Codes(Some.OneStep(type, settings), context);

    [Fact]
    public void Check_OfTheImplicitFixture_NamesTheLooseOutcomeAndTheUnreachableStep()
    {
        string[] codes = Codes(Some.Definition("t-implicit"));
        Assert.Contains("LooseOutcome a", codes);
        Assert.Contains("Unreachable lost", codes);
        Assert.Contains("UnknownType a", codes);
    }

    [Fact]
    public void Check_OfEveryShippedProcess_FindsNoErrorAndNothingThatWaitsInVain()
    {
        string[] files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Workflows"), "*.json");
        Assert.NotEmpty(files);
        foreach (string file in files)
            Assert.DoesNotContain(GraphChecker.Check(Some.Workflow(Path.GetFileNameWithoutExtension(file))), p => p.Severity == Severity.Error || p.Code is "NoWayOut" or "JoinMayWaitInVain");
    }

    [Fact]
    public void Check_OfALoopThatNothingLeadsOutOf_WarnsUnlessAFinishMayEndIt()
    {
        Assert.Contains("NoWayOut one", Codes(Round("Elsa.End")));
        Assert.DoesNotContain("NoWayOut one", Codes(Round("Elsa.Finish")));

        static ProcessDefinition Round(string end) => Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            foreach (string id in new[] { "one", "two", "three" }) root.Add("Mentorship.Task", id, id).Text("assignee", "role:x");
            root.Add(end, "end", "Конец");
            root.Connect("start", "one").Connect("start", "three").Connect("three", "end").Connect("one", "two").Connect("two", "one");
        });
    }

    [Fact]
    public void Check_OfALoopThroughAStageThatMayBePassed_FindsTheLoopWithoutAPerson()
    {
        Assert.Contains("LoopWithoutPerson stage", Codes(Round("True")));
        Assert.DoesNotContain("LoopWithoutPerson stage", Codes(Round("True", "False")));

        static ProcessDefinition Round(params string[] asked) => Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.AddStage("stage", "Этап", body =>
            {
                body.Add("Elsa.FlowDecision", "choice", "Развилка").Text("condition", "true");
                body.Add("Mentorship.Task", "task", "Дело").Text("assignee", "role:x");
                foreach (string outcome in asked) body.Connect("choice", "task", outcome);
            });
            root.Connect("start", "stage").Connect("stage", "stage");
        });
    }

    [Fact]
    public void Check_OfAPairOrderInAStageBeforeThatOfTheConsents_IsAnError()
    {
        CheckContext context = new() { PairOrderKinds = new HashSet<string> { "pairs" }, ConsentKinds = new HashSet<string> { "consent" } };
        ProcessDefinition definition = Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.AddStage("first", "Первый", body => body.Add("Mentorship.Document", "order", "Приказ").Text("kind", "pairs"));
            root.AddStage("second", "Второй", body => body.Add("Mentorship.Document", "consent", "Согласия").Text("kind", "consent"));
            root.Connect("start", "first").Connect("first", "second");
        });
        Assert.Contains("PairOrderBeforeConsents order", Codes(definition, context));
    }

    [Fact]
    public void Check_OfAGoodProcess_FindsNothing() => Assert.Empty(Codes(Some.Process(root =>
    {
        root.Add("Elsa.Start", "start", "Начало");
        root.Add("Mentorship.Document", "draft", "Проект").Text("kind", "order").Text("drafter", "role:curator");
        root.Add("Mentorship.Signature", "sign", "Подпись").Text("signer", "role:director");
        root.Add("Mentorship.Acquaintance", "read", "Ознакомление").Text("people", "role:mentor");
        root.Add("Elsa.End", "end", "Конец");
        root.Connect("start", "draft").Connect("draft", "sign").Connect("sign", "read", "Signed").Connect("sign", "draft", "Returned").Connect("read", "end");
    })));

    [Fact]
    public void Check_OfAReturnThatLeadsNowhere_Warns() => Assert.Contains("LooseOutcome step", Codes("Mentorship.Signature", s => s.Text("signer", "role:director")));

    [Fact]
    public void Check_OfASignatureWithoutSignatory_IsAnError() => Assert.Contains("NoSignatory step", Codes("Mentorship.Signature", null));

    [Fact]
    public void Check_OfARoleNobodyHolds_IsAnErrorWhereTheRolesAreKnown()
    {
        CheckContext context = new() { IsRoleHeld = role => role == "director" };
        Assert.Empty(Codes("Mentorship.Task", s => s.Text("assignee", "role:director, person:7"), context));
        Assert.Contains("RoleNobodyHolds step", Codes("Mentorship.Task", s => s.Text("assignee", "role:director, role:site-editor"), context));
        Assert.Empty(Codes("Mentorship.Task", s => s.Text("assignee", "role:site-editor")));
    }

    [Fact]
    public void Check_OfADeadlineOutsideTheProgramme_Warns() =>
        Assert.Contains("DeadlineOutsideProgramme step", Codes("Mentorship.Task", s => s.Text("assignee", "role:x").Text("deadline", "май 1999"),
            new() { DeadlineDoubt = text => text.Contains("1999") ? "раньше начала программы." : null }));

    [Fact]
    public void Check_OfAPairOrderBeforeTheConsents_IsAnError()
    {
        CheckContext context = new() { PairOrderKinds = new HashSet<string> { "pairs" }, ConsentKinds = new HashSet<string> { "consent" } };
        Assert.Contains("PairOrderBeforeConsents order", Codes(Two("order", "pairs", "consent", "consent"), context));
        Assert.Empty(Codes(Two("consent", "consent", "order", "pairs"), context));

        static ProcessDefinition Two(string first, string firstKind, string second, string secondKind) => Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Document", first, first).Text("kind", firstKind);
            root.Add("Mentorship.Document", second, second).Text("kind", secondKind);
            root.Connect("start", first).Connect(first, second);
        });
    }

    [Theory]
    [InlineData("JavaScript", "variables.sum ==", "BadExpression step")]
    [InlineData("JavaScript", "variables.sum > 1", "UnknownVariable step")]
    [InlineData("CSharp", "Sum > 1", "ForeignLanguage step")]
    [InlineData("Python", "sum", "ForeignLanguage step")]
    [InlineData("Variable", "sum", "UnknownVariable step")]
    public void Check_OfACondition_SaysWhyItCannotRun(string type, string source, string expected)
    {
        JsonNode json = JsonNode.Parse(DefinitionWriter.Write(Some.OneStep("Elsa.FlowDecision", s => s.JavaScript("condition", source))))!;
        json["root"]!["activities"]![1]!["condition"]!["expression"]!["type"] = type;
        Assert.Contains(expected, Codes(Some.Read(json.ToJsonString())));
    }

    [Fact]
    public void Check_OfIdsAndArrows_NamesTheWrongOnes()
    {
        string[] codes = Codes(Some.Read("""
            {"root":{"type":"Elsa.Flowchart","id":"f","activities":[
              {"type":"Elsa.Start","id":"s"},{"type":"Mentorship.Task","id":"s","assignee":"role:x"},{"type":"Mentorship.Task","assignee":"role:x"},
              {"type":"Mentorship.Stage","id":"f"}],
             "connections":[{"source":{"activity":"s"},"target":{"activity":"nowhere"}}]}}
            """));
        Assert.Contains("DuplicateId s", codes);
        Assert.Contains("DuplicateId f", codes);
        Assert.Contains("NoId ", codes);
        Assert.Contains("ConnectionToNowhere f", codes);
    }

    [Fact]
    public void Check_OfUnknownSettings_NamesThem()
    {
        Assert.Contains("UnknownMode step", Codes("Mentorship.Approval", s => s.Text("mode", "quorum:0")));
        Assert.Contains("UnknownMode step", Codes("Elsa.FlowJoin", s => s.Text("mode", "WaitSome")));
        Assert.Contains("NoInstant step", Codes("Elsa.Delay", null));
        Assert.Contains("NoAddressee step", Codes("Mentorship.Mail", null));
        Assert.Contains("NoDocumentKind step", Codes("Mentorship.Document", null));
        Assert.Contains("UnknownType step", Codes("Elsa.HttpEndpoint", null));
    }
}
