using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Office.Writing;

namespace Mentorship.Office.Tests.Writing;

/// <summary>A local act: approved by a stamp at its top, in sections, commanded by nobody.</summary>
public sealed class LocalActTests
{
    private static readonly OrderText Act = new()
    {
        Title = "ПОЛОЖЕНИЕ", Heading = "о наставничестве", Command = "", Approval = new ApprovalStamp("Директор МБОУ «Школа № 5»", "В. И. Орлова"), Signature = new SignatureBlock("Директор", "В. И. Орлова"),
        Points = [new OrderPoint("Общие положения") { Points = [new OrderPoint("Настоящее Положение определяет порядок.")] }],
    };

    [Fact]
    public void Word_HasTheStamp_TheSections_AndNoOtherSignature()
    {
        WordFile paper = new(OrderDocx.Write(Act, new DocumentMarks { Number = "3-лна", Date = new DateOnly(2026, 9, 15) }));
        string text = paper.Text;

        Assert.All(["УТВЕРЖДАЮ", "Директор МБОУ «Школа № 5»", "____________ В. И. Орлова", "15.09.2026 № 3-лна", "ПОЛОЖЕНИЕ", "1. Общие положения", "1.1. Настоящее"], piece => Assert.Contains(piece, text, StringComparison.Ordinal));
        Assert.DoesNotContain("ПРИКАЗ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("_______________", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_SaysTheSame()
    {
        string html = OrderHtml.Write(Act, new DocumentMarks { IsDraft = true }).Replace('\u00A0', ' ');

        Assert.All(["УТВЕРЖДАЮ", "<p class=\"section\">1. Общие положения", "<p class=\"text\">1.1. Настоящее", "Проект"], piece => Assert.Contains(piece, html, StringComparison.Ordinal));
        Assert.DoesNotContain("class=\"signature\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"command\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ПРИКАЗ", "к приказу", "С приказом ознакомлены:")]
    [InlineData("Положение", "к положению", "С положением ознакомлены:")]
    [InlineData("СПРАВКА", "к документу", "С документом ознакомлены:")]
    public void Annexes_AreCalledByWhatTheyBelongTo(string title, string annex, string known)
    {
        OrderText text = Act with { Title = title };
        Assert.Equal(annex, text.AnnexCaption(0)[1]);
        Assert.Equal(known, text.AcquaintanceTitle());
    }
}
