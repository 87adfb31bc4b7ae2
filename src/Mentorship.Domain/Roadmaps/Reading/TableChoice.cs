namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>A table of the file that could be the roadmap.</summary>
/// <param name="Place">Its place among the blocks of the file.</param>
internal sealed record TableChoice(int Place, string Name, TableGrid Grid, TableHeader Header)
{
    /// <summary>From this score on, a second table deserves to be named to the person.</summary>
    public const int AlsoPlan = 8;

    public static TableChoice[] AllOf(IReadOnlyList<SourceBlock> blocks)
    {
        List<TableChoice> tables = [];
        for (int place = 0; place < blocks.Count; place++)
            if (blocks[place] is SourceTable { Grid: { Rows: > 0 } grid })
                tables.Add(new TableChoice(place, ReadingTexts.TableName(tables.Count + 1, grid.Name), grid, HeaderFinder.Find(grid)));
        return [.. tables];
    }

    /// <summary>The one with the most columns of a plan, then the longest.</summary>
    public static TableChoice? Best(IEnumerable<TableChoice> tables) =>
        tables.OrderByDescending(table => table.Header.Score + Math.Min(table.Grid.Rows, 30) / 5).ThenBy(table => table.Place).FirstOrDefault();
}
