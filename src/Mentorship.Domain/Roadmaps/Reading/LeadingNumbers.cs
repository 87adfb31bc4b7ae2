using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>A plan without a number column may carry its numbers in front of the activities («1.1. Информирование …»).</summary>
internal static partial class LeadingNumbers
{
    public static IReadOnlyList<RoadmapStage> Take(TableHeader header, IReadOnlyList<RoadmapStage> stages)
    {
        RoadmapItem[] items = [.. stages.SelectMany(stage => stage.Items)];
        if (header.IndexOf(ColumnMeaning.Number) >= 0 || items.Length < 3) return stages;
        ItemNumber?[] numbers = [.. items.Select(item => Prefix().Match(item.Activity) is { Success: true } match ? ItemNumber.Parse(match.Groups["number"].Value) : null)];
        // A list inside one cell begins with «1.» too; numbers of items go on from row to row.
        bool goOn = numbers.Count(number => number is not null) * 10 >= items.Length * 8
            && (numbers.All(number => number is null or { Depth: > 1 }) || Rises(numbers));
        if (!goOn) return stages;
        return [.. stages.Select(stage => stage with { Items = [.. stage.Items.Select(Split)] })];
    }

    private static bool Rises(ItemNumber?[] numbers)
    {
        int[] firsts = [.. numbers.OfType<ItemNumber>().Select(number => number.Parts[0])];
        return firsts.Zip(firsts.Skip(1)).All(pair => pair.Second == pair.First + 1 || pair.Second == 1 || pair.Second == pair.First) && firsts.Distinct().Count() * 2 > firsts.Length;
    }

    private static RoadmapItem Split(RoadmapItem item) => Prefix().Match(item.Activity) is { Success: true } match
        ? item with { Number = match.Groups["number"].Value, Activity = item.Activity[match.Length..] } : item;

    [GeneratedRegex(@"^(?<number>\d{1,2}(?:\.\d{1,2}){0,3}[.)]?)\s+(?=\S)|^(?<number>\d{1,2}(?:\.\d{1,2}){0,3}[.)])(?=\p{L})")] private static partial Regex Prefix();
}
