using System.Text.Json;
using Mentorship.Flow;
using Mentorship.Web.Parts;

namespace Mentorship.Web.Pages.Designer.Diagram;

/// <summary>Makes the drawing of a definition. What has no places yet, or places of a narrower drawing, is laid out for the eye; the definition stays as it is.</summary>
public sealed class DiagramDrafting
{
    /// <summary>A process longer than this opens with its stages folded.</summary>
    private const int MostOpen = 30;
    private const int LongestLabel = 300;
    private const double Clearance = 12, StatusHeight = 20;

    private readonly DiagramSurroundings _around;
    private readonly FlowGraph _graph;
    private readonly ILookup<string?, Problem> _problems;
    private readonly List<DiagramNode> _nodes = [];
    private readonly List<DiagramArrow> _arrows = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private DiagramDrafting(FlowGraph graph, DiagramSurroundings around)
    {
        (_around, _graph) = (around, graph);
        _problems = around.Problems.ToLookup(p => p.NodeId);
    }

    public static DiagramModel Draw(ProcessDefinition definition, DiagramSurroundings around) => Draw(FlowGraph.From(definition), around);

    public static DiagramModel Draw(FlowGraph graph, DiagramSurroundings around)
    {
        ProcessDefinition definition = graph.Definition;
        Edit? settle = NeedsLayout(definition) ? Settling(definition) : null;
        ProcessDefinition shown = settle?.Apply(definition).Definition ?? definition;
        DiagramDrafting drafting = new(ReferenceEquals(shown, definition) ? graph : FlowGraph.From(shown), around);
        if (HolderOf(shown.Root) is { } root) drafting.Inside(root, null);
        else drafting.Add(shown.Root, null, null);
        return new DiagramModel(shown.Root.Id, around.Standings is not null, drafting._nodes, drafting._arrows, settle);
    }

    /// <summary>Nobody has laid it out for this drawing, and as it stands boxes would lie on each other.</summary>
    private static bool NeedsLayout(ProcessDefinition definition)
    {
        List<Activity> steps = [.. definition.Activities()];
        return !steps.Exists(IsMeasured) && steps.Exists(Collide);
    }

    private static bool IsMeasured(Activity step) =>
        step.Json.TryGetProperty("metadata", out JsonElement metadata) && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("designer", out JsonElement designer) && designer.ValueKind == JsonValueKind.Object
        && designer.TryGetProperty("size", out JsonElement size) && size.ValueKind == JsonValueKind.Object
        && size.TryGetProperty("width", out JsonElement width) && width.ValueKind == JsonValueKind.Number && width.GetDouble() >= StepBox.Width;

    private static bool Collide(Activity container)
    {
        List<Activity> steps = [.. container.Children.Where(c => c.Port == "activities")];
        if (steps.Count > 1 && steps.Exists(s => s.Position is null)) return true;
        List<Box> boxes = [.. steps.Where(s => s.Position is not null).Select(Box.Of).OrderBy(box => box.X)];
        for (int i = 0; i < boxes.Count; i++)
            // Whatever begins right of this one's end lies beside it, and all that come after do as well.
            for (int j = i + 1; j < boxes.Count && boxes[j].X < boxes[i].X + boxes[i].W + Clearance; j++)
                if (boxes[i].Y < boxes[j].Y + boxes[j].H + Clearance && boxes[j].Y < boxes[i].Y + boxes[i].H + Clearance) return true;
        return false;
    }

    private readonly record struct Box(double X, double Y, double W, double H)
    {
        public static Box Of(Activity step) => StepBox.Of(step.Title, step.Type) is var (w, h) && step.Position is { } at ? new Box(at.X, at.Y, w, h) : default;
    }

    private static Edit Settling(ProcessDefinition definition)
    {
        List<Activity> steps = [.. definition.Activities()];
        IEnumerable<Edit> folds = steps.Count <= MostOpen ? [] : steps.Where(s => s.Type == "Mentorship.Stage" && s.Id.Length > 0).DistinctBy(s => s.Id).Select(s => new FoldStage(s.Id, true));
        return new EditGroup([.. folds, new LayOutSteps()]);
    }

    /// <summary>What holds the steps that are drawn inside: the body of a stage, or the step itself.</summary>
    private static Activity? HolderOf(Activity step) =>
        step.Children.FirstOrDefault(c => c.Port == "body" && c.Json.TryGetProperty("activities", out _)) ?? (step.Type is "Elsa.Flowchart" or "Elsa.Sequence" || step.Json.TryGetProperty("activities", out _) ? step : null);

    private void Inside(Activity holder, string? parent)
    {
        bool drawn = holder.Type == "Elsa.Flowchart";
        List<Activity> steps = [.. holder.Children.Where(c => c.Port == "activities" && c.Id.Length > 0 && _graph.Find(c.Id) is not null && _seen.Add(c.Id))];
        List<FlowConnection> arrows = [.. _graph.Connections.Where(c => c.ParentId == holder.Id).DistinctBy(c => (c.Source, c.Outcome, c.Target))];
        foreach (Activity step in FlowOrder.Of(steps, arrows)) Add(step, holder, parent);
        Dictionary<(string, string, string), IReadOnlyList<Position>> bends = drawn ? DiagramBends.Of(holder.Json) : [];
        HashSet<string> here = [.. steps.Select(s => s.Id)];
        foreach (FlowConnection c in arrows.Where(c => here.Contains(c.Source) && here.Contains(c.Target)))
            _arrows.Add(new DiagramArrow($"{c.Source}|{c.Outcome}|{c.Target}", c.Source, c.Outcome, c.Target, drawn ? DiagramWords.LabelOf(_graph.Node(c.Source), c.Outcome) : "",
                bends.GetValueOrDefault((c.Source, c.Outcome, c.Target), []), c.LoopsBack, !drawn));
    }

    /// <param name="holder">The flowchart or sequence around it; null for a process that is one step.</param>
    private void Add(Activity step, Activity? holder, string? parent)
    {
        FlowNode node = _graph.Node(step.Id);
        DiagramStanding? standing = _around.Standings?.GetValueOrDefault(step.Id);
        (double w, double h) = StepBox.Of(step.Title, step.Type);
        string number = node.Text("number") ?? "", sub = Sub(node), mark = Mark(step.Id);
        Activity? inner = node.Kind == NodeKind.Unknown ? null : HolderOf(step);
        _nodes.Add(new DiagramNode(step.Id, step.Type, node.Kind.ToString(), number, step.Title, sub, step.Position?.X ?? 0, step.Position?.Y ?? 0, w, h + (standing is null ? 0 : StatusHeight), parent,
            DiagramWords.OutcomesOf(node), node.GoodOutcome, inner is not null, StepBox.IsFolded(step), standing?.Tone.ToString().ToLowerInvariant() ?? "", mark, standing?.Text ?? "",
            Label(node, number, sub, standing), holder is not null, holder?.Type == "Elsa.Flowchart"));
        if (inner is not null) Inside(inner, step.Id);
    }

    /// <summary>«Согласование · куратор · 3 рабочих дня».</summary>
    private string Sub(FlowNode node)
    {
        string who = new[] { "assignee", "approver", "signer", "people", "drafter", "to" }.Select(node.Text).FirstOrDefault(text => text is { Length: > 0 }) ?? "";
        string kind = node.Kind is NodeKind.Task or NodeKind.Stage or NodeKind.Start or NodeKind.End or NodeKind.Finish ? "" : StepWords.Kind(node);
        return string.Join(" · ", new[] { kind, who.Length > 0 ? _around.Who(who) : "", node.Text("deadline") ?? "" }.Where(part => part.Length > 0));
    }

    private string Mark(string id) => _problems[id].Any(p => p.Severity == Severity.Error) ? "error" : _problems[id].Any() ? "warning" : "";

    private string Label(FlowNode node, string number, string sub, DiagramStanding? standing)
    {
        string kind = StepWords.Kind(node), name = node.Name == kind ? kind : $"{kind}: {(number.Length > 0 ? number.TrimEnd('.') + ". " : "")}{node.Name}";
        string rest = sub.StartsWith(kind, StringComparison.Ordinal) ? sub[kind.Length..].TrimStart(' ', '·') : sub;
        return string.Join(". ", new[] { Shortened(name), rest.Replace(" · ", ", ", StringComparison.Ordinal), standing?.Text ?? "" }
            .Concat(_problems[node.Id].Select(p => StepWords.BriefMessage(p.Message))).Where(part => part.Length > 0));
    }

    private static string Shortened(string text)
    {
        if (text.Length <= LongestLabel) return text;
        int end = char.IsHighSurrogate(text[LongestLabel - 1]) ? LongestLabel - 1 : LongestLabel;
        return text[..end] + "…";
    }
}
