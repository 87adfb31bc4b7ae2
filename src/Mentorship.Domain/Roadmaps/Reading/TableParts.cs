namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>The roadmap's table with the tables that continue it: a page end, or a heading over each stage, has cut it into several.</summary>
internal sealed class TableParts
{
    private readonly IReadOnlyList<SourceBlock> blocks;
    private readonly List<(TableChoice Table, string? Heading)> parts = [];

    private TableParts(IReadOnlyList<SourceBlock> blocks) => this.blocks = blocks;

    public IEnumerable<TableChoice> Tables => parts.Select(part => part.Table);

    public static TableParts Of(IReadOnlyList<SourceBlock> blocks, TableChoice[] tables, TableChoice chosen)
    {
        TableParts found = new(blocks);
        int at = Array.IndexOf(tables, chosen), first = at, last = at;
        while (first > 0 && chosen.Header.IsSameAs(tables[first - 1].Header) && found.IsNear(tables[first - 1], tables[first])) first--;
        while (last + 1 < tables.Length && found.Continues(tables[last], tables[last + 1], chosen)) last++;
        for (int index = first; index <= last; index++)
        {
            string? heading = first == last ? null : found.HeadingAbove(tables[index], index == first);
            // A part without a header of its own takes that of the whole.
            TableHeader header = tables[index].Header.IsSameAs(chosen.Header) ? tables[index].Header : chosen.Header with { FirstRow = 0, RowCount = 0 };
            found.parts.Add((tables[index] with { Header = header }, heading));
        }
        found.parts.Sort((one, other) => one.Table.Place.CompareTo(other.Table.Place));
        return found;
    }

    public List<PlanRow> Rows(CutWords words)
    {
        List<PlanRow> rows = [];
        TableHeader lead = parts[0].Table.Header;
        foreach ((TableChoice table, string? heading) in parts)
        {
            if (heading is not null) rows.Add(new PlanRow(-1, lead.Columns.Count) { Heading = heading });
            foreach (PlanRow row in PlanRows.Of(table.Grid, table.Header, words, heading is null ? rows.LastOrDefault() : null)) rows.Add(row);
        }
        return rows;
    }

    public List<PreambleLine> Preamble()
    {
        TableChoice first = parts[0].Table;
        List<PreambleLine> lines = Reading.Preamble.LinesOf([.. blocks.Take(first.Place)], first.Grid, first.Header.FirstRow);
        if (parts[0].Heading is { } heading) lines.RemoveAll(line => line.Text == heading);
        return lines;
    }

    private bool Continues(TableChoice above, TableChoice below, TableChoice chosen)
    {
        if (above.Grid.Name is not null || !IsNear(above, below)) return false;
        if (chosen.Header.IsSameAs(below.Header)) return true;
        return below.Header.RowCount == 0 && below.Grid.Columns == chosen.Grid.Columns && chosen.Header.RowCount > 0;
    }

    // Only a few short lines (a page number, the heading of a stage) may stand between the parts.
    private bool IsNear(TableChoice above, TableChoice below)
    {
        if (above.Grid.Name is not null) return false;
        SourceParagraph[] between = [.. blocks.Skip(above.Place + 1).Take(below.Place - above.Place - 1).OfType<SourceParagraph>().Where(paragraph => paragraph.Text.Length > 0)];
        return between.Length <= 4 && between.All(paragraph => paragraph.Text.Length <= 600 && !TitleReader.IsTitle(paragraph.Text));
    }

    private string? HeadingAbove(TableChoice table, bool isFirst)
    {
        List<string> lines = [];
        for (int place = table.Place - 1; place >= 0 && blocks[place] is SourceParagraph paragraph; place--)
        {
            if (paragraph.Text.Length == 0 || paragraph.Text.All(char.IsDigit)) continue;
            bool isHeading = !TitleReader.IsTitle(paragraph.Text) && !TitleReader.IsYear(paragraph.Text) && !GoalReader.IsGoal(paragraph.Text) && !paragraph.Text.StartsWith("Продолжение", StringComparison.OrdinalIgnoreCase);
            if (isHeading && isFirst) isHeading = StageHeading.Parse(paragraph.Text).Number is not null;
            if (!isHeading && !(StageHeading.IsLabelled(paragraph.Text) && !isFirst)) break;
            lines.Insert(0, paragraph.Text);
            if (isFirst || !StageHeading.IsLabelled(paragraph.Text)) break;
        }
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }
}
