using System.Globalization;
using System.Xml.Linq;
using Mentorship.Domain.Documents;

namespace Mentorship.Office.Writing;

/// <summary>A ruled table of the print page, its columns as wide as in the Word file.</summary>
internal static class HtmlTable
{
    private const int LongCell = 350;

    public static XElement Of(TextTable table)
    {
        // A column element may not carry a style of its own under a strict policy; the presentational width may.
        double[] widths = ColumnWidths.Of(table, new PageLayout(table.IsWide).ContentWidth, table.IsWide ? 10 : 12);
        return new XElement("table", new XAttribute("class", table.IsWide ? "wide" : "plain"),
            new XElement("colgroup", widths.Select(width => new XElement("col", new XAttribute("width", (width / widths.Sum()).ToString("P2", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal))))),
            new XElement("thead", new XElement("tr", table.Columns.Select(column => new XElement("th", CleanText.Of(column.Header))))),
            new XElement("tbody", table.Rows.Select((row, index) => Row(table, row, index))));
    }

    private static XElement Row(TextTable table, TextRow row, int index)
    {
        if (row.Kind == TextRowKind.Section)
            return new XElement("tr", new XAttribute("class", "section"), new XElement("td", new XAttribute("colspan", table.Columns.Count), CleanText.Of(row.Cells[0])));
        bool isLong = row.Cells.Any(cell => cell?.Length >= LongCell);
        string style = row.Kind == TextRowKind.Strong ? "strong" : isLong ? "long" : "item";
        return new XElement("tr", new XAttribute("class", style), table.Columns.Select((column, i) => Cell(table, column, index, i)));
    }

    private static XElement Cell(TextTable table, TextColumn column, int row, int at)
    {
        string? text = At(table, row, at);
        bool goesOn = row + 1 < table.Rows.Count && table.Rows[row + 1].Kind != TextRowKind.Section && At(table, row + 1, at) is null;
        string style = text is null ? (goesOn ? "continued" : "ended") : goesOn ? "merged" : column.Centred ? "centred" : "plain";
        return new XElement("td", new XAttribute("class", style), CleanText.Of(text));
    }

    private static string? At(TextTable table, int row, int at) => at < table.Rows[row].Cells.Count ? table.Rows[row].Cells[at] : "";
}
