namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>A line above the table.</summary>
/// <param name="Group">Lines of one paragraph or of one cell belong together.</param>
/// <param name="AfterGap">An empty line stands before it.</param>
internal sealed record PreambleLine(string Text, int Group, LineAlignment Alignment, bool IsBold, bool AfterGap);

/// <summary>What stands above the table: stamp, title, year, goals.</summary>
internal static class Preamble
{
    private const int FarthestLine = 80;

    /// <summary>The lines of the blocks above the table, from the last page end on when something stands after it, then those above the header inside the table.</summary>
    public static List<PreambleLine> LinesOf(IReadOnlyList<SourceBlock> above, TableGrid grid, int headerRow)
    {
        List<PreambleLine> lines = [];
        int group = 0;
        bool gap = false;
        foreach (SourceBlock block in above)
        {
            if (block is SourceTable { Grid: var table })
            {
                // A big table is another part of the document; a small one holds stamps.
                if (table.Rows > 12 || HeaderFinder.Find(table).Score >= 8) lines.Clear();
                else AddCells(lines, table, table.Rows, ref group);
                gap = true;
                continue;
            }
            SourceParagraph paragraph = (SourceParagraph)block;
            if (paragraph.NewPage && lines.Count > 0) lines = [];
            group++;
            foreach (string line in Lines(paragraph.Text))
            {
                lines.Add(new PreambleLine(line, group, paragraph.Alignment, paragraph.Bold, gap));
                gap = false;
            }
            gap |= paragraph.Text.Length == 0;
        }
        AddCells(lines, grid, headerRow, ref group);
        return lines.Count <= FarthestLine ? lines : lines[^FarthestLine..];
    }

    // Stamps stand side by side, so a run of rows is read column by column.
    private static void AddCells(List<PreambleLine> lines, TableGrid grid, int rows, ref int group)
    {
        int row = 0;
        while (row < rows)
        {
            int end = row;
            while (end < rows && grid.FilledCellsOf(end).Any()) end++;
            TableCell[] cells = [.. Enumerable.Range(row, end - row).SelectMany(grid.FilledCellsOf).OrderBy(cell => cell.Column).ThenBy(cell => cell.Row)];
            int column = -1;
            foreach (TableCell cell in cells)
            {
                bool isNewGroup = cell.Column != column;
                if (isNewGroup) group++;
                column = cell.Column;
                foreach (string line in Lines(cell.Text))
                {
                    lines.Add(new PreambleLine(line, group, LineAlignment.Unknown, cell.Bold, isNewGroup));
                    isNewGroup = false;
                }
            }
            row = end + 1;
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
