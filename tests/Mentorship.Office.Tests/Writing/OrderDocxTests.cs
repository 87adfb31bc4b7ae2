using System.Xml.Linq;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Office.Writing;
using NPOI.XWPF.UserModel;

namespace Mentorship.Office.Tests.Writing;

public sealed class OrderDocxTests
{
    private static readonly XNamespace W = WordFile.W;

    [Fact]
    public void Write_SignedOrder_HoldsEverythingInOrder()
    {
        string text = new WordFile(OrderDocx.Write(SomeOrder.Text, SomeOrder.Signed)).Text;
        string[] expected =
        [
            "Администрация Заречного района", "Муниципальное", "ПРИКАЗ", "15 сентября 2026 г.", "г. Заречный", "№ 115/1", "О закреплении", "На основании", "ПРИКАЗЫВАЮ:",
            "1. Закрепить", "ячейка 1.1", "ячейка 12.6", "2. Заместителю", "2.1. вести журнал;", "2.2. проводить", "3. Контроль",
            "И. о. директора", "ДОКУМЕНТ ПОДПИСАН ПРОСТОЙ ЭЛЕКТРОННОЙ ПОДПИСЬЮ", "15.09.2026 10:22:31 UTC+03:00", "0123abcd 0123abcd", "https://mentor.example.ru/v/7Q2M-PX4A", "В. И. Орлова",
            "Исп. Иванова", "С приказом ознакомлены:", "Иванова А. П.", "Петров И. И.",
            "Приложение № 1", "к приказу МБОУ «Школа № 5»", "от 15.09.2026 № 115/1", "Широкая таблица", "Приложение № 2", "Узкая таблица", "Примечание", "ячейка 2.3",
        ];
        int at = 0;
        foreach (string piece in expected)
        {
            int found = text.IndexOf(piece, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"«{piece}» not found after position {at}");
            at = found + 1;
        }
    }

    [Fact]
    public void Write_Pages_AreA4WithMarginsOfTheOffice()
    {
        var file = new WordFile(OrderDocx.Write(SomeOrder.Text, SomeOrder.Signed));
        Assert.Equal(["portrait", "landscape", "portrait"], file.Sections.Select(section => section.Element(W + "pgSz")!.Attribute(W + "orient")?.Value ?? "portrait"));
        Assert.All(file.Sections, section =>
        {
            XElement margins = section.Element(W + "pgMar")!;
            Assert.Equal(["1701", "850", "1134", "1134"], new[] { "left", "right", "top", "bottom" }.Select(side => margins.Attribute(W + side)!.Value));
            XElement size = section.Element(W + "pgSz")!;
            Assert.Equal(["11906", "16838"], new[] { "w", "h" }.Select(side => size.Attribute(W + side)!.Value).Order());
            Assert.Null(section.Element(W + "docGrid"));
            Assert.NotNull(section.Element(W + "headerReference"));
        });
        Assert.Null(file.Sections[0].Element(W + "titlePg")!.Attribute(W + "val"));
        Assert.Equal("0", file.Sections[1].Element(W + "titlePg")!.Attribute(W + "val")!.Value);
        Assert.Equal("PAGE", file.Header!.Descendants(W + "instrText").Single().Value.Trim());
        Assert.Equal("center", WordFile.Value(file.Header!, "jc"));
    }

    [Fact]
    public void Write_Type_IsTimesFourteenAndSmallerInTables()
    {
        var file = new WordFile(OrderDocx.Write(SomeOrder.Text, DocumentMarks.None));
        Assert.All(file.Body.Descendants(W + "rFonts"), font => Assert.Equal("Times New Roman", font.Attribute(W + "ascii")!.Value));
        XElement point = file.Body.Elements(W + "p").Single(paragraph => WordFile.TextOf(paragraph).StartsWith("3. Контроль", StringComparison.Ordinal));
        Assert.Equal("28", WordFile.Value(point, "sz"));
        Assert.NotNull(point.Descendants(W + "keepNext").FirstOrDefault());
        XElement ruled = file.Tables.First(table => WordFile.TextOf(table).Contains("ячейка", StringComparison.Ordinal));
        Assert.All(ruled.Descendants(W + "sz"), size => Assert.InRange(int.Parse(size.Attribute(W + "val")!.Value), 16, 24));
        Assert.NotNull(ruled.Elements(W + "tr").First().Descendants(W + "tblHeader").Single());
    }

    [Fact]
    public void Write_Heading_IsAtMostEightCentimetresWide()
    {
        var file = new WordFile(OrderDocx.Write(SomeOrder.Text, DocumentMarks.None));
        XElement heading = file.Body.Elements(W + "p").Single(paragraph => WordFile.TextOf(paragraph) == SomeOrder.Text.Heading);
        double content = 11906 - 1701 - 850;
        Assert.InRange(content - double.Parse(WordFile.Value(heading, "ind", "right")!), 1, 80 * 1440 / 25.4);
    }

    [Fact]
    public void Write_WithoutMarks_LeavesBlanksForPen()
    {
        string text = new WordFile(OrderDocx.Write(SomeOrder.Text, DocumentMarks.None)).Text;
        Assert.Contains("«___» _________ 20___ г.", text, StringComparison.Ordinal);
        Assert.Contains("№ __________", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ЭЛЕКТРОННОЙ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Проект", text, StringComparison.Ordinal);
        Assert.Contains("Проект", new WordFile(OrderDocx.Write(SomeOrder.Text, new DocumentMarks { IsDraft = true })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithAddress_HoldsOneCode()
    {
        Assert.Single(new WordFile(OrderDocx.Write(SomeOrder.Text, SomeOrder.Signed)).Names, name => name.StartsWith("word/media/", StringComparison.Ordinal));
        Assert.DoesNotContain(new WordFile(OrderDocx.Write(SomeOrder.Text, DocumentMarks.None)).Names, name => name.StartsWith("word/media/", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_SectionAndContinuedCells_AreMerged()
    {
        var table = new TextTable([new("А", 1), new("Б", 1), new("В", 1)], [TextRow.Section("Этап 1"), new TextRow(["высокая", "1", "2"]), new TextRow([null, "3", "4"])]);
        XElement word = new WordFile(OrderDocx.Write(SomeOrder.Text with { Points = [new OrderPoint("Таблица:") { Table = table }], Annexes = [] }, DocumentMarks.None))
            .Tables.Single(found => WordFile.TextOf(found).Contains("высокая", StringComparison.Ordinal));
        XElement[] rows = [.. word.Elements(W + "tr")];
        Assert.Equal("3", WordFile.Value(rows[1], "gridSpan"));
        Assert.Single(rows[1].Elements(W + "tc"));
        Assert.Equal("restart", WordFile.Value(rows[2], "vMerge"));
        Assert.Single(rows[3].Descendants(W + "vMerge"));
        Assert.NotEqual("restart", WordFile.Value(rows[3], "vMerge"));
    }

    [Fact]
    public void Write_ForbiddenSigns_AreLeftOutAndFileOpens()
    {
        OrderText text = SomeOrder.Text with { Heading = "О <важном> & «прочем»\u0007\u000B", Preamble = "строка\r\nвторая \uD800" };
        using var stream = new MemoryStream(OrderDocx.Write(text, SomeOrder.Signed));
        var document = new XWPFDocument(stream);
        Assert.Contains(document.Paragraphs, paragraph => paragraph.Text == "О\u00A0<важном> & «прочем»");
    }
}
