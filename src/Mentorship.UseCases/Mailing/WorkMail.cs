using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Mailing;

/// <summary>Queues the mails of a case in the same commit: one for each person whom a task reaches, each with a link of its own.</summary>
internal sealed class WorkMail(InstallationKey key, MentorshipSettings settings)
{
    /// <summary>In a demonstration nothing waits to be sent.</summary>
    private readonly MailStatus _fresh = settings.Demonstration ? MailStatus.Kept : MailStatus.Waiting;

    public Task WorkAsync(MentorshipDb db, OpenedCase opened, WorkItem item, DateTimeOffset at, CancellationToken cancel) => AboutAsync(db, opened, item, MailTemplate.Work, at, cancel);

    public Task ClosingCheckAsync(MentorshipDb db, OpenedCase opened, WorkItem item, DateTimeOffset at, CancellationToken cancel) => AboutAsync(db, opened, item, MailTemplate.ClosingCheck, at, cancel);

    /// <summary>Asks again; false when nobody whom the task reaches has an address.</summary>
    public Task<bool> ReminderAsync(MentorshipDb db, OpenedCase opened, WorkItem item, DateTimeOffset at, CancellationToken cancel) => AboutAsync(db, opened, item, MailTemplate.Reminder, at, cancel);

    /// <summary>Tells those whom the step names that its work is not answered; false when nobody of them has an address.</summary>
    public async Task<bool> EscalateAsync(MentorshipDb db, OpenedCase opened, IReadOnlyCollection<WorkItem> held, DateTimeOffset at, CancellationToken cancel)
    {
        CaseSurroundings around = opened.Around;
        if (AskingAgain.EscalationOf(opened.Graph.Node(held.First().NodeId), around.Institution) is not { } rules) return false;
        Dictionary<string, string> fields = MailText.FieldsOfEscalation(held, await KindAsync(db, held.First(), cancel), around.Institution, around.Staff);
        bool queued = false;
        foreach (Guid person in around.Staff.Resolve(rules.To, around.Relations, around.Institution.DayOf(at)).SelectMany(around.Staff.Reach).Distinct())
        {
            if (Address(around, person) is not { } address) continue;
            db.Mails.Add(new OutgoingMail { InstitutionId = opened.Case.InstitutionId, PersonId = person, Address = address, Template = MailTemplate.Escalation, Fields = new(fields), CreatedAt = at, Status = _fresh });
            queued = true;
        }
        return queued;
    }

    /// <summary>A fresh link for a person who came by an old one; false when the person has no address.</summary>
    public async Task<bool> FreshLinkAsync(MentorshipDb db, OpenedCase opened, WorkItem item, Guid person, DateTimeOffset at, CancellationToken cancel) =>
        Queue(db, opened, item, MailText.FieldsOf(item, await KindAsync(db, item, cancel), opened.Around.Institution, opened.Around.Staff), person, MailTemplate.FreshLink, at);

    /// <summary>
    /// What a Mail step says: its subject and body go to the people its <c>to</c> names, with what it attaches. Neutral mails carry no file: they lead to the document.
    /// Returns why something does not go with it, a sentence each.
    /// </summary>
    public async Task<IReadOnlyList<string>> OfProcessAsync(MentorshipDb db, OpenedCase opened, SendMail step, DateTimeOffset at, CancellationToken cancel)
    {
        CaseSurroundings around = opened.Around;
        Dictionary<string, string> fields = MailText.FieldsOfStep(step.Subject ?? opened.Case.Title, step.Body, around.Institution, around.Staff);
        fields["step"] = OutgoingMail.StepMark(opened.Case.Id, step.Step);
        MailLoad load = await MailAttaching.OfAsync(db, opened, step, cancel);
        bool neutral = around.Institution.NeutralMails;
        if (neutral && load is { Attached.Count: > 0, Document: { } document }) fields[OutgoingMail.DocumentField] = document.ToString();
        foreach (Participant participant in around.Staff.Resolve(step.To, around.RelationsOf(step.Values), around.Institution.DayOf(at)))
            foreach (Guid person in around.Staff.Reach(participant))
                if (Address(around, person) is { } address)
                    db.Mails.Add(new OutgoingMail
                    {
                        InstitutionId = opened.Case.InstitutionId, PersonId = person, Address = address, Template = MailTemplate.ProcessMail, Fields = fields, CreatedAt = at, Status = _fresh,
                        Attached = neutral ? [] : [.. load.Attached],
                    });
        return load.Missing;
    }

    private async Task<bool> AboutAsync(MentorshipDb db, OpenedCase opened, WorkItem item, MailTemplate template, DateTimeOffset at, CancellationToken cancel)
    {
        Dictionary<string, string> fields = MailText.FieldsOf(item, await KindAsync(db, item, cancel), opened.Around.Institution, opened.Around.Staff);
        if (template == MailTemplate.Work && item.Kind is WorkKind.Concur or WorkKind.Sign && await ChangesAsync(db, opened, item, cancel) is { Length: > 0 } changes) fields["changes"] = changes;
        bool queued = false;
        foreach (Guid person in opened.Around.Staff.Reach(item.Holder)) queued |= Queue(db, opened, item, fields, person, template, at);
        return queued;
    }

    /// <summary>What the version says otherwise than the one before; empty for a first version.</summary>
    private static async Task<string> ChangesAsync(MentorshipDb db, OpenedCase opened, WorkItem item, CancellationToken cancel)
    {
        if (item.DocumentId is not { } id || item.DocumentVersionId is not { } shown || await db.Documents.FindAsync([id], cancel) is not { CurrentNumber: > 1 } document) return "";
        if (opened.ChangesTold.TryGetValue(shown, out string? told)) return told;
        DocumentVersion version = (await db.DocumentVersions.FindAsync([shown], cancel))!;
        DocumentVersion? before = await db.DocumentVersions.SingleOrDefaultAsync(v => v.DocumentId == id && v.Number == version.Number - 1, cancel);
        return opened.ChangesTold[shown] = before is null ? "" : MailText.ChangesOf(WhatChanged.Between(before, version).Changes, version.Number, document.KindOf, opened.Around.Institution, opened.Around.Staff);
    }

    private static async Task<DocumentKind?> KindAsync(MentorshipDb db, WorkItem item, CancellationToken cancel) =>
        item.DocumentId is { } id ? (await db.Documents.FindAsync([id], cancel))?.KindOf : null;

    private bool Queue(MentorshipDb db, OpenedCase opened, WorkItem item, Dictionary<string, string> fields, Guid person, MailTemplate template, DateTimeOffset at)
    {
        if (Address(opened.Around, person) is not { } address) return false;
        ActionLink link = new ActionLink
        {
            InstitutionId = item.InstitutionId, WorkItemId = item.Id, PersonId = person, DocumentVersionId = item.DocumentVersionId, CreatedAt = at,
        }.Seal(key.Bytes);
        db.Links.Add(link);
        db.Mails.Add(new OutgoingMail
        {
            InstitutionId = item.InstitutionId, PersonId = person, Address = address, Template = template, LinkId = link.Id, WorkItemId = item.Id, CreatedAt = at, Status = _fresh,
            Fields = new(fields),
        });
        return true;
    }

    private static string? Address(CaseSurroundings around, Guid person) => around.Staff.Member(person)?.Person.Email is { Length: > 0 } address ? address : null;
}
