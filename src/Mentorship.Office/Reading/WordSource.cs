using System.Xml.Linq;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Office.Reading;

/// <summary>Unpacks a document of Word into paragraphs and tables.</summary>
internal sealed class WordSource
{
    private readonly WordText text;
    private readonly List<SourceBlock> blocks = [];
    private readonly Dictionary<string, LineAlignment> styleAlignments = [];

    private WordSource(XElement? numbering, XElement? styles)
    {
        text = new WordText(new WordNumbering(numbering, styles));
        foreach (XElement style in styles.Children("style"))
            if (style.Child("pPr").Child("jc") is { } alignment) styleAlignments[style.Text("styleId") ?? ""] = Aligned(alignment);
    }

    public static RoadmapSource Of(OfficePackage package, string fileName)
    {
        Dictionary<string, string> parts = [];
        foreach ((_, string kind, string target) in package.RelationsOf(package.MainPart)) parts.TryAdd(kind, target);
        XElement? Named(string kind) => parts.TryGetValue(kind, out string? part) ? package.Part(part) : null;
        WordSource source = new(Named("numbering"), Named("styles"));
        if (package.Part(package.MainPart).Child("body") is { } body) source.Take(body);
        return new RoadmapSource(fileName, source.blocks, []);
    }

    private void Take(XElement container)
    {
        foreach (XElement block in WordText.Blocks(container))
        {
            if (block.Name.LocalName == "p") TakeParagraph(block);
            else TakeTable(block);
        }
    }

    private void TakeParagraph(XElement paragraph)
    {
        XElement? properties = paragraph.Child("pPr");
        bool endsPage = paragraph.Descendants().Any(found => found.Name.LocalName == "br" && found.Text("type") == "page");
        string content = text.Paragraph(paragraph);
        bool startsPage = properties.IsOn("pageBreakBefore");
        LineAlignment alignment = properties.Child("jc") is { } own ? Aligned(own)
            : styleAlignments.GetValueOrDefault(properties.Child("pStyle").Text("val") ?? "", IsIndented(properties) ? LineAlignment.Right : LineAlignment.Left);
        blocks.Add(new SourceParagraph(content, alignment, IsBold(paragraph), startsPage || (endsPage && content.Length > 0 && BreakComesFirst(paragraph))));
        if (endsPage && !BreakComesFirst(paragraph)) blocks.Add(new SourceParagraph("", NewPage: true));
        if (properties.Child("sectPr") is not null) blocks.Add(new SourceParagraph("", NewPage: true));
    }

    private void TakeTable(XElement table)
    {
        // A frame of one or two cells around everything: what matters is inside.
        XElement[] nested = [.. WordTable.NestedIn(table)];
        int cells = WordTable.RowsOf(table).SelectMany(WordTable.CellsOf).Count();
        if (nested.Length > 0 && cells <= 4)
            foreach (XElement cell in WordTable.RowsOf(table).SelectMany(WordTable.CellsOf)) Take(cell);
        else blocks.Add(new SourceTable(WordTable.Read(table, text)));
    }

    private static bool BreakComesFirst(XElement paragraph) =>
        paragraph.Descendants().FirstOrDefault(found => found.Name.LocalName == "t" || (found.Name.LocalName == "br" && found.Text("type") == "page"))?.Name.LocalName == "br";

    private static LineAlignment Aligned(XElement alignment) => alignment.Text("val") switch
    {
        "center" => LineAlignment.Center,
        "right" or "end" => LineAlignment.Right,
        _ => LineAlignment.Left,
    };

    // A stamp pushed to the right half by its indent stands right as well.
    private static bool IsIndented(XElement? properties) => (properties.Child("ind").Number("left") ?? properties.Child("ind").Number("start") ?? 0) >= 4000;

    private static bool IsBold(XElement paragraph)
    {
        XElement[] runs = [.. paragraph.Descendants().Where(run => run.Name.LocalName == "r" && run.Children("t").Any(text => !string.IsNullOrWhiteSpace(text.Value)))];
        return runs.Length > 0 && runs.All(run => run.Child("rPr").IsOn("b"));
    }
}
