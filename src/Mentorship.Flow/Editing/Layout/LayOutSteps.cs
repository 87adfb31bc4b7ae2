using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>Lays the steps of a container out anew, with all that they hold; null lays out the whole process.</summary>
public sealed record LayOutSteps(string? Container = null) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        ProcessDefinition now = sheet.Snapshot();
        Activity? from = Container is null ? now.Root : sheet.Container(Container) is { } found ? now.Find(Sheet.IdOf(found)) : null;
        if (from is null) return Refusals.NoContainer(Container!);
        Inside(sheet, from);
        return null;
    }

    /// <summary>The size of what a container holds, once it is laid out.</summary>
    private static (double Width, double Height) Inside(Sheet sheet, Activity container)
    {
        List<Activity> steps = [.. container.Children.Where(c => c.Port == "activities" && c.Id.Length > 0).DistinctBy(c => c.Id)];
        List<(double Width, double Height)> boxes = [.. steps.Select(s => Box(sheet, s))];
        Dictionary<string, int> index = steps.Select((s, i) => (s.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        bool drawn = container.Type == "Elsa.Flowchart";
        List<ActivityConnection> arrows = drawn ? [.. container.Connections.Where(a => index.ContainsKey(a.Source) && index.ContainsKey(a.Target))]
            : [.. steps.Zip(steps.Skip(1), (a, b) => new ActivityConnection(a.Id, "Done", b.Id))];
        LayeredLayout layout = new(boxes, [.. arrows.Select(a => (index[a.Source], index[a.Target]))], steps.FindIndex(s => s.Type == "Elsa.Start"));
        for (int i = 0; i < steps.Count; i++) Put(sheet, steps[i].Id, layout.Places[i], boxes[i]);
        if (drawn) Bend(sheet.Step(container.Id)!, arrows, layout);
        return (layout.Width, layout.Height);
    }

    private static (double Width, double Height) Box(Sheet sheet, Activity step)
    {
        Activity? inner = step.Children.FirstOrDefault(c => c.Port != "activities" && c.Json.TryGetProperty("activities", out _))
            ?? (step.Json.TryGetProperty("activities", out _) ? step : null);
        if (inner is null || inner.Id.Length == 0) return StepBox.Of(step.Title, step.Type);
        (double width, double height) = Inside(sheet, inner);
        return StepBox.IsFolded(step) ? StepBox.Of(step.Title, step.Type) : StepBox.Around(step.Title, width, height);
    }

    private static void Put(Sheet sheet, string id, Position place, (double Width, double Height) box)
    {
        if (sheet.Step(id) is not { } step) return;
        PlaceSteps.Put(step, place);
        PlaceSteps.Measure(step, box.Width, box.Height);
    }

    private static void Bend(JsonObject flowchart, List<ActivityConnection> arrows, LayeredLayout layout)
    {
        Dictionary<ActivityConnection, JsonObject> drawn = [];
        foreach ((JsonObject json, ActivityConnection arrow) in Arrows.All(flowchart)) drawn.TryAdd(arrow, json);
        for (int i = 0; i < arrows.Count; i++) BendArrow.Bend(drawn[arrows[i]], layout.Bends[i]);
    }
}
