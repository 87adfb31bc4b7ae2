namespace Mentorship.Flow;

/// <summary>An arrow as the graph runs it.</summary>
/// <param name="Outcome">By which the source is left; null for an arrow of a sequence, which every outcome follows.</param>
internal sealed record FlowArrow(int Source, string? Outcome, int Target)
{
    /// <summary>It leads back to a step on the walk's current path: a token that comes by it starts a new round at once.</summary>
    public bool LoopsBack { get; set; }
}

/// <summary>A connection by the ids of its steps, for views.</summary>
public sealed record FlowConnection(string? ParentId, string Source, string Outcome, string Target, bool LoopsBack);
