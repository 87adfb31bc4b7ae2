using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>A definition taken apart into what can be changed by itself.</summary>
internal sealed class DefinitionParts
{
    private static readonly HashSet<string> Apart = new(StringComparer.Ordinal) { "id", "nodeId", "name", "type", "metadata", "activities", "connections" };

    public DefinitionParts(ProcessDefinition definition)
    {
        Definition = definition;
        Add(definition.Root, null);
    }

    public ProcessDefinition Definition { get; }

    /// <summary>In the order of the file, each container before what it holds.</summary>
    public List<Part> Steps { get; } = [];
    public Dictionary<string, Part> ById { get; } = new(StringComparer.Ordinal);

    /// <summary>Arrows with the JSON that carries them.</summary>
    public Dictionary<ActivityConnection, (string Container, JsonElement Json)> Arrows { get; } = [];

    /// <summary>A step without what it holds.</summary>
    public sealed record Part(Activity Step, string? Parent)
    {
        public string Id => Step.Id;

        /// <summary>Whatever is the step's own and neither its title nor its drawing.</summary>
        public Dictionary<string, JsonElement> Own { get; } = Step.Json.EnumerateObject()
            .Where(p => !Apart.Contains(p.Name) && !Step.Children.Any(c => c.Port == p.Name)).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);

        /// <summary>Metadata but for the title.</summary>
        public Dictionary<string, JsonElement> Drawing { get; } = Step.Json.TryGetProperty("metadata", out JsonElement metadata) && metadata.ValueKind == JsonValueKind.Object
            ? metadata.EnumerateObject().Where(p => p.Name != "displayText").ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal) : [];
    }

    public string TitleOf(string id) => ById.TryGetValue(id, out Part? part) ? part.Step.Title : id;

    public IEnumerable<string> ChildrenOf(string container) => 
        ById.TryGetValue(container, out Part? part) ? part.Step.Children.Where(c => c.Port == "activities").Select(c => c.Id) : [];

    /// <summary>Where an arrow bends on its way; an empty list on disk is none.</summary>
    public static List<Position> Bends(JsonElement arrow)
    {
        List<Position> bends = [];
        if (arrow.TryGetProperty("vertices", out JsonElement list) && list.ValueKind == JsonValueKind.Array)
            foreach (JsonElement at in list.EnumerateArray())
                if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty("x", out JsonElement x) && at.TryGetProperty("y", out JsonElement y) && x.ValueKind == JsonValueKind.Number && y.ValueKind == JsonValueKind.Number)
                    bends.Add(new Position(x.GetDouble(), y.GetDouble()));
        return bends;
    }

    private void Add(Activity step, string? parent)
    {
        Part part = new(step, parent);
        if (step.Id.Length > 0 && ById.TryAdd(step.Id, part)) Steps.Add(part);
        if (step.Json.TryGetProperty("connections", out JsonElement list) && list.ValueKind == JsonValueKind.Array)
            foreach ((JsonElement json, ActivityConnection arrow) in list.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.Object).Zip(step.Connections))
                Arrows.TryAdd(arrow, (step.Id, json));
        foreach (Activity child in step.Children) Add(child, step.Id);
    }
}
