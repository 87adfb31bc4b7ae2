using System.Xml.Linq;
using Mentorship.Domain.Documents;
using Mentorship.Office.Writing;

namespace Mentorship.Office.Tests.Writing;

public sealed class RoadmapDocxTests
{
    private static readonly XNamespace W = WordFile.W;

    [Fact]
    public void Write_Roadmap_KeepsColumnsDeadlinesAndAddsState()
    {
        var file = new WordFile(RoadmapDocx.Write(SomeRoadmap.Staged, SomeRoadmap.Statuses, new RoadmapPrint { Approval = ["УТВЕРЖДАЮ"], Footer = "Состояние на 15.09.2026" }));
        XElement[] rows = [.. Assert.Single(file.Tables).Elements(W + "tr")];
        Assert.Equal(["Срок", "№", "Что делаем", "Состояние"], Cells(rows[0]));
        Assert.Equal(["1. Подготовка"], Cells(rows[1]));
        Assert.Equal(["Май - Июнь 2023г", "1.1", "Педсовет", "выполнено"], Cells(rows[2]));
        Assert.StartsWith("УТВЕРЖДАЮ", file.Text, StringComparison.Ordinal);
        XElement section = Assert.Single(file.Sections);
        Assert.Equal("landscape", section.Element(W + "pgSz")!.Attribute(W + "orient")!.Value);
        Assert.NotNull(rows[0].Descendants(W + "tblHeader").Single());
    }

    [Fact]
    public void Print_LongRoadmap_EveryTextIsOnPaperAndHeaderRepeats()
    {
        using var printed = new Printed(RoadmapDocx.Write(SomeRoadmap.Long, [], new RoadmapPrint { Footer = "последняя строка" }), "docx");
        Assert.InRange(printed.Pages, 2, 12);
        Assert.Contains("последняя строка", printed.Text, StringComparison.Ordinal);
        Assert.Equal(20, printed.Text.Split("конецпункта").Length - 1);
        Assert.All(printed.Text.Split('\f', StringSplitOptions.RemoveEmptyEntries), page => Assert.Contains("Содержание", page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Cells(XElement row) => row.Elements(W + "tc").Select(WordFile.TextOf);
}
