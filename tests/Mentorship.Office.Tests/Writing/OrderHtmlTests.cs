using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Office.Writing;

namespace Mentorship.Office.Tests.Writing;

public sealed partial class OrderHtmlTests
{
    [Fact]
    public void Write_SignedOrder_HoldsEverything()
    {
        string html = OrderHtml.Write(SomeOrder.Text, SomeOrder.Signed).Replace('\u00A0', ' ');
        Assert.All(["ПРИКАЗ", "15 сентября 2026 г.", "№ 115/1", "2.1. вести журнал;", "3. Контроль", "ДОКУМЕНТ ПОДПИСАН", "В. И. Орлова", "С приказом ознакомлены:", "от 15.09.2026 № 115/1", "ячейка 2.3"],
            piece => Assert.Contains(piece, html, StringComparison.Ordinal));
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains("size: A4", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Texts_AreEncoded()
    {
        string html = OrderHtml.Write(SomeOrder.Text with { Heading = "О <script>alert(1)</script> & «прочем»\u0007" }, DocumentMarks.None);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("О &lt;script&gt;alert(1)&lt;/script&gt; &amp; «прочем»", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Page_FetchesNothingAndRunsNothing()
    {
        string html = OrderHtml.Write(SomeOrder.Text, SomeOrder.Signed);
        Assert.All(Sources().Matches(html), match => Assert.StartsWith("data:image/png;base64,", match.Groups[1].Value, StringComparison.Ordinal));
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.Empty(StyleAttributes().Matches(html));
    }

    [Fact]
    public void StyleSource_IsTheHashOfTheStyleInThePage()
    {
        string style = StyleElement().Match(OrderHtml.Write(SomeOrder.Text, DocumentMarks.None)).Groups[1].Value;
        Assert.NotEmpty(style);
        Assert.Equal($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", OrderHtml.StyleSource);
    }

    [Fact]
    public void Write_EmptyCells_StayElements()
    {
        var table = new TextTable([new("А", 1), new("Б", 1)], [new TextRow(["", "x"]), new TextRow([null, "y"])]);
        string html = OrderHtml.Write(SomeOrder.Text with { Points = [new OrderPoint("Т:") { Table = table }] }, DocumentMarks.None);
        Assert.DoesNotMatch("<(td|span|p|div)[^>]*/>", html);
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")] private static partial Regex Sources();
    [GeneratedRegex("<[a-z]+[^>]*\\sstyle=")] private static partial Regex StyleAttributes();
    [GeneratedRegex("<style>([\\s\\S]*?)</style>")] private static partial Regex StyleElement();
}
