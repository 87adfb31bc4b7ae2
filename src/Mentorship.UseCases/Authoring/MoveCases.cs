using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Authoring;

/// <summary>
/// Takes running cases of earlier versions to the published one. First a dry run says of each case whether it can move and what that would do;
/// then each case moves in a commit of its own, judged anew on what it is by then. Both go batch by batch and may be broken off and taken up again.
/// </summary>
public sealed class MoveCases
{
    public const int LargestBatch = 500;
    private readonly Work _work;
    private readonly AuthoringDesk _desk;
    private readonly CaseDesk _cases;

    internal MoveCases(Work work, AuthoringDesk desk, CaseDesk cases) => (_work, _desk, _cases) = (work, desk, cases);

    /// <summary>What would become of the next cases; nothing is saved.</summary>
    /// <param name="after">The last case of the batch before; null begins.</param>
    public Task<Outcome<MoveBatch>> PreviewAsync(Actor actor, Guid processId, Guid? after, int take, CancellationToken cancel) =>
        RunAsync(actor, processId, null, after, take, (target, id) => _work.ReadAsync(actor.InstitutionId, db => MoveOneAsync(db, actor, target, id, _work.Now, keep: false, cancel), cancel), cancel);

    /// <summary>Moves the next cases.</summary>
    /// <param name="number">The version that the person saw in the preview; if another was published since, nothing moves.</param>
    public Task<Outcome<MoveBatch>> MoveAsync(Actor actor, Guid processId, int number, Guid? after, int take, CancellationToken cancel) =>
        RunAsync(actor, processId, number, after, take, async (target, id) =>
        {
            Outcome<MoveLine?> line = await _work.OnCaseAsync<MoveLine?>(actor.InstitutionId, id, async (db, at) => await MoveOneAsync(db, actor, target, id, at, keep: true, cancel), cancel);
            return line.Value;
        }, cancel);

    private async Task<Outcome<MoveBatch>> RunAsync(Actor actor, Guid processId, int? number, Guid? after, int take, Func<MoveTarget, Guid, Task<MoveLine?>> one, CancellationToken cancel)
    {
        if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
        MoveTarget? target = await _work.ReadAsync(actor.InstitutionId, db => TargetAsync(db, processId, cancel), cancel);
        if (target is null) return AuthoringDesk.NoProcess;
        if (number is { } seen && seen != target.Number) return Newer;
        List<Guid> waiting = after is { } last ? target.Cases.FindAll(id => id.CompareTo(last) > 0) : target.Cases;
        List<Guid> batch = [.. waiting.Take(Math.Clamp(take, 1, LargestBatch))];
        List<MoveLine> lines = [];
        foreach (Guid id in batch)
            if (await one(target, id) is { } line) lines.Add(line);
        return new MoveBatch(target.Number, target.Cases.Count, lines, batch.Count < waiting.Count ? batch[^1] : null);
    }

    private async Task<MoveTarget?> TargetAsync(MentorshipDb db, Guid processId, CancellationToken cancel)
    {
        if (await _desk.OpenAsync(db, processId, cancel) is not { Process.CurrentNumber: > 0 } opened) return null;
        Guid current = opened.Process.CurrentVersionId;
        List<Guid> older = await db.Cases.Where(c => (c.Status == CaseStatus.Running || c.Status == CaseStatus.Suspended) && c.ProcessVersionId != current && db.ProcessVersions.Any(v => v.Id == c.ProcessVersionId && v.ProcessId == processId))
            .Select(c => c.Id).ToListAsync(cancel);
        older.Sort();
        return new MoveTarget(current, opened.Process.CurrentNumber, await _cases.GraphAsync(db, current, cancel), older);
    }

    /// <summary>Null when the case ended or moved meanwhile.</summary>
    private async Task<MoveLine?> MoveOneAsync(MentorshipDb db, Actor actor, MoveTarget target, Guid id, DateTimeOffset at, bool keep, CancellationToken cancel)
    {
        OpenedCase? opened = await _cases.OpenAsync(db, id, cancel);
        if (opened is null || opened.Case.ProcessVersionId == target.Version || opened.Case.Status is CaseStatus.Finished or CaseStatus.Cancelled) return null;
        int number = await db.ProcessVersions.Where(v => v.Id == opened.Case.ProcessVersionId).Select(v => v.Number).SingleAsync(cancel);
        string title = opened.Case.Title;
        CaseChanges changes = opened.Case.MoveTo(target.Version, opened.Graph, target.Graph, opened.Around, actor.PersonId, at);
        if (changes.Refusal is { } no)
            return new MoveLine(id, title, number, changes.Reasons.Count > 0 ? changes.Reasons : [new Problem(no.Code, Severity.Error, null, no.Text)], [], []);
        if (keep) await _cases.PutAwayAsync(db, opened with { Graph = target.Graph }, changes, at, cancel);
        return new MoveLine(id, title, number, [], [.. changes.Opened.Select(w => new MovedWork(w.NodeId, w.Title, Name(opened, w)))], [.. changes.Withdrawn.Select(w => new MovedWork(w.NodeId, w.Title, Name(opened, w)))]);
    }

    private static string Name(OpenedCase opened, WorkItem item) =>
        item.BodyId is { } body ? opened.Around.Staff.Body(body)?.Name ?? "" : opened.Around.Staff.Member(item.PersonId!.Value)?.Person.ShortName ?? "";

    private sealed record MoveTarget(Guid Version, int Number, FlowGraph Graph, List<Guid> Cases);

    private static Refusal Newer { get; } = new("VersionChanged", "Пока вы смотрели, опубликована другая версия. Ниже – что станет с делами при переводе на неё.");
}

/// <param name="Number">The version to which they move.</param>
/// <param name="Left">Running cases of earlier versions when the batch began.</param>
/// <param name="Next">Begin the next batch after this case; null when this was the last.</param>
public sealed record MoveBatch(int Number, int Left, IReadOnlyList<MoveLine> Lines, Guid? Next);

/// <param name="From">The number of the version by which the case runs.</param>
/// <param name="Reasons">Why it stays, each with the step's name; empty when it moves.</param>
/// <param name="Opened">Work that begins or changes hands.</param>
/// <param name="Withdrawn">Work that is taken back.</param>
public sealed record MoveLine(Guid CaseId, string Title, int From, IReadOnlyList<Problem> Reasons, IReadOnlyList<MovedWork> Opened, IReadOnlyList<MovedWork> Withdrawn)
{
    public bool Moves => Reasons.Count == 0;
}

public sealed record MovedWork(string NodeId, string Title, string Who);
