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
