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

    private static byte[] WithPart(string name, string text, string document = "<w:document xmlns:w=\"x\"/>") => Docx.Zip(
        ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", Docx.Relations(("officeDocument", "word/document.xml"))), ("word/document.xml", document), (name, text));
}
