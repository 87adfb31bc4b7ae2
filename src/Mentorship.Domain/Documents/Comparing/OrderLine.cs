using Mentorship.Domain.Documents.Orders;

namespace Mentorship.Domain.Documents.Comparing;

/// <summary>One line of an order as it is compared: a paragraph, or a row of a table.</summary>
/// <param name="Slot">What stands once in every order is compared with itself, however different: its heading, its preamble; null for points, paragraphs and rows.</param>
/// <param name="Where">Where it stands, as people call the place: «п. 3.1», «приложение № 1, строка 4».</param>
/// <param name="Cells">The cells of a row without its running number; one text else.</param>
/// <param name="Headers">What the columns of those cells are called; empty where it is no row of a table.</param>
internal sealed record OrderLine(string? Slot, string Where, IReadOnlyList<string> Cells, IReadOnlyList<string> Headers)
{
    private const string BetweenCells = "\u001F";

    /// <summary>Lines with one key say the same.</summary>
    public string Key { get; } = string.Join(BetweenCells, Cells.Select(Wordage.Key));

    public bool IsEmpty => Key.Replace(BetweenCells, "", StringComparison.Ordinal).Length == 0;
    public bool IsRow => Headers.Count > 0;
    public string Text => string.Join(" · ", Cells.Where(cell => cell.Trim().Length > 0));

    public static List<OrderLine> Of(OrderText text) => [.. All(text).Where(line => !line.IsEmpty)];

    private static IEnumerable<OrderLine> All(OrderText text)
    {
        foreach (string line in text.OrganisationLines) yield return Paragraph("бланк", line);
        yield return Single("название", text.Title);
        yield return Single("место издания", text.Place ?? "");
        yield return Single("заголовок", text.Heading);
        yield return Single("преамбула", text.Preamble);
        yield return Single("слова перед пунктами", text.Command);
        foreach (NumberedPoint point in text.NumberedPoints())
        {
            string where = $"п.\u00A0{point.Number.TrimEnd('.')}";
            yield return Paragraph(where, point.Text);
            foreach (OrderLine row in Rows(where, point.Table)) yield return row;
        }
        yield return Single("подпись", $"{text.Signature.Post} {text.Signature.Name}");
        yield return Single("исполнитель", text.Executor ?? "");
        foreach (AcquaintanceLine line in text.Acquaintance) yield return Paragraph("список ознакомления", line.Name);
        for (int i = 0; i < text.Annexes.Count; i++)
        {
            string where = $"приложение №\u00A0{i + 1}";
            yield return Paragraph($"{where}, заголовок", text.Annexes[i].Heading);
            for (int p = 0; p < text.Annexes[i].Paragraphs.Count; p++) yield return Paragraph($"{where}, абзац\u00A0{p + 1}", text.Annexes[i].Paragraphs[p]);
            foreach (OrderLine row in Rows(where, text.Annexes[i].Table)) yield return row;
        }
    }

    private static OrderLine Single(string slot, string text) => new(slot, slot, [text], []);

    private static OrderLine Paragraph(string where, string text) => new(null, where, [text], []);

    private static IEnumerable<OrderLine> Rows(string where, TextTable? table)
    {
        if (table is null) yield break;
        yield return Paragraph($"{where}, шапка таблицы", string.Join(" · ", table.Columns.Select(column => column.Header)));
        bool counts = table.Columns.Count > 1 && IsNumbering(table.Columns[0].Header);
        string[] headers = [.. table.Columns.Select(column => column.Header).Skip(counts ? 1 : 0)];
        int number = 0;
        foreach (TextRow row in table.Rows)
            if (row.Cells.Count != table.Columns.Count) yield return Paragraph($"{where}, раздел таблицы", string.Join(" · ", row.Cells.OfType<string>()));
            else
            {
                number++;
                string called = counts && row.Cells[0]?.Trim().TrimEnd('.') is { Length: > 0 and < 12 } own ? own : $"{number}";
                yield return new OrderLine(null, $"{where}, строка\u00A0{called}", [.. row.Cells.Skip(counts ? 1 : 0).Select(cell => cell ?? "")], headers);
            }
    }

    /// <summary>A running number says nothing of its row: one new row would change all that follow it.</summary>
    private static bool IsNumbering(string header) => header.Trim() is "" or "#" or ['№', ..] and { Length: <= 3 } || header.Contains("п/п", StringComparison.OrdinalIgnoreCase);
}
