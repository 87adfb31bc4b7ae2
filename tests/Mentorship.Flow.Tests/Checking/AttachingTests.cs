namespace Mentorship.Flow.Tests.Checking;

/// <summary>What goes with a mail can exist, and is there when the mail is written.</summary>
public sealed class AttachingTests
{
    private static readonly string[] Known = ["UnknownAttachment", "MayNotBeWritten"];

    private static string Found(Action<FlowchartBuilder> draw, bool? hasDocument = null) => string.Join(", ", GraphChecker
        .Check(Some.Process(draw), new CheckContext { HasDocument = hasDocument }).Where(p => Known.Contains(p.Code)).Select(p => $"{p.NodeId} {p.Code}"));

    private static void Mail(FlowchartBuilder flow, string attach) => flow.Add("Mentorship.Mail", "mail", "Письмо").Text("to", "role:curator").Text("subject", "Т").Text("body", "Т").Text("attach", attach);

    private static void Write(FlowchartBuilder flow) => flow.Add("Mentorship.Document", "write", "Реестр").Text("kind", "register-pairs");

    [Theory]
    [InlineData("document", null, "")]
    [InlineData("document", true, "")]
    [InlineData("document", false, "mail UnknownAttachment")]
    [InlineData("register", true, "mail UnknownAttachment")]
    [InlineData("gone", null, "mail UnknownAttachment")]
    [InlineData("start", null, "mail UnknownAttachment")]
    [InlineData(" , ,", null, "")]
    public void Attach_ThatNamesNothingThatCanExist_IsAnError(string attach, bool? hasDocument, string expected) => Assert.Equal(expected, Found(flow =>
    {
        flow.Add("Elsa.Start", "start", "Начало");
        Mail(flow, attach);
        flow.Connect("start", "mail");
    }, hasDocument));

    [Fact]
    public void Attach_WrittenAsAnExpression_IsAnError() => Assert.Equal("mail UnknownAttachment", Found(flow =>
        flow.Add("Mentorship.Mail", "mail", "Письмо").Text("to", "role:curator").Text("subject", "Т").Text("body", "Т").JavaScript("attach", "variables.what")));

    /// <summary>Two ways to the mail after a first step: whether the document is surely written by then.</summary>
    [Theory]
    [InlineData("write", "write-mail", "")]
    [InlineData("register", "write-mail", "")]
    [InlineData("write", "mail-write", "mail MayNotBeWritten")]
    [InlineData("write", "ask:Approved-write-mail", "")]
    [InlineData("write", "ask:Approved-write-mail ask:Rejected-mail", "mail MayNotBeWritten")]
    [InlineData("write", "ask:Approved-write-mail ask:Returned-start", "")]
    [InlineData("register", "ask:Approved-write-mail ask:Rejected-mail", "mail MayNotBeWritten")]
    [InlineData("write", "fork-write-mail fork-other-mail", "")]
    [InlineData("write", "fork-write fork-other-mail", "mail MayNotBeWritten")]
    [InlineData("write", "fork-ask:Approved-write-mail fork-other-mail", "mail MayNotBeWritten")]
    [InlineData("write", "choice:True-write-mail choice:False-other-write", "")]
    [InlineData("write", "choice:True-write-mail choice:False-other-mail", "mail MayNotBeWritten")]
    public void Attach_OfAStepThatMayNotHaveRun_IsAWarning(string attach, string ways, string expected) => Assert.Equal(expected, Found(flow =>
    {
        flow.Add("Elsa.Start", "start", "Начало");
        Write(flow);
        Mail(flow, attach);
        flow.Add("Elsa.FlowFork", "fork", "Вместе");
        flow.Add("Elsa.FlowDecision", "choice", "Если").JavaScript("condition", "1 > 0");
        flow.Add("Mentorship.Approval", "ask", "Согласование").Text("approver", "role:curator");
        flow.Add("Mentorship.Task", "other", "Другое").Text("assignee", "role:curator");
        flow.Connect("start", ways.Split('-')[0].Split(':')[0]);
        foreach (string way in ways.Split(' '))
        {
            string[] steps = way.Split('-');
            for (int i = 1; i < steps.Length; i++) flow.Connect(steps[i - 1].Split(':')[0], steps[i].Split(':')[0], steps[i - 1].Contains(':', StringComparison.Ordinal) ? steps[i - 1].Split(':')[1] : "Done");
        }
    }));

    [Theory]
    [InlineData("Elsa.Flowchart", "")]
    [InlineData("Elsa.Sequence", "")]
    [InlineData("Elsa.If", "mail MayNotBeWritten")]
    [InlineData("Elsa.While", "mail MayNotBeWritten")]
    [InlineData("Elsa.ForEach", "mail MayNotBeWritten")]
    public void Attach_OfAStepInsideAContainer_AsksWhetherTheContainerRunsIt(string type, string expected)
    {
        const string write = """{"id":"write","type":"Mentorship.Document","kind":"register-pairs"}""";
        string inside = type is "Elsa.Flowchart" or "Elsa.Sequence" ? $"\"activities\":[{write}]" : type == "Elsa.If" ? $"\"condition\":true,\"then\":{write}" : $"\"condition\":false,\"items\":[\"1\"],\"body\":{write}";
        ProcessDefinition process = Some.Read($$$"""
            {"id":"1","definitionId":"d","name":"Процесс","root":{"id":"flow","type":"Elsa.Flowchart","activities":[
            {"id":"box","type":"{{{type}}}",{{{inside}}}},{"id":"mail","type":"Mentorship.Mail","to":"role:curator","subject":"Т","body":"Т","attach":"write"}],
            "connections":[{"source":"box","target":"mail"}]}}
            """);

        Assert.Equal(expected, string.Join(", ", GraphChecker.Check(process).Where(p => Known.Contains(p.Code)).Select(p => $"{p.NodeId} {p.Code}")));
    }
}
