using Mentorship.Domain;
using Mentorship.Domain.Processes;
using Mentorship.Flow;

namespace Mentorship.UseCases.Authoring;

/// <summary>Keeps what an editor has changed so far. The first save begins the draft and makes him its editor.</summary>
public sealed class SaveDraft
{
    private readonly Work _work;
    private readonly AuthoringDesk _desk;

    internal SaveDraft(Work work, AuthoringDesk desk) => (_work, _desk) = (work, desk);

    /// <returns>The draft as it now is: its revision goes back with the next save.</returns>
    public Task<Outcome<DraftStanding>> RunAsync(Actor actor, Guid processId, DraftSave save, CancellationToken cancel) => _work.DoAsync<DraftStanding>(actor.InstitutionId, async (db, at) =>
    {
        if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
        if (Check(save.Definition, out string json) is { } wrong) return wrong;
        if (await _desk.OpenAsync(db, processId, cancel) is not { } opened) return AuthoringDesk.NoProcess;
        if (opened.Draft is not { } draft)
        {
            if (save.Seen != 0) return AuthoringDesk.DraftGone;
            draft = new ProcessDraft { InstitutionId = actor.InstitutionId, ProcessId = processId, Json = json, BasedOn = save.BasedOn ?? opened.Process.CurrentNumber, EditorId = actor.PersonId, Since = at, SavedAt = at };
            db.Drafts.Add(draft);
        }
        else
        {
            if (draft.EditorId != actor.PersonId && !draft.IsLeft(at) && !save.TakeOver) return AuthoringDesk.Held(opened);
            if (draft.Revision != save.Seen) return AuthoringDesk.DraftChanged;
            if (draft.EditorId != actor.PersonId) AuthoringDesk.Record(db, opened, actor, "DraftTakenOver", $"от {draft.EditorId:N}", at);
            draft.Save(json, actor.PersonId, at);
        }
        return LookAtProcess.DraftOf(opened with { Draft = draft }, actor, at)!;
    }, cancel);

    /// <summary>What no reader would take back is not kept.</summary>
    internal static Refusal? Check(ProcessDefinition definition, out string json)
    {
        json = DefinitionWriter.Write(definition);
        return DefinitionReader.Read(json).Problems is [{ } problem, ..] ? new Refusal(problem.Code, problem.Message) : null;
    }
}

/// <param name="Seen">The revision on which the change was made; 0 where there was no draft.</param>
/// <param name="TakeOver">The person has seen who edits it and becomes the editor himself.</param>
public sealed record DraftSave(int Seen, ProcessDefinition Definition, bool TakeOver = false)
{
    /// <summary>The number of the version from which the work set out; null is the published one.</summary>
    public int? BasedOn { get; init; }
}
