namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Settles what the headers leave open: two columns of one meaning, a column without a header, a table without an activity column.</summary>
internal static class ColumnChoice
{
    public static IReadOnlyList<HeaderColumn> Settle(List<HeaderColumn> columns, TableGrid grid, int firstRow)
    {
        Evidence[] seen = [.. columns.Select(column => Evidence.Of(grid, firstRow, column.Place))];
        GiveByCells(columns, seen, ColumnMeaning.Deadline, look => look.Deadlines * 10 >= look.Filled * 6);
        GiveByCells(columns, seen, ColumnMeaning.Responsible, look => look.Responsibles * 10 >= look.Filled * 6);
        GiveByCells(columns, seen, ColumnMeaning.Number, look => look.Numbers * 10 >= look.Filled * 8);
        FindActivity(columns, seen);
        if (!IsSpan(columns)) KeepOne(columns, ColumnMeaning.Deadline, index => seen[index].Deadlines);
        KeepOne(columns, ColumnMeaning.Responsible, index => seen[index].Responsibles);
        // «Задача» over several rows beside «Действие» in each: the finer one is what has to be done.
        int finest = columns.Select((column, index) => column.Meaning == ColumnMeaning.Activity ? seen[index].Filled : 0).DefaultIfEmpty().Max();
        KeepOne(columns, ColumnMeaning.Activity, index => seen[index].Filled * 5 >= finest * 4 ? 1 : 0);
        foreach (ColumnMeaning meaning in (ColumnMeaning[])[ColumnMeaning.Number, ColumnMeaning.Stage, ColumnMeaning.Indicator, ColumnMeaning.KeyResult, ColumnMeaning.Evidence])
            KeepOne(columns, meaning, _ => 0);
        SplitResults(columns);
        return columns;
    }

    // A header may be missing or say nothing («Октябрь 2023» under «План»): the cells tell.
    private static void GiveByCells(List<HeaderColumn> columns, Evidence[] seen, ColumnMeaning meaning, Func<Evidence, bool> fits)
    {
        if (columns.Any(column => column.Meaning == meaning || (meaning == ColumnMeaning.Deadline && column.Month is not null))) return;
        for (int index = 0; index < columns.Count; index++)
        {
            bool isOpen = columns[index].Meaning == ColumnMeaning.Other && (columns[index].Text.Length == 0 || !ColumnWords.IsKnown(columns[index].Text));
            if (!isOpen || seen[index].Filled < 2 || !fits(seen[index])) continue;
            columns[index] = columns[index] with { Meaning = meaning };
            return;
        }
    }

    private static void FindActivity(List<HeaderColumn> columns, Evidence[] seen)
    {
        if (columns.Any(column => column.Meaning == ColumnMeaning.Activity)) return;
        // Months that hold texts and not marks say themselves what is done.
        bool monthsSpeak = Enumerable.Range(0, columns.Count).Any(index => columns[index].Month is not null && seen[index].Letters > seen[index].Filled * 4);
        if (monthsSpeak && columns.Any(column => column.Meaning == ColumnMeaning.Stage)) return;
        int longest = -1;
        foreach (ColumnMeaning[] pool in (ColumnMeaning[][])[[ColumnMeaning.Other], [ColumnMeaning.Stage], [ColumnMeaning.Result]])
        {
            for (int index = 0; index < columns.Count; index++)
                if (pool.Contains(columns[index].Meaning) && columns[index].Month is null && seen[index].Filled > 0
                    && (longest < 0 || seen[index].Letters > seen[longest].Letters)) longest = index;
            if (longest >= 0 && (pool[0] != ColumnMeaning.Other || columns[longest].Text.Length == 0 || !ColumnWords.IsKnown(columns[longest].Text)
                || !columns.Any(column => column.Meaning == ColumnMeaning.Stage))) break;
            longest = -1;
        }
        if (longest >= 0) columns[longest] = columns[longest] with { Meaning = ColumnMeaning.Activity };
    }

    // The one whose cells fit best leads; the others keep their header and their cells.
    private static void KeepOne(List<HeaderColumn> columns, ColumnMeaning meaning, Func<int, int> weight)
    {
        int[] same = [.. Enumerable.Range(0, columns.Count).Where(index => columns[index].Meaning == meaning)];
        if (same.Length < 2) return;
        int lead = same.OrderByDescending(weight).ThenBy(index => index).First();
        foreach (int index in same.Where(index => index != lead)) columns[index] = columns[index] with { Meaning = ColumnMeaning.Other };
    }

    // «Срок: начало» beside «Срок: окончание» is one term in two columns.
    private static bool IsSpan(List<HeaderColumn> columns)
    {
        string[] terms = [.. columns.Where(column => column.Meaning == ColumnMeaning.Deadline).Select(column => TextFolding.Plain(column.Text))];
        return terms.Length == 2 && terms[0].Contains("начал", StringComparison.Ordinal)
            && (terms[1].Contains("оконч", StringComparison.Ordinal) || terms[1].Contains("завершен", StringComparison.Ordinal) || terms[1].Contains("конец", StringComparison.Ordinal));
    }

    // «Результат» and «Документ» side by side: the document is what proves the result.
    private static void SplitResults(List<HeaderColumn> columns)
    {
        int[] results = [.. Enumerable.Range(0, columns.Count).Where(index => columns[index].Meaning == ColumnMeaning.Result)];
        if (results.Length == 0) return;
        bool IsDocument(int index) => TextFolding.Plain(columns[index].Text) is var plain && plain.Contains("документ", StringComparison.Ordinal) && !plain.Contains("результат", StringComparison.Ordinal);
        int lead = results.FirstOrDefault(index => !IsDocument(index), results[0]);
        bool hasEvidence = columns.Any(column => column.Meaning == ColumnMeaning.Evidence);
        foreach (int index in results.Where(index => index != lead))
        {
            columns[index] = columns[index] with { Meaning = IsDocument(index) && !hasEvidence ? ColumnMeaning.Evidence : ColumnMeaning.Other };
            hasEvidence |= columns[index].Meaning == ColumnMeaning.Evidence;
        }
    }

    /// <summary>How the cells of one column look.</summary>
    private sealed record Evidence(int Filled, int Deadlines, int Responsibles, int Numbers, int Letters)
    {
        public static Evidence Of(TableGrid grid, int firstRow, int place)
        {
            int filled = 0, deadlines = 0, responsibles = 0, numbers = 0, letters = 0;
            for (int row = firstRow; row < grid.Rows; row++)
            {
                TableCell cell = grid[row, place];
                if (cell.IsEmpty || cell.Row != row || cell.ColumnSpan > 1) continue;
                filled++;
                letters += cell.Text.Length;
                if (cell.Date is not null || CellEvidence.LooksLikeDeadline(cell.Text)) deadlines++;
                if (CellEvidence.LooksLikeResponsible(cell.Text)) responsibles++;
                if (ItemNumber.Parse(cell.Text) is not null) numbers++;
            }
            return new Evidence(filled, deadlines, responsibles, numbers, letters);
        }
    }
}
