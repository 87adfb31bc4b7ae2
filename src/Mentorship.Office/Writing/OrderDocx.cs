using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Wording;
using NPOI.OpenXmlFormats.Wordprocessing;
using NPOI.XWPF.UserModel;

namespace Mentorship.Office.Writing;

/// <summary>An order as a Word file on A4, laid out as ГОСТ Р 7.0.97 and school office instructions ask.</summary>
public static class OrderDocx
{
    private const double QrSize = 24;

    // The angular block is at most 8 cm wide.
    private const double HeadingWidth = 79;
    private static readonly PageLayout Portrait = new(Landscape: false);

    public static byte[] Write(OrderText order, DocumentMarks marks)
    {
        OrderText text = order.With(marks);
        var document = new XWPFDocument();
        WordPages.NumberPages(document);
        Head(document, text, marks);
        Body(document, text);
        OrderEnd.Write(document, text, marks, Portrait.ContentWidth);
        Annexes(document, text);
        using var stream = new MemoryStream();
        document.Write(stream);
        return stream.ToArray();
    }

    private static void Head(XWPFDocument document, OrderText text, DocumentMarks marks)
    {
        if (marks.IsDraft)
            (WordParagraph.Plain with { Align = ST_Jc.right, Bold = true, After = 6 }).Add(document, "Проект");
        if (text.Approval is { } stamp)
            foreach ((int at, string line) in stamp.Lines(text).Index())
                (WordParagraph.Plain with { Left = Portrait.ContentWidth - 75, After = at == stamp.Lines(text).Count - 1 ? 16 : 0 }).Add(document, line);
        if (marks.VerificationAddress is { Length: > 0 } address) LettersBesideCode(document, text, address);
        else
            foreach (string line in text.OrganisationLines) WordParagraph.Centred.Add(document, line);
        (WordParagraph.Centred with { Bold = true, Before = 14, After = 10, KeepNext = true }).Add(document, text.Title);
        if (text.Approval is not null)
        {
            (WordParagraph.Centred with { Bold = true, After = 14, KeepNext = true }).Add(document, Typography.Bound(text.Heading));
            return;
        }
        Requisites(document, text);
        (WordParagraph.Plain with { Right = Portrait.ContentWidth - HeadingWidth, Before = 14, After = 14, KeepNext = true }).Add(document, Typography.Bound(text.Heading));
    }

    /// <summary>The code stands at the top right; an equal gap on the left keeps the letterhead in the middle of the page.</summary>
    private static void LettersBesideCode(XWPFDocument document, OrderText text, string address)
    {
        XWPFTable table = WordTable.Sides(document, 1, QrSize + 2, Portrait.ContentWidth - (2 * QrSize) - 4, QrSize + 2);
        WordTable.Cell(table.GetRow(0).GetCell(0), "", WordParagraph.Plain);
        WordTable.Cell(table.GetRow(0).GetCell(1), string.Join('\n', text.OrganisationLines), WordParagraph.Centred);
        CT_P source = table.GetRow(0).GetCell(2).GetCTTc().GetPArray(0);
        (WordParagraph.Plain with { Align = ST_Jc.right }).Shape(source);
        using var picture = new MemoryStream(QrImage.Png(address));
        new XWPFParagraph(source, document).CreateRun().AddPicture(picture, (int)PictureType.PNG, "qr.png", WordUnits.Emu(QrSize), WordUnits.Emu(QrSize));
    }

    private static void Requisites(XWPFDocument document, OrderText text)
    {
        XWPFTable table = WordTable.Sides(document, 1, 58, Portrait.ContentWidth - 108, 50);
        WordTable.Cell(table.GetRow(0).GetCell(0), text.Date is { } day ? RussianDate.Long(day) : Blank.Date, WordParagraph.Plain);
        WordTable.Cell(table.GetRow(0).GetCell(1), text.Place, WordParagraph.Centred);
        WordTable.Cell(table.GetRow(0).GetCell(2), "№\u00A0" + (string.IsNullOrWhiteSpace(text.Number) ? "__________" : text.Number), WordParagraph.Plain with { Align = ST_Jc.right });
    }

    private static void Body(XWPFDocument document, OrderText text)
    {
        if (text.Preamble.Length > 0) WordParagraph.Body.Add(document, text.Preamble);
        if (text.Command.Length > 0) (WordParagraph.Plain with { Before = 6, After = 6, KeepNext = true }).Add(document, text.Command);
        NumberedPoint[] points = [.. text.NumberedPoints()];
        for (int i = 0; i < points.Length; i++)
        {
            NumberedPoint point = points[i];
            // The last point holds the signature, a heading of points holds the first of them, a table its caption.
            bool holds = i < points.Length - 1 && points[i + 1].Level > point.Level, keep = i == points.Length - 1 || point.Table is not null || holds;
            // In a local act a point with points below it is the heading of a section.
            WordParagraph shape = text.Approval is not null && point.Level == 0 && holds ? WordParagraph.Centred with { Bold = true, Before = 10, After = 4 } : WordParagraph.Body;
            (shape with { KeepNext = keep }).Add(document, $"{point.Number}\u00A0{point.Text}");
            if (point.Table is not { } table) continue;
            WordTable.Ruled(document, table, Portrait.ContentWidth, table.IsWide ? 10 : 12);
            (WordParagraph.Plain with { Size = 6 }).Add(document, "");
        }
    }

    /// <summary>Each annex begins a page; a wide table lies on its side.</summary>
    private static void Annexes(XWPFDocument document, OrderText text)
    {
        PageLayout layout = Portrait;
        for (int i = 0; i < text.Annexes.Count; i++)
        {
            WordPages.EndSection(document, layout, first: i == 0);
            OrderAnnex annex = text.Annexes[i];
            layout = new PageLayout(annex.Table is { IsWide: true });
            foreach (string line in text.AnnexCaption(i))
                (WordParagraph.Plain with { Left = layout.ContentWidth - 80, Size = 12 }).Add(document, line);
            (WordParagraph.Centred with { Bold = true, Before = 12, After = 8, KeepNext = true }).Add(document, annex.Heading);
            foreach (string paragraph in annex.Paragraphs) (WordParagraph.Body with { Size = 12 }).Add(document, paragraph);
            if (annex.Table is { } table) WordTable.Ruled(document, table, layout.ContentWidth, table.IsWide ? 11 : 12);
            if (i == text.Annexes.Count - 1) (WordParagraph.Plain with { Size = 2 }).Add(document, "");
        }
        WordPages.LastSection(document, layout, first: text.Annexes.Count == 0);
    }
}
