using Mentorship.Domain.Documents;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Mentorship.Office.Writing;

/// <summary>A spreadsheet of one table with lines above and below: A4, one page wide, its header on every page and always in sight.</summary>
internal sealed class PrintSheet
{
    private const int LongestCell = 32_767;
    private const double Inch = 25.4;
    private readonly XSSFWorkbook _book = new();
    private readonly ISheet _sheet;
    private readonly SheetStyles _styles;
    private readonly TextTable _table;
    private readonly double[] _widths;
    private int _next;

    public PrintSheet(string name, TextTable table, bool landscape)
    {
        _sheet = _book.CreateSheet(name);
        _styles = new SheetStyles(_book);
        _styles.Cell("", bold: false, centred: false);
        _table = table;
        _widths = ColumnWidths.Of(table, new PageLayout(landscape).ContentWidth, SheetStyles.Size);
        // A unit of width is one digit of the usual font: 7 of 96 pixels to the inch.
        for (int i = 0; i < _widths.Length; i++) _sheet.SetColumnWidth(i, (int)(Math.Min(_widths[i] / (7 * Inch / 96), 255) * 256));
        PageOf(landscape);
    }

    /// <summary>A line over the whole width.</summary>
    public void Line(string text, LineLook look)
    {
        IRow row = Row(WrappedHeight.Of(text, _widths.Sum(), SheetStyles.Size, look == LineLook.Title));
        ICell cell = row.CreateCell(0);
        cell.SetCellValue(Fit(text));
        cell.CellStyle = _styles.Line(look);
        Merge(row.RowNum, row.RowNum, 0, _widths.Length - 1);
    }

    public void Table()
    {
        IRow header = Row(_table.Columns.Select((column, i) => WrappedHeight.Of(column.Header, _widths[i], SheetStyles.Size, bold: true)).DefaultIfEmpty(15).Max());
        for (int i = 0; i < _table.Columns.Count; i++) Put(header, i, _table.Columns[i].Header, _styles.Header());
        _sheet.RepeatingRows = new CellRangeAddress(header.RowNum, header.RowNum, 0, _widths.Length - 1);
        _sheet.CreateFreezePane(0, header.RowNum + 1);
        var firstLines = new int[_table.Rows.Count + 1];
        for (int i = 0; i < _table.Rows.Count; i++)
        {
            firstLines[i] = _next;
            if (_table.Rows[i].Kind == TextRowKind.Section) Section(_table.Rows[i].Cells[0]);
            else Item(i);
        }
        firstLines[^1] = _next;
        for (int column = 0; column < _widths.Length; column++) MergeDown(column, firstLines);
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        _book.Write(stream);
        return stream.ToArray();
    }

    private void Section(string? text)
    {
        IRow row = Row(WrappedHeight.Of(text, _widths.Sum(), SheetStyles.Size, bold: true));
        for (int i = 0; i < _widths.Length; i++) Put(row, i, i == 0 ? text : "", _styles.Cell(Fit(text), bold: true, centred: false));
        Merge(row.RowNum, row.RowNum, 0, _widths.Length - 1);
    }

    /// <summary>One row of the table; what is higher than a row may be takes several, merged afterwards.</summary>
    private void Item(int index)
    {
        TextRow source = _table.Rows[index];
        bool bold = source.Kind == TextRowKind.Strong;
        double height = Enumerable.Range(0, _widths.Length).Select(i => Needed(index, i, bold)).DefaultIfEmpty(15).Max();
        int parts = (int)Math.Ceiling(height / WrappedHeight.Most);
        for (int part = 0; part < parts; part++)
        {
            IRow row = Row(height / parts);
            for (int i = 0; i < _widths.Length; i++)
            {
                string text = part == 0 ? Fit(At(index, i)) : "";
                Put(row, i, text, _styles.Cell(text, bold, _table.Columns[i].Centred));
            }
        }
    }

    /// <summary>The height that a cell asks of its row; a cell that goes on below shares its need with the rows that it covers.</summary>
    private double Needed(int row, int column, bool bold)
    {
        int first = row;
        while (first > 0 && At(first, column) is null) first--;
        int last = row;
        while (last + 1 < _table.Rows.Count && At(last + 1, column) is null) last++;
        return WrappedHeight.Of(At(first, column), _widths[column], SheetStyles.Size, bold) / (last - first + 1);
    }

    private void MergeDown(int column, int[] firstLines)
    {
        for (int row = 0; row < _table.Rows.Count; row++)
        {
            if (_table.Rows[row].Kind == TextRowKind.Section) continue;
            int end = row + 1;
            while (end < _table.Rows.Count && At(end, column) is null) end++;
            Merge(firstLines[row], firstLines[end] - 1, column, column);
            row = end - 1;
        }
    }

    /// <summary>The text of a cell; null continues the cell above. A section row is never continued.</summary>
    private string? At(int row, int column) =>
        _table.Rows[row].Kind == TextRowKind.Section || column >= _table.Rows[row].Cells.Count ? "" : _table.Rows[row].Cells[column];

    private IRow Row(double height)
    {
        IRow row = _sheet.CreateRow(_next++);
        row.HeightInPoints = (float)Math.Min(height, WrappedHeight.Most);
        return row;
    }

    private static void Put(IRow row, int column, string? text, ICellStyle style)
    {
        ICell cell = row.CreateCell(column, CellType.String);
        string fitting = Fit(text);
        if (fitting.Length > 0) cell.SetCellValue(fitting);
        cell.CellStyle = style;
    }

    private void Merge(int firstRow, int lastRow, int firstColumn, int lastColumn)
    {
        if (firstRow != lastRow || firstColumn != lastColumn) _sheet.AddMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }

    private void PageOf(bool landscape)
    {
        // The library's name for A4 is another size; 9 is A4 in the file format.
        _sheet.PrintSetup.PaperSize = 9;
        _sheet.PrintSetup.Landscape = landscape;
        _sheet.FitToPage = true;
        _sheet.PrintSetup.FitWidth = 1;
        _sheet.PrintSetup.FitHeight = 0;
        _sheet.SetMargin(MarginType.LeftMargin, PageLayout.Left / Inch);
        _sheet.SetMargin(MarginType.RightMargin, PageLayout.Right / Inch);
        _sheet.SetMargin(MarginType.TopMargin, PageLayout.Top / Inch);
        _sheet.SetMargin(MarginType.BottomMargin, PageLayout.Bottom / Inch);
        _sheet.Header.Center = "&P";
    }

    private static string Fit(string? text)
    {
        string clean = CleanText.Of(text);
        return clean.Length <= LongestCell ? clean : clean[..(LongestCell - 1)] + "…";
    }
}
