using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>The holder of a mail link decides its task: the token says who, the PIN confirms it where money, personnel or minors are touched.</summary>
public sealed class DecideByLink
{
    private readonly Work _work;
    private readonly LinkDesk _links;
    private readonly DecisionDesk _desk;
    private readonly PinDesk _pins;

    internal DecideByLink(Work work, LinkDesk links, DecisionDesk desk, PinDesk pins) => (_work, _links, _desk, _pins) = (work, links, desk, pins);

    public async Task<Outcome<DecisionReceipt>> RunAsync(string token, Answer answer, CancellationToken cancel)
    {
        if (await _links.FindAsync(token, cancel) is not { } found) return LinkDesk.Unknown;
        return await _work.OnCaseOfAsync<DecisionReceipt>(found.Link.InstitutionId, found.Link.PersonId, found.CaseId, async (db, at) =>
        {
            ActionLink link = await db.Links.SingleAsync(l => l.Id == found.Link.Id, cancel);
            if (link.Revoked) return LinkDesk.Renewed;
            Outcome<TaskOnDesk> task = await _desk.LayAsync(db, found.CaseId, link.WorkItemId, cancel);
            if (task.Refusal is { } closed) return closed;
            Outcome<Door> door = await DoorAsync(db, task.Value!, link, answer, at, cancel);
            if (door.Refusal is { } shut) return shut;
            Outcome<DecisionRequest> request = await DecisionDesk.AskAsync(db, task.Value!, link.PersonId, answer with { SeenVersion = answer.SeenVersion ?? link.DocumentVersionId }, door.Value, at, cancel);
            return request.Refusal is { } no ? no : await _desk.RecordAsync(db, task.Value!, request.Value!, at, cancel);
        }, cancel);
    }

    /// <summary>A wrong PIN must be counted and nothing else be kept, so it is asked before anything is written.</summary>
    private async Task<Outcome<Door>> DoorAsync(MentorshipDb db, TaskOnDesk task, ActionLink link, Answer answer, DateTimeOffset at, CancellationToken cancel)
    {
        if (!task.Opened.Around.Staff.MayAct(link.PersonId, task.Item.Holder)) return DecisionRules.NotYours;
        Document? document = task.Item.DocumentId is { } id ? await db.Documents.FindAsync([id], cancel) : null;
        if (answer.Outcome == "Returned" || !NeedsPin(task.Item, document)) return Door.Link;
        Person person = await db.People.SingleAsync(p => p.Id == link.PersonId, cancel);
        return _pins.Confirm(person, null, answer.Pin, at) is { } wrong ? wrong : Door.LinkWithPin;
    }

    /// <summary>Concurring where money, personnel or minors are touched, where a return needs no more than the link; and an answer about personal data, yes or no.</summary>
    internal static bool NeedsPin(WorkItem item, Document? document) => item.Kind == WorkKind.Consent || item.Kind == WorkKind.Concur && document is { KindOf.TouchesPeople: true };
}
