using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Reads a roadmap out of the paragraphs and tables of a file. It knows no office format.</summary>
public static class RoadmapReader
{
    /// <summary>A table scores at least this much when it has the words of a plan.</summary>
    private const int LeastScore = 5;

    public static RoadmapReading Read(RoadmapSource source, ReadingOptions? options = null)
    {
        options ??= new ReadingOptions();
        CutWords words = new(TextsOf(source.Blocks));
        SourceBlock[] blocks = [.. source.Blocks.Select(block => Mended(block, words))];
        TableChoice[] tables = TableChoice.AllOf(blocks);
        if (tables.Length == 0) return ReadingTexts.NoTable(source.FileName);
        if (options.TableIndex is { } asked && (asked < 1 || asked > tables.Length)) return ReadingTexts.NoSuchTable(source.FileName, asked, tables.Length);
        TableChoice? chosen = options.TableIndex is { } index ? tables[index - 1] : TableChoice.Best(tables);
        if (chosen is null || chosen.Header.Score < LeastScore) return ReadingTexts.NoPlan(source.FileName);

        List<ReadingDoubt> doubts = [.. source.Doubts];
        TableParts parts = TableParts.Of(blocks, tables, chosen);
        string[] others = [.. tables.Where(table => !parts.Tables.Contains(table) && table.Header.Score >= TableChoice.AlsoPlan && table.Header.Score >= LeastScore).Select(table => table.Name)];
        if (options.TableIndex is null && others.Length > 0) doubts.Add(ReadingTexts.OtherTables(chosen.Name, others));
        if (chosen.Header.RowCount == 0) doubts.Add(ReadingTexts.NoHeader(chosen.Name));

        List<PlanRow> rows = parts.Rows(words);
        ListMarks.DropLost(rows);
        IReadOnlyList<RoadmapStage> stages = LeadingNumbers.Take(chosen.Header, StageAssembly.Of(chosen.Header, rows));
        if (!stages.Any(stage => stage.Items.Count > 0)) return ReadingTexts.NoRows(source.FileName, chosen.Name);
        return Complete(source, options, chosen, parts, stages, doubts);
    }

    private static Roadmap Complete(RoadmapSource source, ReadingOptions options, TableChoice chosen, TableParts parts, IReadOnlyList<RoadmapStage> stages, List<ReadingDoubt> doubts)
    {
        List<PreambleLine> lines = parts.Preamble();
        RoadmapApproval? approval = ApprovalReader.Find(lines, out HashSet<int> taken);
        List<string> goals = GoalReader.Find(lines, taken);
        HashSet<int> approvalAndGoals = [.. taken];
        string? title = TitleReader.Find(lines, taken);
        if (title is null) doubts.Add(ReadingTexts.NoTitle(source.FileName));
        IEnumerable<string> yearLines = (title is null ? [] : (string[])[title])
            .Concat(lines.Where((line, index) => !approvalAndGoals.Contains(index) && (TitleReader.IsYear(line.Text) || line.Text.Contains("учеб", StringComparison.OrdinalIgnoreCase))).Select(line => line.Text));
        SchoolYear? year = options.SchoolYear ?? SchoolYearVote.FromTitle(yearLines)
            ?? SchoolYearVote.FromItems(stages.SelectMany(stage => stage.Items.Select(item => item.DeadlineText).Append(stage.DeadlineText)).OfType<string>());
        if (year is null && (year = SchoolYearVote.FromApproval(approval?.OrderDate)) is { } guessed) doubts.Add(ReadingTexts.YearFromApproval(guessed.ToString()));
        if (year is null) doubts.Add(ReadingTexts.NoSchoolYear());
        doubts.AddRange(ItemDoubts.Of(chosen.Header, stages));
        return new Roadmap
        {
            Title = title,
            SchoolYear = year,
            Approval = approval,
            Goals = goals,
            Columns = [.. chosen.Header.Columns.Where(column => column.Text.Length > 0).Select(column => new RoadmapColumn(column.Text, column.Month is null ? column.Meaning : ColumnMeaning.Deadline))],
            Stages = stages,
            Doubts = doubts,
        };
    }

    private static SourceBlock Mended(SourceBlock block, CutWords words) => block switch
    {
        SourceTable table => new SourceTable(table.Grid.WithTexts(words.Mend)),
        SourceParagraph paragraph => paragraph with { Text = words.Mend(paragraph.Text) },
        _ => block,
    };

    private static IEnumerable<string> TextsOf(IEnumerable<SourceBlock> blocks) => blocks.SelectMany(block => block switch
    {
        SourceTable table => Enumerable.Range(0, table.Grid.Rows).SelectMany(table.Grid.FilledCellsOf).Select(cell => cell.Text),
        SourceParagraph paragraph => [paragraph.Text],
        _ => [],
    });
}
