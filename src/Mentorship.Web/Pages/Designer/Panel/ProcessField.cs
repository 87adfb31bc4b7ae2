using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Panel;

public enum FieldKind { Text, Number, Flag }

/// <summary>A field of the process that conditions look at, under the name that people know it by.</summary>
public sealed record ProcessField(string Name, string Label, FieldKind Kind, string? Value)
{
    /// <summary>Where a definition keeps what its fields are called.</summary>
    public const string Labels = "fieldNames";

    public static IReadOnlyList<ProcessField> Of(ProcessDefinition definition)
    {
        JsonElement? labels = definition.Custom(Labels);
        return [.. definition.Variables.Select(v => new ProcessField(v.Name, LabelOf(labels, v.Name), KindOf(v.TypeName), Raw(v.Default)))];
    }

    /// <summary>A field with its label, new or changed.</summary>
    public static Edit Put(ProcessDefinition definition, string name, string label, FieldKind kind, string? value)
    {
        JsonObject labels = definition.Custom(Labels) is { ValueKind: JsonValueKind.Object } now ? JsonObject.Create(now)! : [];
        labels[name] = label;
        return new EditGroup([new SetVariable(name, TypeOf(kind), string.IsNullOrEmpty(value) ? null : value), new SetProperty(Labels, JsonSerializer.SerializeToElement(labels))]);
    }

    /// <summary>A name on disk that no field has yet.</summary>
    public static string FreeName(ProcessDefinition definition)
    {
        for (int n = 1; ; n++)
            if ($"field{n}" is var name && definition.Variables.All(v => v.Name != name)) return name;
    }

    private static string LabelOf(JsonElement? labels, string name) =>
        labels is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out JsonElement label) && label.ValueKind == JsonValueKind.String && label.GetString() is { Length: > 0 } words ? words : name;

    /// <summary>As it stands on disk.</summary>
    private static string? Raw(object? value) => value switch { bool flag => flag ? "true" : "false", double number => number.ToString(CultureInfo.InvariantCulture), _ => value?.ToString() };

    private static FieldKind KindOf(string type)
    {
        string full = type.Split(',')[0].Trim();
        return full[(full.LastIndexOf('.') + 1)..] switch
        {
            "Boolean" => FieldKind.Flag,
            "Byte" or "Int16" or "Int32" or "Int64" or "Single" or "Double" or "Decimal" => FieldKind.Number,
            _ => FieldKind.Text,
        };
    }

    private static string TypeOf(FieldKind kind) => kind switch { FieldKind.Flag => "Boolean", FieldKind.Number => "Double", _ => "String" };
}
