using System.Globalization;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Roadmaps;

/// <summary>Carries a roadmap over to another school year: its title and deadlines move, its approval does not.</summary>
public static class RoadmapShift
{
    /// <param name="calendar">Terms and holidays are resolved by the schedule of each year; a year without one leaves a doubt.</param>
    public static ShiftedRoadmap Shift(Roadmap roadmap, SchoolYear to, InstitutionCalendar calendar)
    {
        if (SourceYear(roadmap) is not { } from)
            return new ShiftedRoadmap(roadmap, [new ReadingDoubt("дорожная карта", "Учебный год не указан и не виден из сроков, поэтому ничего не перенесено. Укажите учебный год дорожной карты.")]);
        if (from == to) return new ShiftedRoadmap(roadmap, []);
        List<ReadingDoubt> doubts = [];
        int years = to.FirstYear - from.FirstYear;
        Roadmap shifted = roadmap with
        {
            Title = roadmap.Title is { } title ? YearShift.Move(title, years) : null,
            SchoolYear = to,
            Approval = null,
            Stages = [.. roadmap.Stages.Select((stage, i) => Stage(stage, i, from, to, calendar, doubts))],
        };
        foreach (string goal in roadmap.Goals.Where(goal => YearShift.Move(goal, years) != goal))
            doubts.Add(new ReadingDoubt("цели", $"В цели назван год: «{Brief(goal)}». Она оставлена как есть; проверьте её."));
        return new ShiftedRoadmap(shifted, doubts);
    }

    /// <summary>The roadmap's own school year, or else the one that holds most of its dated deadlines; null when no deadline names a year.</summary>
    public static SchoolYear? SourceYear(Roadmap roadmap)
    {
        if (roadmap.SchoolYear is { } known) return known;
        IGrouping<SchoolYear, SchoolYear>? most = Texts(roadmap)
            .Select(text => DeadlineReader.Read(text, new DeadlineContext()))
            .Where(read => (read.From ?? read.To) is not null)
            .Select(read => SchoolYear.Of((read.From ?? read.To)!.Value))
            .GroupBy(year => year).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        return most?.Key;
    }

    private static IEnumerable<string> Texts(Roadmap roadmap) =>
        roadmap.Stages.SelectMany(s => s.Items.Select(i => i.DeadlineText).Append(s.DeadlineText)).OfType<string>();

    private static RoadmapStage Stage(RoadmapStage stage, int index, SchoolYear from, SchoolYear to, InstitutionCalendar calendar, List<ReadingDoubt> doubts)
    {
        string place = $"этап {stage.Number ?? (index + 1).ToString(CultureInfo.InvariantCulture)}";
        return stage with
        {
            DeadlineText = Text(stage.DeadlineText, place, index == 0, null, from, to, calendar, doubts),
            Items = [.. stage.Items.Select((item, i) => Item(item, stage, index, i, from, to, calendar, doubts))],
        };
    }

    private static RoadmapItem Item(RoadmapItem item, RoadmapStage stage, int stageIndex, int index, SchoolYear from, SchoolYear to, InstitutionCalendar calendar, List<ReadingDoubt> doubts)
    {
        string place = item.Number is { Length: > 0 } number ? $"пункт {number}" : $"пункт «{Brief(item.Activity)}»";
        string? next = index + 1 < stage.Items.Count ? stage.Items[index + 1].DeadlineText : null;
        string? text = Text(item.DeadlineText, place, stageIndex == 0, next, from, to, calendar, doubts);
        int years = to.FirstYear - from.FirstYear;
        if (new[] { from.FirstYear, from.SecondYear }.Any(year => item.Activity.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)) && YearShift.Move(item.Activity, years) != item.Activity)
            doubts.Add(new ReadingDoubt(place, $"В тексте мероприятия назван год: «{Brief(item.Activity)}». Он оставлен как есть; проверьте его."));
        return item with { DeadlineText = text };
    }

    private static string? Text(string? text, string place, bool firstStage, string? next, SchoolYear from, SchoolYear to, InstitutionCalendar calendar, List<ReadingDoubt> doubts)
    {
        if (string.IsNullOrWhiteSpace(text)) return text;
        Deadline reading = DeadlineReader.Read(text, new DeadlineContext { SchoolYear = from, Calendar = calendar, Place = new RowPlace(firstStage, NextText: next) });
        ShiftedText shifted = YearShift.Shift(text, reading, from, to, calendar);
        if (shifted.Doubt is { } doubt) doubts.Add(new ReadingDoubt(place, doubt));
        return shifted.Text;
    }

    private static string Brief(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 59).TrimEnd(), "…");
}

/// <summary>The roadmap in its new year, and the places that a person should look at.</summary>
public sealed record ShiftedRoadmap(Roadmap Roadmap, IReadOnlyList<ReadingDoubt> Doubts);
