namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>A list whose numbers were lost on the way leaves its dots («. Приказ», «. Отчёт»). One such dot alone may be the author's own and stays.</summary>
internal static class ListMarks
{
    public static void DropLost(IReadOnlyList<PlanRow> rows)
    {
        if (rows.Count == 0) return;
        for (int column = 0; column < rows[0].Texts.Length; column++)
        {
            PlanRow[] dotted = [.. rows.Where(row => row.Texts[column].StartsWith(". ", StringComparison.Ordinal))];
            if (dotted.Length < 2) continue;
            foreach (PlanRow row in dotted) row.Texts[column] = row.Texts[column][2..];
        }
    }
}
