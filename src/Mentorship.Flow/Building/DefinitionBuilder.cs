using System.Globalization;
using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>Makes a definition in code: a root flowchart of steps and stages, as Elsa keeps it on disk.</summary>
/// <param name="id">Of this version (16 hex digits).</param>
/// <param name="definitionId">Stable over versions.</param>
public sealed class DefinitionBuilder(string id, string definitionId, string name)
{
    private readonly JsonArray _variables = [];
    private readonly JsonObject _custom = [];

    /// <summary>The root flowchart.</summary>
    public FlowchartBuilder Root { get; } = new("flow", name);

    public string Description { get; set; } = "";
    public int Version { get; set; } = 1;
    public DateTimeOffset? CreatedAt { get; set; }

    /// <param name="typeName">An alias of Elsa: <c>String</c>, <c>Boolean</c>, <c>Double</c>, …</param>
    public DefinitionBuilder Variable(string variable, string typeName, string? value)
    {
        _variables.Add((JsonNode)NewVariable(variable, typeName, value));
        return this;
    }

    internal static JsonObject NewVariable(string variable, string typeName, string? value) => new()
    {
        ["id"] = "v-" + variable,
        ["name"] = variable,
        ["typeName"] = typeName,
        ["isArray"] = false,
        ["value"] = value,
        ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"
    };

    /// <summary>Something about the whole definition that no step holds; Elsa keeps it untouched.</summary>
    public DefinitionBuilder Custom(string property, JsonNode value)
    {
        _custom[property] = value;
        return this;
    }

    public ProcessDefinition Build() => ProcessDefinition.From(new JsonObject
    {
        ["$schema"] = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",
        ["id"] = id,
        ["definitionId"] = definitionId,
        ["name"] = name,
        ["description"] = Description,
        ["createdAt"] = (CreatedAt ?? DateTimeOffset.UnixEpoch).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        ["version"] = Version,
        ["toolVersion"] = "3.6.0.0",
        ["variables"] = _variables.DeepClone(),
        ["inputs"] = new JsonArray(),
        ["outputs"] = new JsonArray(),
        ["outcomes"] = new JsonArray(),
        ["customProperties"] = _custom.DeepClone(),
        ["isReadonly"] = false,
        ["isSystem"] = false,
        ["isLatest"] = true,
        ["isPublished"] = false,
        ["options"] = new JsonObject { ["autoUpdateConsumingWorkflows"] = false },
        ["root"] = Root.Build("Workflow1")
    });
}
