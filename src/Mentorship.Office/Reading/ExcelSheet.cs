using System.Xml.Linq;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Office.Reading;

/// <summary>A sheet of Excel as a grid of what is to be seen: hidden rows and columns are left out, merged cells cover their places.</summary>
internal sealed class ExcelSheet
{
    /// <summary>No roadmap is longer; a stray cell far below costs nothing.</summary>
    private const int MostRows = 5000;

    private readonly Dictionary<(int Row, int Column), ExcelCell> cells = [];
    private readonly HashSet<int> hiddenRows = [], hiddenColumns = [];

    public static TableGrid Read(XElement content, string name, ExcelValues values, List<ReadingDoubt> doubts)
    {
        ExcelSheet sheet = new();
        sheet.TakeColumns(content);
        sheet.TakeRows(content, values);
        doubts.AddRange(LostZeros.Mend(sheet.cells, name));
        int rowsHidden = sheet.cells.Keys.Select(place => place.Row).Distinct().Count(sheet.hiddenRows.Contains);
        int columnsHidden = sheet.cells.Keys.Select(place => place.Column).Distinct().Count(sheet.hiddenColumns.Contains);
        if (rowsHidden > 0) doubts.Add(FileTexts.HiddenRows(name, rowsHidden));
        if (columnsHidden > 0) doubts.Add(FileTexts.HiddenColumns(name, columnsHidden));
        return sheet.Grid(content, name);
    }

    private void TakeColumns(XElement content)
    {
        foreach (XElement column in content.Child("cols").Children("col"))
            if (column.Says("hidden"))
                for (int index = column.Number("min") ?? 1; index <= Math.Min(column.Number("max") ?? 0, TableGrid.MostColumns); index++) hiddenColumns.Add(index - 1);
    }

    // Neither a row nor a cell has to say where it is: then it follows the one before.
    private void TakeRows(XElement content, ExcelValues values)
    {
        int row = -1;
        foreach (XElement line in content.Child("sheetData").Children("row"))
        {
            row = line.Number("r") is int said and > 0 ? said - 1 : row + 1;
            if (row >= MostRows) break;
            if (line.Says("hidden")) hiddenRows.Add(row);
            int column = -1;
            foreach (XElement cell in line.Children("c"))
            {
                column = ColumnOf(cell.Text("r")) ?? column + 1;
                if (column >= TableGrid.MostColumns || values.Of(cell) is not { Text.Length: > 0 } value) continue;
                cells[(row, column)] = value;
            }
        }
    }

    private TableGrid Grid(XElement content, string name)
    {
        int lastRow = cells.Count == 0 ? -1 : cells.Keys.Max(place => place.Row), lastColumn = cells.Count == 0 ? -1 : cells.Keys.Max(place => place.Column);
        int[] rowAt = Renumbered(lastRow, hiddenRows), columnAt = Renumbered(lastColumn, hiddenColumns);
        Dictionary<(int, int), (int Rows, int Columns)> merges = [];
        foreach (XElement merge in content.Child("mergeCells").Children("mergeCell"))
            if (Range(merge.Text("ref")) is var (top, left, bottom, right) && top >= 0 && top <= lastRow && left <= lastColumn && bottom >= top && right >= left)
                merges[(top, left)] = (Visible(top, Math.Min(bottom, lastRow), hiddenRows), Visible(left, Math.Min(right, Math.Max(lastColumn, left)), hiddenColumns));
        List<TableCell> found = [];
        foreach (((int row, int column), ExcelCell value) in cells.OrderBy(cell => cell.Key.Row).ThenBy(cell => cell.Key.Column))
        {
            (int rows, int columns) = merges.GetValueOrDefault((row, column), (1, 1));
            // A merged cell that begins in a hidden place still shows itself in the rest of it.
            if (rows == 0 || columns == 0 || (hiddenRows.Contains(row) && rows <= 1) || (hiddenColumns.Contains(column) && columns <= 1)) continue;
            if ((hiddenRows.Contains(row) || hiddenColumns.Contains(column)) && !merges.ContainsKey((row, column))) continue;
            found.Add(new TableCell(rowAt[row], columnAt[column], value.Text, rows, columns, value.IsBold, value.Date));
        }
        return new TableGrid(found, name);
    }

    private static int[] Renumbered(int last, HashSet<int> hidden)
    {
        int[] places = new int[last + 1];
        for (int index = 0, seen = 0; index <= last; index++)
        {
            places[index] = seen;
            if (!hidden.Contains(index)) seen++;
        }
        return places;
    }

    private static int Visible(int from, int to, HashSet<int> hidden) => Enumerable.Range(from, Math.Max(0, to - from + 1)).Count(index => !hidden.Contains(index));

    private static (int Top, int Left, int Bottom, int Right)? Range(string? reference)
    {
        string[] ends = (reference ?? "").Split(':');
        if (ends.Length != 2 || ColumnOf(ends[0]) is not int left || ColumnOf(ends[1]) is not int right || RowOf(ends[0]) is not int top || RowOf(ends[1]) is not int bottom) return null;
        return (top, left, bottom, right);
    }

    private static int? ColumnOf(string? reference)
    {
        int column = 0;
        foreach (char letter in (reference ?? "").TakeWhile(char.IsAsciiLetter)) column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column is 0 or > 20000 ? null : column - 1;
    }

    private static int? RowOf(string reference) => int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), out int row) ? row - 1 : null;
}
