namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Decides whether a row is the rest of the row above, cut by a page end, and puts the two together.</summary>
internal static class RowJoin
{
    public static bool Continues(PlanRow row, PlanRow? above, PlanRows table)
    {
        if (above is null) return false;
        TableHeader header = table.Header;
        int number = header.IndexOf(ColumnMeaning.Number), activity = header.IndexOf(ColumnMeaning.Activity), stage = header.IndexOf(ColumnMeaning.Stage);
        if (activity < 0 || header.HasMonths || row.Has(number)) return false;
        if (row.Has(stage) && !TextFolding.StartsLower(row.Texts[stage])) return false;
        if (above.Heading is not null)
            // The rest of a heading stands alone in its column and goes on in the middle of a sentence.
            return IsOnly(row, activity) && TextFolding.StartsLower(row.Texts[activity]);
        if (!row.Has(activity)) return !row.IsShared[activity] || !HasTerm(row, header);

        bool goesOn = TextFolding.StartsLower(row.Texts[activity]);
        bool hasTerm = HasTerm(row, header);
        bool aboveIsOpen = !EndsSentence(above.TextAt(activity));
        if (goesOn) return table.AreNumbered || !hasTerm || (aboveIsOpen && stage >= 0 && !row.IsShared[stage] && !row.Has(stage));
        // A capital letter begins a new item or a heading, unless the numbering goes on as if the row were not there.
        return table.AreNumbered && IsOnly(row, activity) && !row.IsBold && HasRest(above, header)
            && NumberingGoesOn(above.TextAt(number), table.NextNumber(row), EndsSentence(row.Texts[activity]) && !aboveIsOpen);
    }

    public static void Append(PlanRow above, PlanRow rest, int activity, CutWords words)
    {
        if (above.Heading is not null)
        {
            above.Heading = words.Join(above.Heading, rest.Texts[activity]);
            return;
        }
        for (int column = 0; column < rest.Texts.Length; column++)
            if (rest.Has(column)) above.Texts[column] = words.Join(above.Texts[column], rest.Texts[column]);
    }

    private static bool HasTerm(PlanRow row, TableHeader header) =>
        row.Has(header.IndexOf(ColumnMeaning.Deadline)) || row.Has(header.IndexOf(ColumnMeaning.Responsible));

    private static bool HasRest(PlanRow row, TableHeader header) =>
        row.TextAt(header.IndexOf(ColumnMeaning.Deadline)).Length > 0 || row.TextAt(header.IndexOf(ColumnMeaning.Responsible)).Length > 0;

    private static bool IsOnly(PlanRow row, int column) =>
        row.Has(column) && !Enumerable.Range(0, row.Texts.Length).Any(other => other != column && row.Has(other));

    private static bool EndsSentence(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or ';' or '»' or ')';

    private static bool NumberingGoesOn(string above, ItemNumber? next, bool areSentences)
    {
        if (next is null || ItemNumber.Parse(above) is not { } before || before.Depth != next.Depth) return false;
        return before.Depth > 1 ? before.Parts[0] == next.Parts[0] : areSentences && next.Parts[0] == before.Parts[0] + 1;
    }
}
