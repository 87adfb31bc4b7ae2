namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Tells by the numbers which ordinary rows are stages: «1» above «1.1», «I» above «1», a bare title above a numbering that begins again.</summary>
internal sealed class StageNumbering
{
    private readonly TableHeader header;
    private readonly IReadOnlyList<PlanRow> rows;
    private readonly ItemNumber?[] numbers;
    private readonly bool isHierarchy, mixesRoman, mostHaveMore;

    public StageNumbering(TableHeader header, IReadOnlyList<PlanRow> rows)
    {
        this.header = header;
        this.rows = rows;
        int number = header.IndexOf(ColumnMeaning.Number);
        numbers = [.. rows.Select(row => row.Heading is null && number >= 0 ? ItemNumber.Parse(row.Texts[number]) : null)];
        int[] top = [.. Enumerable.Range(0, rows.Count).Where(index => numbers[index]?.Depth == 1)];
        isHierarchy = top.Length > 0 && top.Count(HasItems) * 2 >= top.Length;
        mixesRoman = numbers.Any(found => found is { IsRoman: true }) && numbers.Any(found => found is { IsRoman: false });
        mostHaveMore = rows.Count(row => row.Heading is null && !IsBare(row)) * 5 >= rows.Count(row => row.Heading is null) * 2;
    }

    /// <summary>Whether rows numbered under this one follow it.</summary>
    public bool HasItems(int index)
    {
        int next = NextNumbered(index);
        return next >= 0 && numbers[index] is { } own && numbers[next]!.IsUnder(own);
    }

    public bool IsStage(int index)
    {
        if (numbers[index] is { } number)
        {
            if (number.Depth > 1) return false;
            if (isHierarchy || number.IsNamed || (mixesRoman && number.IsRoman)) return true;
            return IsBare(rows[index]) && mostHaveMore && !FitsTheList(index, number);
        }
        return IsBare(rows[index]) && mostHaveMore && rows[index].TextAt(header.IndexOf(ColumnMeaning.Activity)).Length > 2;
    }

    // An item whose term and responsible are empty still fits between its neighbours; a stage breaks the count.
    private bool FitsTheList(int index, ItemNumber number)
    {
        int next = NextNumbered(index);
        if (next < 0) return index > 0 && numbers[..index].LastOrDefault(found => found is not null)?.Parts[0] == number.Parts[0] - 1;
        bool nothingBetween = next == index + 1;
        return nothingBetween && numbers[next]!.Depth == 1 && numbers[next]!.Parts[0] == number.Parts[0] + 1;
    }

    private int NextNumbered(int index)
    {
        for (int next = index + 1; next < rows.Count && rows[next].Heading is null; next++)
            if (numbers[next] is not null) return next;
        return -1;
    }

    // Nothing but a number and a title.
    private bool IsBare(PlanRow row)
    {
        int number = header.IndexOf(ColumnMeaning.Number), activity = header.IndexOf(ColumnMeaning.Activity);
        return row.Has(activity) && !Enumerable.Range(0, row.Texts.Length).Any(column => column != number && column != activity && row.Texts[column].Length > 0);
    }
}
