using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>What is different between two definitions.</summary>
public enum ChangeKind
{
    StepAdded, StepRemoved,
    /// <summary>It stands in another container.</summary>
    StepMoved,
    StepRenamed, TypeChanged,
    /// <summary>An input or another property of a step.</summary>
    InputChanged,
    ArrowAdded, ArrowRemoved,
    /// <summary>The steps of a container stand in another order.</summary>
    OrderChanged,
    NameChanged, DescriptionChanged, VariableChanged,
    /// <summary>Something that belongs to the definition and to no step.</summary>
    PropertyChanged,
    /// <summary>Only the drawing: places, bends, folding.</summary>
    DrawingChanged
}

/// <summary>One difference, by what it is about: two editors who changed the same <see cref="Subject"/> are in conflict.</summary>
/// <param name="NodeId">The step, or for an arrow the step that it leaves; null for the whole process.</param>
/// <param name="Title">What a person calls that step or field.</param>
/// <param name="Name">Of the input, the variable, the property.</param>
/// <param name="Old">The former value as text; null where there was none.</param>
public sealed record DefinitionChange(ChangeKind Kind, string? NodeId, string Title, string? Name = null, string? Old = null, string? New = null)
{
    /// <summary>The arrow, with the titles of its ends in <see cref="Title"/> and <see cref="TargetTitle"/>.</summary>
    public ActivityConnection? Arrow { get; init; }
    public string? TargetTitle { get; init; }

    /// <summary>How many steps came or went with it, itself included.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>Identifies the change in this comparison, to take it over or to choose it.</summary>
    public string Subject => Kind switch
    {
        ChangeKind.StepAdded or ChangeKind.StepRemoved => $"step/{NodeId}",
        ChangeKind.ArrowAdded or ChangeKind.ArrowRemoved => $"arrow/{Arrow!.Source}/{Arrow.Outcome}/{Arrow.Target}",
        ChangeKind.DrawingChanged when Arrow is not null => $"bend/{Arrow.Source}/{Arrow.Outcome}/{Arrow.Target}",
        _ => $"{Kind}/{NodeId}/{Name}",
    };

    /// <summary>The new value as it stands, where the text would lose something.</summary>
    internal JsonElement? Value { get; init; }
}
