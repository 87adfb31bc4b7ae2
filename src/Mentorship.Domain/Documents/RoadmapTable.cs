using Mentorship.Domain.Roadmaps;

namespace Mentorship.Domain.Documents;

/// <summary>What became of one item, in words; the places are positions in the roadmap.</summary>
public sealed record ItemStatusText(int Stage, int Item, string Text);

/// <summary>A roadmap as a table in the institution's own columns and order.</summary>
public static class RoadmapTable
{
    private static readonly RoadmapColumn[] UsualColumns =
    [
        new("№ п/п", ColumnMeaning.Number), new("Мероприятие", ColumnMeaning.Activity), new("Срок", ColumnMeaning.Deadline),
        new("Ответственный", ColumnMeaning.Responsible), new("Результат", ColumnMeaning.Result),
    ];

    /// <param name="statuses">Where there is one, a column «Состояние» stands at the end.</param>
    public static TextTable Of(Roadmap roadmap, IReadOnlyList<ItemStatusText> statuses)
    {
        IReadOnlyList<RoadmapColumn> columns = roadmap.Columns.Count == 0 ? UsualColumns : roadmap.Columns;
        bool withStatus = statuses.Count > 0;
        var byPlace = statuses.ToDictionary(status => (status.Stage, status.Item), status => status.Text);
        var rows = new List<TextRow>();
        for (int stage = 0; stage < roadmap.Stages.Count; stage++)
            rows.AddRange(Rows(roadmap.Stages[stage], columns, withStatus ? item => byPlace.GetValueOrDefault((stage, item), "") : null));
        TextColumn[] written = [.. columns.Select(column => new TextColumn(column.Header, Weight(column), column.Meaning is ColumnMeaning.Number))];
        return new TextTable(withStatus ? [.. written, new TextColumn("Состояние", 12)] : written, rows);
    }

    private static List<TextRow> Rows(RoadmapStage stage, IReadOnlyList<RoadmapColumn> columns, Func<int, string>? status)
    {
        bool ownColumn = columns.Any(column => column.Meaning == ColumnMeaning.Stage);
        var rows = new List<TextRow>();
        if (!ownColumn && StageRow(stage, columns, status is not null) is { } heading) rows.Add(heading);
        // A stage with a column of its own is one tall cell beside its items; its number too, where items have none.
        bool tallNumber = ownColumn && stage.Items.All(item => string.IsNullOrWhiteSpace(item.Number));
        RoadmapItem[] items = ownColumn && stage.Items.Count == 0 ? [new RoadmapItem()] : [.. stage.Items];
        for (int i = 0; i < items.Length; i++)
        {
            int place = i;
            var cells = columns.Select(column => column.Meaning switch
            {
                ColumnMeaning.Stage => place == 0 ? StageText(stage, columns, numbered: !columns.Any(other => other.Meaning == ColumnMeaning.Number)) : null,
                ColumnMeaning.Number when tallNumber => place == 0 ? stage.Number ?? "" : null,
                _ => RoadmapCells.Text(items[place], column),
            }).ToList();
            if (status is not null) cells.Add(stage.Items.Count == 0 ? "" : status(i));
            rows.Add(new TextRow(cells));
        }
        return rows;
    }

    /// <summary>A heading over the whole width, or a row of its own where the stage fills cells of further columns.</summary>
    private static TextRow? StageRow(RoadmapStage stage, IReadOnlyList<RoadmapColumn> columns, bool withStatus)
    {
        string text = StageText(stage, columns, numbered: true);
        bool hasCells = columns.Any(column => column.Meaning is not (ColumnMeaning.Activity or ColumnMeaning.Number) && !string.IsNullOrWhiteSpace(StageCell(stage, column)));
        if (!hasCells) return text.Length == 0 ? null : TextRow.Section(text);
        bool numberColumn = columns.Any(column => column.Meaning == ColumnMeaning.Number);
        IEnumerable<string?> cells = columns.Select(column => column.Meaning switch
        {
            ColumnMeaning.Number => stage.Number ?? "",
            ColumnMeaning.Activity => numberColumn ? StageText(stage, columns, numbered: false) : text,
            _ => StageCell(stage, column),
        });
        return new TextRow([.. withStatus ? cells.Append("") : cells], TextRowKind.Strong);
    }

    private static string StageText(RoadmapStage stage, IReadOnlyList<RoadmapColumn> columns, bool numbered)
    {
        string number = stage.Number?.Trim() ?? "";
        string title = stage.Title?.Trim() ?? "";
        string head = !numbered || number.Length == 0 ? title : title.Length == 0 ? number : $"{number.TrimEnd('.')}. {title}";
        var lines = new List<string> { head };
        Add(lines, "Цель", stage.Goal);
        Add(lines, "Задача", stage.Task);
        Add(lines, "Результат", stage.Result);
        // What has no column here would be lost; in a column of its own it stands there.
        if (!columns.Any(column => column.Meaning == ColumnMeaning.KeyResult)) Add(lines, "Ключевой результат", stage.KeyResult);
        if (!columns.Any(column => column.Meaning == ColumnMeaning.Deadline)) Add(lines, "Срок", stage.DeadlineText);
        if (!columns.Any(column => column.Meaning == ColumnMeaning.Responsible)) Add(lines, "Ответственный", stage.ResponsibleText);
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private static void Add(List<string> lines, string label, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) lines.Add($"{label}: {text.Trim()}");
    }

    private static string StageCell(RoadmapStage stage, RoadmapColumn column) =>
        stage.Columns.TryGetValue(column.Header, out string? own) ? own : column.Meaning switch
        {
            ColumnMeaning.Deadline => stage.DeadlineText ?? "",
            ColumnMeaning.Responsible => stage.ResponsibleText ?? "",
            ColumnMeaning.KeyResult => stage.KeyResult ?? "",
            ColumnMeaning.Evidence => stage.Evidence ?? "",
            _ => "",
        };

    private static double Weight(RoadmapColumn column) => column.Meaning switch
    {
        ColumnMeaning.Number => 5,
        ColumnMeaning.Stage => 18,
        ColumnMeaning.Activity => 32,
        ColumnMeaning.Deadline => 13,
        ColumnMeaning.Responsible => 16,
        ColumnMeaning.Other => 14,
        _ => 20,
    };
}
