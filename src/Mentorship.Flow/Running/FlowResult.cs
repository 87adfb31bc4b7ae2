namespace Mentorship.Flow;

/// <summary>Why an event does not fit: a stable code and a Russian sentence.</summary>
public sealed record FlowRefusal(string Code, string Message);

/// <summary>What became of a case after an event.</summary>
/// <param name="Refusal">Set when the event did not fit; the state is then the old one and there are no effects.</param>
/// <param name="Reasons">Why a case cannot move to another version, step by step.</param>
public sealed record FlowResult(FlowState State, IReadOnlyList<Effect> Effects, IReadOnlyList<TraceEntry> Trace, FlowRefusal? Refusal = null)
{
    public IReadOnlyList<Problem> Reasons { get; init; } = [];

    internal static FlowResult Unchanged(FlowState state) => new(state, [], []);

    internal static FlowResult Refused(FlowState state, string code, string message) => new(state, [], [], new FlowRefusal(code, message));
}

/// <summary>What the engine did, for the history of a case and for finding out why.</summary>
public enum TraceKind { Started, Left, BranchEnded, Waits, Joined, JoinedAsNoneElseCame, Withdrawn, Attention, CaseEnded }

/// <param name="Detail">The outcome, the reason, or how many tokens joined.</param>
public readonly record struct TraceEntry(TraceKind Kind, string Step, string NodeId, string? Detail);
