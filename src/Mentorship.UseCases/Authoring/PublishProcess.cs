using Mentorship.Domain;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Flow;

namespace Mentorship.UseCases.Authoring;

/// <summary>Makes the draft the next version: numbered, hashed, never changed again. Running cases keep theirs until they are moved.</summary>
public sealed class PublishProcess
{
    private readonly Work _work;
    private readonly AuthoringDesk _desk;

    internal PublishProcess(Work work, AuthoringDesk desk) => (_work, _desk) = (work, desk);

    /// <returns>The new version; or, with nothing saved, the problems that stand in the way.</returns>
    public Task<Outcome<Publishing>> RunAsync(Actor actor, Guid processId, PublishRequest request, CancellationToken cancel) => _work.DoAsync<Publishing>(actor.InstitutionId, async (db, at) =>
    {
        if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
        if (await _desk.OpenAsync(db, processId, cancel) is not { } opened) return AuthoringDesk.NoProcess;
        if (opened.Draft is not { } draft) return AuthoringDesk.NoDraft;
        if (draft.Revision != request.Seen) return AuthoringDesk.DraftChanged;
        if (draft.EditorId != actor.PersonId && !draft.IsLeft(at)) return AuthoringDesk.Held(opened);
        if (draft.BasedOn < opened.Process.CurrentNumber) return Behind;
        if (await AuthoringDesk.MayPublishAsync(db, opened, cancel) is { } blocked) return blocked;
        int number = opened.Process.CurrentNumber + 1;
        ProcessDefinition working = AuthoringDesk.Read(draft.Json);
        ProcessDefinition definition = working.WithHeader(id: RoadmapProcess.VersionId(opened.Process.Key, number), version: number, definitionId: working.DefinitionId.Length == 0 ? opened.Process.Key : null, isLatest: true, isPublished: true);
        IReadOnlyList<Problem> problems = GraphChecker.Check(definition, AuthoringDesk.ContextOf(opened, at));
        if (problems.Any(p => p.Severity == Severity.Error) || problems.Count > 0 && !request.WarningsSeen) return new Publishing(null, problems);
        string note = Brief(request.Note);
        db.ProcessVersions.Add(opened.Process.Publish(DefinitionWriter.Write(definition), note, actor.PersonId, at));
        if (definition.Name.Length > 0) opened.Process.Name = definition.Name.Length <= 500 ? definition.Name : definition.Name[..500];
        db.Drafts.Remove(draft);
        AuthoringDesk.Record(db, opened, actor, "ProcessPublished", $"{number}: {note}", at);
        return new Publishing(number, problems);
    }, cancel);

    private static string Brief(string? note) => (note ?? "").Trim() is { Length: > 500 } text ? text[..500] : (note ?? "").Trim();

    private static Refusal Behind { get; } = new("DraftBehind", "После начала правок опубликована более новая версия. Объедините черновик с ней и опубликуйте ещё раз.");
}

/// <param name="Seen">The revision of the draft that the person saw.</param>
/// <param name="Note">Why, in a few words; it stays with the version.</param>
/// <param name="WarningsSeen">The person has read the warnings and publishes all the same.</param>
public sealed record PublishRequest(int Seen, string? Note, bool WarningsSeen = false);

/// <param name="Number">Of the new version; null when it was not published.</param>
/// <param name="Problems">Errors forbid publishing; warnings wait to be seen.</param>
public sealed record Publishing(int? Number, IReadOnlyList<Problem> Problems);
