using Mentorship.Office.Writing;

namespace Mentorship.Office.Tests.Writing;

public sealed class OrderPrintTests
{
    [Fact]
    public void Print_OrderWithTwoAnnexes_EachBeginsAPageAndNothingIsLost()
    {
        using var printed = new Printed(OrderDocx.Write(SomeOrder.Text, SomeOrder.Signed), "docx");
        string[] pages = printed.Text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(printed.Pages, 3, 5);
        Assert.Equal(printed.Pages, pages.Length);
        Assert.Contains("Приложение № 1", pages[^2], StringComparison.Ordinal);
        Assert.Contains("Приложение № 2", pages[^1], StringComparison.Ordinal);
        Assert.Contains("ячейка 2.3", pages[^1], StringComparison.Ordinal);
        Assert.StartsWith("2", pages[1].TrimStart(), StringComparison.Ordinal);
        // The signature never stands alone on a page.
        string signed = pages.Single(page => page.Contains("В. И. Орлова", StringComparison.Ordinal));
        Assert.Contains("Контроль за исполнением", signed, StringComparison.Ordinal);
    }
}
