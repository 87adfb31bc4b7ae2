using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>Shows what is behind a mail link. Nothing is changed, not even «opened»: mail scanners open every link.</summary>
public sealed class OpenLink
{
    private readonly Work _work;
    private readonly LinkDesk _links;
    private readonly CaseDesk _cases;

    internal OpenLink(Work work, LinkDesk links, CaseDesk cases) => (_work, _links, _cases) = (work, links, cases);

    /// <summary>Null when there is no such link.</summary>
    public async Task<LinkView?> RunAsync(string token, CancellationToken cancel)
    {
        if (await _links.FindAsync(token, cancel) is not { } found) return null;
        return await _work.ReadAsync<LinkView?>(found.Link.InstitutionId, async db =>
        {
            OpenedCase opened = (await _cases.OpenAsync(db, found.CaseId, cancel))!;
            WorkItem item = await db.WorkItems.Include(w => w.Evidence).SingleAsync(w => w.Id == found.Link.WorkItemId, cancel);
            StaffDirectory staff = opened.Around.Staff;
            Guid person = found.Link.PersonId;
            LinkState state = StateOf(item, found, staff, opened.Case.Status == CaseStatus.Suspended);
            LinkView view = new(state, opened.Around.Institution.ShortName, staff.Member(person)?.Person.Greeting ?? "", item.Id, item.Kind, item.Title);
            return state switch
            {
                LinkState.Open => view with { Sheet = await TaskSheets.MakeAsync(db, opened, item, person, _work.Now, cancel) },
                LinkState.HandedOver => view with { Holder = TaskSheets.HolderName(staff, item) },
                LinkState.DecidedByYou => view with { Fate = WorkFate.Own(item, opened.Around.Institution), Comment = item.Comment, MayTakeBack = TakingBackDesk.MayTry(opened, item, _work.Now) },
                LinkState.Renewed or LinkState.Signing => view,
                LinkState.Suspended => view with { Fate = DecisionRules.Suspended.Text },
                _ => view with { Fate = WorkFate.Of(item, TaskSheets.NameOf(staff, item.DecidedBy), opened.Around.Institution), Comment = item.Comment },
            };
        }, cancel);
    }

    private static LinkState StateOf(WorkItem item, FoundLink found, StaffDirectory staff, bool suspended) => item.Status switch
    {
        WorkStatus.Withdrawn => LinkState.Withdrawn,
        WorkStatus.Done => item.DecidedBy == found.Link.PersonId ? LinkState.DecidedByYou : LinkState.Decided,
        _ when !staff.MayAct(found.Link.PersonId, item.Holder) => LinkState.HandedOver,
        _ when found.Link.Revoked => LinkState.Renewed,
        WorkStatus.Signing => LinkState.Signing,
        _ when suspended => LinkState.Suspended,
        _ => LinkState.Open,
    };
}

/// <summary>What became of a link and its task.</summary>
public enum LinkState { Open, DecidedByYou, Decided, Withdrawn, HandedOver, Renewed, Signing, Suspended }

public sealed record LinkView(LinkState State, string Institution, string Greeting, Guid WorkItemId, WorkKind Kind, string Title)
{
    /// <summary>The task, while it is open and theirs.</summary>
    public TaskSheet? Sheet { get; init; }

    /// <summary>What became of the task, in a sentence.</summary>
    public string? Fate { get; init; }
    public string? Comment { get; init; }

    /// <summary>The decision may still be taken back.</summary>
    public bool MayTakeBack { get; init; }

    /// <summary>Who has the task now.</summary>
    public string? Holder { get; init; }
}
