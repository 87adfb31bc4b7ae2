using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>A definition being changed: only what an edit touches is taken out of the JSON, the rest is carried over as it is.</summary>
internal sealed class Sheet
{
    private readonly Dictionary<string, (string? Parent, string Port)> _places = new(StringComparer.Ordinal);

    public Sheet(ProcessDefinition definition)
    {
        Before = definition;
        Json = JsonObject.Create(definition.Json)!;
        Register(definition.Root, null);
    }

    /// <summary>As it was when the edit began.</summary>
    public ProcessDefinition Before { get; }
    public JsonObject Json { get; private set; }
    public JsonObject Root => (JsonObject)Json["root"]!;
    public List<string> Made { get; } = [];
    public int StepCount => _places.Count;

    public bool Has(string id) => _places.ContainsKey(id);

    /// <summary>The step that holds this one; null for the root and for what is not there.</summary>
    public string? ParentOf(string id) => _places.TryGetValue(id, out var place) ? place.Parent : null;

    /// <summary>The step of that id, or null.</summary>
    public JsonObject? Step(string id)
    {
        if (!_places.TryGetValue(id, out (string? Parent, string Port) place)) return null;
        if (place.Parent is null) return Root;
        JsonObject parent = Step(place.Parent)!;
        if (place.Port == "activities") return Activities(parent).OfType<JsonObject>().First(a => IdOf(a) == id);
        return parent[place.Port] as JsonObject ?? CaseOf(parent, id);
    }

    /// <summary>What a case of a Switch holds stands inside the list of cases.</summary>
    private static JsonObject? CaseOf(JsonObject parent, string id) =>
        (parent["cases"] as JsonArray)?.OfType<JsonObject>().Select(c => c["activity"]).OfType<JsonObject>().FirstOrDefault(held => IdOf(held) == id);

    /// <summary>What holds steps under that id: a flowchart or a sequence; a stage means its body.</summary>
    public JsonObject? Container(string id)
    {
        JsonObject? step = Step(id);
        if (step?["body"] is JsonObject body && body["activities"] is JsonArray) return body;
        return step?["activities"] is JsonArray ? step : null;
    }

    /// <summary>The flowchart or sequence in whose list the step stands; null where it is the root or the body of another.</summary>
    public JsonObject? HolderOf(string id) =>
        _places.TryGetValue(id, out var place) && place is { Parent: { } parent, Port: "activities" } ? Step(parent) : null;

    public static string IdOf(JsonObject step) => TextOf(step["id"]) ?? "";
    public static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    public static JsonArray Activities(JsonObject container) => (JsonArray)container["activities"]!;
    public static bool IsFlowchart(JsonObject container) => TextOf(container["type"]) == "Elsa.Flowchart";

    /// <summary>Puts a step with all that it holds into a container; out of range means at the end.</summary>
    public void Insert(JsonObject container, JsonObject step, int? index = null)
    {
        JsonArray list = Activities(container);
        if (index is { } at && at >= 0 && at < list.Count) list.Insert(at, step);
        else list.Add((JsonNode)step);
        Rename(step, TextOf(container["nodeId"]) ?? IdOf(container));
        Register(new Activity(JsonSerializer.SerializeToElement(step, DefinitionWriter.Compact), "activities"), IdOf(container));
    }

    /// <summary>Takes a step with all that it holds out of its container.</summary>
    public JsonObject TakeOut(string id)
    {
        JsonObject step = Step(id)!;
        Activities(HolderOf(id)!).Remove(step);
        foreach (string gone in Within(id).ToList()) _places.Remove(gone);
        return step;
    }

    /// <summary>The step and all that it holds.</summary>
    public IEnumerable<string> Within(string id) => _places.Keys.Where(other => IsWithin(other, id));

    public bool IsWithin(string id, string outer)
    {
        for (string? at = id; at is not null; at = ParentOf(at))
            if (at == outer) return true;
        return false;
    }

    /// <summary>An id that no step has: <c>task-1</c>, <c>task-2</c>, …</summary>
    public string FreeId(string stem, ISet<string>? alsoTaken = null)
    {
        for (int n = 1; ; n++)
            if ($"{stem}-{n}" is var id && !Has(id) && alsoTaken?.Contains(id) != true) return id;
    }

    /// <summary>The definition as it stands now.</summary>
    public ProcessDefinition Snapshot() => ProcessDefinition.From(Json);

    /// <summary>Takes another definition's content, as an undo does.</summary>
    public void Become(JsonObject json)
    {
        Json = json;
        _places.Clear();
        Register(ProcessDefinition.From(json).Root, null);
    }

    /// <summary>Puts the definition together; refuses what no reader would take back.</summary>
    public FlowRefusal? Finish(out ProcessDefinition after)
    {
        after = Before;
        if (StepCount > GraphChecker.MaxSteps) return Refusals.TooManySteps;
        try
        {
            byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(Json, DefinitionWriter.Compact);
            if (bytes.Length >= DefinitionReader.MaxLength) return Refusals.TooBig;
            after = ProcessDefinition.FromCanonical(bytes);
            return null;
        }
        catch (JsonException)
        {
            return Refusals.TooDeep;
        }
    }

    private void Register(Activity activity, string? parent)
    {
        if (activity.Id.Length > 0) _places.TryAdd(activity.Id, (parent, activity.Port));
        foreach (Activity child in activity.Children) Register(child, activity.Id);
    }

    /// <summary>Elsa's path of a step follows its place.</summary>
    private static void Rename(JsonObject step, string path)
    {
        string nodeId = $"{path}:{IdOf(step)}";
        step["nodeId"] = nodeId;
        foreach (JsonNode? part in step.Select(p => p.Value).ToList())
            if (part is JsonObject inner && inner["activities"] is JsonArray) Rename(inner, nodeId);
            else if (part is JsonArray list && step["activities"] == part)
                foreach (JsonObject child in list.OfType<JsonObject>()) Rename(child, nodeId);
    }
}
