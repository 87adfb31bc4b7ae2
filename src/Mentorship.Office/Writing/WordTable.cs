using Mentorship.Domain.Documents;
using NPOI.OpenXmlFormats.Wordprocessing;
using NPOI.XWPF.UserModel;

namespace Mentorship.Office.Writing;

/// <summary>Tables of a Word file: fixed widths, so that every program draws them alike.</summary>
internal static class WordTable
{
    /// <summary>Rows longer than this may break between pages; shorter ones stay whole.</summary>
    private const int LongCell = 350;

    /// <summary>A ruled table whose header repeats on every page.</summary>
    public static void Ruled(XWPFDocument document, TextTable table, double width, double size)
    {
        double[] widths = ColumnWidths.Of(table, width, size);
        XWPFTable word = Empty(document, table.Rows.Count + 1, widths, ruled: true);
        var plain = new WordParagraph { Size = size };
        XWPFTableRow header = word.GetRow(0);
        RowFlags(header, cantSplit: true, repeat: true);
        for (int i = 0; i < table.Columns.Count; i++)
            Cell(header.GetCell(i), table.Columns[i].Header, plain with { Bold = true, Align = ST_Jc.center, KeepNext = true }, middle: true);
        for (int i = 0; i < table.Rows.Count; i++)
            Row(word.GetRow(i + 1), table, i, plain);
    }

    /// <summary>A table without lines, for things that stand side by side; its rows keep together.</summary>
    public static XWPFTable Sides(XWPFDocument document, int rows, params double[] widths)
    {
        XWPFTable table = Empty(document, rows, widths, ruled: false);
        for (int i = 0; i < rows; i++) RowFlags(table.GetRow(i), cantSplit: true, repeat: false);
        return table;
    }

    /// <summary>Puts a text into a cell, one paragraph per line.</summary>
    public static void Cell(XWPFTableCell cell, string? text, WordParagraph look, bool middle = false)
    {
        string[] lines = CleanText.Lines(text);
        for (int i = 0; i < lines.Length; i++)
            look.Fill(i == 0 && cell.GetCTTc().SizeOfPArray() > 0 ? cell.GetCTTc().GetPArray(0) : cell.GetCTTc().AddNewP(), lines[i]);
        if (middle) Properties(cell).vAlign = new CT_VerticalJc { val = ST_VerticalJc.center };
    }

    /// <summary>A thin frame round one cell, with some air inside.</summary>
    public static void Frame(XWPFTableCell cell)
    {
        Properties(cell).tcBorders = new CT_TcBorders { top = Line(), left = Line(), bottom = Line(), right = Line() };
        Properties(cell).tcMar = new CT_TcMar { top = Margin(1), left = Margin(1.5), bottom = Margin(1), right = Margin(1.5) };
    }

    private static void Row(XWPFTableRow row, TextTable table, int index, WordParagraph plain)
    {
        TextRow source = table.Rows[index];
        bool bold = source.Kind != TextRowKind.Item;
        RowFlags(row, cantSplit: source.Cells.All(cell => (cell?.Length ?? 0) < LongCell), repeat: false);
        if (source.Kind == TextRowKind.Section)
        {
            Cell(row.GetCell(0), source.Cells[0], plain with { Bold = true, KeepNext = true });
            Properties(row.GetCell(0)).gridSpan = new CT_DecimalNumber { val = table.Columns.Count.ToString() };
            for (int i = table.Columns.Count - 1; i > 0; i--) row.RemoveCell(i);
            return;
        }
        for (int i = 0; i < table.Columns.Count; i++)
        {
            string? text = i < source.Cells.Count ? source.Cells[i] : "";
            bool continues = index + 1 < table.Rows.Count && table.Rows[index + 1] is { Kind: not TextRowKind.Section } next && i < next.Cells.Count && next.Cells[i] is null;
            XWPFTableCell cell = row.GetCell(i);
            if (text is null || continues)
                Properties(cell).vMerge = new CT_VMerge { val = text is null ? ST_Merge.@continue : ST_Merge.restart, valSpecified = true };
            Cell(cell, text, plain with { Bold = bold, Align = table.Columns[i].Centred ? ST_Jc.center : ST_Jc.left });
        }
    }

    private static XWPFTable Empty(XWPFDocument document, int rows, double[] widths, bool ruled)
    {
        CT_Tbl source = document.Document.body.AddNewTbl();
        var table = new XWPFTable(source, document, rows, widths.Length);
        CT_TblPr properties = source.tblPr ?? source.AddNewTblPr();
        properties.tblW = new CT_TblWidth { w = WordUnits.Dxa(widths.Sum()).ToString(), type = ST_TblWidth.dxa, typeSpecified = true };
        double padding = ruled ? 1.5 : 0;
        properties.tblLayout = new CT_TblLayoutType { type = ST_TblLayoutType.@fixed, typeSpecified = true };
        properties.tblBorders = ruled
            ? new CT_TblBorders { top = Line(), left = Line(), bottom = Line(), right = Line(), insideH = Line(), insideV = Line() }
            : new CT_TblBorders { top = None(), left = None(), bottom = None(), right = None(), insideH = None(), insideV = None() };
        // Without the indent the text, not the line, would stand at the margin.
        properties.tblInd = Margin(padding);
        properties.tblCellMar = new CT_TblCellMar { left = Margin(padding), right = Margin(padding), top = Margin(ruled ? 0.5 : 0), bottom = Margin(ruled ? 0.5 : 0) };
        source.tblGrid = new CT_TblGrid { gridCol = [.. widths.Select(width => new CT_TblGridCol { w = (ulong)WordUnits.Dxa(width), wSpecified = true })] };
        foreach (XWPFTableRow row in table.Rows)
            for (int i = 0; i < widths.Length; i++)
                Properties(row.GetCell(i)).tcW = new CT_TblWidth { w = WordUnits.Dxa(widths[i]).ToString(), type = ST_TblWidth.dxa, typeSpecified = true };
        return table;
    }

    private static void RowFlags(XWPFTableRow row, bool cantSplit, bool repeat)
    {
        row.IsCantSplitRow = cantSplit;
        row.IsRepeatHeader = repeat;
    }

    private static CT_TcPr Properties(XWPFTableCell cell) => cell.GetCTTc().tcPr ?? cell.GetCTTc().AddNewTcPr();

    private static CT_TblWidth Margin(double millimetres) => new() { w = WordUnits.Dxa(millimetres).ToString(), type = ST_TblWidth.dxa, typeSpecified = true };

    private static CT_Border Line() => new() { val = ST_Border.single, sz = 4, szSpecified = true, space = 0, spaceSpecified = true, color = "000000" };

    private static CT_Border None() => new() { val = ST_Border.none };
}
