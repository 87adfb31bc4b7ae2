using Mentorship.Domain.Cases;
using Mentorship.Domain.Mailing;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Mailing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>
/// An old link asks for a fresh one: it goes to the person's own mailbox, never to an address that somebody types. The answer is the same whether or not there is
/// such a link and such a task, so that nothing can be learned by asking.
/// </summary>
public sealed class AskFreshLink
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);
    private readonly Work _work;
    private readonly LinkDesk _links;
    private readonly CaseDesk _cases;
    private readonly WorkMail _mail;

    internal AskFreshLink(Work work, LinkDesk links, CaseDesk cases, WorkMail mail) => (_work, _links, _cases, _mail) = (work, links, cases, mail);

    public async Task RunAsync(string token, CancellationToken cancel)
    {
        if (await _links.FindAsync(token, cancel) is not { } found) return;
        await _work.OnCaseAsync<Done>(found.Link.InstitutionId, found.CaseId, async (db, at) =>
        {
            OpenedCase opened = (await _cases.OpenAsync(db, found.CaseId, cancel))!;
            WorkItem? linked = await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(w => w.Id == found.Link.WorkItemId, cancel);
            if (LinkDesk.Successor(opened.Case.WorkItems, linked, found.Link, opened.Around.Staff) is not { } item) return default(Done);
            DateTimeOffset since = at - Pause;
            if (await db.Mails.AnyAsync(m => m.WorkItemId == item.Id && m.PersonId == found.Link.PersonId && m.Template == MailTemplate.FreshLink && m.CreatedAt > since, cancel)) return default(Done);
            List<ActionLink> before = await db.Links.Where(l => l.WorkItemId == item.Id && l.PersonId == found.Link.PersonId && !l.Revoked).ToListAsync(cancel);
            if (!await _mail.FreshLinkAsync(db, opened, item, found.Link.PersonId, at, cancel)) return default(Done);
            foreach (ActionLink old in before) old.Revoked = true;
            return default(Done);
        }, cancel);
    }
}
