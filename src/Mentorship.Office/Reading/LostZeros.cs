using Mentorship.Domain.Roadmaps;

namespace Mentorship.Office.Reading;

/// <summary>«1.10» typed into a number cell is 1.1 to Excel: after 1.9 the zero is put back, with a doubt.</summary>
internal static class LostZeros
{
    public static List<ReadingDoubt> Mend(Dictionary<(int Row, int Column), ExcelCell> cells, string sheet)
    {
        List<ReadingDoubt> doubts = [];
        foreach (IGrouping<int, (int Row, int Column)> column in cells.Keys.GroupBy(place => place.Column).ToArray())
        {
            (int Whole, int Part)? above = null;
            foreach ((int Row, int Column) place in column.OrderBy(place => place.Row))
            {
                ExcelCell cell = cells[place];
                if (!cell.IsNumber || Split(cell.Text) is not { } own) continue;
                bool lost = above is { } before && before.Whole == own.Whole && before.Part % 10 == 9 && own.Part * 10 == before.Part + 1;
                if (lost)
                {
                    own = (own.Whole, own.Part * 10);
                    string likely = $"{own.Whole}.{own.Part}";
                    doubts.Add(FileTexts.LostZero(sheet, place.Row + 1, cell.Text, likely));
                    cells[place] = cell with { Text = likely };
                }
                above = own;
            }
        }
        return doubts;
    }

    private static (int Whole, int Part)? Split(string text) =>
        text.Split('.') is [var whole, var part] && int.TryParse(whole, out int left) && int.TryParse(part, out int right) ? (left, right) : null;
}
