using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>A step as it stands in another definition, with all that it holds and under the same ids.</summary>
/// <param name="Into">The container.</param>
/// <param name="Index">Its place among the steps there; null is the last.</param>
public sealed record PutStep(string Into, JsonElement Step, int? Index = null) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (sheet.Container(Into) is not { } container) return Refusals.NoContainer(Into);
        if (Step.ValueKind != JsonValueKind.Object || Activity.String(Step, "type") is not { Length: > 0 } || Activity.String(Step, "id") is not { Length: > 0 and <= 100 } id) return Refusals.NotAClip;
        if (Within(new Activity(Step, "activities")).FirstOrDefault(sheet.Has) is { } taken) return Refusals.IdTaken(taken);
        sheet.Insert(container, (JsonObject)JsonNode.Parse(Step.GetRawText())!, Index);
        sheet.Made.Add(id);
        return null;
    }

    private static IEnumerable<string> Within(Activity step) => step.Children.SelectMany(Within).Prepend(step.Id);
}

/// <summary>A property of a step as it stands in another definition; null takes it away. Ids, arrows and what a step holds are not properties.</summary>
public sealed record PutProperty(string Id, string Name, JsonElement? Value = null) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (sheet.Step(Id) is not { } step) return Refusals.NoStep(Id);
        if (Name is "" or "id" or "nodeId" or "activities" or "connections" || IsStep(step[Name])) return Refusals.NotAnInput(Name);
        JsonNode? value = Value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? JsonNode.Parse(given.GetRawText()) : null;
        if (IsStep(value) || Name == "type" && Sheet.TextOf(value) is not { Length: > 0 }) return Refusals.NotAnInput(Name);
        if (value is null) step.Remove(Name);
        else step[Name] = value;
        return null;
    }

    private static bool IsStep(JsonNode? node) => node is JsonObject held && held["type"] is JsonValue && held["expression"] is null;
}

/// <summary>Drops the arrows inside steps taken over that lead to steps which did not come along.</summary>
public sealed record TidyArrows(IReadOnlyList<string> Ids) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        foreach (string id in Ids.Where(sheet.Has).SelectMany(sheet.Within).ToList())
        {
            JsonObject step = sheet.Step(id)!;
            foreach ((JsonObject json, ActivityConnection arrow) in Arrows.All(step).ToList())
                if (sheet.ParentOf(arrow.Source) != id || sheet.ParentOf(arrow.Target) != id) Arrows.Of(step).Remove(json);
        }
        return null;
    }
}
