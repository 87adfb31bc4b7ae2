using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.People.Responsibles;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Domain.Roadmaps;

/// <summary>Walks through a roadmap row by row, since a row may repeat the one above and its place decides which August is meant.</summary>
internal sealed class UnderstandingMaker(Roadmap roadmap, SchoolYear? year, InstitutionCalendar calendar)
{
    private readonly List<ReadingDoubt> doubts = [.. roadmap.Doubts];
    private readonly RoadmapItem[] rows = [.. roadmap.Stages.SelectMany(stage => stage.Items)];
    private readonly bool hasTerms = roadmap.Columns.Any(column => column.Meaning == ColumnMeaning.Deadline);
    private int next = 1;

    public RoadmapUnderstanding Make()
    {
        if (!hasTerms && rows.All(row => string.IsNullOrEmpty(row.DeadlineText))) doubts.Add(ReadingTexts.NoTermColumn());
        List<StageUnderstanding> stages = [.. roadmap.Stages.Select((stage, index) => Stage(stage, index))];
        return new RoadmapUnderstanding(year, stages, doubts);
    }

    private StageUnderstanding Stage(RoadmapStage stage, int index)
    {
        // A flat list has no first stage: its rows run through the whole year.
        bool isFirst = index == 0 && roadmap.Stages.Count > 1;
        Deadline? own = string.IsNullOrEmpty(stage.DeadlineText) ? null
            : DeadlineReader.Read(stage.DeadlineText, new DeadlineContext { SchoolYear = year, Calendar = calendar, Place = new RowPlace(isFirst, NextText: stage.Items.Count > 0 ? stage.Items[0].DeadlineText : null) });
        IReadOnlyList<Responsible> responsibles = ResponsibleReader.Read(stage.ResponsibleText);
        string place = ReadingTexts.Stage(stage.Title);
        if (own?.Doubt is { } term) doubts.Add(new ReadingDoubt(place, term));
        AddDoubts(place, responsibles);

        List<ItemUnderstanding> items = [];
        for (int row = 0; row < stage.Items.Count; row++)
        {
            ItemUnderstanding? above = row == 0 ? null : items[^1];
            items.Add(Item(stage.Items[row], ItemDoubts.PlaceOf(stage, row), isFirst, above?.Deadline ?? own, above, responsibles));
            next++;
        }
        return new StageUnderstanding(stage, own ?? Span(items), responsibles, items);
    }

    private ItemUnderstanding Item(RoadmapItem item, string place, bool isFirst, Deadline? termAbove, ItemUnderstanding? above, IReadOnlyList<Responsible> ofStage)
    {
        Deadline deadline = DeadlineReader.Read(item.DeadlineText, new DeadlineContext
        {
            SchoolYear = year,
            Calendar = calendar,
            ActivityText = item.Activity,
            Place = new RowPlace(isFirst, next == rows.Length, next < rows.Length ? rows[next].DeadlineText : null, termAbove),
        });
        bool isAlreadySaid = string.IsNullOrEmpty(item.DeadlineText) && deadline.Kind == DeadlineKind.Unresolved;
        if (deadline.Doubt is { } term && !isAlreadySaid) doubts.Add(new ReadingDoubt(place, term));

        IReadOnlyList<Responsible> responsibles = ResponsibleReader.Read(item.ResponsibleText);
        bool repeats = ResponsibleReader.RepeatsAbove(item.ResponsibleText) && !string.IsNullOrEmpty(item.ResponsibleText);
        if (repeats && above is not null) responsibles = above.Responsibles;
        else if (responsibles.Count == 0) responsibles = ofStage;
        else AddDoubts(place, responsibles);
        return new ItemUnderstanding(item, deadline, responsibles, repeats && above is not null ? above.AnyResponsible : ResponsibleReader.IsAnyOf(item.ResponsibleText));
    }

    private void AddDoubts(string place, IReadOnlyList<Responsible> responsibles)
    {
        foreach (Responsible one in responsibles)
            if (one.Doubt is { } doubt) doubts.Add(new ReadingDoubt(place, doubt));
    }

    // A stage without a term of its own lasts from the first to the last day of its items.
    private static Deadline? Span(List<ItemUnderstanding> items)
    {
        DateOnly? from = items.Min(item => item.Deadline.From ?? item.Deadline.To), to = items.Max(item => item.Deadline.To ?? item.Deadline.From);
        return from is { } first && to is { } last ? new Deadline("", DeadlineKind.Range, first, last) : null;
    }
}
