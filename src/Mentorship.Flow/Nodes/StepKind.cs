namespace Mentorship.Flow;

/// <summary>What one kind of node means: its outcomes, its own checks and what it does when a token comes.</summary>
internal abstract class StepKind
{
    protected static readonly IReadOnlyList<string> JustDone = ["Done"];

    public abstract NodeKind Kind { get; }

    /// <summary>The types on disk that mean this kind.</summary>
    public abstract IReadOnlyList<string> Types { get; }

    /// <summary>It waits for a person, a date or an event, so a loop through it cannot spin.</summary>
    public virtual bool Waits(FlowNode node) => false;

    /// <summary>History and sheets are written from its leaving.</summary>
    public virtual bool IsTold => false;

    /// <summary>A token came, or an administrator tries again: do what the kind does, or ask the host for it.</summary>
    public abstract void Enter(Run run, StepState step, FlowNode node);

    public virtual IReadOnlyList<string> Outcomes(FlowNode node) => JustDone;

    /// <summary>The outcome of work well done: agreement, a signature, yes. One of its outcomes, unless it has none of the kind.</summary>
    public virtual string GoodOutcome => "Done";

    /// <summary>The good outcome of a step with these; a kind of its own has it whatever is drawn.</summary>
    public virtual string GoodAmong(IReadOnlyCollection<string> outcomes) => GoodOutcome;

    /// <summary>An outcome of ordinary work that needs no arrow: the branch simply ends.</summary>
    public virtual bool MayEndBy(FlowNode node, string outcome) => outcome == GoodOutcome;

    public virtual void Check(FlowNode node, Inspection inspection)
    {
    }

    /// <summary>Reports an input that cannot run.</summary>
    protected static void CheckInput(FlowNode node, InputExpression input, string what, Inspection inspection)
    {
        if (Evaluating.Problem(input, VisibleNames.At(node, inspection.Variables)) is { } problem)
            inspection.Error(problem.Code, node, $"{what} «{node.Name}»: {problem.Message}");
    }
}
