namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Makes items of rows: usually one, in a grid of months as many as there are months with a text.</summary>
internal sealed class ItemMaker(TableHeader header)
{
    private readonly int activity = header.IndexOf(ColumnMeaning.Activity), number = header.IndexOf(ColumnMeaning.Number);

    public IEnumerable<RoadmapItem> Make(PlanRow row)
    {
        RoadmapItem item = One(row);
        int[] months = [.. Enumerable.Range(0, header.Columns.Count).Where(column => header.Columns[column].Month is not null && row.Texts[column].Length > 0)];
        if (months.Length == 0) return [item];
        string? deadline = item.DeadlineText;
        if (months.All(column => CellEvidence.IsMark(row.Texts[column])))
            return [item with { DeadlineText = deadline ?? string.Join(", ", months.Select(NameOf)) }];
        // The month says when, its cell says what; the row's own text stays in front of it.
        return months.Select(column => item with
        {
            Activity = item.Activity.Length == 0 || CellEvidence.IsMark(row.Texts[column]) ? row.Texts[column] : $"{item.Activity}: {row.Texts[column]}",
            DeadlineText = NameOf(column),
        });
    }

    private string NameOf(int column) => header.Columns[column].Text.Split(' ') is [.., var last] && ColumnWords.MonthOf(header.Columns[column].Text) is null ? last : header.Columns[column].Text;

    private RoadmapItem One(PlanRow row)
    {
        Dictionary<string, string> further = [];
        for (int column = 0; column < header.Columns.Count; column++)
            if (header.Columns[column] is { Meaning: ColumnMeaning.Other, Month: null } other && row.Texts[column].Length > 0)
                further[FreeName(further, other.Text)] = row.Texts[column];
        return new RoadmapItem
        {
            Number = number >= 0 && !row.IsShared[number] && row.Texts[number].Length > 0 ? row.Texts[number] : null,
            Activity = row.TextAt(activity),
            DeadlineText = Deadline(row),
            ResponsibleText = Text(row, ColumnMeaning.Responsible),
            Result = Text(row, ColumnMeaning.Result),
            Indicator = Text(row, ColumnMeaning.Indicator),
            KeyResult = Text(row, ColumnMeaning.KeyResult),
            Evidence = Text(row, ColumnMeaning.Evidence),
            Columns = further,
        };
    }

    // «начало» and «окончание» in two columns are one term.
    private string? Deadline(PlanRow row)
    {
        string[] parts = [.. Enumerable.Range(0, header.Columns.Count)
            .Where(column => header.Columns[column].Meaning == ColumnMeaning.Deadline && header.Columns[column].Month is null && row.Texts[column].Length > 0)
            .Select(column => row.Texts[column])];
        return parts.Length == 0 ? null : string.Join(" - ", parts.Distinct());
    }

    private string? Text(PlanRow row, ColumnMeaning meaning) => row.TextAt(header.IndexOf(meaning)) is { Length: > 0 } text ? text : null;

    private static string FreeName(Dictionary<string, string> taken, string name)
    {
        string free = name;
        for (int twin = 2; taken.ContainsKey(free); twin++) free = $"{name} ({twin})";
        return free;
    }
}
