using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>Moves steps on the canvas, each to its new place.</summary>
public sealed record PlaceSteps(IReadOnlyDictionary<string, Position> Places) : Edit
{
    private const double Edge = 1_000_000;

    internal override FlowRefusal? Change(Sheet sheet)
    {
        foreach ((string id, Position place) in Places)
        {
            if (sheet.Step(id) is not { } step) return Refusals.NoStep(id);
            if (!(Math.Abs(place.X) <= Edge && Math.Abs(place.Y) <= Edge)) return Refusals.WrongPlace;
            Put(step, place);
        }
        return null;
    }

    internal static void Put(JsonObject step, Position place)
    {
        JsonObject designer = Designer(step);
        if (designer["position"] is not JsonObject position) designer["position"] = position = [];
        position["x"] = place.X;
        position["y"] = place.Y;
    }

    internal static void Measure(JsonObject step, double width, double height)
    {
        JsonObject designer = Designer(step);
        if (designer["size"] is not JsonObject size) designer["size"] = size = [];
        size["width"] = width;
        size["height"] = height;
    }

    private static JsonObject Designer(JsonObject step)
    {
        if (step["metadata"] is not JsonObject metadata) step["metadata"] = metadata = [];
        if (metadata["designer"] is not JsonObject designer) metadata["designer"] = designer = [];
        return designer;
    }
}

/// <summary>Folds a stage to one box, or shows what is inside.</summary>
public sealed record FoldStage(string Id, bool Folded) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (sheet.Step(Id) is not { } step) return Refusals.NoStep(Id);
        if (sheet.Container(Id) is null) return Refusals.NoContainer(Id);
        if (step["metadata"] is not JsonObject metadata) step["metadata"] = metadata = [];
        if (Folded) metadata["folded"] = true;
        else metadata.Remove("folded");
        return null;
    }
}
