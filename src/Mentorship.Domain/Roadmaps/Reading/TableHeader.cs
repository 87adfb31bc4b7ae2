namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Where the header of a table is and what each column means.</summary>
/// <param name="FirstRow">The row in which the header begins.</param>
/// <param name="RowCount">Its rows; 0 when the table has none and its cells alone were asked.</param>
/// <param name="Score">How much the table looks like a roadmap; 0 and less: it does not.</param>
public sealed record TableHeader(int FirstRow, int RowCount, IReadOnlyList<HeaderColumn> Columns, int Score)
{
    public int FirstDataRow => FirstRow + RowCount;

    /// <summary>The place of the column with a meaning, or -1.</summary>
    public int IndexOf(ColumnMeaning meaning)
    {
        for (int index = 0; index < Columns.Count; index++)
            if (Columns[index].Meaning == meaning) return index;
        return -1;
    }

    public bool HasMonths => Columns.Any(column => column.Month is not null);

    /// <summary>Whether two tables are one table that a page or a heading has cut.</summary>
    public bool IsSameAs(TableHeader other) => Columns.Count == other.Columns.Count && RowCount > 0 && other.RowCount > 0
        && Columns.Zip(other.Columns).All(pair => TextFolding.Plain(pair.First.Text) == TextFolding.Plain(pair.Second.Text));
}

/// <summary>A column of the table; several can share a meaning («начало» and «окончание» of a term), then the first leads.</summary>
/// <param name="Place">Its place in the grid.</param>
/// <param name="Month">The month when the header is one («Сентябрь»).</param>
public sealed record HeaderColumn(int Place, string Text, ColumnMeaning Meaning, int? Month = null);
