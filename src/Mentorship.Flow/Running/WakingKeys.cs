namespace Mentorship.Flow;

/// <summary>Keys of the timers that a host keeps for what comes without a date; such a timer fires as any other does.</summary>
public static class WakingKeys
{
    private const string Event = "event:";
    private const string Child = "child:";

    /// <summary>Longer names of events and outcomes are cut: a host may keep keys in a column.</summary>
    private const int Longest = 200;

    /// <summary>The event of that name came.</summary>
    public static string OfEvent(string name) => Event + Cut(name);

    /// <summary>The child of the step came to this end.</summary>
    public static string OfChild(string outcome) => Child + Cut(outcome);

    /// <summary>By which outcome a child ended; null where the key is of something else.</summary>
    public static string? Outcome(string key) => key.StartsWith(Child, StringComparison.Ordinal) ? key[Child.Length..] : null;

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] : text;
}
