using Mentorship.Domain.People.Responsibles;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Domain.Roadmaps;

/// <summary>Which text says who answers for an item: its own, that of the row above where it repeats it, else its stage's.</summary>
public static class RoadmapResponsibles
{
    /// <summary>How a text is kept as a key: one line, white space folded.</summary>
    public static string Key(string? text) => TextFolding.OneLine(text);

    /// <summary>The key of an item's responsible text; empty when nothing names anybody.</summary>
    public static string Of(Roadmap roadmap, int stage, int item)
    {
        RoadmapStage from = roadmap.Stages[stage];
        for (int i = item; i >= 0; i--)
        {
            string? text = from.Items[i].ResponsibleText;
            if (string.IsNullOrEmpty(text)) break;
            if (!ResponsibleReader.RepeatsAbove(text)) return Key(text);
        }
        return Key(from.ResponsibleText);
    }

    /// <summary>Every distinct text with the number of items it answers for, in the order of the table.</summary>
    public static IReadOnlyList<(string Text, int Items)> All(Roadmap roadmap) =>
        [.. roadmap.Stages.SelectMany((stage, s) => stage.Items.Select((_, i) => Of(roadmap, s, i))).Where(t => t.Length > 0).GroupBy(t => t).Select(g => (g.Key, g.Count()))];
}
