using Mentorship.Domain.Cases;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;

namespace Mentorship.UseCases.Mailing;

/// <summary>Queues the mails of a case in the same commit: one for each person whom a task reaches, each with a link of its own.</summary>
internal sealed class WorkMail(InstallationKey key)
{
    public void Work(MentorshipDb db, CaseSurroundings around, WorkItem item, DateTimeOffset at) => About(db, around, item, MailTemplate.Work, at);

    public void ClosingCheck(MentorshipDb db, CaseSurroundings around, WorkItem item, DateTimeOffset at) => About(db, around, item, MailTemplate.ClosingCheck, at);

    /// <summary>What a Mail step says: its subject and body go to the people its <c>to</c> names.</summary>
    public static void OfProcess(MentorshipDb db, OpenedCase opened, SendMail step, DateTimeOffset at)
    {
        FlowNode node = opened.Graph.Node(step.NodeId);
        CaseSurroundings around = opened.Around;
        Dictionary<string, string> fields = new() { ["subject"] = node.Text("subject") ?? opened.Case.Title, ["body"] = node.Text("body") ?? "" };
        foreach (Participant participant in around.Staff.Resolve(node.Text("to") ?? "", around.Relations, around.Institution.DayOf(at)))
            foreach (Guid person in around.Staff.Reach(participant))
                if (Address(around, person) is { } address)
                    db.Mails.Add(new OutgoingMail { InstitutionId = opened.Case.InstitutionId, PersonId = person, Address = address, Template = MailTemplate.ProcessMail, Fields = fields, CreatedAt = at });
    }

    /// <summary>A fresh link for a person who came by an old one.</summary>
    public void FreshLink(MentorshipDb db, CaseSurroundings around, WorkItem item, Guid person, DateTimeOffset at) =>
        Queue(db, around, item, person, MailTemplate.FreshLink, at);

    private void About(MentorshipDb db, CaseSurroundings around, WorkItem item, MailTemplate template, DateTimeOffset at)
    {
        foreach (Guid person in around.Staff.Reach(item.Holder)) Queue(db, around, item, person, template, at);
    }

    private void Queue(MentorshipDb db, CaseSurroundings around, WorkItem item, Guid person, MailTemplate template, DateTimeOffset at)
    {
        if (Address(around, person) is not { } address) return;
        ActionLink link = new ActionLink
        {
            InstitutionId = item.InstitutionId, WorkItemId = item.Id, PersonId = person, DocumentVersionId = item.DocumentVersionId, CreatedAt = at,
        }.Seal(key.Bytes);
        db.Links.Add(link);
        db.Mails.Add(new OutgoingMail
        {
            InstitutionId = item.InstitutionId, PersonId = person, Address = address, Template = template, LinkId = link.Id, WorkItemId = item.Id, CreatedAt = at,
            Fields = MailText.FieldsOf(item, around.Institution),
        });
    }

    private static string? Address(CaseSurroundings around, Guid person) => around.Staff.Member(person)?.Person.Email is { Length: > 0 } address ? address : null;
}
