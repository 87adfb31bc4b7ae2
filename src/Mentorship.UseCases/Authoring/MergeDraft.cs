using Mentorship.Domain.Processes;
using Mentorship.Domain.Processes.Wording;
using Mentorship.Flow;

namespace Mentorship.UseCases.Authoring;

/// <summary>
/// Puts together what two people made of one process: an editor's own work with the draft that another saved meanwhile, or a draft with a newer
/// published version. Where both changed the same thing the person chooses; until then nothing is saved.
/// </summary>
public sealed class MergeDraft
{
    private readonly Work _work;
    private readonly AuthoringDesk _desk;

    internal MergeDraft(Work work, AuthoringDesk desk) => (_work, _desk) = (work, desk);

    /// <summary>My work with the draft that stands now; where it was published or given up meanwhile, with what is published.</summary>
    /// <param name="origin">From what my work set out: what was last loaded or saved here.</param>
    public Task<Outcome<DraftMerged>> WithDraftAsync(Actor actor, Guid processId, ProcessDefinition origin, ProcessDefinition mine, MergeChoice? choice, CancellationToken cancel) =>
        _work.DoAsync<DraftMerged>(actor.InstitutionId, async (db, at) =>
        {
            if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
            if (await _desk.OpenAsync(db, processId, cancel) is not { } opened) return AuthoringDesk.NoProcess;
            ProcessDefinition theirs = await AuthoringDesk.WorkingAsync(db, opened, cancel);
            ProcessDraft draft = opened.Draft ?? new ProcessDraft { InstitutionId = actor.InstitutionId, ProcessId = processId, Json = "", BasedOn = opened.Process.CurrentNumber, EditorId = actor.PersonId, Since = at };
            Outcome<DraftMerged> merged = Keep(opened with { Draft = draft }, draft, Merging.Merge(origin, mine, theirs, choice?.MineWins), choice, actor, at);
            if (opened.Draft is null && merged.Value?.Draft is not null) db.Drafts.Add(draft);
            return merged;
        }, cancel);

    /// <summary>The draft with what was published since it was begun.</summary>
    public Task<Outcome<DraftMerged>> WithPublishedAsync(Actor actor, Guid processId, MergeChoice? choice, CancellationToken cancel) =>
        _work.DoAsync<DraftMerged>(actor.InstitutionId, async (db, at) =>
        {
            if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
            if (await _desk.OpenAsync(db, processId, cancel) is not { } opened) return AuthoringDesk.NoProcess;
            if (opened.Draft is not { } draft) return AuthoringDesk.NoDraft;
            if (draft.EditorId != actor.PersonId && !draft.IsLeft(at)) return AuthoringDesk.Held(opened);
            ProcessDefinition? origin = await AuthoringDesk.PublishedAsync(db, processId, draft.BasedOn, cancel), now = await AuthoringDesk.PublishedAsync(db, processId, opened.Process.CurrentNumber, cancel);
            if (origin is null || now is null) return AuthoringDesk.NoVersion;
            Outcome<DraftMerged> merged = Keep(opened, draft, Merging.Merge(origin, AuthoringDesk.Read(draft.Json), now, choice?.MineWins), choice, actor, at);
            if (merged.Value?.Draft is null) return merged;
            draft.BasedOn = opened.Process.CurrentNumber;
            return merged.Value with { Draft = LookAtProcess.DraftOf(opened, actor, at) };
        }, cancel);

    private static Outcome<DraftMerged> Keep(OpenedProcess opened, ProcessDraft draft, Merged merged, MergeChoice? choice, Actor actor, DateTimeOffset at)
    {
        IReadOnlyList<MergeConflict> open = [.. merged.Conflicts.Where(c => choice?.Decided.Contains(c.Subject) != true)];
        if (open.Count > 0) return new DraftMerged(merged.Definition, open, null) { Words = [.. open.Select(c => new ConflictWords(c.Subject, c.Mine.Title, ChangeWords.Of(c.Mine, opened.Staff), ChangeWords.Of(c.Theirs, opened.Staff)))] };
        if (SaveDraft.Check(merged.Definition, out string json) is { } wrong) return wrong;
        draft.Save(json, actor.PersonId, at);
        return new DraftMerged(merged.Definition, [], LookAtProcess.DraftOf(opened, actor, at));
    }
}

/// <summary>How a person decided the conflicts, by their subjects.</summary>
/// <param name="Decided">All that he has looked at.</param>
/// <param name="MineWins">Those in which his own work stands; in the others theirs does.</param>
public sealed record MergeChoice(IReadOnlySet<string> Decided, IReadOnlySet<string> MineWins);

/// <param name="Conflicts">What a person must choose first.</param>
/// <param name="Draft">The draft as saved; null while there are conflicts.</param>
public sealed record DraftMerged(ProcessDefinition Definition, IReadOnlyList<MergeConflict> Conflicts, DraftStanding? Draft)
{
    /// <summary>The conflicts as sentences.</summary>
    public IReadOnlyList<ConflictWords> Words { get; init; } = [];
}

/// <param name="Title">Of the step or field that both changed.</param>
public sealed record ConflictWords(string Subject, string Title, string Mine, string Theirs);
