using Mentorship.Domain;
using Mentorship.Domain.Processes;
using Mentorship.Flow;

namespace Mentorship.UseCases.Authoring;

/// <summary>An old version becomes the draft: it is looked over and published anew, as the next number.</summary>
public sealed class RestoreVersion
{
    private readonly Work _work;
    private readonly AuthoringDesk _desk;

    internal RestoreVersion(Work work, AuthoringDesk desk) => (_work, _desk) = (work, desk);

    /// <param name="seen">The revision of the draft that it replaces; 0 where there is none.</param>
    public Task<Outcome<DraftStanding>> RunAsync(Actor actor, Guid processId, int number, int seen, CancellationToken cancel) => _work.DoAsync<DraftStanding>(actor.InstitutionId, async (db, at) =>
    {
        if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
        if (await _desk.OpenAsync(db, processId, cancel) is not { } opened) return AuthoringDesk.NoProcess;
        if (await AuthoringDesk.PublishedAsync(db, processId, number, cancel) is not { } old) return AuthoringDesk.NoVersion;
        if ((opened.Draft?.Revision ?? 0) != seen) return AuthoringDesk.DraftChanged;
        if (opened.Draft is { } held && held.EditorId != actor.PersonId && !held.IsLeft(at)) return AuthoringDesk.Held(opened);
        string json = DefinitionWriter.Write(old);
        ProcessDraft draft = opened.Draft ?? new ProcessDraft { InstitutionId = actor.InstitutionId, ProcessId = processId, Json = json, BasedOn = 0, EditorId = actor.PersonId, Since = at, SavedAt = at };
        if (opened.Draft is null) db.Drafts.Add(draft);
        else draft.Save(json, actor.PersonId, at);
        draft.BasedOn = opened.Process.CurrentNumber;
        AuthoringDesk.Record(db, opened, actor, "VersionRestored", $"{number}", at);
        return LookAtProcess.DraftOf(opened with { Draft = draft }, actor, at)!;
    }, cancel);
}
