using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>A new arrow from a step by one of its outcomes to another step of the same flowchart.</summary>
public sealed record ConnectSteps(string Source, string Outcome, string Target) : Edit
{
    /// <summary>The arrow as it stands elsewhere, with all that it carries.</summary>
    public JsonElement? As { get; init; }

    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (Arrows.Draw(sheet, Source, Outcome, Target) is { } no) return no;
        if (As is not { ValueKind: JsonValueKind.Object } carried) return null;
        JsonObject drawn = Arrows.Find(sheet.HolderOf(Source)!, Source, Outcome, Target)!;
        foreach ((string name, JsonNode? kept) in JsonObject.Create(carried)!)
            if (!drawn.ContainsKey(name) && name is not ("sourcePort" or "targetPort")) drawn[name] = kept?.DeepClone();
        return null;
    }
}

/// <summary>Takes an arrow away.</summary>
public sealed record CutArrow(string Source, string Outcome, string Target) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet) =>
        sheet.HolderOf(Source) is { } flowchart && Arrows.Cut(flowchart, Source, Outcome, Target) ? null : Refusals.NoArrow;
}

/// <summary>Leads an arrow elsewhere: another beginning, outcome or end. It keeps its place among the arrows and loses its bends.</summary>
public sealed record RerouteArrow(string Source, string Outcome, string Target, string NewSource, string NewOutcome, string NewTarget) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (sheet.HolderOf(Source) is not { } flowchart || Arrows.Find(flowchart, Source, Outcome, Target) is not { } arrow) return Refusals.NoArrow;
        if ((Source, Outcome, Target) == (NewSource, NewOutcome, NewTarget)) return null;
        if (Arrows.Flowchart(sheet, NewSource, NewTarget, out JsonObject? other) is { } no) return no;
        if (string.IsNullOrWhiteSpace(NewOutcome)) return Refusals.NoOutcome;
        if (Arrows.Find(other!, NewSource, NewOutcome, NewTarget) is not null) return Refusals.ArrowThere;
        if (other != flowchart) return Refusals.DifferentPlaces(Source, NewSource);
        JsonObject led = Arrows.New(NewSource, NewOutcome, NewTarget);
        foreach ((string name, JsonNode? kept) in arrow)
            if (name is not ("source" or "target" or "sourcePort" or "targetPort" or "vertices")) led[name] = kept?.DeepClone();
        JsonArray list = Arrows.Of(flowchart);
        list[list.IndexOf(arrow)] = led;
        return null;
    }
}

/// <summary>Where an arrow bends on its way; none makes it straight.</summary>
public sealed record BendArrow(string Source, string Outcome, string Target, IReadOnlyList<Position> Vertices) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (sheet.HolderOf(Source) is not { } flowchart || Arrows.Find(flowchart, Source, Outcome, Target) is not { } arrow) return Refusals.NoArrow;
        if (Vertices.Count > 100 || Vertices.Any(v => !double.IsFinite(v.X) || !double.IsFinite(v.Y))) return Refusals.WrongPlace;
        Bend(arrow, Vertices);
        return null;
    }

    internal static void Bend(JsonObject arrow, IReadOnlyList<Position> vertices)
    {
        if (vertices.Count == 0) arrow.Remove("vertices");
        else arrow["vertices"] = new JsonArray([.. vertices.Select(v => new JsonObject { ["x"] = v.X, ["y"] = v.Y })]);
    }
}
