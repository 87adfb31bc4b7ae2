using System.Globalization;
using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>A variable of the process with the value that a case starts with (bool, double, string or null).</summary>
public sealed record ProcessVariable(string Id, string Name, string TypeName, object? Default)
{
    /// <summary>What a person calls it: Elsa's <c>displayName</c>, else the name.</summary>
    public string Label { get; init; } = Name;

    public bool IsFlag => ShortName(TypeName) == "Boolean";
    public bool IsNumber => Numbers.Contains(ShortName(TypeName));

    /// <summary>A number as people type it: blanks of any kind between thousands, a comma or a point; null where it is none.</summary>
    public static double? NumberOf(string? typed) =>
        double.TryParse(string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))).Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) ? number : null;

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "Byte", "Int16", "Int32", "Int64", "Single", "Double", "Decimal" };

    internal static IReadOnlyList<ProcessVariable> ReadAll(JsonElement owner)
    {
        if (!owner.TryGetProperty("variables", out JsonElement list) || list.ValueKind != JsonValueKind.Array) return [];
        List<ProcessVariable> variables = [];
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || Activity.String(item, "name") is not { } name) continue;
            string type = Activity.String(item, "typeName") ?? "String";
            item.TryGetProperty("value", out JsonElement value);
            variables.Add(new(Activity.String(item, "id") ?? name, name, type, Parse(type, value)));
        }
        return variables;
    }

    /// <summary>Elsa's inputs have no default; ours may (<c>defaultValue</c>).</summary>
    internal static IReadOnlyList<ProcessVariable> ReadInputs(JsonElement definition)
    {
        if (!definition.TryGetProperty("inputs", out JsonElement list) || list.ValueKind != JsonValueKind.Array) return [];
        List<ProcessVariable> inputs = [];
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || Activity.String(item, "name") is not { Length: > 0 } name) continue;
            string type = Activity.String(item, "type") ?? "String";
            item.TryGetProperty("defaultValue", out JsonElement value);
            inputs.Add(new(name, name, type, Parse(type, value)) { Label = Activity.String(item, "displayName") is { Length: > 0 } label ? label : name });
        }
        return inputs;
    }

    /// <summary>A value as a variable of this type keeps it: a text that says a number or a flag becomes one.</summary>
    internal object? Fit(object? value) => value is string text ? Parse(ShortName(TypeName), text) : value;

    private static object? Parse(string type, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => Parse(ShortName(type), value.GetString()!),
        _ => null
    };

    private static object? Parse(string type, string text) => type switch
    {
        "Boolean" => bool.TryParse(text, out bool flag) ? flag : null,
        _ when Numbers.Contains(type) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null,
        _ => text
    };

    /// <summary><c>System.Boolean, System.Private.CoreLib</c> and the alias <c>Boolean</c> mean the same.</summary>
    private static string ShortName(string type)
    {
        string full = type.Split(',')[0].Trim();
        return full[(full.LastIndexOf('.') + 1)..];
    }
}
