namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>A stage while its items are being gathered.</summary>
internal sealed class StageDraft
{
    public StageHeading? Heading { get; init; }
    public string? Number { get; init; }

    /// <summary>Whether the number stood in the column that numbers the items too.</summary>
    public bool HasNumberCell { get; init; }

    /// <summary>The text of the stage column, for a title that every row repeats.</summary>
    public string? StageCell { get; set; }

    /// <summary>The further cells of the row that names the stage (its term, its responsible, its key result).</summary>
    public RoadmapItem? Row { get; set; }

    public List<RoadmapItem> Items { get; } = [];

    public bool IsWorthKeeping => Items.Count > 0 || Heading is { Title.Length: > 0 };

    /// <param name="isOneNumbering">Stages and items are counted in one column: then the dot after a number is punctuation («1.», «1.1») and falls away.</param>
    public RoadmapStage ToStage(bool isOneNumbering)
    {
        string? Clean(string? number) => string.IsNullOrWhiteSpace(number) ? null : isOneNumbering ? number.TrimEnd('.', ' ') : number;
        Dictionary<string, string> columns = Row is null ? [] : new(Row.Columns);
        return new RoadmapStage
        {
            Number = Clean(Number),
            Title = Heading?.Title is { Length: > 0 } title ? title : null,
            Goal = Heading?.Goal,
            Task = Heading?.Task,
            Result = Heading?.Result ?? Row?.Result,
            KeyResult = Heading?.KeyResult ?? Row?.KeyResult,
            DeadlineText = Heading?.Deadline ?? Row?.DeadlineText,
            ResponsibleText = Heading?.Responsible ?? Row?.ResponsibleText,
            Evidence = Row?.Evidence,
            Columns = columns,
            Items = [.. Items.Select(item => item with { Number = Clean(item.Number) })],
        };
    }
}
