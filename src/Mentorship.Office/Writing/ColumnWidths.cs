using Mentorship.Domain.Documents;

namespace Mentorship.Office.Writing;

/// <summary>How wide the columns of a table are: by weight, but wide enough for the longest word where the page allows.</summary>
internal static class ColumnWidths
{
    private static readonly char[] Breaks = [' ', '\n', '\t', '-'];

    /// <param name="width">The whole width in millimetres.</param>
    /// <param name="size">The size of the letters in points.</param>
    public static double[] Of(TextTable table, double width, double size)
    {
        double letter = size * 25.4 / 72 * 0.55;
        double total = table.Columns.Sum(column => column.Weight);
        double[] shares = [.. table.Columns.Select(column => column.Weight / total * width)];
        double[] least = [.. Enumerable.Range(0, shares.Length).Select(i => Math.Min(width * 1.4 / shares.Length, 4 + (LongestWord(table, i) * letter)))];
        if (least.Sum() > width) least = [.. least.Select(need => need * width / least.Sum())];
        double lacking = shares.Zip(least, (share, need) => Math.Max(0, need - share)).Sum();
        double spare = shares.Zip(least, (share, need) => Math.Max(0, share - need)).Sum();
        return [.. shares.Zip(least, (share, need) => share < need ? need : spare == 0 ? share : share - ((share - need) / spare * lacking))];
    }

    private static int LongestWord(TextTable table, int column) => table.Rows
        .Where(row => row.Kind != TextRowKind.Section && column < row.Cells.Count)
        .Select(row => row.Cells[column] ?? "")
        .Append(table.Columns[column].Header)
        .Max(text => text.Split(Breaks).Max(word => word.Length));
}
