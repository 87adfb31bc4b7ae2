using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Mentorship.Office.Writing;

/// <summary>How a line outside the table looks.</summary>
internal enum LineLook { Left, Centred, Right, Title }

/// <summary>The styles of one workbook, made once each: a workbook may hold only so many.</summary>
internal sealed class SheetStyles(XSSFWorkbook book)
{
    public const double Size = 11;
    private readonly Dictionary<(HorizontalAlignment Align, VerticalAlignment Vertical, bool Bold, bool Ruled, bool Quoted), ICellStyle> _made = [];
    private readonly Dictionary<bool, IFont> _fonts = [];

    public ICellStyle Line(LineLook look) => Of(
        look switch { LineLook.Left => HorizontalAlignment.Left, LineLook.Right => HorizontalAlignment.Right, _ => HorizontalAlignment.Center },
        VerticalAlignment.Center, look == LineLook.Title, ruled: false, quoted: false);

    public ICellStyle Header() => Of(HorizontalAlignment.Center, VerticalAlignment.Center, bold: true, ruled: true, quoted: false);

    /// <param name="text">A text that begins like a formula is marked as text, so that it stays one when somebody edits the cell.</param>
    public ICellStyle Cell(string text, bool bold, bool centred) => Of(
        centred ? HorizontalAlignment.Center : HorizontalAlignment.Left, VerticalAlignment.Top, bold, ruled: true, quoted: text.Length > 0 && "=+-@\t".Contains(text[0], StringComparison.Ordinal));

    private ICellStyle Of(HorizontalAlignment align, VerticalAlignment vertical, bool bold, bool ruled, bool quoted)
    {
        if (_made.TryGetValue((align, vertical, bold, ruled, quoted), out ICellStyle? known)) return known;
        var style = (XSSFCellStyle)book.CreateCellStyle();
        style.Alignment = align;
        style.VerticalAlignment = vertical;
        style.WrapText = true;
        style.DataFormat = book.CreateDataFormat().GetFormat("@");
        style.SetFont(Font(bold));
        if (ruled) style.BorderTop = style.BorderBottom = style.BorderLeft = style.BorderRight = BorderStyle.Thin;
        if (quoted) style.GetCoreXf().quotePrefix = true;
        return _made[(align, vertical, bold, ruled, quoted)] = style;
    }

    private IFont Font(bool bold)
    {
        if (_fonts.TryGetValue(bold, out IFont? known)) return known;
        // The first font of a workbook measures its column widths, so it is the font of the texts.
        IFont font = bold ? book.CreateFont() : book.GetFontAt(0);
        font.FontName = WordUnits.Font;
        font.FontHeightInPoints = (short)Size;
        font.IsBold = bold;
        return _fonts[bold] = font;
    }
}
