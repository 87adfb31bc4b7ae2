namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Puts the rows of a plan into stages: by headings, by a stage column, or by the numbering.</summary>
internal sealed class StageAssembly
{
    private readonly TableHeader header;
    private readonly IReadOnlyList<PlanRow> rows;
    private readonly StageNumbering numbering;
    private readonly ItemMaker items;
    private readonly int number, stage, activity;
    private readonly List<StageDraft> stages = [];

    private StageAssembly(TableHeader header, IReadOnlyList<PlanRow> rows)
    {
        this.header = header;
        this.rows = rows;
        numbering = new StageNumbering(header, rows);
        items = new ItemMaker(header);
        number = header.IndexOf(ColumnMeaning.Number);
        stage = header.IndexOf(ColumnMeaning.Stage);
        activity = header.IndexOf(ColumnMeaning.Activity);
    }

    public static IReadOnlyList<RoadmapStage> Of(TableHeader header, IReadOnlyList<PlanRow> rows) => new StageAssembly(header, rows).Assemble();

    private List<RoadmapStage> Assemble()
    {
        bool numbersAreOfStages = stage >= 0 && NumbersGoWithStages();
        for (int index = 0; index < rows.Count; index++)
        {
            PlanRow row = rows[index];
            if (row.Heading is not null) Begin(StageHeading.Parse(row.Heading), row.HeadingNumber);
            else if (stage >= 0) AddUnderStageColumn(row, numbersAreOfStages);
            else if (numbering.IsStage(index)) BeginByNumber(row, numbering.HasItems(index));
            else Current.Items.AddRange(items.Make(row));
        }
        bool isOneNumbering = numbersAreOfStages || stages.Any(draft => draft.HasNumberCell);
        return [.. stages.Where(draft => draft.IsWorthKeeping).Select(draft => draft.ToStage(isOneNumbering))];
    }

    private StageDraft Current
    {
        get
        {
            if (stages.Count == 0) stages.Add(new StageDraft());
            return stages[^1];
        }
    }

    private void Begin(StageHeading heading, string numberCell) =>
        stages.Add(new StageDraft { Heading = heading, Number = numberCell.Length > 0 ? numberCell : heading.Number, HasNumberCell = numberCell.Length > 0 });

    private void AddUnderStageColumn(PlanRow row, bool numbersAreOfStages)
    {
        string title = row.Texts[stage];
        bool isNew = title.Length > 0 && !row.IsShared[stage] && (stages.Count == 0 || stages[^1].StageCell != title);
        if (isNew)
        {
            Begin(StageHeading.Parse(title), numbersAreOfStages ? row.TextAt(number) : "");
            stages[^1].StageCell = title;
        }
        if (numbersAreOfStages && number >= 0) row.Texts[number] = "";
        if (row.TextAt(activity).Length > 0 || header.HasMonths) Current.Items.AddRange(items.Make(row));
    }

    private void BeginByNumber(PlanRow row, bool hasItems)
    {
        Begin(StageHeading.Parse(row.Texts[activity]), row.TextAt(number));
        // A stage without items under it is itself what has to be done.
        bool isItsOwnItem = !hasItems && (row.Has(header.IndexOf(ColumnMeaning.Deadline)) || row.Has(header.IndexOf(ColumnMeaning.Responsible)));
        if (!isItsOwnItem) stages[^1].Row = items.Make(row).First();
        else
        {
            if (number >= 0) row.Texts[number] = "";
            stages[^1].Items.AddRange(items.Make(row));
        }
    }

    // «1. | Подготовка | …»: the number counts the stages when it never changes inside one.
    private bool NumbersGoWithStages()
    {
        if (number < 0) return false;
        int together = 0;
        foreach (PlanRow row in rows.Where(row => row.Heading is null))
        {
            bool newNumber = row.Has(number), newStage = row.Has(stage);
            if (newNumber && !newStage) return false;
            if (newNumber && ItemNumber.Parse(row.Texts[number]) is { Depth: > 1 }) return false;
            if (newNumber && newStage) together++;
        }
        string[] titles = [.. rows.Where(row => row.Heading is null && row.Has(stage)).Select(row => row.Texts[stage])];
        return together > 0 && titles.Distinct().Count() == titles.Length;
    }
}
