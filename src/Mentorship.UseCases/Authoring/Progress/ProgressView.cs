using Mentorship.Domain.Cases;
using Mentorship.Flow;

namespace Mentorship.UseCases.Authoring.Progress;

/// <summary>The cases of a process, and how the chosen one stands, step by step.</summary>
/// <param name="Chosen">Null where none has run yet.</param>
public sealed record ProgressView(IReadOnlyList<ProgressCase> Cases, CaseProgress? Chosen, DateOnly Today)
{
    /// <summary>By what it is seen whether all stands as it did.</summary>
    public required ProgressMark Mark { get; init; }

    /// <summary>From then on it is read anew, whatever the mark says.</summary>
    public required DateTimeOffset StaleAt { get; init; }
}

public sealed record ProgressCase(Guid Id, string Title, CaseStatus Status, DateOnly StartedOn);

/// <param name="Version">The version of the process that it runs; the draft may differ.</param>
/// <param name="Definition">That version, to be drawn.</param>
public sealed record CaseProgress(Guid Id, int Version, ProcessDefinition Definition, IReadOnlyList<ProgressGroup> Groups)
{
    public IEnumerable<StepProgress> Steps => Groups.SelectMany(g => g.Steps);
}

/// <param name="NodeId">The stage; null for the process itself.</param>
public sealed record ProgressGroup(string? NodeId, string Heading, string Number, IReadOnlyList<StepProgress> Steps);

/// <summary>What of a step a person wants to know first.</summary>
public enum ProgressKind { Later, Scheduled, Waiting, Open, Overdue, Returned, Done, Passed }

/// <param name="Text">«согласовано 3 октября», «откроется 1 ноября», the reason why it needs attention.</param>
/// <param name="Rounds">How often it was begun.</param>
/// <param name="Took">From the first asking to the last answer, or to now.</param>
public sealed record StepProgress(string NodeId, string Number, string Type, string Title, string Who, string Deadline, ProgressKind Kind, string Text, int Rounds, TimeSpan? Took)
{
    public IReadOnlyList<ProgressHolder> Holders { get; init; } = [];

    /// <summary>The last task of it that is over; null where there is none.</summary>
    public Guid? LastTask { get; init; }
}

/// <summary>Who holds a task of it now, since when, until when.</summary>
public sealed record ProgressHolder(Guid Task, string Who, DateOnly Since, DateOnly? Due);
