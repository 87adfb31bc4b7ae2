using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Domain.Roadmaps;

/// <summary>A cell of a roadmap: the row by its position (a stage's own row has no item) and the column by its header.</summary>
public readonly record struct CellPlace(int Stage, int? Item, string Header);

/// <summary>Reading and changing single cells, in the columns of the document.</summary>
public static class RoadmapCells
{
    public static string Text(RoadmapItem item, RoadmapColumn column) =>
        item.Columns.TryGetValue(column.Header, out string? own) ? own : column.Meaning switch
        {
            ColumnMeaning.Number => item.Number ?? "",
            ColumnMeaning.Activity => item.Activity,
            ColumnMeaning.Deadline => item.DeadlineText ?? "",
            ColumnMeaning.Responsible => item.ResponsibleText ?? "",
            ColumnMeaning.Result => item.Result ?? "",
            ColumnMeaning.Indicator => item.Indicator ?? "",
            ColumnMeaning.KeyResult => item.KeyResult ?? "",
            ColumnMeaning.Evidence => item.Evidence ?? "",
            _ => "",
        };

    /// <summary>The item with another text in one cell; a column that its meaning does not place keeps the cell by its header.</summary>
    public static RoadmapItem With(RoadmapItem item, RoadmapColumn column, string? text)
    {
        string? kept = string.IsNullOrWhiteSpace(text) ? null : TextFolding.Fold(text);
        if (item.Columns.ContainsKey(column.Header)) return item with { Columns = Cells(item.Columns, column.Header, kept) };
        return column.Meaning switch
        {
            ColumnMeaning.Number => item with { Number = kept },
            ColumnMeaning.Activity => item with { Activity = kept ?? "" },
            ColumnMeaning.Deadline => item with { DeadlineText = kept },
            ColumnMeaning.Responsible => item with { ResponsibleText = kept },
            ColumnMeaning.Result => item with { Result = kept },
            ColumnMeaning.Indicator => item with { Indicator = kept },
            ColumnMeaning.KeyResult => item with { KeyResult = kept },
            ColumnMeaning.Evidence => item with { Evidence = kept },
            _ => item with { Columns = Cells(item.Columns, column.Header, kept) },
        };
    }

    /// <summary>The roadmap with another text in one cell, or null when there is no such cell. What was doubted at that cell was asked and is answered.</summary>
    public static Roadmap? With(Roadmap roadmap, CellPlace place, string? text)
    {
        if (place.Stage < 0 || place.Stage >= roadmap.Stages.Count) return null;
        RoadmapStage stage = roadmap.Stages[place.Stage];
        if (place.Item is not { } index)
            return roadmap with { Stages = Replaced(roadmap.Stages, place.Stage, stage with { Title = string.IsNullOrWhiteSpace(text) ? null : TextFolding.Fold(text) }) };
        if (index < 0 || index >= stage.Items.Count || ColumnsOf(roadmap).FirstOrDefault(c => c.Header == place.Header) is not { } column) return null;
        string name = ItemDoubts.PlaceOf(stage, index);
        RoadmapItem changed = With(stage.Items[index], column, text);
        bool answersRow = column.Meaning is ColumnMeaning.Activity or ColumnMeaning.Number;
        return roadmap with
        {
            Stages = Replaced(roadmap.Stages, place.Stage, stage with { Items = Replaced(stage.Items, index, changed) }),
            Doubts = [.. roadmap.Doubts.Where(d => d.Place != $"{name}, столбец «{column.Header}»" && !(answersRow && d.Place == name))],
        };
    }

    /// <summary>The roadmap without one row; null when there is no such row.</summary>
    public static Roadmap? Without(Roadmap roadmap, int stage, int item)
    {
        if (stage < 0 || stage >= roadmap.Stages.Count || item < 0 || item >= roadmap.Stages[stage].Items.Count) return null;
        RoadmapStage rows = roadmap.Stages[stage];
        string name = ItemDoubts.PlaceOf(rows, item);
        return roadmap with
        {
            Stages = Replaced(roadmap.Stages, stage, rows with { Items = [.. rows.Items.Where((_, i) => i != item)] }),
            Doubts = [.. roadmap.Doubts.Where(d => d.Place != name && !d.Place.StartsWith(name + ",", StringComparison.Ordinal))],
        };
    }

    /// <summary>The document's columns; a roadmap without headers is shown in the usual ones.</summary>
    public static IReadOnlyList<RoadmapColumn> ColumnsOf(Roadmap roadmap) => roadmap.Columns.Count > 0 ? roadmap.Columns :
    [
        new("№ п/п", ColumnMeaning.Number), new("Мероприятие", ColumnMeaning.Activity), new("Срок", ColumnMeaning.Deadline),
        new("Ответственный", ColumnMeaning.Responsible), new("Результат", ColumnMeaning.Result),
    ];

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> list, int index, T value) => [.. list.Select((old, i) => i == index ? value : old)];

    private static Dictionary<string, string> Cells(IReadOnlyDictionary<string, string> cells, string header, string? text)
    {
        Dictionary<string, string> changed = new(cells);
        if (text is null) changed.Remove(header);
        else changed[header] = text;
        return changed;
    }
}
