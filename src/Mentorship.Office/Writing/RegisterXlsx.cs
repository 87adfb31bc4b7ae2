using Mentorship.Domain.Documents;

namespace Mentorship.Office.Writing;

/// <summary>A register as a spreadsheet, ready to print on A4.</summary>
public static class RegisterXlsx
{
    public static byte[] Write(RegisterTable register)
    {
        var sheet = new PrintSheet("Реестр", register.Table, landscape: register.Table.Columns.Count > 4);
        if (!string.IsNullOrWhiteSpace(register.Institution)) sheet.Line(register.Institution, LineLook.Centred);
        sheet.Line(register.Title, LineLook.Title);
        sheet.Table();
        if (!string.IsNullOrWhiteSpace(register.Footer)) sheet.Line(register.Footer, LineLook.Left);
        return sheet.ToBytes();
    }
}
