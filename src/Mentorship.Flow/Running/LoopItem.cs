namespace Mentorship.Flow;

/// <summary>One thing that a loop goes through.</summary>
/// <param name="Value">What <c>variables.CurrentValue</c> is inside: a text, a number, a flag, or the key of a person or a pair.</param>
/// <param name="Title">What a person calls it; null: its value.</param>
/// <param name="Values">Further variables inside, by name (of a pair: <c>mentor</c> and <c>mentee</c>).</param>
public sealed record LoopItem(object? Value, string? Title = null, IReadOnlyDictionary<string, object?>? Values = null);

/// <summary>Names of the variables that a loop gives to each of its rounds, as Elsa calls them.</summary>
internal static class LoopNames
{
    public const string Value = "CurrentValue";
    public const string Index = "CurrentIndex";
    public const string Title = "CurrentTitle";
}
