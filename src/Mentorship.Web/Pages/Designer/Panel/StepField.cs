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
    Who, Mode, Deadline, After, Enough, Reminders, Escalation, Survey, Consent, Condition, Span, Moment,
    /// <summary>Names, a line each: branches that run at the same time, outcomes.</summary>
    Names,
    /// <summary>A text, or the value of a field.</summary>
    Value,
    /// <summary>Which field of the process a step changes.</summary>
    Variable,
    /// <summary>The cases of a switch with their conditions.</summary>
    Cases,
    /// <summary>What a loop goes through.</summary>
    Items,
    /// <summary>Another process of the institution, and what it is given.</summary>
    Process, Given, Taken,
    /// <summary>Times that come again and again.</summary>
    Timetable,
    /// <summary>Further cells of the row, by the header of their column.</summary>
    Cells,
    /// <summary>What the doer fills in.</summary>
    Fill,
    /// <summary>One of the institution's registration books.</summary>
    Book,
    /// <summary>What goes with a mail.</summary>
    Attach,
    /// <summary>One of the institution's templates of documents.</summary>
    Template,
    /// <summary>Which document of the process a step is about.</summary>
    About,
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

    /// <summary>A text of several lines.</summary>
    public bool Several { get; init; }

    /// <summary>What changes together with the setting, by its new value.</summary>
    public Func<FlowNode, string, IEnumerable<Edit>>? Along { get; init; }

    /// <summary>The value of a flag that is on.</summary>
    public string On { get; init; } = "true";
}

/// <summary>Settings that belong together.</summary>
/// <param name="IsOpen">They are seen at once; the others open when asked for, or when one of them is set.</param>
public sealed record FieldGroup(string Title, bool IsOpen, IReadOnlyList<StepField> Fields);
