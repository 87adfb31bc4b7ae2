namespace Mentorship.Flow.Tests.Checking;

/// <summary>Documents that a process writes by templates of the institution, and the steps that are about them.</summary>
public sealed class PapersTests
{
    private static readonly CheckContext Here = new() { IsTemplateKnown = code => code == "ours", TemplateKinds = new HashSet<string> { "order-own" } };

    private static string Found(Action<FlowchartBuilder> draw, CheckContext? context = null) => string.Join(", ", GraphChecker.Check(Some.Process(draw), context ?? Here)
        .Where(p => p.Code is "UnknownTemplate" or "NoTemplate" or "MayNotBeWritten" or "UnknownAttachment" or "SecondDocument").Select(p => $"{p.NodeId} {p.Code}"));

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

    /// <summary>The route of a document has its document already; a second one is meant only where somebody is asked about it.</summary>
    [Theory]
    [InlineData(true, "ours", null, "write SecondDocument")]
    [InlineData(true, "ours", "write", "")]
    [InlineData(true, "ours", "elsewhere", "write SecondDocument")]
    [InlineData(true, null, null, "")]
    [InlineData(false, "ours", null, "")]
    [InlineData(null, "ours", null, "")]
    public void ADocumentByATemplate_WhereTheProcessIsTheRouteOfOne_Warns(bool? hasDocument, string? template, string? about, string expected)
    {
        CheckContext context = Here with { HasDocument = hasDocument };
        Assert.Equal(expected, Found(Route, context));
        Assert.All(GraphChecker.Check(Some.Process(Route), context).Where(p => p.Code == "SecondDocument"), p => Assert.Equal(Severity.Warning, p.Severity));

        void Route(FlowchartBuilder flow)
        {
            flow.Add("Mentorship.Document", "write", "Приказ").Text("kind", "order").Text("template", template);
            flow.Add("Mentorship.Approval", "agree", "Согласовать").Text("approver", "role:director").Text("document", about);
            flow.Connect("write", "agree").StartAll("start");
        }
    }

    [Fact]
    public void ASecondDocument_ThatAMailCarries_IsMeant() => Assert.Equal("", Found(flow =>
    {
        flow.Add("Mentorship.Document", "write", "Справка").Text("kind", "order-own").Text("template", "ours");
        flow.Add("Mentorship.Mail", "mail", "Письмо").Text("to", "role:curator").Text("subject", "Т").Text("body", "Т").Text("attach", "write");
        flow.Connect("write", "mail").StartAll("start");
    }, Here with { HasDocument = true }));

    [Fact]
    public void AMail_MayCarryTheDocumentOfAProcessThatWritesOne() => Assert.Equal("", Found(flow =>
    {
        flow.Add("Mentorship.Document", "write", "Приказ").Text("kind", "order-own").Text("template", "ours");
        flow.Add("Mentorship.Mail", "mail", "Письмо").Text("to", "role:curator").Text("subject", "Т").Text("body", "Т").Text("attach", "document");
        flow.Connect("write", "mail");
    }, Here with { HasDocument = false }));
}
