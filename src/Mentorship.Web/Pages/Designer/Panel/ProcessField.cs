using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Panel;

public enum FieldKind
{
    Text, Number, Flag,
    /// <summary>An ISO day, kept as a text: such texts stand in the order of their days.</summary>
    Date,
    /// <summary>A person, as <c>person:…</c>; work can be given to whoever it is.</summary>
    Who
}

/// <summary>A field of the process that conditions look at, under the name that people know it by.</summary>
public sealed record ProcessField(string Name, string Label, FieldKind Kind, string? Value)
{
    /// <summary>Where a definition keeps what its fields are called, and what a text in them means.</summary>
    public const string Labels = "fieldNames", Kinds = "fieldKinds";

    public static IReadOnlyList<ProcessField> Of(ProcessDefinition definition)
    {
        JsonElement? labels = definition.Custom(Labels), kinds = definition.Custom(Kinds);
        return [.. definition.Variables.Select(v => new ProcessField(v.Name, TextOf(labels, v.Name) ?? v.Name, KindOf(v, TextOf(kinds, v.Name)), Raw(v.Default)))];
    }

    /// <summary>What a process may be given when it starts: the inputs that it asks for, and its fields.</summary>
    public static IReadOnlyList<ProcessField> AskedOf(ProcessDefinition definition) =>
        [.. definition.Inputs.Select(i => new ProcessField(i.Name, i.Label, KindOf(i, null), Raw(i.Default))), .. Of(definition).Where(f => definition.Inputs.All(i => i.Name != f.Name))];

    /// <summary>A field with its label, new or changed.</summary>
    public static Edit Put(ProcessDefinition definition, string name, string label, FieldKind kind, string? value)
    {
        JsonObject labels = ObjectOf(definition, Labels), kinds = ObjectOf(definition, Kinds);
        labels[name] = label;
        List<Edit> edits = [new SetVariable(name, TypeOf(kind), string.IsNullOrEmpty(value) ? null : value), new SetProperty(Labels, JsonSerializer.SerializeToElement(labels))];
        string? said = kind switch { FieldKind.Date => "date", FieldKind.Who => "who", _ => null };
        if (said != TextOf(definition.Custom(Kinds), name))
        {
            if (said is null) kinds.Remove(name);
            else kinds[name] = said;
            edits.Add(new SetProperty(Kinds, kinds.Count == 0 ? null : JsonSerializer.SerializeToElement(kinds)));
        }
        return new EditGroup(edits);
    }

    /// <summary>A name on disk that no field has yet.</summary>
    public static string FreeName(ProcessDefinition definition)
    {
        for (int n = 1; ; n++)
            if ($"field{n}" is var name && definition.Variables.All(v => v.Name != name)) return name;
    }

    /// <summary>What a field can come to by a choice: options of the surveys and tasks that fill it.</summary>
    public static IReadOnlyList<string> OptionsOf(FlowGraph graph, string name) => [.. graph.Nodes.SelectMany(node => node.Kind switch
    {
        NodeKind.Survey => SurveyForm.Of(node)?.Questions.Where(q => q.Field == name).SelectMany(q => q.Options) ?? [],
        NodeKind.Task => WorkFields.Of(graph, node).Where(f => f.Name == name).SelectMany(f => f.Options),
        _ => [],
    }).Distinct(StringComparer.Ordinal)];

    private static JsonObject ObjectOf(ProcessDefinition definition, string property) => definition.Custom(property) is { ValueKind: JsonValueKind.Object } now ? JsonObject.Create(now)! : [];

    private static string? TextOf(JsonElement? said, string name) =>
        said is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } words ? words : null;

    /// <summary>As it stands on disk.</summary>
    private static string? Raw(object? value) => value switch { bool flag => flag ? "true" : "false", double number => number.ToString(CultureInfo.InvariantCulture), _ => value?.ToString() };

    private static FieldKind KindOf(ProcessVariable variable, string? said) =>
        variable.IsFlag ? FieldKind.Flag : variable.IsNumber ? FieldKind.Number : said switch { "date" => FieldKind.Date, "who" => FieldKind.Who, _ => FieldKind.Text };

    private static string TypeOf(FieldKind kind) => kind switch { FieldKind.Flag => "Boolean", FieldKind.Number => "Double", _ => "String" };
}
