using System.Globalization;
using System.Xml.Linq;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Office.Reading;

/// <summary>What a cell of Excel shows.</summary>
internal sealed record ExcelCell(string Text, bool IsBold, DateOnly? Date, bool IsNumber = false);

/// <summary>Turns the raw values of cells into the texts that people see: shared strings, numbers without noise, dates by their format.</summary>
internal sealed class ExcelValues
{
    private readonly string[] strings;
    private readonly (string Format, bool IsBold)[] styles;
    private readonly bool startsIn1904;

    public ExcelValues(XElement? sharedStrings, XElement? styleSheet, bool startsIn1904)
    {
        strings = [.. sharedStrings.Children("si").Select(RichText)];
        this.startsIn1904 = startsIn1904;
        Dictionary<int, string> own = [];
        foreach (XElement format in styleSheet.Child("numFmts").Children("numFmt")) own[format.Number("numFmtId") ?? -1] = format.Text("formatCode") ?? "";
        bool[] bold = [.. styleSheet.Child("fonts").Children("font").Select(font => font.IsOn("b"))];
        styles = [.. styleSheet.Child("cellXfs").Children("xf").Select(style =>
        {
            int format = style.Number("numFmtId") ?? 0, font = style.Number("fontId") ?? 0;
            return (own.GetValueOrDefault(format) ?? ExcelFormats.BuiltIn(format), font >= 0 && font < bold.Length && bold[font]);
        })];
    }

    public ExcelCell Of(XElement cell)
    {
        (string format, bool isBold) = cell.Number("s") is int style && style >= 0 && style < styles.Length ? styles[style] : ("General", false);
        string raw = cell.Child("v")?.Value ?? "";
        string kind = cell.Text("t") ?? "n";
        if (kind == "n" && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) return OfNumber(number, format, isBold);
        string text = kind switch
        {
            "s" => int.TryParse(raw, out int index) && index >= 0 && index < strings.Length ? strings[index] : "",
            "inlineStr" => cell.Child("is") is { } inline ? RichText(inline) : "",
            "b" => raw == "1" ? "да" : "нет",
            "e" => "",
            _ => raw,
        };
        DateOnly? date = kind == "d" && DateTime.TryParse(raw, CultureInfo.InvariantCulture, out DateTime day) ? DateOnly.FromDateTime(day) : null;
        return new ExcelCell(date is { } found ? ExcelFormats.Write(found, format) : TextFolding.Fold(text), isBold, date);
    }

    private ExcelCell OfNumber(double number, string format, bool isBold)
    {
        bool isDate = ExcelFormats.IsDate(format) && number is >= 1 and < 200_000;
        if (!isDate) return new ExcelCell(ExcelFormats.Write(number, format), isBold, null, IsNumber: true);
        DateOnly day = DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(number)).AddDays(startsIn1904 ? 1462 : 0));
        return new ExcelCell(ExcelFormats.Write(day, format), isBold, day);
    }

    // The reading aid of Asian scripts (rPh) is not part of the text.
    private static string RichText(XElement item) =>
        TextFolding.Fold(string.Concat(item.Elements().Where(part => part.Name.LocalName is "t" or "r").Select(part => part.Name.LocalName == "t" ? part.Value : part.Child("t")?.Value)));
}
