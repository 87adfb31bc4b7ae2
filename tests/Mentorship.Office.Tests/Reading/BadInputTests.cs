using System.IO.Compression;
using System.Text;
using Mentorship.Domain;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Office.Tests.Reading;

public sealed class BadInputTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0];

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "пусто.docx", [], "file.empty" },
        { "старый.doc", Compound, "file.old-format" },
        { "пароль.docx", [.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "file.encrypted" },
        { "скан.docx", Encoding.ASCII.GetBytes("%PDF-1.7 ..."), "file.not-office" },
        { "текст.docx", Encoding.UTF8.GetBytes("Дорожная карта"), "file.not-office" },
        { "архив.docx", Docx.Zip(("a.txt", "x")), "file.not-office" },
        { "оборван.docx", [.. new Docx().P("План").Bytes().Take(200)], "file.broken" },
        { "макрос.docm", new Docx().P("План").Bytes(), "file.macros" },
        { "макрос.docx", WithPart("word/vbaProject.bin", "x"), "file.macros" },
        { "сущности.docx", WithPart("word/styles.xml", "x", "<!DOCTYPE a [<!ENTITY b 'c'>]><w:document xmlns:w='x'/>"), "file.broken" },
        { "глубоко.docx", WithPart("word/styles.xml", "x", string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000))), "file.broken" },
        { "без таблицы.docx", new Docx().P("Дорожная карта").Bytes(), "roadmap.no-table" },
        { "не план.docx", new Docx().Table("Фамилия | Класс", "Иванов | 5").Bytes(), "roadmap.no-plan" },
        { "пустой план.docx", new Docx().Table("№ | Мероприятие | Срок", " | | ").Bytes(), "roadmap.no-rows" },
        { "большой.docx", new byte[(20 * 1024 * 1024) + 1], "file.too-big" },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Read_BadFile_IsRefusedWithItsNameAndTheNextStep(string name, byte[] content, string code)
    {
        Refusal refusal = Reads.Refusal(content, name);
        Assert.Equal(code, refusal.Code);
        Assert.Contains($"«{name}»", refusal.Text, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ZipBomb_IsRefusedBeforeItIsUnpacked()
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream part = zip.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            byte[] zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 40; megabyte++) part.Write(zeros);
        }
        Assert.Equal("file.too-packed", Reads.Refusal(bytes.ToArray(), "бомба.docx").Code);
    }

    [Fact]
    public void Read_TableThatIsNotThere_SaysHowManyThereAre() =>
        Assert.Contains("от 1 до 1", Reads.Refusal(new Docx().Table("№ | Мероприятие | Срок", "1 | Приказ | май").Bytes(), "план.docx", new ReadingOptions(TableIndex: 3)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<w:trPr><w:gridBefore w:val=\"-7\"/></w:trPr>", "")]
    [InlineData("<w:trPr><w:gridBefore w:val=\"2000000000\"/></w:trPr>", "")]
    [InlineData("", "<w:gridSpan w:val=\"2000000000\"/>")]
    [InlineData("", "<w:gridSpan w:val=\"-3\"/><w:vMerge/>")]
    public void Read_SenselessSpans_DoNotBreakTheReader(string row, string cell) =>
        Reads.Roadmap(new Docx().P("План").Raw($"<w:tbl><w:tr>{row}<w:tc><w:tcPr>{cell}</w:tcPr>{Docx.Paragraph("х")}</w:tc></w:tr></w:tbl>").P("Другое").Table("№ | Мероприятие | Срок", "1 | Приказ | май").Bytes());

    [Fact]
    public void Read_StrayCellFarBelow_IsLeftOut()
    {
        const string space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        string Row(int at, params string[] cells) => $"<row r=\"{at}\">{string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";
        byte[] file = Docx.Zip(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", Docx.Relations(("officeDocument", "xl/workbook.xml"))), ("xl/_rels/workbook.xml.rels", Docx.Relations(("worksheet", "sheet.xml"))),
            ("xl/workbook.xml", $"<workbook {space} xmlns:r=\"urn:r\"><sheets><sheet name=\"План\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/sheet.xml", $"<worksheet {space}><sheetData>{Row(0, "План")}{Row(2, "№", "Мероприятие", "Срок")}{Row(3, "1", "Приказ", "май")}{Row(1048576, "x")}</sheetData><mergeCells><mergeCell ref=\"A0:XFD1048576\"/><mergeCell ref=\"C3:A1\"/></mergeCells></worksheet>"));
        Assert.Equal("Приказ", Reads.Roadmap(file, "план.xlsx").Stages.Single().Items.Single().Activity);
    }

    private static byte[] WithPart(string name, string text, string document = "<w:document xmlns:w=\"x\"/>") => Docx.Zip(
        ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", Docx.Relations(("officeDocument", "word/document.xml"))), ("word/document.xml", document), (name, text));
}
