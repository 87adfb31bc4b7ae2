namespace Mentorship.Domain.Documents;

/// <summary>A table of texts, before any file format.</summary>
public sealed record TextTable(IReadOnlyList<TextColumn> Columns, IReadOnlyList<TextRow> Rows)
{
    /// <summary>From six columns on a table needs a page on its side.</summary>
    public bool IsWide => Columns.Count >= 6;
}

/// <param name="Weight">The share of the width, relative to the other columns.</param>
/// <param name="Centred">Numbers, dates and marks stand in the middle.</param>
public sealed record TextColumn(string Header, double Weight, bool Centred = false);

/// <summary>One row. A section row has one cell over the whole width; a cell of null continues the cell above it.</summary>
public sealed record TextRow(IReadOnlyList<string?> Cells, TextRowKind Kind = TextRowKind.Item)
{
    public static TextRow Section(string text) => new([text], TextRowKind.Section);
}

/// <summary>An ordinary row, a heading over the whole width, a row in bold with cells of its own.</summary>
public enum TextRowKind { Item, Section, Strong }
