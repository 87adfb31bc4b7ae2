using Mentorship.Domain.Roadmaps.Standing;
using Mentorship.UseCases.Roadmaps;
using Mentorship.Web.Parts;

namespace Mentorship.Web.Pages.Roadmap;

/// <summary>A scheme with a place for everything: stages as columns in the order in which they follow each other, inside them steps from top to bottom.</summary>
internal sealed record SchemeDrawing(int Width, int Height, IReadOnlyList<DrawnGroup> Groups, IReadOnlyList<DrawnArrow> Arrows)
{
    /// <summary>A longer stage is folded to <see cref="ShownWhenFolded"/>.</summary>
    private const int MostUnfolded = 8, ShownWhenFolded = 6;
    private const int ColumnWidth = 344, ColumnGap = 28, NodeWidth = 292, NodeGap = 16, Rail = 30, Top = 56, Lane = 20;

    /// <param name="unfolded">Stages that are shown whole.</param>
    public static SchemeDrawing Of(SchemeView view, IReadOnlySet<string> unfolded)
    {
        List<SchemeGroup> groups = [.. view.Groups, .. view.Free.Count > 0 ? [new SchemeGroup("", RoadmapTexts.WithoutStage, view.Free)] : Array.Empty<SchemeGroup>()];
        Dictionary<string, int> layer = Layers(groups.Select(g => g.Id), view.Arrows);
        List<DrawnGroup> drawn = [];
        List<DrawnArrow> arrows = [];
        int x = 0;
        foreach (SchemeGroup group in groups.OrderBy(g => layer[g.Id]))
        {
            DrawnGroup one = Group(group, view, x, unfolded.Contains(group.Id), arrows);
            drawn.Add(one);
            x += ColumnWidth + ColumnGap;
        }
        Between(drawn, view.Arrows, arrows);
        return new SchemeDrawing(Math.Max(x - ColumnGap, ColumnWidth), drawn.Select(g => g.Y + g.Height).DefaultIfEmpty(Top).Max() + 8, drawn, arrows);
    }

    private static DrawnGroup Group(SchemeGroup group, SchemeView view, int x, bool unfolded, List<DrawnArrow> arrows)
    {
        IReadOnlyList<string> title = SvgText.Wrap(group.Name, 31, 3);
        int head = 34 + 20 * title.Count, y = Top + head;
        IReadOnlyList<SchemeNode> shown = unfolded || group.Nodes.Count <= MostUnfolded ? group.Nodes : Folded(group.Nodes);
        Dictionary<string, int> layer = Layers(shown.Select(n => n.Id), view.Arrows);
        List<DrawnNode> nodes = [];
        foreach (SchemeNode node in shown.OrderBy(n => layer[n.Id]))
        {
            DrawnNode one = Node(node, x + Rail + 8, y);
            nodes.Add(one);
            y += one.Height + NodeGap;
        }
        Inside(x, Top + head, nodes, view.Arrows, arrows);
        int hidden = group.Nodes.Count - shown.Count;
        int done = group.Nodes.Count(n => n.Standing.IsOver);
        bool canFold = unfolded && group.Nodes.Count > MostUnfolded;
        return new DrawnGroup(group.Id, x, Top, ColumnWidth, y + (hidden > 0 || canFold ? 44 : 0) - Top, title, RoadmapTexts.OfStage.With(done, group.Nodes.Count), nodes, hidden, canFold, y);
    }

    /// <summary>What asks for somebody stays visible; the rest fills up in its order.</summary>
    private static IReadOnlyList<SchemeNode> Folded(IReadOnlyList<SchemeNode> nodes)
    {
        HashSet<string> kept = [.. nodes.OrderBy(n => Urgency(n.Standing.Kind)).Take(ShownWhenFolded).Select(n => n.Id)];
        return [.. nodes.Where(n => kept.Contains(n.Id))];
    }

    private static int Urgency(StandingKind kind) => kind switch
    {
        StandingKind.Overdue => 0,
        StandingKind.Attention or StandingKind.NeedsDeadline => 1,
        StandingKind.Open or StandingKind.BeforeApproval => 2,
        _ => 3,
    };

    private static DrawnNode Node(SchemeNode node, int x, int y)
    {
        string text = node.Number.Length > 0 ? $"{node.Number.TrimEnd('.')}. {node.Title}" : node.Title;
        IReadOnlyList<string> lines = SvgText.Wrap(text, 30, 4), who = SvgText.Wrap(node.Who.Length > 0 ? node.Who : RoadmapTexts.NobodyYet, 34, 1), status = SvgText.Wrap(node.Standing.Text, 30, 2);
        int height = 20 + 18 * lines.Count + 18 * who.Count + 17 * status.Count + 6;
        string label = string.Join(", ", new[] { text, node.Deadline, node.Who, node.Standing.Text }.Where(part => part.Length > 0));
        return new DrawnNode(node.Id, x, y, NodeWidth, height, lines, who, status, StandingChip.ToneOf(node.Standing.Kind), label);
    }

    /// <summary>The rail leads to the steps that begin with the stage; arrows between steps go straight down or round the right side.</summary>
    private static void Inside(int x, int top, List<DrawnNode> nodes, IReadOnlyList<SchemeArrow> all, List<DrawnArrow> arrows)
    {
        HashSet<string> ids = [.. nodes.Select(n => n.Id)];
        List<SchemeArrow> inner = [.. all.Where(a => ids.Contains(a.Source) && ids.Contains(a.Target))];
        foreach (DrawnNode first in nodes.Where(n => !inner.Exists(a => a.Target == n.Id && !a.LoopsBack)))
            arrows.Add(new DrawnArrow($"M{x + 16} {top - 8}V{first.Y + 22}H{first.X - 2}", false));
        foreach (SchemeArrow arrow in inner)
        {
            int from = nodes.FindIndex(n => n.Id == arrow.Source), to = nodes.FindIndex(n => n.Id == arrow.Target);
            (DrawnNode source, DrawnNode target) = (nodes[from], nodes[to]);
            int right = source.X + NodeWidth;
            arrows.Add(to == from + 1
                ? new DrawnArrow($"M{source.X + NodeWidth / 2} {source.Y + source.Height}V{target.Y - 2}", false)
                : new DrawnArrow($"M{right} {source.Y + source.Height / 2}h12V{target.Y + target.Height / 2}h-10", arrow.LoopsBack));
        }
    }

    /// <summary>The beginning leads to the stages that nothing leads to; a stage leads to the next along the top.</summary>
    private static void Between(List<DrawnGroup> groups, IReadOnlyList<SchemeArrow> all, List<DrawnArrow> arrows)
    {
        Dictionary<string, DrawnGroup> byId = groups.Where(g => g.Id.Length > 0).ToDictionary(g => g.Id);
        List<SchemeArrow> between = [.. all.Where(a => byId.ContainsKey(a.Source) && byId.ContainsKey(a.Target))];
        foreach (DrawnGroup group in groups.Where(g => !between.Exists(a => a.Target == g.Id && !a.LoopsBack)))
            arrows.Add(new DrawnArrow($"M16 {Lane}H{group.X + 40}V{group.Y - 2}", false));
        foreach (SchemeArrow arrow in between)
            arrows.Add(new DrawnArrow($"M{byId[arrow.Source].X + ColumnWidth - 40} {Top}V{Lane + 14}H{byId[arrow.Target].X + 24}V{Top - 2}", arrow.LoopsBack));
    }

    /// <summary>How far each is from a beginning, by the longest way over arrows that do not loop back.</summary>
    private static Dictionary<string, int> Layers(IEnumerable<string> ids, IReadOnlyList<SchemeArrow> all)
    {
        Dictionary<string, int> layer = ids.ToDictionary(id => id, _ => 0);
        List<SchemeArrow> arrows = [.. all.Where(a => !a.LoopsBack && layer.ContainsKey(a.Source) && layer.ContainsKey(a.Target))];
        bool moved = true;
        for (int round = 0; moved && round < layer.Count; round++)
        {
            moved = false;
            foreach (SchemeArrow arrow in arrows)
                if (layer[arrow.Target] <= layer[arrow.Source])
                {
                    layer[arrow.Target] = layer[arrow.Source] + 1;
                    moved = true;
                }
        }
        return layer;
    }
}

/// <param name="Hidden">How many steps are folded away.</param>
/// <param name="FoldY">Where the link that folds or unfolds stands.</param>
internal sealed record DrawnGroup(string Id, int X, int Y, int Width, int Height, IReadOnlyList<string> Title, string Progress, IReadOnlyList<DrawnNode> Nodes, int Hidden, bool CanFold, int FoldY);

/// <param name="Label">Everything in one sentence, for those who hear the page.</param>
internal sealed record DrawnNode(string Id, int X, int Y, int Width, int Height, IReadOnlyList<string> Lines, IReadOnlyList<string> Who, IReadOnlyList<string> Status, Tone Tone, string Label);

internal sealed record DrawnArrow(string Path, bool LoopsBack);
