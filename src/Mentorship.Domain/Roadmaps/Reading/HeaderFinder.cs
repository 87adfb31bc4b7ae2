namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Finds the header row (or the two levels of it) among the first rows of a table, by the words and, where they are silent, by the cells below.</summary>
public static class HeaderFinder
{
    private const int DeepestHeaderRow = 40;
    private const int LongestHeader = 140;

    public static TableHeader Find(TableGrid grid)
    {
        (int row, int score) best = (-1, 0);
        for (int row = 0; row < Math.Min(grid.Rows, DeepestHeaderRow); row++)
            if (ScoreOf(grid, row) is int score && score > best.score) best = (row, score);
        if (best.row < 0) return WithoutHeader(grid);

        int depth = DepthOf(grid, best.row);
        // A second level that says more than the first («Сроки» over «план» and «факт») never begins above it.
        List<HeaderColumn> columns = [];
        for (int place = 0; place < grid.Columns; place++)
        {
            string text = HeaderText(grid, best.row, depth, place);
            if (text.Length > 0 || ColumnHasText(grid, best.row + depth, place))
                columns.Add(new HeaderColumn(place, text, ColumnWords.MeaningOf(text), ColumnWords.MonthOf(grid[best.row + depth - 1, place].Text)));
        }
        return new TableHeader(best.row, depth, ColumnChoice.Settle(columns, grid, best.row + depth), best.score);
    }

    /// <summary>Whether a row deep in the table is the header again, as a page break repeats it.</summary>
    public static bool IsRepeated(TableGrid grid, int row, TableHeader header)
    {
        int filled = 0, same = 0;
        foreach (HeaderColumn column in header.Columns)
        {
            string text = TextFolding.Plain(grid[row, column.Place].Text);
            if (text.Length == 0) continue;
            filled++;
            bool isSame = Enumerable.Range(header.FirstRow, header.RowCount).Any(above => TextFolding.Plain(grid[above, column.Place].Text) == text);
            if (isSame || text == TextFolding.Plain(column.Text)) same++;
        }
        return filled >= 2 && same * 10 >= filled * 8;
    }

    /// <summary>«1 | 2 | 3 | 4» under the header.</summary>
    public static bool IsColumnNumbers(TableGrid grid, int row)
    {
        string[] texts = [.. grid.FilledCellsOf(row).Select(cell => cell.Text)];
        return texts.Length >= 3 && texts.Select((text, index) => text.TrimEnd('.') == $"{index + 1}").All(fits => fits);
    }

    private static int ScoreOf(TableGrid grid, int row)
    {
        TableCell[] cells = [.. grid.FilledCellsOf(row)];
        if (cells.Length < 2 || cells.Any(cell => cell.Text.Length > LongestHeader)) return 0;
        int months = cells.Count(cell => ColumnWords.MonthOf(cell.Text) is not null);
        ColumnMeaning[] meanings = [.. cells.Where(cell => ColumnWords.MonthOf(cell.Text) is null)
            .Select(cell => ColumnWords.MeaningOf(cell.Text)).Where(meaning => meaning != ColumnMeaning.Other).Distinct()];
        bool isPlan = meanings.Contains(ColumnMeaning.Activity) || meanings.Contains(ColumnMeaning.Deadline) || (months >= 3 && meanings.Length > 0);
        if (!isPlan || meanings.Length + Math.Min(months, 2) < 2) return 0;
        int score = meanings.Sum(meaning => meaning is ColumnMeaning.Activity or ColumnMeaning.Deadline or ColumnMeaning.Responsible ? 4 : 2) + (months >= 3 ? 4 : 0);
        int strangers = cells.Count(cell => !ColumnWords.IsKnown(cell.Text) && ColumnWords.MonthOf(cell.Text) is null);
        // A row of data can hold header words too («Директор», «октябрь», «Приказ»): long cells and marks of data tell.
        int data = cells.Count(cell => cell.Text.Length > 70 || ItemNumber.Parse(cell.Text) is not null || cell.Date is not null);
        return Math.Max(0, score - strangers - data * 3);
    }

    private static int DepthOf(TableGrid grid, int row)
    {
        int depth = 1;
        while (row + depth < grid.Rows && depth < 3)
        {
            int below = row + depth;
            bool reachesDown = grid.CellsOf(below).Any(cell => cell.Row <= row + depth - 1 && cell.Row >= row && !cell.IsEmpty);
            bool splits = grid.CellsOf(row).Any(cell => !cell.IsEmpty && cell.ColumnSpan > 1 && cell.ColumnSpan < grid.Columns && Splits(grid, below, cell));
            if (!splits || IsColumnNumbers(grid, below)) break;
            bool othersSilent = grid.FilledCellsOf(below).All(cell => grid[row, cell.Column].ColumnSpan > 1 && cell.Text.Length <= 60);
            if (!reachesDown && !othersSilent) break;
            depth++;
        }
        return depth;
    }

    private static bool Splits(TableGrid grid, int below, TableCell above)
    {
        TableCell[] under = [.. grid.FilledCellsOf(below).Where(cell => cell.Column >= above.Column && cell.Column < above.Column + above.ColumnSpan)];
        return under.Length >= 2 && under.All(cell => cell.Text.Length <= 60);
    }

    private static string HeaderText(TableGrid grid, int row, int depth, int place)
    {
        IEnumerable<string> levels = Enumerable.Range(row, depth).Select(level => grid[level, place])
            .Distinct(ReferenceEqualityComparer.Instance).Cast<TableCell>().Select(cell => TextFolding.OneLine(cell.Text)).Where(text => text.Length > 0);
        return string.Join(' ', levels);
    }

    private static bool ColumnHasText(TableGrid grid, int firstRow, int place)
    {
        for (int row = firstRow; row < grid.Rows; row++)
            if (grid[row, place] is { IsEmpty: false } cell && cell.Column == place && cell.ColumnSpan == 1) return true;
        return false;
    }

    private static TableHeader WithoutHeader(TableGrid grid)
    {
        List<HeaderColumn> columns = [.. Enumerable.Range(0, grid.Columns).Where(place => ColumnHasText(grid, 0, place))
            .Select(place => new HeaderColumn(place, "", ColumnMeaning.Other))];
        IReadOnlyList<HeaderColumn> settled = columns.Count < 2 ? columns : ColumnChoice.Settle(columns, grid, 0);
        bool isPlan = settled.Any(column => column.Meaning == ColumnMeaning.Deadline) && settled.Any(column => column.Meaning == ColumnMeaning.Activity);
        return new TableHeader(0, 0, settled, isPlan && grid.Rows >= 3 ? 5 : 0);
    }
}
