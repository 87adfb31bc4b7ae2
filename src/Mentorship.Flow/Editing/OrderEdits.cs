using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>Puts steps of one container in another order: the places that they hold among themselves are filled anew. Rows of a table; the course of a sequence.</summary>
public sealed record OrderSteps(string Container, IReadOnlyList<string> Ids) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (sheet.Container(Container) is not { } container) return Refusals.NoContainer(Container);
        string owner = Sheet.IdOf(container);
        foreach (string id in Ids)
            if (sheet.ParentOf(id) != owner) return Refusals.NoStep(id);
        JsonArray list = Sheet.Activities(container);
        HashSet<string> named = [.. Ids];
        if (named.Count != Ids.Count) return Refusals.WrongPlace;
        List<JsonNode?> steps = [.. list];
        Queue<JsonNode> ordered = new(Ids.Select(id => (JsonNode)sheet.Step(id)!));
        list.Clear();
        foreach (JsonNode? step in steps) list.Add(step is JsonObject o && named.Contains(Sheet.IdOf(o)) && ordered.TryDequeue(out JsonNode? next) ? next : step);
        return null;
    }
}

/// <summary>
/// Takes steps over into another container, with the arrows between them. What led through them leads past them, as when they are removed; steps that
/// began together with the old container begin with the new one.
/// </summary>
/// <param name="Index">Place among the steps there; null is the last.</param>
public sealed record ShiftSteps(IReadOnlyList<string> Ids, string Into, int? Index = null) : Edit
{
    /// <summary>Without it the arrows to other steps just go.</summary>
    public bool Heal { get; init; } = true;

    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (sheet.Container(Into) is not { } target) return Refusals.NoContainer(Into);
        string into = Sheet.IdOf(target);
        foreach (string id in Ids)
        {
            if (!sheet.Has(id)) return Refusals.NoStep(id);
            if (sheet.HolderOf(id) is null) return Refusals.NotRemovable(id);
            if (sheet.IsWithin(into, id)) return Refusals.IntoItself;
        }
        int? index = Index;
        foreach (IGrouping<string, string> together in Ids.Distinct().GroupBy(id => sheet.ParentOf(id)!).ToList())
        {
            if (together.Key == into || together.Any(id => sheet.ParentOf(id) != together.Key)) continue;
            Move(sheet, sheet.Step(together.Key)!, target, [.. together], ref index);
        }
        return null;
    }

    private void Move(Sheet sheet, JsonObject source, JsonObject target, List<string> ids, ref int? index)
    {
        HashSet<string> moved = [.. ids];
        List<ActivityConnection> arrows = [.. Arrows.All(source).Select(a => a.Arrow)];
        List<JsonNode> kept = [.. Arrows.All(source).Where(a => moved.Contains(a.Arrow.Source) && moved.Contains(a.Arrow.Target)).Select(a => a.Json.DeepClone())];
        string? start = StartOf(source);
        List<string> begun = [.. arrows.Where(a => a.Source == start && moved.Contains(a.Target)).Select(a => a.Target)];
        Arrows.TakeOut(source, moved, Heal);
        foreach (string id in ids) sheet.Insert(target, sheet.TakeOut(id), index is { } at ? index++ : null);
        if (!Sheet.IsFlowchart(target)) return;
        foreach (JsonNode arrow in kept) Arrows.Of(target).Add(arrow);
        if (Heal && StartOf(target) is { } newStart)
            foreach (string id in begun) Arrows.Of(target).Add((JsonNode)Arrows.New(newStart, "Done", id));
    }

    private static string? StartOf(JsonObject container) =>
        Sheet.Activities(container).OfType<JsonObject>().Where(a => Sheet.TextOf(a["type"]) == "Elsa.Start").Select(Sheet.IdOf).FirstOrDefault();
}
