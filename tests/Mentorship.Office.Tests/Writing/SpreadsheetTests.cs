using System.IO.Compression;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Roadmaps;
using Mentorship.Office.Writing;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Mentorship.Office.Tests.Writing;

public sealed class SpreadsheetTests
{
    [Fact]
    public void Roadmap_Sheet_KeepsColumnsDeadlinesAndAddsState()
    {
        ISheet sheet = Open(RoadmapXlsx.Write(SomeRoadmap.Staged, SomeRoadmap.Statuses, new RoadmapPrint { Institution = "МБОУ «Школа № 5»", Approval = ["УТВЕРЖДАЮ"], Footer = "Состояние на 15.09.2026" }));
        List<string[]> rows = Rows(sheet);
        int header = rows.FindIndex(row => row[0] == "Срок");
        Assert.Equal(["Срок", "№", "Что делаем", "Состояние"], rows[header]);
        Assert.Equal("1. Подготовка", rows[header + 1][0]);
        Assert.Equal(["Май - Июнь 2023г", "1.1", "Педсовет", "выполнено"], rows[header + 2]);
        Assert.Equal("Состояние на 15.09.2026", rows[^1][0]);
        Assert.Contains(Merged(sheet), region => region.FirstRow == header + 1 && region.LastColumn == 3);
        Assert.Equal(header, sheet.RepeatingRows.FirstRow);
        Assert.Equal(header + 1, sheet.PaneInformation.HorizontalSplitPosition);
    }

    [Fact]
    public void Sheet_Page_IsA4OnItsSideOnePageWide()
    {
        ISheet sheet = Open(RoadmapXlsx.Write(SomeRoadmap.Staged, [], new RoadmapPrint()));
        Assert.Equal(9, sheet.PrintSetup.PaperSize);
        Assert.True(sheet.PrintSetup.Landscape);
        Assert.True(sheet.FitToPage);
        Assert.Equal((1, 0), (sheet.PrintSetup.FitWidth, sheet.PrintSetup.FitHeight));
        Assert.Equal(30 / 25.4, sheet.GetMargin(MarginType.LeftMargin), 3);
        Assert.Equal(15 / 25.4, sheet.GetMargin(MarginType.RightMargin), 3);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+7 900 000-00-00")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    public void Cell_LikeFormula_StaysText(string text)
    {
        byte[] bytes = RegisterXlsx.Write(new RegisterTable("Реестр", new TextTable([new("А", 1), new("Б", 1)], [new TextRow(["1", text])])));
        ICell cell = Open(bytes).GetRow(2).GetCell(1);
        Assert.Equal(CellType.String, cell.CellType);
        Assert.Equal(text, cell.StringCellValue);
        Assert.True(((XSSFCellStyle)cell.CellStyle).GetCoreXf().quotePrefix);
        using var archive = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.DoesNotContain("<f>", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cell_HigherThanARowMayBe_TakesSeveralMergedRows()
    {
        string text = string.Join(' ', Enumerable.Repeat("наставничество", 400));
        ISheet sheet = Open(RegisterXlsx.Write(new RegisterTable("Реестр", new TextTable([new("А", 1), new("Б", 1), new("В", 1), new("Г", 1)], [new TextRow([text, "", "", ""]), new TextRow(["дальше", "1", "2", "3"])]))));
        Assert.Equal(text, sheet.GetRow(2).GetCell(0).StringCellValue);
        Assert.All(Enumerable.Range(0, sheet.LastRowNum + 1), row => Assert.InRange(sheet.GetRow(row).HeightInPoints, 1, 409));
        Assert.Contains(Merged(sheet), region => region.FirstRow == 2 && region.LastRow > 3 && region.FirstColumn == 0);
        Assert.Equal("дальше", sheet.GetRow(sheet.LastRowNum).GetCell(0).StringCellValue);
    }

    [Fact]
    public void Register_LongerThanACellMayBe_IsCutWithAMark()
    {
        ISheet sheet = Open(RegisterXlsx.Write(new RegisterTable("Реестр", new TextTable([new("А", 1)], [new TextRow([new string('я', 40_000)]), new TextRow([""])]))));
        Assert.Equal(32_767, sheet.GetRow(2).GetCell(0).StringCellValue.Length);
        Assert.EndsWith("…", sheet.GetRow(2).GetCell(0).StringCellValue, StringComparison.Ordinal);
    }

    [Fact]
    public void Register_FiveHundredRows_AllThere()
    {
        ISheet sheet = Open(RegisterXlsx.Write(new RegisterTable("Реестр наставнических пар", SomeOrder.Table(6, 500)) { Institution = "МБОУ «Школа № 5»", Footer = "Куратор" }));
        List<string[]> rows = Rows(sheet);
        Assert.Equal("МБОУ «Школа № 5»", rows[0][0]);
        Assert.Equal("Реестр наставнических пар", rows[1][0]);
        Assert.Equal("ячейка 500.6", rows[^2][5]);
        Assert.Equal("Куратор", rows[^1][0]);
    }

    [Fact]
    public void Print_StagesBesideItems_EveryTextIsOnPaper()
    {
        using var printed = new Printed(RoadmapXlsx.Write(SomeRoadmap.Long, [], new RoadmapPrint { Footer = "последняя строка" }), "xlsx");
        Assert.InRange(printed.Pages, 2, 12);
        Assert.Contains("последняя строка", printed.Text, StringComparison.Ordinal);
        // The last word of a tall cell shows that its row was high enough.
        Assert.Equal(20, printed.Text.Split("конецпункта").Length - 1);
    }

    private static ISheet Open(byte[] bytes) => new XSSFWorkbook(new MemoryStream(bytes)).GetSheetAt(0);

    private static IEnumerable<CellRangeAddress> Merged(ISheet sheet) => Enumerable.Range(0, sheet.NumMergedRegions).Select(sheet.GetMergedRegion);

    private static List<string[]> Rows(ISheet sheet) =>
        [.. Enumerable.Range(0, sheet.LastRowNum + 1).Select(row => sheet.GetRow(row).Cells.Select(cell => cell.StringCellValue).ToArray())];
}
