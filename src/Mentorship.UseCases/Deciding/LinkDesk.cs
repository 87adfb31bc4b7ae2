using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>Finds what a token stands for, across institutions; everything after that happens in the institution of the link.</summary>
internal sealed class LinkDesk(Work work)
{
    private const int TokenLength = 43;

    /// <summary>Null when no link has this token.</summary>
    public async Task<FoundLink?> FindAsync(string token, CancellationToken cancel)
    {
        if (token.Length != TokenLength || !token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;
        string hash = ActionLink.HashOf(token);
        return await work.ReadAsync(Guid.Empty, db => db.Links.IgnoreQueryFilters().Where(l => l.TokenHash == hash)
            .Join(db.WorkItems.IgnoreQueryFilters(), l => l.WorkItemId, w => w.Id, (l, w) => new FoundLink(l, w.CaseId)).SingleOrDefaultAsync(cancel), cancel);
    }

    /// <summary>The open task that the person of the link may decide now: the same one, or the one that took its place in a later round.</summary>
    public static WorkItem? Successor(IEnumerable<WorkItem> open, WorkItem? linked, ActionLink link, StaffDirectory staff)
    {
        WorkItem[] theirs = [.. open.Where(w => w.IsOpen && staff.MayAct(link.PersonId, w.Holder))];
        return theirs.FirstOrDefault(w => w.Id == link.WorkItemId)
            ?? theirs.Where(w => linked is not null && (w.NodeId == linked.NodeId || w.DocumentId is not null && w.DocumentId == linked.DocumentId)).MaxBy(w => w.OpenedAt);
    }

    public static Refusal Unknown { get; } = new("LinkUnknown", "По этой ссылке ничего нет. Откройте её прямо из письма, целиком.");
    public static Refusal Renewed { get; } = new("LinkRenewed", "Эта ссылка устарела: вместо неё прислана новая. Откройте последнее письмо.");
}

internal sealed record FoundLink(ActionLink Link, Guid CaseId);
