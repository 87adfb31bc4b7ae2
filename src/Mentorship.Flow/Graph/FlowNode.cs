using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>A step of the graph, ready to run.</summary>
public sealed class FlowNode
{
    internal FlowNode(Activity activity, StepKind behaviour, FlowNode? parent, string id)
    {
        Id = id;
        Activity = activity;
        Behaviour = behaviour;
        Parent = parent;
    }

    /// <summary>The step as it stands in the definition.</summary>
    public Activity Activity { get; }

    /// <summary>The id in the definition; a second step of the same id runs by another, so that a case never takes the one for the other.</summary>
    public string Id { get; }

    /// <summary>What a person calls it.</summary>
    public string Name => Activity.Title;

    public NodeKind Kind => Behaviour.Kind;
    public string Type => Activity.Type;

    /// <summary>The container that holds it; null for the root.</summary>
    public string? ParentId => Parent?.Id;

    /// <summary>The nearest stage around it, or null.</summary>
    public string? StageId
    {
        get
        {
            FlowNode? at = Parent;
            while (at is not null && at.Kind != NodeKind.Stage) at = at.Parent;
            return at?.Id;
        }
    }

    /// <summary>The outcomes by which it can be left.</summary>
    public IReadOnlyList<string> Outcomes => field ??= Behaviour.Outcomes(this);

    /// <summary>The outcome of work well done: Done, Approved, Signed, True.</summary>
    public string GoodOutcome => Behaviour.GoodAmong(Outcomes);

    /// <summary>The outcome by which the step is usually left: the good one where it has it, else its first.</summary>
    public string UsualOutcome => Outcomes.Contains(GoodOutcome) ? GoodOutcome : Outcomes is [string first, ..] ? first : "Done";

    /// <inheritdoc cref="GoodOutcome"/>
    /// <param name="type">A type on disk.</param>
    /// <param name="drawn">The outcomes by which arrows leave it: of a type that is not known here nothing else tells.</param>
    public static string GoodOutcomeOf(string type, IReadOnlyCollection<string> drawn) => NodeCatalog.For(type, foreignAsApproval: false).GoodAmong(drawn);

    /// <summary>A literal input as text; null when unset.</summary>
    public string? Text(string input) => Activity.Text(input);

    /// <summary>An Object input as JSON; null when unset.</summary>
    public JsonElement? Json(string input) => Activity.JsonInput(input);

    /// <summary>The cases of a switch in their order; of any other step none.</summary>
    public IReadOnlyList<SwitchCase> Cases => field ??= SwitchCase.Of(Activity);

    /// <summary>It stands inside a loop, at whatever depth: <c>relation:item</c> means somebody here.</summary>
    public bool IsInLoop
    {
        get
        {
            FlowNode? at = Parent;
            while (at is not null && at.Kind != NodeKind.ForEach) at = at.Parent;
            return at is not null;
        }
    }

    /// <summary>The name of the variable that it changes, of a step that changes one; null when none is chosen.</summary>
    public string? ChangedVariable => Kind == NodeKind.SetVariable ? SetVariableStep.NameOf(this) : null;

    /// <summary>Variables that the container declares for what it holds.</summary>
    internal IReadOnlyList<ProcessVariable> Declared => field ??= ProcessVariable.ReadAll(Activity.Json);

    internal StepKind Behaviour { get; }
    internal FlowNode? Parent { get; }

    /// <summary>The container's own graph, where it is a container.</summary>
    internal FlowScope? Inner { get; set; }

    /// <summary>Its place in the container that holds it.</summary>
    internal FlowScope Scope { get; set; } = null!;
    internal int Index { get; set; }
}
