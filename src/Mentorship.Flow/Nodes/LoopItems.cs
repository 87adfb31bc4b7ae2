using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>What a loop may go through.</summary>
internal static class LoopItems
{
    /// <summary>A longer list would make a case that nobody can look over.</summary>
    public const int Most = 1000;

    private const string People = "people:";
    private static readonly string[] Collections = ["pairs", "mentors", "mentees"];

    /// <summary>Variables that the items of the host's collections bring along.</summary>
    public static IReadOnlyList<string> NamesOfPeople { get; } = ["mentor", "mentee", "form"];

    /// <summary>The name of a collection that only the host knows: <c>pairs</c>, <c>mentors</c>, <c>mentees</c>, <c>people:role:…</c>; null where the value is the list itself.</summary>
    public static string? CollectionOf(object? value) =>
        value is string text && (Collections.Contains(text.Trim()) || text.TrimStart().StartsWith(People, StringComparison.Ordinal)) ? text.Trim() : null;

    /// <summary>The people of a collection, as a step would name them; null where it is not one of people.</summary>
    public static string? PeopleOf(string collection) => collection.StartsWith(People, StringComparison.Ordinal) ? collection[People.Length..] : null;

    /// <summary>A list, JSON in a text, words with commas between them, or nothing.</summary>
    public static IReadOnlyList<LoopItem> Of(object? value) => value switch
    {
        null => [],
        object?[] list => [.. list.Select(Item)],
        string text when text.TrimStart().StartsWith('[') && Evaluating.Json(text) is { ValueKind: JsonValueKind.Array } json => Of(Evaluating.Of(json)),
        string text => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => new LoopItem(word))],
        _ => [Item(value)]
    };

    /// <summary>The fields of a record become variables of the body.</summary>
    private static LoopItem Item(object? value)
    {
        if (value is not IReadOnlyDictionary<string, object?> record)
            return new(value is object?[] list ? JsonSerializer.Serialize(list, DefinitionWriter.Compact) : value);
        Dictionary<string, object?> plain = record.Where(f => f.Value is null or bool or double or string).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        string? title = (plain.GetValueOrDefault("title") ?? plain.GetValueOrDefault("name")) as string;
        return new(JsonSerializer.Serialize(record, DefinitionWriter.Compact), title, plain);
    }
}
