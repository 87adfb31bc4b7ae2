using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>Reads whole numbers of a setting that is a JSON object.</summary>
internal static class Setting
{
    /// <summary>False when the property is there and no whole number in the range.</summary>
    public static bool Number(JsonElement json, string property, int least, int most, out int? number)
    {
        number = null;
        if (!json.TryGetProperty(property, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out int read) || read < least || read > most) return false;
        number = read;
        return true;
    }

    public static bool Flag(JsonElement json, string property) => json.TryGetProperty(property, out JsonElement flag) && flag.ValueKind == JsonValueKind.True;

    /// <summary>An object; null when there is none, or something else.</summary>
    public static JsonElement? Object(JsonElement? json) => json is { ValueKind: JsonValueKind.Object } ? json : null;
}
