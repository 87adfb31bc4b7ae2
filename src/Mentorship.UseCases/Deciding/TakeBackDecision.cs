using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Cases;

namespace Mentorship.UseCases.Deciding;

/// <summary>A mistake is taken back within the institution's undo window: by who decided, or by an administrator with a reason.</summary>
public sealed class TakeBackDecision
{
    private readonly Work _work;
    private readonly LinkDesk _links;
    private readonly WorkWhereabouts _whereabouts;
    private readonly TakingBackDesk _desk;

    internal TakeBackDecision(Work work, LinkDesk links, WorkWhereabouts whereabouts, TakingBackDesk desk) => (_work, _links, _whereabouts, _desk) = (work, links, whereabouts, desk);

    /// <param name="reason">Needed of an administrator who takes back another's decision.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid workItem, string? reason, CancellationToken cancel)
    {
        Guid? caseId = await _whereabouts.CaseOfAsync(_work, actor.InstitutionId, workItem, cancel);
        if (caseId is null) return DecisionRules.NotOpen;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            Outcome<DecidedTask> task = await _desk.LayAsync(db, caseId.Value, workItem, at, cancel);
            if (task.Refusal is { } no) return no;
            if (task.Value!.Item.DecidedBy == actor.PersonId) return await _desk.TakeBackAsync(db, task.Value, actor.PersonId, null, at, cancel);
            if (!actor.Is(Roles.Administrator)) return TakingBackDesk.NotYours;
            Outcome<string> why = AdministrationDesk.Reason(reason);
            return why.Refusal is { } missing ? missing : await _desk.TakeBackAsync(db, task.Value, actor.PersonId, why.Value, at, cancel);
        }, cancel);
    }

    /// <summary>Behind the mail link by which it was decided.</summary>
    public async Task<Outcome<Done>> RunAsync(string token, CancellationToken cancel)
    {
        if (await _links.FindAsync(token, cancel) is not { } found) return LinkDesk.Unknown;
        return await _work.OnCaseAsync<Done>(found.Link.InstitutionId, found.CaseId, async (db, at) =>
        {
            Outcome<DecidedTask> task = await _desk.LayAsync(db, found.CaseId, found.Link.WorkItemId, at, cancel);
            if (task.Refusal is { } no) return no;
            return task.Value!.Item.DecidedBy == found.Link.PersonId ? await _desk.TakeBackAsync(db, task.Value, found.Link.PersonId, null, at, cancel) : TakingBackDesk.NotYours;
        }, cancel);
    }
}
