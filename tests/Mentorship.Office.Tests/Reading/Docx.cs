using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Mentorship.Office.Tests.Reading;

/// <summary>A small document of Word, written by hand so that each test says exactly what stands in the file.</summary>
internal sealed class Docx
{
    public const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private readonly StringBuilder body = new();
    private string? numbering;

    public Docx P(string text, string align = "left", bool bold = false) => Raw(Paragraph(text, $"<w:jc w:val=\"{align}\"/>", bold));

    public Docx Raw(string xml)
    {
        body.Append(xml);
        return this;
    }

    /// <summary>Rows of cells parted by «|»; «[g3]» spans columns, «[v]» begins a vertical merge, «[^]» continues it, «⏎» breaks the line, «¶» the paragraph; a cell that begins with «&lt;» is XML.</summary>
    public Docx Table(params string[] rows)
    {
        body.Append("<w:tbl>");
        foreach (string row in rows) body.Append("<w:tr>").AppendJoin("", row.Split('|').Select(Cell)).Append("</w:tr>");
        body.Append("</w:tbl>");
        return this;
    }

    public Docx Numbering(string xml)
    {
        numbering = $"<w:numbering {Space}>{xml}</w:numbering>";
        return this;
    }

    public byte[] Bytes() => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
        ("_rels/.rels", Relations(("officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels", Relations(("numbering", "numbering.xml"))),
        ("word/numbering.xml", numbering ?? $"<w:numbering {Space}/>"),
        ("word/document.xml", $"<w:document {Space}><w:body>{body}</w:body></w:document>"));

    public static string Paragraph(string text, string properties = "", bool bold = false) =>
        $"<w:p><w:pPr>{properties}</w:pPr>{Run(text, bold)}</w:p>";

    public static string Run(string text, bool bold = false) =>
        $"<w:r><w:rPr>{(bold ? "<w:b/>" : "")}</w:rPr>{string.Join("<w:br/>", text.Split('⏎').Select(line => $"<w:t xml:space=\"preserve\">{SecurityElement.Escape(line)}</w:t>"))}</w:r>";

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, string text) in parts)
            {
                using Stream part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }

    public static string Relations(params (string Kind, string Target)[] targets) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(targets.Select((target, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{target.Kind}\" Target=\"{target.Target}\"/>"))
        + "</Relationships>";

    private static string Cell(string cell)
    {
        string text = cell.Trim(), properties = "";
        for (Match mark = Regex.Match(text, @"^\[(g\d+|v|\^)\]"); mark.Success; mark = Regex.Match(text, @"^\[(g\d+|v|\^)\]"))
        {
            properties += mark.Groups[1].Value switch
            {
                "v" => "<w:vMerge w:val=\"restart\"/>",
                "^" => "<w:vMerge/>",
                var span => $"<w:gridSpan w:val=\"{span[1..]}\"/>",
            };
            text = text[mark.Length..];
        }
        string content = text.StartsWith('<') ? text : string.Concat(text.Split('¶').Select(line => Paragraph(line)));
        return $"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>";
    }
}
