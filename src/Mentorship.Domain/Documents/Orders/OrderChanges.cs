namespace Mentorship.Domain.Documents.Orders;

/// <summary>What a new version says otherwise than an old one, line by line: points, table rows, annexes.</summary>
/// <param name="Removed">Lines that only the old text has.</param>
/// <param name="Added">Lines that only the new text has.</param>
public sealed record OrderChanges(IReadOnlyList<string> Removed, IReadOnlyList<string> Added)
{
    public bool IsEmpty => Removed.Count == 0 && Added.Count == 0;

    public static OrderChanges Between(OrderText before, OrderText after)
    {
        List<string> old = [.. Lines(before)], young = [.. Lines(after)];
        return new OrderChanges(Without(old, young), Without(young, old));
    }

    /// <summary>A line that stands twice must be missing twice.</summary>
    private static List<string> Without(List<string> lines, List<string> taken)
    {
        Dictionary<string, int> left = taken.GroupBy(l => l, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        List<string> rest = [];
        foreach (string line in lines)
            if (left.GetValueOrDefault(line) is > 0 and var count) left[line] = count - 1;
            else rest.Add(line);
        return rest;
    }

    private static IEnumerable<string> Lines(OrderText text)
    {
        yield return text.Heading;
        if (text.Preamble.Length > 0) yield return text.Preamble;
        foreach (NumberedPoint point in text.NumberedPoints())
        {
            yield return point.Text;
            foreach (string row in Rows(point.Table)) yield return row;
        }
        foreach (OrderAnnex annex in text.Annexes)
        {
            yield return annex.Heading;
            foreach (string line in annex.Paragraphs.Concat(Rows(annex.Table))) yield return line;
        }
    }

    /// <summary>The running number of a row is left out, or one new row would change all that follow it.</summary>
    private static IEnumerable<string> Rows(TextTable? table) => table is null ? [] : table.Rows
        .Select(row => string.Join(" · ", row.Cells.OfType<string>().Select(cell => cell.Trim()).Where(cell => cell.Length > 0 && !cell.TrimEnd('.').All(char.IsAsciiDigit))))
        .Where(line => line.Length > 0);
}
