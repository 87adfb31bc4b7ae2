namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>A cell of a table as people see it: where it begins, how far it reaches over merged neighbours, and what it says.</summary>
/// <param name="Text">Its lines, white space folded.</param>
/// <param name="Date">The day, when the sheet holds a real date and not a text.</param>
public sealed record TableCell(int Row, int Column, string Text, int RowSpan = 1, int ColumnSpan = 1, bool Bold = false, DateOnly? Date = null)
{
    public bool IsEmpty => Text.Length == 0;
}

/// <summary>A table of Word or a sheet of Excel, without either: every place knows the cell that covers it.</summary>
public sealed class TableGrid
{
    /// <summary>No roadmap is wider; what reaches farther is cut.</summary>
    public const int MostColumns = 64;

    private readonly TableCell[][] places;

    public TableGrid(IEnumerable<TableCell> cells, string? name = null)
    {
        Name = name;
        List<TableCell> all = [.. cells.Where(cell => cell.Column < MostColumns)];
        Columns = all.Count == 0 ? 0 : Math.Min(MostColumns, all.Max(cell => cell.Column + cell.ColumnSpan));
        Rows = all.Count == 0 ? 0 : all.Max(cell => cell.Row + cell.RowSpan);
        places = new TableCell[Rows][];
        for (int row = 0; row < Rows; row++) places[row] = new TableCell[Columns];
        foreach (TableCell cell in all)
            for (int row = cell.Row; row < cell.Row + cell.RowSpan; row++)
                for (int column = cell.Column; column < Math.Min(Columns, cell.Column + cell.ColumnSpan); column++)
                    places[row][column] ??= cell;
        for (int row = 0; row < Rows; row++)
            for (int column = 0; column < Columns; column++)
                places[row][column] ??= new TableCell(row, column, "");
    }

    /// <summary>The sheet's name; a table of Word has none.</summary>
    public string? Name { get; }
    public int Rows { get; }
    public int Columns { get; }

    /// <summary>The cell that covers a place.</summary>
    public TableCell this[int row, int column] => places[row][column];

    /// <summary>The cells of a row from left to right, each once, those that reach down from above included.</summary>
    public IEnumerable<TableCell> CellsOf(int row) => places[row].Distinct(ReferenceEqualityComparer.Instance).Cast<TableCell>();

    /// <summary>The texts that begin in a row.</summary>
    public IEnumerable<TableCell> FilledCellsOf(int row) => CellsOf(row).Where(cell => cell.Row == row && !cell.IsEmpty);

    /// <summary>The same table with every text passed through <paramref name="change"/>.</summary>
    public TableGrid WithTexts(Func<string, string> change) =>
        new(places.SelectMany((_, row) => CellsOf(row).Where(cell => cell.Row == row)).Select(cell => cell with { Text = change(cell.Text) }), Name);
}
