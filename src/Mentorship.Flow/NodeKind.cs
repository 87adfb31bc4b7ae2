namespace Mentorship.Flow;

/// <summary>What a node does. On disk the control nodes are Elsa's own types (docs/process-format.md).</summary>
public enum NodeKind
{
    Start, End, Finish, Flowchart, Sequence, Stage,
    Task, Approval, Signature, Acquaintance, Document, Mail,
    /// <summary>People fill in a form.</summary>
    Survey,
    /// <summary>People give or refuse consent, each for one purpose.</summary>
    Consents,
    /// <summary>Somebody confirms the pairs of the programme.</summary>
    Pairs,
    Wait, Choice, Parallel, Join,
    /// <summary>Containers that choose, repeat or run all their steps together.</summary>
    If, Switch, While, ForEach, Concurrent,
    /// <summary>Ends the flowchart that holds it, with outcomes of its own, or the loop.</summary>
    Complete,
    /// <summary>Starts another process of the institution.</summary>
    RunProcess,
    SetVariable, SetName, WriteLine, PublishEvent, Correlate,
    /// <summary>Fails on purpose: the step is held for attention.</summary>
    Fault,
    /// <summary>A type that is kept whole and shown, and refused at publishing.</summary>
    Unknown
}
