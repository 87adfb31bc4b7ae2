using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>How an input gets its value: a literal, a variable, or source text of a language.</summary>
/// <param name="Type"><c>Literal</c>, <c>Object</c>, <c>Variable</c>, <c>Input</c>, <c>JavaScript</c>, …</param>
public sealed record InputExpression(string Type, JsonElement Value)
{
    /// <summary>The value as text, where it is a scalar.</summary>
    public string? Text => Value.ValueKind switch
    {
        JsonValueKind.String => Value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Value.GetRawText(),
        _ => null
    };

    /// <summary>Reads an input property; a bare scalar is a literal, null is unset.</summary>
    internal static InputExpression? Read(JsonElement property)
    {
        switch (property.ValueKind)
        {
            case JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return new("Literal", property);
            case JsonValueKind.Array:
                return new("Object", property);
            case JsonValueKind.Object when property.TryGetProperty("expression", out JsonElement expression):
                return ReadBare(expression);
            default:
                return null;
        }
    }

    /// <summary>Reads <c>{"type":…,"value":…}</c>.</summary>
    internal static InputExpression? ReadBare(JsonElement expression)
    {
        if (expression.ValueKind != JsonValueKind.Object) return null;
        string type = expression.TryGetProperty("type", out JsonElement t) && t.ValueKind == JsonValueKind.String ? t.GetString()! : "Literal";
        expression.TryGetProperty("value", out JsonElement value);
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : new(type == "Json" ? "Object" : type, value);
    }
}
