using System.IO.Compression;
using System.Xml.Linq;

namespace Mentorship.Office.Tests.Writing;

/// <summary>A written Word file, opened again as XML.</summary>
internal sealed class WordFile
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public WordFile(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        Names = [.. archive.Entries.Select(entry => entry.FullName)];
        using Stream stream = archive.GetEntry("word/document.xml")!.Open();
        Body = XDocument.Load(stream).Root!.Element(W + "body")!;
        ZipArchiveEntry? header = archive.Entries.FirstOrDefault(entry => entry.FullName.StartsWith("word/header", StringComparison.Ordinal));
        using Stream? headerStream = header?.Open();
        Header = headerStream is null ? null : XDocument.Load(headerStream).Root;
    }

    public IReadOnlyList<string> Names { get; }
    public XElement Body { get; }
    public XElement? Header { get; }
    public IReadOnlyList<XElement> Sections => [.. Body.Descendants(W + "sectPr")];
    public IReadOnlyList<XElement> Tables => [.. Body.Elements(W + "tbl")];

    /// <summary>All texts in the order of the file, one line per paragraph, plain spaces.</summary>
    public string Text => string.Join('\n', Body.Descendants(W + "p").Select(TextOf));

    public static string TextOf(XElement element) => string.Concat(element.Descendants(W + "t").Select(text => text.Value)).Replace('\u00A0', ' ');

    public static string? Value(XElement parent, string element, string attribute = "val") => parent.Descendants(W + element).FirstOrDefault()?.Attribute(W + attribute)?.Value;
}
