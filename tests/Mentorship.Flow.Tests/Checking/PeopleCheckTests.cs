using System.Text.Json.Nodes;

namespace Mentorship.Flow.Tests.Checking;

/// <summary>Settings of steps that ask people.</summary>
public sealed class PeopleCheckTests
{
    private const string Question = """{"kind":"scale","text":"Насколько вам помогает наставник?"}""";

    private static string[] Codes(string type, Action<ActivityBuilder> settings, CheckContext? context = null) =>
        [.. GraphChecker.Check(Some.OneStep(type, settings), context).Select(p => p.Code)];

    private static JsonNode Form(params string[] questions) => JsonNode.Parse($$"""{"title":"Анкета","questions":[{{string.Join(',', questions)}}]}""")!;

    [Fact]
    public void ASurvey_InOrder_HasNoProblem() => Assert.Empty(Codes("Mentorship.Survey", s => s.Text("people", "role:mentor").Text("enough", "60 %").Json("form", Form(
        Question, """{"id":"why","kind":"text","text":"Почему?"}""",
        """{"kind":"single","text":"Продолжите?","options":["да","нет"]}""", """{"kind":"multiple","text":"Что помогло?","options":["встречи","план"]}"""))));

    [Theory]
    [InlineData("""{"kind":"scale"}""")]
    [InlineData("""{"kind":"slider","text":"?"}""")]
    [InlineData("""{"kind":"2","text":"?"}""")]
    [InlineData("""{"kind":"single","text":"?"}""")]
    [InlineData("""{"kind":"single","text":"?","options":["да"]}""")]
    [InlineData("""{"kind":"single","text":"?","options":["да","да"]}""")]
    [InlineData("""{"kind":"single","text":"?","options":["да",1]}""")]
    [InlineData("""{"kind":"scale","text":"?","to":11}""")]
    [InlineData("""{"kind":"scale","text":"?","from":3}""")]
    [InlineData("""{"id":"<b>","kind":"text","text":"?"}""")]
    [InlineData("7")]
    public void AQuestion_ThatNobodyCouldAnswer_IsAnError(string question) =>
        Assert.Equal(["BadForm"], Codes("Mentorship.Survey", s => s.Text("people", "role:mentor").Json("form", Form(Question, question))));

    [Fact]
    public void AForm_ThatIsMissing_Empty_Doubled_OrTooLong_IsAnError()
    {
        Assert.Equal(["BadForm"], Codes("Mentorship.Survey", s => s.Text("people", "role:mentor")));
        Assert.Equal(["BadForm"], Codes("Mentorship.Survey", s => s.Text("people", "role:mentor").Json("form", Form())));
        Assert.Equal(["BadForm"], Codes("Mentorship.Survey", s => s.Text("people", "role:mentor").Text("form", "опрос")));
        string same = """{"id":"a","kind":"text","text":"?"}""";
        Assert.Equal(["BadForm"], Codes("Mentorship.Survey", s => s.Text("people", "role:mentor").Json("form", Form(same, same))));
        Assert.Equal(["BadForm"], Codes("Mentorship.Survey", s => s.Text("people", "role:mentor").Json("form", Form([.. Enumerable.Repeat(Question, 200)]))));
    }

    [Fact]
    public void Consents_WithoutPurposeOrText_AreAnError()
    {
        Assert.Equal(["BadForm"], Codes("Mentorship.Consents", s => s.Text("people", "role:mentor")));
        Assert.Equal(["BadForm"], Codes("Mentorship.Consents", s => s.Text("people", "role:mentor").Json("form", new JsonObject { ["purpose"] = "публикация" })));
        Assert.Empty(Codes("Mentorship.Consents", s => s.Text("people", "role:mentor").Json("form", new JsonObject { ["purpose"] = "публикация", ["text"] = "Согласен." })));
    }

    [Theory]
    [InlineData("Mentorship.Pairs", "120%", "BadEnough")]
    [InlineData("Mentorship.Pairs", "ноль", "BadEnough")]
    [InlineData("Mentorship.Pairs", "300", "")]
    [InlineData("Mentorship.Consents", "3", "MoreThanAsked")]
    [InlineData("Mentorship.Consents", "2", "")]
    public void Enough_IsLookedAt(string type, string enough, string expected) => Assert.Equal(expected, string.Join(", ", Codes(type, s =>
        s.Text("people", "person:1, person:2").Text("enough", enough).Json("form", new JsonObject { ["purpose"] = "публикация", ["text"] = "Согласен." }))));

    [Fact]
    public void ASurvey_WithNobodyNamed_OrNotEnoughWithoutADeadline_Warns()
    {
        Assert.Equal(["NobodyNamed"], Codes("Mentorship.Survey", s => s.Json("form", Form(Question))));
        Assert.Contains("NoDeadline", Codes("Mentorship.Survey", s => s.Text("people", "role:mentor").Text("notEnough", "true").Json("form", Form(Question))));
        Assert.DoesNotContain("NoDeadline", Codes("Mentorship.Survey", s => s.Text("people", "role:mentor").Text("notEnough", "true").Text("deadline", "до 15 мая").Json("form", Form(Question))));
    }

    [Fact]
    public void AQuorum_LargerThanThoseAsked_Warns()
    {
        void Two(ActivityBuilder s) => s.Text("approver", "person:1, person:2").Text("mode", "quorum:3");
        void Role(ActivityBuilder s) => s.Text("approver", "role:mentor").Text("mode", "quorum:3");
        Assert.Contains("MoreThanAsked", Codes("Mentorship.Approval", Two));
        Assert.DoesNotContain("MoreThanAsked", Codes("Mentorship.Approval", Role));
        Assert.Contains("MoreThanAsked", Codes("Mentorship.Approval", Role, new() { CountPeople = _ => 2 }));
        Assert.Contains("UnknownMode", Codes("Mentorship.Approval", s => s.Text("approver", "role:mentor").Text("mode", "quorum:150%")));
        Assert.Contains("UnknownMode", Codes("Mentorship.Approval", s => s.Text("approver", "role:mentor").Text("mode", "quorum:")));
    }

    /// <summary>A body concurs as one; asked to fill in a form, each of its members is asked.</summary>
    [Theory]
    [InlineData("Mentorship.Approval", "quorum:3", "MoreThanAsked")]
    [InlineData("Mentorship.Consents", "3", "")]
    [InlineData("Mentorship.Consents", "6", "MoreThanAsked")]
    public void ABody_IsCountedAsItIsAsked(string type, string share, string expected) => Assert.Equal(expected, string.Join(", ", Codes(type,
        s => s.Text("people", "body:1").Text("approver", "body:1").Text("enough", share).Text("mode", share).Json("form", new JsonObject { ["purpose"] = "публикация", ["text"] = "Согласен." }),
        new() { CountPeople = _ => 1, CountOneByOne = _ => 5 }).Where(code => code == "MoreThanAsked")));

    [Fact]
    public void WhereNobodyIsAsked_ItIsNotSaidTwice() =>
        Assert.DoesNotContain("MoreThanAsked", Codes("Mentorship.Approval", s => s.Text("approver", "role:mentor").Text("mode", "quorum:3"), new() { CountPeople = _ => 0 }));

    [Theory]
    [InlineData("Literal", "первое, второе, третье", "5", "MoreThanAsked")]
    [InlineData("Literal", "первое, второе, третье", "3", "")]
    [InlineData("Literal", "первое, второе, третье", "100%", "")]
    [InlineData("Object", "[\"первое\", \"второе\"]", "3", "MoreThanAsked")]
    [InlineData("Literal", "pairs", "300", "")]
    [InlineData("Literal", "people:role:mentor", "3", "MoreThanAsked")]
    [InlineData("Literal", "people:relation:author", "3", "")]
    [InlineData("JavaScript", "variables.list", "5", "")]
    [InlineData("Literal", "первое, второе", "0", "BadEnough")]
    [InlineData("Literal", "первое, второе", "150%", "BadEnough")]
    public void Enough_OfALoop_IsLookedAt(string type, string items, string enough, string expected)
    {
        ProcessDefinition definition = Some.Process(root => root.Add("Elsa.ParallelForEach", "loop", "Перебор"));
        foreach (SetInput edit in new SetInput[] { new("loop", "items", new InputValue(items, type)), new("loop", "enough", enough) }) definition = edit.Apply(definition).Definition!;
        CheckContext context = new() { CountOneByOne = people => people == "role:mentor" ? 2 : null };
        Assert.Equal(expected, string.Join(", ", GraphChecker.Check(definition, context).Select(p => p.Code).Where(code => code is "MoreThanAsked" or "BadEnough")));
        if (items.StartsWith("people:", StringComparison.Ordinal)) Assert.DoesNotContain(GraphChecker.Check(definition), p => p.Code == "MoreThanAsked");
    }

    [Fact]
    public void AQuorum_ThatIsNoNumber_SaysWhatToWrite()
    {
        Problem problem = GraphChecker.Check(Some.OneStep("Mentorship.Approval", s => s.Text("approver", "role:mentor").Text("mode", "quorum:0"))).Single(p => p.Code == "UnknownMode");
        Assert.Contains("кворум «0» – не число больше нуля", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"before":[3,0],"after":2,"most":5}""", "")]
    [InlineData("""{"before":3,"open":7}""", "")]
    [InlineData("""{"before":[-1]}""", "BadReminders")]
    [InlineData("""{"after":0}""", "BadReminders")]
    [InlineData("""{"after":2,"most":1000}""", "BadReminders")]
    [InlineData("каждый день", "BadReminders")]
    [InlineData("[3]", "BadReminders")]
    public void Reminders_AreLookedAt(string reminders, string expected) =>
        Assert.Equal(expected, string.Join(", ", Codes("Mentorship.Task", s => s.Text("assignee", "role:mentor").Text("reminders", reminders))));

    [Theory]
    [InlineData("""{"to":"role:deputy","after":3,"every":7}""", "")]
    [InlineData("""{"to":"role:deputy","after":3,"since":"open"}""", "")]
    [InlineData("""{"to":"role:deputy"}""", "BadEscalation")]
    [InlineData("""{"after":3}""", "BadEscalation")]
    [InlineData("""{"to":"role:deputy","after":3,"since":"вчера"}""", "BadEscalation")]
    [InlineData("""{"to":"role:nobody","after":3}""", "RoleNobodyHolds")]
    public void AnEscalation_IsLookedAt(string escalation, string expected) => Assert.Equal(expected, string.Join(", ",
        Codes("Mentorship.Task", s => s.Text("assignee", "role:mentor").Text("escalation", escalation), new() { IsRoleHeld = role => role != "nobody" })));
}
