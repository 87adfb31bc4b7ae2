using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Mentorship.Flow;

/// <summary>A place in a JSON tree and what is to stand there.</summary>
/// <param name="Path">Names of properties and numbers of items, from the top.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "part")]
[JsonDerivedType(typeof(ValuePart), "value")]
[JsonDerivedType(typeof(PropertiesPart), "properties")]
[JsonDerivedType(typeof(ItemsPart), "items")]
public abstract record JsonPart(IReadOnlyList<string> Path);

/// <summary>The whole value.</summary>
public sealed record ValuePart(IReadOnlyList<string> Path, JsonElement Value) : JsonPart(Path);

/// <summary>The properties of an object in their order; those that are not given anew stay.</summary>
public sealed record PropertiesPart(IReadOnlyList<string> Path, IReadOnlyList<string> Names, IReadOnlyDictionary<string, JsonElement> Given) : JsonPart(Path);

/// <summary>Some items of a list instead of others.</summary>
public sealed record ItemsPart(IReadOnlyList<string> Path, int At, int Removed, IReadOnlyList<JsonElement> Items) : JsonPart(Path);

/// <summary>The difference of two JSON trees, as small as is easily had. Both must be written by the same writer: equal values have equal bytes.</summary>
internal static class JsonDelta
{
    public static IReadOnlyList<JsonPart> Between(JsonElement from, JsonElement to)
    {
        List<JsonPart> parts = [];
        Compare(from, to, [], parts);
        return parts;
    }

    /// <summary>Makes the second tree of the first; null when the parts do not fit.</summary>
    public static JsonObject? Apply(JsonObject json, IReadOnlyList<JsonPart> parts)
    {
        JsonNode? whole = json;
        foreach (JsonPart part in parts)
            if (!Put(ref whole, part)) return null;
        return whole as JsonObject;
    }

    private static void Compare(JsonElement from, JsonElement to, string[] path, List<JsonPart> parts)
    {
        if (Same(from, to)) return;
        if (from.ValueKind == JsonValueKind.Object && to.ValueKind == JsonValueKind.Object) Properties(from, to, path, parts);
        else if (from.ValueKind == JsonValueKind.Array && to.ValueKind == JsonValueKind.Array) Items(from, to, path, parts);
        else parts.Add(new ValuePart(path, to));
    }

    private static bool Same(JsonElement a, JsonElement b) =>
        a.ValueKind == b.ValueKind && JsonMarshal.GetRawUtf8Value(a).SequenceEqual(JsonMarshal.GetRawUtf8Value(b));

    private static void Properties(JsonElement from, JsonElement to, string[] path, List<JsonPart> parts)
    {
        string[] names = [.. to.EnumerateObject().Select(p => p.Name)];
        if (!names.SequenceEqual(from.EnumerateObject().Select(p => p.Name), StringComparer.Ordinal))
            parts.Add(new PropertiesPart(path, names, names.Where(n => !from.TryGetProperty(n, out _)).ToDictionary(n => n, n => to.GetProperty(n))));
        foreach (string name in names)
            if (from.TryGetProperty(name, out JsonElement old)) Compare(old, to.GetProperty(name), [.. path, name], parts);
    }

    private static void Items(JsonElement from, JsonElement to, string[] path, List<JsonPart> parts)
    {
        JsonElement[] old = [.. from.EnumerateArray()], now = [.. to.EnumerateArray()];
        int first = 0, last = 0, shorter = Math.Min(old.Length, now.Length);
        while (first < shorter && Same(old[first], now[first])) first++;
        while (last < shorter - first && Same(old[^(last + 1)], now[^(last + 1)])) last++;
        if (old.Length == now.Length && SameSteps(old, now, first, last))
            for (int i = first; i < now.Length - last; i++) Compare(old[i], now[i], [.. path, i.ToString(System.Globalization.CultureInfo.InvariantCulture)], parts);
        else parts.Add(new ItemsPart(path, first, old.Length - first - last, now[first..^last]));
    }

    /// <summary>A list of the same steps in the same order: then what changed is inside them.</summary>
    private static bool SameSteps(JsonElement[] old, JsonElement[] now, int first, int last)
    {
        for (int i = first; i < now.Length - last; i++)
            if (old[i].ValueKind != JsonValueKind.Object || now[i].ValueKind != JsonValueKind.Object || Activity.String(old[i], "id") != Activity.String(now[i], "id")) return false;
        return true;
    }

    private static bool Put(ref JsonNode? whole, JsonPart part)
    {
        JsonNode? at = whole, owner = null;
        foreach (string step in part.Path)
        {
            owner = at;
            if (!Down(at, step, out at)) return false;
        }
        switch (part)
        {
            case ValuePart value when part.Path.Count == 0: whole = Node(value.Value); return true;
            case ValuePart value when owner is JsonObject o: o[part.Path[^1]] = Node(value.Value); return true;
            case ValuePart value when owner is JsonArray a: a[int.Parse(part.Path[^1], System.Globalization.CultureInfo.InvariantCulture)] = Node(value.Value); return true;
            case PropertiesPart properties when at is JsonObject o: return Arrange(o, properties);
            case ItemsPart items when at is JsonArray a: return Exchange(a, items);
            default: return false;
        }
    }

    private static bool Down(JsonNode? at, string step, out JsonNode? found)
    {
        found = null;
        if (at is JsonObject o) return o.TryGetPropertyValue(step, out found);
        if (at is not JsonArray a || !int.TryParse(step, out int index) || index < 0 || index >= a.Count) return false;
        found = a[index];
        return true;
    }

    private static bool Arrange(JsonObject o, PropertiesPart part)
    {
        Dictionary<string, JsonNode?> had = o.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        o.Clear();
        foreach (string name in part.Names)
            if (part.Given.TryGetValue(name, out JsonElement given)) o[name] = Node(given);
            else if (had.TryGetValue(name, out JsonNode? kept)) o[name] = kept;
            else return false;
        return true;
    }

    private static bool Exchange(JsonArray list, ItemsPart part)
    {
        if (part.At < 0 || part.Removed < 0 || part.At + part.Removed > list.Count) return false;
        list.RemoveRange(part.At, part.Removed);
        for (int i = 0; i < part.Items.Count; i++) list.Insert(part.At + i, Node(part.Items[i]));
        return true;
    }

    private static JsonNode? Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element),
    };
}
