using System.Globalization;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using NPOI.OpenXmlFormats.Wordprocessing;
using NPOI.XWPF.UserModel;

namespace Mentorship.Office.Writing;

/// <summary>The end of an order: signature, executor, acquaintance.</summary>
internal static class OrderEnd
{
    /// <summary>So many who are acquainted stand on one page; a longer list may break.</summary>
    private const int MostTogether = 15;

    public static void Write(XWPFDocument document, OrderText text, DocumentMarks marks, double width)
    {
        (WordParagraph.Plain with { Size = 10, KeepNext = true }).Add(document, "");
        // Who approves a local act signs at its top; the mark of an electronic signature stands at the end all the same.
        if (text.Approval is null || marks.Signature is not null) Signature(document, text.Signature, MarkLines(marks), width);
        if (marks is { Signature: null, VerificationAddress: { Length: > 0 } address })
            (WordParagraph.Plain with { Size = 9, Before = 6 }).Add(document, $"Проверить подлинность: {address}");
        if (text.Executor is { } executor) (WordParagraph.Plain with { Size = 10, Before = 14 }).Add(document, executor);
        if (text.Acquaintance.Count > 0) Acquaintance(document, text, width);
    }

    /// <summary>The lines of the mark of a simple electronic signature; none where a pen signs.</summary>
    public static IReadOnlyList<string> MarkLines(DocumentMarks marks)
    {
        if (marks.Signature is not { } mark) return [];
        string[] lines =
        [
            SimpleSignatureMark.Title.ToUpperInvariant(),
            mark.Signer,
            mark.SignedAt.ToString("dd.MM.yyyy HH:mm:ss 'UTC'zzz", CultureInfo.InvariantCulture),
            // In groups: a row of 64 signs would not wrap.
            "SHA-256: " + string.Join(' ', mark.Hash.Chunk(8).Select(group => new string(group))),
        ];
        return string.IsNullOrWhiteSpace(marks.VerificationAddress) ? lines : [.. lines, $"Проверка: {marks.VerificationAddress}"];
    }

    private static void Signature(XWPFDocument document, SignatureBlock signature, IReadOnlyList<string> mark, double width)
    {
        WordParagraph plain = WordParagraph.Plain;
        double middle = mark.Count == 0 ? 50 : 78;
        XWPFTable table = WordTable.Sides(document, 1, (width - middle) / 2, middle, (width - middle) / 2);
        XWPFTableRow row = table.GetRow(0);
        WordTable.Cell(row.GetCell(0), signature.Post, plain, middle: true);
        WordTable.Cell(row.GetCell(2), signature.Name, plain with { Align = ST_Jc.right }, middle: true);
        if (mark.Count == 0)
        {
            WordTable.Cell(row.GetCell(1), "_______________", WordParagraph.Centred, middle: true);
            return;
        }
        WordTable.Cell(row.GetCell(1), string.Join('\n', mark), WordParagraph.Centred with { Size = 8 }, middle: true);
        WordTable.Frame(row.GetCell(1));
    }

    private static void Acquaintance(XWPFDocument document, OrderText text, double width)
    {
        IReadOnlyList<AcquaintanceLine> people = text.Acquaintance;
        (WordParagraph.Plain with { Before = 16, After = 4, KeepNext = true }).Add(document, text.AcquaintanceTitle());
        XWPFTable table = WordTable.Sides(document, people.Count, width - 110, 50, 60);
        for (int i = 0; i < people.Count; i++)
        {
            XWPFTableRow row = table.GetRow(i);
            WordParagraph line = WordParagraph.Plain with { Size = 12, Before = 5, KeepNext = i < people.Count - 1 && people.Count <= MostTogether };
            WordTable.Cell(row.GetCell(0), people[i].Name, line);
            WordTable.Cell(row.GetCell(1), "__________________", line with { Align = ST_Jc.center });
            WordTable.Cell(row.GetCell(2), Blank.Date, line with { Align = ST_Jc.right });
        }
    }
}
