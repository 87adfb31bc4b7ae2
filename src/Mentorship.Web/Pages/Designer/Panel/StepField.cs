using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Panel;

/// <summary>How a setting of a step is shown and changed.</summary>
public enum FieldShape
{
    /// <summary>A text of one line, of several lines.</summary>
    Line, Lines,
    /// <summary>One of some values.</summary>
    Choice,
    /// <summary>On or off.</summary>
    Flag,
    Who, Mode, Deadline, After, Enough, Reminders, Escalation, Survey, Consent, Condition, Span, Moment, Branches,
    /// <summary>Shown and kept, not changed here.</summary>
    Kept
}

/// <summary>A setting of a step: its input on disk, how it is changed, what it is called.</summary>
public sealed record StepField(string Input, FieldShape Shape, string Label)
{
    public string? Hint { get; init; }

    /// <summary>What can be chosen: the value on disk and its words.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>What an unset value means, in words.</summary>
    public string? Unset { get; init; }

    /// <summary>What changes together with the setting, by its new value.</summary>
    public Func<FlowNode, string, IEnumerable<Edit>>? Along { get; init; }

    /// <summary>The value of a flag that is on.</summary>
    public string On { get; init; } = "true";
}

/// <summary>Settings that belong together.</summary>
/// <param name="IsOpen">They are seen at once; the others open when asked for, or when one of them is set.</param>
public sealed record FieldGroup(string Title, bool IsOpen, IReadOnlyList<StepField> Fields);
