using System.Text;
using System.Xml.Linq;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Office.Reading;

/// <summary>The text of paragraphs as a reader of the page sees it: insertions kept, deletions, hidden text and field codes left out, numbers counted.</summary>
internal sealed class WordText(WordNumbering numbering)
{
    /// <summary>The text of everything inside an element (a cell, a text box), a line per paragraph, nested tables included.</summary>
    public string Of(XElement container)
    {
        StringBuilder text = new();
        foreach (XElement block in Blocks(container)) Add(text, block.Name.LocalName == "p" ? Paragraph(block) : OfTable(block));
        return TextFolding.Fold(text.ToString());
    }

    /// <summary>A paragraph with its number in front and the text boxes anchored in it behind.</summary>
    public string Paragraph(XElement paragraph)
    {
        string number = numbering.NumberOf(paragraph);
        StringBuilder own = new();
        List<XElement> boxes = [];
        Collect(paragraph, own, boxes);
        string line = number.Length == 0 ? own.ToString() : $"{number} {own}";
        foreach (XElement box in boxes) line += "\n" + Of(box);
        return TextFolding.Fold(line);
    }

    /// <summary>The paragraphs and tables directly inside, content controls and tracked insertions opened.</summary>
    public static IEnumerable<XElement> Blocks(XElement container)
    {
        foreach (XElement child in container.Elements())
            switch (child.Name.LocalName)
            {
                case "p" or "tbl":
                    yield return child;
                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag":
                    foreach (XElement inner in Blocks(child)) yield return inner;
                    break;
            }
    }

    private string OfTable(XElement table)
    {
        StringBuilder text = new();
        foreach (XElement cell in WordTable.RowsOf(table).SelectMany(WordTable.CellsOf)) Add(text, Of(cell));
        return text.ToString();
    }

    private static void Add(StringBuilder text, string line)
    {
        if (text.Length > 0) text.Append('\n');
        text.Append(line);
    }

    private static void Collect(XElement parent, StringBuilder text, List<XElement> boxes)
    {
        foreach (XElement child in parent.Elements())
            switch (child.Name.LocalName)
            {
                case "t": text.Append(child.Value); break;
                case "tab" or "ptab" when child.Parent?.Name.LocalName == "r": text.Append(' '); break;
                case "br" or "cr": text.Append('\n'); break;
                case "noBreakHyphen": text.Append('-'); break;
                case "sym" when child.Text("char") is { Length: 4 } code: text.Append(Symbol(code)); break;
                case "txbxContent": boxes.Add(child); break;
                case "del" or "moveFrom" or "instrText" or "delText" or "pPr" or "rPr" or "Fallback" or "footnoteReference" or "endnoteReference": break;
                case "r" when child.Child("rPr").IsOn("vanish"): break;
                default: Collect(child, text, boxes); break;
            }
    }

    // Ticks and bullets come from symbol fonts; a tick is a mark in a grid of months.
    private static string Symbol(string code) => code.ToUpperInvariant() is "F0FC" or "F0FE" or "F052" ? "✓" : "";
}
