using System.Security;
using System.Text;

namespace Mentorship.Office.Tests.Reading;

/// <summary>A small book of Excel, written by hand. Cells are inline strings; a cell «=45.5;s2» is a number in a style.</summary>
internal sealed class Xlsx
{
    private const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private readonly List<(string Name, string State, string Xml)> sheets = [];

    public Xlsx Sheet(string name, string[] rows, string[]? merges = null, int[]? hidden = null, string state = "visible", bool withPlaces = true)
    {
        StringBuilder xml = new($"<worksheet {Space}><sheetData>");
        for (int row = 0; row < rows.Length; row++)
        {
            string[] cells = rows[row].Split('|');
            xml.Append("<row").Append(withPlaces ? $" r=\"{row + 1}\"" : "").Append(hidden?.Contains(row + 1) == true ? " hidden=\"1\"" : "").Append('>');
            for (int column = 0; column < cells.Length; column++) xml.Append(Cell(cells[column].Trim(), withPlaces ? $" r=\"{(char)('A' + column)}{row + 1}\"" : ""));
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (merges is not null) xml.Append("<mergeCells>").AppendJoin("", merges.Select(merge => $"<mergeCell ref=\"{merge}\"/>")).Append("</mergeCells>");
        sheets.Add((name, state, xml.Append("</worksheet>").ToString()));
        return this;
    }

    public byte[] Bytes()
    {
        List<(string, string)> parts =
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", Docx.Relations(("officeDocument", "xl/workbook.xml"))),
            ("xl/_rels/workbook.xml.rels", Docx.Relations([.. sheets.Select((_, index) => ("worksheet", $"worksheets/sheet{index + 1}.xml")), ("styles", "styles.xml")])),
            // Styles: 0 as typed, 1 dd.mm.yyyy, 2 mmmm yyyy, 3 d-mmm.
            ("xl/styles.xml", $"<styleSheet {Space}><numFmts><numFmt numFmtId=\"170\" formatCode=\"mmmm\\ yyyy\"/></numFmts><fonts><font/></fonts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"16\"/></cellXfs></styleSheet>"),
            ("xl/workbook.xml", $"<workbook {Space} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" state=\"{sheet.State}\" r:id=\"rId{index + 1}\"/>")) + "</sheets></workbook>"),
            .. sheets.Select((sheet, index) => ($"xl/worksheets/sheet{index + 1}.xml", sheet.Xml)),
        ];
        return Docx.Zip([.. parts]);
    }

    private static string Cell(string text, string place)
    {
        if (text.Length == 0) return $"<c{place}/>";
        if (!text.StartsWith('=')) return $"<c{place} t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";
        string[] number = text[1..].Split(";s");
        return $"<c{place} s=\"{(number.Length > 1 ? number[1] : "0")}\"><v>{number[0]}</v></c>";
    }
}
