using Mentorship.Domain;
using Mentorship.Domain.Processes.Wording;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Processes;

namespace Mentorship.UseCases.Authoring;

/// <summary>What is different between the process as it is being drafted and another definition: a published version, or the template that it came from.</summary>
public sealed class CompareProcess
{
    private readonly Work _work;
    private readonly AuthoringDesk _desk;
    private readonly WorkflowLibrary _library;

    internal CompareProcess(Work work, AuthoringDesk desk, WorkflowLibrary library) => (_work, _desk, _library) = (work, desk, library);

    /// <summary>What the draft changed against a published version; null means the current one.</summary>
    public Task<Outcome<ProcessComparison>> WithVersionAsync(Actor actor, Guid processId, int? number, CancellationToken cancel) => CompareAsync(actor, processId,
        async (db, opened) => await AuthoringDesk.PublishedAsync(db, processId, number ?? opened.Process.CurrentNumber, cancel), otherIsNewer: false, AuthoringDesk.NoVersion, cancel);

    /// <summary>What the template has that the draft has not; each change can be taken over.</summary>
    /// <param name="template">A key of the library; null means the one that the process came from.</param>
    public Task<Outcome<ProcessComparison>> WithTemplateAsync(Actor actor, Guid processId, string? template, CancellationToken cancel) => CompareAsync(actor, processId,
        (_, opened) => Task.FromResult(_library.Find(template ?? opened.Process.Template ?? opened.Process.Key)), otherIsNewer: true, NoTemplate, cancel);

    private Task<Outcome<ProcessComparison>> CompareAsync(Actor actor, Guid processId, Func<MentorshipDb, OpenedProcess, Task<ProcessDefinition?>> find, bool otherIsNewer, Refusal missing, CancellationToken cancel) =>
        _work.ReadAsync<Outcome<ProcessComparison>>(actor.InstitutionId, async db =>
        {
            if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
            if (await _desk.OpenAsync(db, processId, cancel) is not { } opened) return AuthoringDesk.NoProcess;
            ProcessDefinition working = await AuthoringDesk.WorkingAsync(db, opened, cancel);
            if (await find(db, opened) is not { } other) return missing;
            IReadOnlyList<DefinitionChange> changes = otherIsNewer ? Comparison.Of(working, other) : Comparison.Of(other, working);
            return new ProcessComparison(other, [.. changes.Select(c => new ChangeLine(c, ChangeWords.Of(c, opened.Staff)))]);
        }, cancel);

    public static Refusal NoTemplate { get; } = new("NoTemplate", "Этот процесс начат не по шаблону из библиотеки, сравнивать с шаблоном нечего.");
}

/// <param name="Other">With what it was compared: a change of it becomes an edit by <see cref="TakingOver.Of"/>.</param>
public sealed record ProcessComparison(ProcessDefinition Other, IReadOnlyList<ChangeLine> Changes)
{
    /// <summary>What of it a draft that has gone on still lacks, by <see cref="DefinitionChange.Subject"/>: a step that was taken over brings its arrows along.</summary>
    public IReadOnlySet<string> LackedBy(ProcessDefinition draft) => Comparison.Of(draft, Other).Select(c => c.Subject).ToHashSet(StringComparer.Ordinal);
}

/// <param name="Words">For the list; <see cref="DefinitionChange.NodeId"/> tells where to go.</param>
public sealed record ChangeLine(DefinitionChange Change, string Words);
