using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>Steps on the clipboard: with all that they hold and the arrows between them, as JSON text, to be pasted here or into another process.</summary>
public static class StepClip
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = DefinitionReader.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>A copy of the steps; what is not there is left out.</summary>
    public static string Copy(ProcessDefinition definition, IReadOnlyCollection<string> ids)
    {
        Sheet sheet = new(definition.Canonical());
        HashSet<string> wanted = [.. ids.Where(id => sheet.HolderOf(id) is not null)];
        wanted.RemoveWhere(id => wanted.Any(other => other != id && sheet.IsWithin(id, other)));
        List<string> parents = [.. wanted.Select(id => sheet.ParentOf(id)!).Distinct()];
        JsonObject clip = new()
        {
            ["steps"] = new JsonArray([.. definition.Activities().Where(a => wanted.Contains(a.Id)).DistinctBy(a => a.Id).Select(a => JsonObject.Create(a.Json))]),
            ["arrows"] = new JsonArray([.. parents.SelectMany(p => Arrows.All(sheet.Step(p)!)).Where(a => wanted.Contains(a.Arrow.Source) && wanted.Contains(a.Arrow.Target)).Select(a => a.Json.DeepClone())]),
        };
        return clip.ToJsonString(DefinitionWriter.Compact);
    }

    /// <summary>Null when the text is no clip.</summary>
    internal static (List<JsonObject> Steps, List<JsonObject> Arrows)? Read(string clip)
    {
        if (clip.Length >= DefinitionReader.MaxLength) return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(clip, Options);
            if (JsonNode.Parse(clip) is not JsonObject json || json["steps"] is not JsonArray { Count: > 0 } steps) return null;
            List<JsonObject> read = [.. steps.OfType<JsonObject>().Where(s => Sheet.TextOf(s["type"]) is { Length: > 0 }).Select(s => (JsonObject)s.DeepClone())];
            List<JsonObject> arrows = [.. (json["arrows"] as JsonArray ?? []).OfType<JsonObject>().Select(a => (JsonObject)a.DeepClone())];
            return read.Count == steps.Count ? (read, arrows) : null;
        }
        catch (JsonException)
        {
            return null; // a person may have anything on the clipboard
        }
    }

    /// <summary>Gives steps other ids, wherever they are named.</summary>
    internal static void Rename(JsonObject step, Dictionary<string, string> names)
    {
        if (names.TryGetValue(Sheet.IdOf(step), out string? fresh))
        {
            step["id"] = fresh;
            if (Sheet.TextOf(step["nodeId"]) is { } path) step["nodeId"] = path[..(path.LastIndexOf(':') + 1)] + fresh;
        }
        if (step["connections"] is JsonArray list)
            foreach (JsonObject arrow in list.OfType<JsonObject>()) Lead(arrow, names);
        foreach (JsonObject inner in Inner(step)) Rename(inner, names);
    }

    /// <summary>Leads the arrows inside a step to the new ids.</summary>
    internal static void Rewrite(JsonObject step, Dictionary<string, string> names)
    {
        if (step["connections"] is JsonArray list)
            foreach (JsonObject arrow in list.OfType<JsonObject>()) Lead(arrow, names);
        foreach (JsonObject inner in Inner(step)) Rewrite(inner, names);
    }

    /// <summary>Leads an arrow to the new ids; false where it led to something that was not copied.</summary>
    internal static bool Lead(JsonObject arrow, Dictionary<string, string> names) => End(arrow, "source", names) & End(arrow, "target", names);

    private static bool End(JsonObject arrow, string end, Dictionary<string, string> names)
    {
        if (arrow[end] is JsonObject o && Sheet.TextOf(o["activity"]) is { } id && names.TryGetValue(id, out string? fresh)) o["activity"] = fresh;
        else if (Sheet.TextOf(arrow[end]) is { } flat && names.TryGetValue(flat, out fresh)) arrow[end] = fresh;
        else return false;
        return true;
    }

    internal static IEnumerable<JsonObject> Inner(JsonObject step) => step.SelectMany(p => p.Value switch
    {
        JsonArray list when p.Key == "activities" => list.OfType<JsonObject>(),
        JsonObject held when !Activity.IsFraming(p.Key) && held["type"] is JsonValue && held["expression"] is null => [held],
        _ => Enumerable.Empty<JsonObject>(),
    }).ToList();

    /// <summary><c>task-7</c> becomes <c>task-8</c>, not <c>task-7-1</c>.</summary>
    internal static string Stem(string id)
    {
        string stem = id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-');
        return stem.Length is > 0 and <= 60 ? stem : "step";
    }
}

/// <summary>Puts copied steps into a container, with ids of their own where theirs are taken.</summary>
/// <param name="Clip">As <see cref="StepClip"/> gives it.</param>
/// <param name="At">Where the upper left of them comes to stand; null: a little beside where they were.</param>
public sealed record PasteSteps(string Into, string Clip, Position? At = null) : Edit
{
    private const double Beside = 40;

    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (sheet.Container(Into) is not { } container) return Refusals.NoContainer(Into);
        if (StepClip.Read(Clip) is not { } clip) return Refusals.NotAClip;
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (JsonObject step in clip.Steps) Name(sheet, step, names, taken);
        foreach (JsonObject step in clip.Steps) StepClip.Rewrite(step, names);
        Place(clip.Steps);
        foreach (JsonObject step in clip.Steps)
        {
            if (sheet.StepCount > GraphChecker.MaxSteps) return Refusals.TooManySteps;
            sheet.Insert(container, step);
            sheet.Made.Add(Sheet.IdOf(step));
        }
        if (!Sheet.IsFlowchart(container)) return null;
        foreach (JsonObject arrow in clip.Arrows)
            if (StepClip.Lead(arrow, names)) Arrows.Of(container).Add((JsonNode)arrow);
        return null;
    }

    /// <summary>Gives every step of the clip an id that is free here.</summary>
    private static void Name(Sheet sheet, JsonObject step, Dictionary<string, string> names, HashSet<string> taken)
    {
        string old = Sheet.IdOf(step);
        string fresh = old.Length is > 0 and <= 100 && !sheet.Has(old) && !taken.Contains(old) ? old : sheet.FreeId(StepClip.Stem(old), taken);
        taken.Add(fresh);
        names.TryAdd(old, fresh);
        step["id"] = fresh;
        foreach (JsonObject inner in StepClip.Inner(step)) Name(sheet, inner, names, taken);
    }

    private void Place(List<JsonObject> steps)
    {
        List<(JsonObject Step, Position At)> places = [.. steps.Select(s => (s, new Activity(JsonSerializer.SerializeToElement(s), "activities").Position ?? default))];
        double left = places.Min(p => p.At.X), top = places.Min(p => p.At.Y);
        (double dx, double dy) = At is { } at ? (at.X - left, at.Y - top) : (Beside, Beside);
        foreach ((JsonObject step, Position place) in places) PlaceSteps.Put(step, new Position(place.X + dx, place.Y + dy));
    }
}
