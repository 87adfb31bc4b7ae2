using System.Xml.Linq;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Office.Reading;

/// <summary>A table of Word as a grid: spans and vertical merges become cells that cover several places.</summary>
internal static class WordTable
{
    private const int MostRows = 5000;

    public static TableGrid Read(XElement table, WordText text)
    {
        List<TableCell> cells = [];
        Dictionary<int, int> openAt = [];
        int row = 0;
        foreach (XElement line in RowsOf(table).Take(MostRows))
        {
            int column = Math.Clamp(line.Child("trPr").Child("gridBefore").Number("val") ?? 0, 0, TableGrid.MostColumns);
            TableCell? left = null;
            foreach (XElement cell in CellsOf(line))
            {
                XElement? properties = cell.Child("tcPr");
                int span = Math.Clamp(properties.Child("gridSpan").Number("val") ?? 1, 1, TableGrid.MostColumns);
                string? merge = properties.Child("vMerge") is { } vertical ? vertical.Text("val") ?? "continue" : null;
                bool joinsLeft = properties.Child("hMerge") is { } horizontal && horizontal.Text("val") is null or "continue" && left is not null;
                if (joinsLeft) cells[^1] = left = left! with { ColumnSpan = left.ColumnSpan + span };
                else if (merge == "continue" && openAt.TryGetValue(column, out int above)) cells[above] = cells[above] with { RowSpan = row - cells[above].Row + 1 };
                else
                {
                    left = new TableCell(row, column, text.Of(cell), 1, span, IsBold(cell));
                    cells.Add(left);
                    openAt.Remove(column);
                    if (merge == "restart") openAt[column] = cells.Count - 1;
                }
                column += span;
            }
            row++;
        }
        return new TableGrid(cells);
    }

    /// <summary>The rows, without those that a tracked change has deleted.</summary>
    public static IEnumerable<XElement> RowsOf(XElement table) => Opened(table, "tr").Where(row => row.Child("trPr").Child("del") is null);

    public static IEnumerable<XElement> CellsOf(XElement row) => Opened(row, "tc");

    /// <summary>The tables inside the cells of a table, at any depth.</summary>
    public static IEnumerable<XElement> NestedIn(XElement table) =>
        RowsOf(table).SelectMany(CellsOf).SelectMany(WordText.Blocks).Where(block => block.Name.LocalName == "tbl");

    private static IEnumerable<XElement> Opened(XElement parent, string name)
    {
        foreach (XElement child in parent.Elements())
        {
            if (child.Name.LocalName == name) yield return child;
            else if (child.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins")
                foreach (XElement inner in Opened(child, name)) yield return inner;
        }
    }

    private static bool IsBold(XElement cell)
    {
        XElement[] runs = [.. cell.Descendants().Where(run => run.Name.LocalName == "r" && run.Children("t").Any(text => !string.IsNullOrWhiteSpace(text.Value)))];
        return runs.Length > 0 && runs.All(run => run.Child("rPr").IsOn("b"));
    }
}
