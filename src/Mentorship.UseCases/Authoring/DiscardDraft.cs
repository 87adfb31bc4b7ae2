using Mentorship.Domain.Processes;

namespace Mentorship.UseCases.Authoring;

/// <summary>Throws the draft away: what is published stands. A process of which nothing was ever published goes with it.</summary>
public sealed class DiscardDraft
{
    private readonly Work _work;
    private readonly AuthoringDesk _desk;

    internal DiscardDraft(Work work, AuthoringDesk desk) => (_work, _desk) = (work, desk);

    /// <param name="seen">The revision that the person saw: newer work is not thrown away unseen.</param>
    public Task<Outcome<Done>> RunAsync(Actor actor, Guid processId, int seen, CancellationToken cancel) => _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
    {
        if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
        if (await _desk.OpenAsync(db, processId, cancel) is not { } opened) return AuthoringDesk.NoProcess;
        if (opened.Draft is not { } draft) return AuthoringDesk.NoDraft;
        if (draft.Revision != seen) return AuthoringDesk.DraftChanged;
        if (draft.EditorId != actor.PersonId && !draft.IsLeft(at)) return AuthoringDesk.Held(opened);
        db.Drafts.Remove(draft);
        if (opened.Process.CurrentNumber == 0) db.Processes.Remove(opened.Process);
        AuthoringDesk.Record(db, opened, actor, "DraftDiscarded", $"редакция {draft.Revision}", at);
        return default(Done);
    }, cancel);
}
