using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>The names of an enumeration, ready to be written and to be compared with what is read.</summary>
internal static class EnumNames<T> where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();

    /// <summary>By value.</summary>
    public static JsonEncodedText[] All { get; } = [.. Enum.GetNames<T>().Select(name => JsonEncodedText.Encode(name))];

    public static T Read(in Utf8JsonReader json)
    {
        for (int i = 0; i < All.Length; i++)
            if (json.ValueTextEquals(All[i].EncodedUtf8Bytes)) return Values[i];
        throw new JsonException($"«{json.GetString()}» is no {typeof(T).Name}.");
    }
}
