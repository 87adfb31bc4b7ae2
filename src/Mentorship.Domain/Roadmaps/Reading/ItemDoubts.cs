namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>What in the items themselves a person should look at: empty cells and numbers used twice.</summary>
internal static class ItemDoubts
{
    public static IEnumerable<ReadingDoubt> Of(TableHeader header, IReadOnlyList<RoadmapStage> stages)
    {
        string? deadline = HeaderOf(header, ColumnMeaning.Deadline), responsible = HeaderOf(header, ColumnMeaning.Responsible);
        foreach (RoadmapStage stage in stages)
            for (int index = 0; index < stage.Items.Count; index++)
            {
                RoadmapItem item = stage.Items[index];
                string place = PlaceOf(stage, index);
                if (item.Activity.Length == 0) yield return ReadingTexts.NoActivity(place);
                if (deadline is not null && string.IsNullOrEmpty(item.DeadlineText)) yield return ReadingTexts.EmptyCell(place, deadline);
                if (responsible is not null && string.IsNullOrEmpty(item.ResponsibleText)) yield return ReadingTexts.EmptyCell(place, responsible);
            }
        IEnumerable<IGrouping<string, string>> doubles = stages.SelectMany(stage => stage.Items.Select(item => item.Number?.TrimEnd('.', ' '))
            .OfType<string>().Where(number => number.Contains('.', StringComparison.Ordinal))).GroupBy(number => number).Where(same => same.Count() > 1);
        foreach (IGrouping<string, string> same in doubles) yield return ReadingTexts.DoubleNumber(same.Key, same.Count());
    }

    /// <summary>How people name the place of an item.</summary>
    public static string PlaceOf(RoadmapStage stage, int index) => stage.Items[index].Number is { } number
        ? ReadingTexts.Item(number.TrimEnd('.')) : ReadingTexts.ItemOf(stage.Title, index + 1);

    private static string? HeaderOf(TableHeader header, ColumnMeaning meaning) =>
        header.IndexOf(meaning) is int index and >= 0 && header.Columns[index].Text.Length > 0 ? header.Columns[index].Text : null;
}
