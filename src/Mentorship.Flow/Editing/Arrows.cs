using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>The arrows of a flowchart that is being changed.</summary>
internal static class Arrows
{
    public static JsonArray Of(JsonObject flowchart)
    {
        if (flowchart["connections"] is not JsonArray list) flowchart["connections"] = list = [];
        return list;
    }

    public static IEnumerable<(JsonObject Json, ActivityConnection Arrow)> All(JsonObject flowchart) =>
        flowchart["connections"] is JsonArray list ? list.OfType<JsonObject>().Select(json => (json, Read(json))) : [];

    public static ActivityConnection Read(JsonObject json)
    {
        (string source, string? port) = End(json["source"]);
        port ??= Sheet.TextOf(json["sourcePort"]);
        return new ActivityConnection(source, string.IsNullOrEmpty(port) ? "Done" : port, End(json["target"]).Step);
    }

    public static JsonObject? Find(JsonObject flowchart, string source, string outcome, string target)
    {
        ActivityConnection wanted = new(source, outcome, target);
        return All(flowchart).FirstOrDefault(a => a.Arrow == wanted).Json;
    }

    /// <summary>Draws an arrow between two steps of one flowchart; one that is there already is a refusal.</summary>
    public static FlowRefusal? Draw(Sheet sheet, string source, string outcome, string target)
    {
        if (Flowchart(sheet, source, target, out JsonObject? flowchart) is { } no) return no;
        if (string.IsNullOrWhiteSpace(outcome) || outcome.Length > 200) return Refusals.NoOutcome;
        if (Find(flowchart!, source, outcome, target) is not null) return Refusals.ArrowThere;
        Of(flowchart!).Add((JsonNode)New(source, outcome, target));
        return null;
    }

    /// <summary>The flowchart in which both steps stand.</summary>
    public static FlowRefusal? Flowchart(Sheet sheet, string source, string target, out JsonObject? flowchart)
    {
        flowchart = sheet.HolderOf(source);
        if (!sheet.Has(source)) return Refusals.NoStep(source);
        if (!sheet.Has(target)) return Refusals.NoStep(target);
        if (flowchart is null || sheet.ParentOf(source) != sheet.ParentOf(target)) return Refusals.DifferentPlaces(TitleOf(sheet, source), TitleOf(sheet, target));
        return Sheet.IsFlowchart(flowchart) ? null : Refusals.NotAFlowchart(Sheet.TextOf(flowchart["name"]) ?? "");
    }

    /// <summary>Takes the arrow away, also where a file has it twice.</summary>
    public static bool Cut(JsonObject flowchart, string source, string outcome, string target)
    {
        bool found = false;
        while (Find(flowchart, source, outcome, target) is { } arrow) found = Of(flowchart).Remove(arrow);
        return found;
    }

    public static JsonObject New(string source, string outcome, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = outcome },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };

    /// <summary>The same arrow by another outcome, with its bends and all that it carries.</summary>
    public static void LeaveBy(JsonObject arrow, string outcome)
    {
        if (arrow["source"] is JsonObject source) source["port"] = outcome;
        else arrow["sourcePort"] = outcome;
    }

    /// <summary>Drops every arrow of the steps; healing leads what came to them on to what followed.</summary>
    public static void TakeOut(JsonObject flowchart, IReadOnlySet<string> gone, bool heal)
    {
        List<(JsonObject Json, ActivityConnection Arrow)> all = [.. All(flowchart)];
        if (!all.Exists(a => gone.Contains(a.Arrow.Source) || gone.Contains(a.Arrow.Target))) return;
        List<ActivityConnection> healing = heal ? [.. Healed([.. all.Select(a => a.Arrow)], TypesOf(flowchart), gone)] : [];
        JsonArray list = Of(flowchart);
        foreach ((JsonObject json, ActivityConnection arrow) in all)
            if (gone.Contains(arrow.Source) || gone.Contains(arrow.Target)) list.Remove(json);
        foreach (ActivityConnection arrow in healing) list.Add((JsonNode)New(arrow.Source, arrow.Outcome, arrow.Target));
    }

    /// <summary>The arrows that take the place of the steps: from who led to them to who comes after them when all goes well.</summary>
    private static IEnumerable<ActivityConnection> Healed(List<ActivityConnection> arrows, Dictionary<string, string> types, IReadOnlySet<string> gone)
    {
        HashSet<ActivityConnection> there = [.. arrows];
        Dictionary<string, List<ActivityConnection>> onward = arrows.GroupBy(a => a.Source).ToDictionary(g => g.Key, g => Onward(types.GetValueOrDefault(g.Key, ""), [.. g]), StringComparer.Ordinal);
        foreach (ActivityConnection into in arrows.Where(a => gone.Contains(a.Target) && !gone.Contains(a.Source)))
            foreach (string next in After(into.Target, onward, gone, into.Source))
                if (new ActivityConnection(into.Source, into.Outcome, next) is var arrow && there.Add(arrow)) yield return arrow;
    }

    private static List<string> After(string start, Dictionary<string, List<ActivityConnection>> onward, IReadOnlySet<string> gone, string source)
    {
        List<string> found = [];
        HashSet<string> seen = [start];
        Queue<string> open = new([start]);
        while (open.TryDequeue(out string? step))
            foreach (ActivityConnection arrow in onward.GetValueOrDefault(step, []))
                if (!gone.Contains(arrow.Target))
                {
                    if (arrow.Target != source && !found.Contains(arrow.Target)) found.Add(arrow.Target);
                }
                else if (seen.Add(arrow.Target)) open.Enqueue(arrow.Target);
        return found;
    }

    /// <summary>The way on is the outcome of work well done; where a step knows none, all its ways.</summary>
    private static List<ActivityConnection> Onward(string type, List<ActivityConnection> all)
    {
        string good = FlowNode.GoodOutcomeOf(type, [.. all.Select(a => a.Outcome)]);
        List<ActivityConnection> well = all.FindAll(a => a.Outcome == good);
        return well.Count > 0 ? well : all;
    }

    private static Dictionary<string, string> TypesOf(JsonObject flowchart) =>
        Sheet.Activities(flowchart).OfType<JsonObject>().GroupBy(Sheet.IdOf).ToDictionary(g => g.Key, g => Sheet.TextOf(g.First()["type"]) ?? "", StringComparer.Ordinal);

    private static string TitleOf(Sheet sheet, string id) => Sheet.TextOf(sheet.Step(id)!["name"]) is { Length: > 0 } name ? name : id;

    private static (string Step, string? Port) End(JsonNode? end) => end switch
    {
        JsonObject o => (Sheet.TextOf(o["activity"]) ?? "", Sheet.TextOf(o["port"])),
        _ => (Sheet.TextOf(end) ?? "", null),
    };
}
