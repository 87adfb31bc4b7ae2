namespace Mentorship.Flow;

/// <summary>Whether the case still runs; a suspended one stands still until it is resumed or cancelled.</summary>
public enum FlowStatus { Running, Finished, Cancelled, Suspended }

/// <summary>Everything the engine knows of one case between two events. Immutable.</summary>
public sealed class FlowState
{
    /// <summary>
    /// The version of the rules that new cases follow; a state says by which it was made and keeps to them.
    /// 2: a join of the first withdraws by the last parting that others still carry (1: by the last of its own).
    /// 3: enough bodies of a loop are those left well, Approved and Signed too (2: by Done alone).
    /// </summary>
    public const int CurrentRules = 3;

    internal FlowState(int rules, FlowStatus status, StepState[] steps, WaitingToken[] waiting, IReadOnlyDictionary<string, object?> variables) =>
        (Rules, Status, StepList, WaitingList, Variables) = (rules, status, steps, waiting, variables);

    public int Rules { get; }
    public FlowStatus Status { get; }

    /// <summary>Every start of every step, in the order of starting; what is over is kept by its outcome alone.</summary>
    public IReadOnlyList<StepState> Steps => StepList;

    /// <summary>Tokens that wait to be joined, the one that waited longest first.</summary>
    public IReadOnlyList<WaitingToken> Waiting => WaitingList;

    public IReadOnlyDictionary<string, object?> Variables { get; }

    /// <summary>Some step cannot go on without an administrator.</summary>
    public bool NeedsAttention => StepList.Any(s => s.Status == StepStatus.Attention);

    /// <summary>The steps (containers apart, unless they need attention themselves) that wait for a person, a date, an event or an administrator.</summary>
    public IEnumerable<StepState> OpenSteps => StepList.Where(s => s.IsLive && (!s.IsContainer || s.Status == StepStatus.Attention));

    /// <summary>The step of that id (<c>legal#1</c>), or null.</summary>
    public StepState? Step(string id) => Array.Find(StepList, s => s.Id == id);

    /// <summary>The text of a state by rules that this program does not know yet: kept as it is, and nothing is decided by it.</summary>
    internal string? Unread { get; init; }

    internal StepState[] StepList { get; }
    internal WaitingToken[] WaitingList { get; }
}

/// <summary>Values that a variable can hold: bool, double, string and null; other numbers become doubles.</summary>
internal static class VariableValue
{
    public static object? Of(string name, object? value) => value switch
    {
        null or bool or double or string => value,
        byte or short or int or long or float or decimal => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"Variable '{name}' cannot hold a {value.GetType().Name}; bool, numbers, string and null can be kept.")
    };
}

/// <summary>A token that came by a forward arrow to a step which others may still reach.</summary>
/// <param name="Scope">The step id of the container.</param>
/// <param name="Source">The node it came from, and by which outcome.</param>
/// <param name="Trail">The partings behind it, by the id of the step that parted.</param>
public sealed record WaitingToken(string Scope, string NodeId, string Source, string Outcome, IReadOnlyList<string> Trail);
