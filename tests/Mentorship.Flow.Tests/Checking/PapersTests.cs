namespace Mentorship.Flow.Tests.Checking;

/// <summary>Documents that a process writes by templates of the institution, and the steps that are about them.</summary>
public sealed class PapersTests
{
    private static readonly CheckContext Here = new() { IsTemplateKnown = code => code == "ours", TemplateKinds = new HashSet<string> { "order-own" } };

    private static string Found(Action<FlowchartBuilder> draw, CheckContext? context = null) => string.Join(", ", GraphChecker.Check(Some.Process(draw), context ?? Here)
        .Where(p => p.Code is "UnknownTemplate" or "NoTemplate" or "MayNotBeWritten" or "UnknownAttachment").Select(p => $"{p.NodeId} {p.Code}"));

    [Theory]
    [InlineData("order-own", "ours", "")]
    [InlineData("order-own", "theirs", "write UnknownTemplate")]
    [InlineData("order-own", null, "write NoTemplate")]
    [InlineData("order-own", "  ", "write NoTemplate")]
    [InlineData("order", null, "")]
    public void Template_MustBeOfTheInstitution(string kind, string? template, string expected) =>
        Assert.Equal(expected, Found(flow => flow.Add("Mentorship.Document", "write", "Приказ").Text("kind", kind).Text("template", template)));

    [Fact]
    public void Template_WhereNobodyKnowsTheInstitution_IsNotChecked() =>
        Assert.Equal("", Found(flow => flow.Add("Mentorship.Document", "write", "Приказ").Text("kind", "order-own").Text("template", "theirs"), new CheckContext()));

    [Theory]
    [InlineData("write", "write-agree", "")]
    [InlineData("write", "agree-write", "agree MayNotBeWritten")]
    [InlineData("order", "agree-write", "")]
    [InlineData("agree", "agree-write", "")]
    public void Document_ThatAStepIsAbout_MustBeThereByThen(string about, string way, string expected) => Assert.Equal(expected, Found(flow =>
    {
        flow.Add("Elsa.Start", "start", "Начало");
        flow.Add("Mentorship.Document", "write", "Приказ").Text("kind", "order-own").Text("template", "ours");
        flow.Add("Mentorship.Approval", "agree", "Согласовать").Text("approver", "role:director").Text("document", about);
        string[] steps = way.Split('-');
        flow.Connect("start", steps[0]).Connect(steps[0], steps[1], steps[0] == "agree" ? "Approved" : "Done");
    }));

    [Fact]
    public void AMail_MayCarryTheDocumentOfAProcessThatWritesOne() => Assert.Equal("", Found(flow =>
    {
        flow.Add("Mentorship.Document", "write", "Приказ").Text("kind", "order-own").Text("template", "ours");
        flow.Add("Mentorship.Mail", "mail", "Письмо").Text("to", "role:curator").Text("subject", "Т").Text("body", "Т").Text("attach", "document");
        flow.Connect("write", "mail");
    }, Here with { HasDocument = false }));
}
