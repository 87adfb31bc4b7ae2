using Mentorship.UseCases.Roadmaps;
using Mentorship.Web.Hosting;
using Mentorship.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Roadmap;

/// <summary>The running process as a drawing, to be read only.</summary>
public sealed partial class SchemePage : SitePage
{
    [Inject] private LookAtRoadmap Table { get; set; } = null!;
    [Inject] private LookAtScheme Look { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    /// <summary>Stages that are shown whole, by comma.</summary>
    [SupplyParameterFromQuery] public string? Open { get; set; }

    private RoadmapView? View { get; set; }
    private SchemeDrawing? Drawing { get; set; }

    private HashSet<string> Unfolded => [.. (Open ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];

    protected override async Task OnInitializedAsync()
    {
        if (!Took(await Table.RunAsync(Actor, Id, Cancel), out RoadmapView? view)) return;
        View = view;
        if (Took(await Look.RunAsync(Actor, Id, Cancel), out SchemeView? scheme)) Drawing = SchemeDrawing.Of(scheme, Unfolded);
    }

    private string FoldLink(DrawnGroup group)
    {
        IEnumerable<string> open = group.Hidden > 0 ? Unfolded.Append(group.Id) : Unfolded.Where(id => id != group.Id);
        return $"/roadmap/{Id}/scheme?open={Uri.EscapeDataString(string.Join(',', open.Order(StringComparer.Ordinal)))}";
    }

    private static int StatusY(DrawnNode node) => node.Y + 24 + 18 * (node.Lines.Count + 1) + 2;

    /// <summary>The shape that goes with the word of the state: diamond done, triangle overdue, disc open, square going on, ring waiting.</summary>
    private static string Mark(DrawnNode node)
    {
        (int x, int y) = (node.X + 19, StatusY(node) - 4);
        return node.Tone switch
        {
            Tone.Ok => $"M{x} {y - 6}l6 6l-6 6l-6 -6z",
            Tone.Late => $"M{x} {y - 6}l6 11h-12z",
            Tone.Info => $"M{x - 5} {y - 5}h10v10h-10z",
            _ => $"M{x - 5} {y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
        };
    }
}
