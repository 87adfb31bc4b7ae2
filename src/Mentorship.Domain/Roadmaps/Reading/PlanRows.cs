using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Takes the rows out of a table: leaves out repeated headers and signatures, knows headings, puts cut rows together.</summary>
internal sealed partial class PlanRows(TableGrid grid, TableHeader header, CutWords words)
{
    private readonly int number = header.IndexOf(ColumnMeaning.Number);
    private readonly int activity = header.IndexOf(ColumnMeaning.Activity);
    private readonly List<PlanRow> rows = [];

    /// <param name="above">The last row of the part of the table above this one, which the first row here may continue.</param>
    public static List<PlanRow> Of(TableGrid grid, TableHeader header, CutWords words, PlanRow? above = null) => new PlanRows(grid, header, words).Read(above);

    private List<PlanRow> Read(PlanRow? above)
    {
        for (int row = header.FirstDataRow; row < grid.Rows; row++)
        {
            if (!grid.FilledCellsOf(row).Any() || HeaderFinder.IsColumnNumbers(grid, row)) continue;
            if (header.RowCount > 0 && HeaderFinder.IsRepeated(grid, row, header)) continue;
            if (IsSignature(grid.FilledCellsOf(row).First().Text)) continue;
            PlanRow found = Take(row);
            if (found.Heading is null)
            {
                PlanRow? last = rows.LastOrDefault() ?? above;
                if (RowJoin.Continues(found, last, this)) RowJoin.Append(last!, found, activity, words);
                else rows.Add(found);
            }
            else if (!JoinsHeading(found)) rows.Add(found);
        }
        return rows;
    }

    public TableHeader Header => header;

    /// <summary>Whether rows of this table generally carry a number, so that a row without one is suspicious.</summary>
    public bool AreNumbered { get; } = ShareOfNumbers(grid, header) >= 0.6;

    /// <summary>The number of the next row that has one.</summary>
    public ItemNumber? NextNumber(PlanRow row)
    {
        for (int below = row.SourceRow + 1; number >= 0 && below < grid.Rows; below++)
            if (grid[below, header.Columns[number].Place] is { IsEmpty: false } cell && ItemNumber.Parse(cell.Text) is { } found) return found;
        return null;
    }

    private static double ShareOfNumbers(TableGrid grid, TableHeader header)
    {
        int number = header.IndexOf(ColumnMeaning.Number), all = 0, numbered = 0;
        if (number < 0) return 0;
        for (int row = header.FirstDataRow; row < grid.Rows; row++)
        {
            if (!grid.FilledCellsOf(row).Any()) continue;
            all++;
            if (ItemNumber.Parse(grid[row, header.Columns[number].Place].Text) is not null) numbered++;
        }
        return all == 0 ? 0 : (double)numbered / all;
    }

    private PlanRow Take(int row)
    {
        PlanRow taken = new(row, header.Columns.Count);
        for (int column = 0; column < header.Columns.Count; column++)
        {
            TableCell cell = grid[row, header.Columns[column].Place];
            // A wide cell speaks for the column in which it begins, and for months for each of them.
            if (cell.Column != header.Columns[column].Place && header.Columns[column].Month is null) continue;
            taken.Texts[column] = cell.Text;
            taken.IsShared[column] = cell.Row < row && !cell.IsEmpty;
            taken.Dates[column] = cell.Date;
        }
        if (number >= 0 && taken.Dates[number] is { } day) taken.Texts[number] = $"{day.Day}.{day.Month}";
        taken.IsBold = grid.FilledCellsOf(row).All(cell => cell.Bold);
        FindHeading(taken, row);
        return taken;
    }

    private void FindHeading(PlanRow taken, int row)
    {
        int numberPlace = number < 0 ? -1 : header.Columns[number].Place;
        TableCell[] filled = [.. grid.FilledCellsOf(row)];
        TableCell? numberCell = filled.FirstOrDefault(cell => cell.Column == numberPlace && ItemNumber.Parse(cell.Text) is not null);
        TableCell[] texts = [.. filled.Where(cell => cell != numberCell)];
        if (texts.Length != 1 || header.Columns.Count < 2) return;
        TableCell text = texts[0];
        int activityPlace = activity < 0 ? -1 : header.Columns[activity].Place;
        int covered = header.Columns.Count(column => column.Place >= text.Column && column.Place < text.Column + text.ColumnSpan);
        bool isWide = covered >= 2 && (covered * 2 >= header.Columns.Count || (text.Column <= activityPlace && activityPlace < text.Column + text.ColumnSpan));
        bool isOverflow = text.ColumnSpan == 1 && text.Column == numberPlace && text.Text.Length > 4;
        bool isStrayFirst = text.ColumnSpan == 1 && text.Column == 0 && numberPlace != 0 && activityPlace != 0
            && header.Columns[0].Meaning == ColumnMeaning.Deadline && !CellEvidence.LooksLikeDeadline(text.Text);
        if (!isWide && !isOverflow && !isStrayFirst) return;
        taken.Heading = text.Text;
        taken.HeadingNumber = numberCell?.Text ?? "";
    }

    // «Задача: …» in a row of its own under the heading, or a heading whose number cell reaches over several rows.
    private bool JoinsHeading(PlanRow found)
    {
        if (rows.LastOrDefault() is not { Heading: not null } last) return false;
        bool sameNumber = number >= 0 && found.HeadingNumber.Length == 0 && found.IsShared[number] && last.HeadingNumber.Length > 0;
        if (!sameNumber && !StageHeading.IsLabelled(found.Heading!) && !(found.HeadingNumber.Length == 0 && TextFolding.StartsLower(found.Heading!))) return false;
        last.Heading = words.Join(last.Heading, found.Heading!, '\n');
        return true;
    }

    private static bool IsSignature(string text) => Signature().IsMatch(text);

    [GeneratedRegex(@"^\s*(примечани[ея]\s*:|\*\s*\p{L}|(итого|всего)(?!\p{L})|составил|исполнитель\s*:|подпись|(директор|заведующ\p{L}+|руководитель|куратор)?\s*_{3,})", RegexOptions.IgnoreCase)] private static partial Regex Signature();
}
