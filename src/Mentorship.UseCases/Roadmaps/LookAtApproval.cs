using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Programmes;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Importing;
using Mentorship.UseCases.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Roadmaps;

/// <summary>What the page that sends a roadmap to be approved shows.</summary>
public sealed class LookAtApproval
{
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal LookAtApproval(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    public async Task<Outcome<ApprovalView>> RunAsync(Actor actor, Guid programmeId, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        return await _work.ReadAsync<Outcome<ApprovalView>>(actor.InstitutionId, async db =>
        {
            Programme? programme = await db.Programmes.SingleOrDefaultAsync(p => p.Id == programmeId, cancel);
            if (programme is null) return RoadmapDesk.NoRoadmap;
            if (programme.Status is ProgrammeStatus.Running or ProgrammeStatus.Finished) return ApprovedEarlier.AlreadyRunning;
            if (await RoadmapDesk.MayChangeAsync(db, programme, cancel) is { } no) return no;
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            Document? order = programme.ApprovalDocumentId is { } id ? await db.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel) : null;
            DateOnly today = institution.DayOf(_work.Now);
            return new ApprovalView(programme.Title, order?.Status, order?.ReturnReason, today, [.. StaffChoices.Of(await _cases.StaffAsync(db, cancel), today).Where(c => c.Group == ChoiceGroup.People)]);
        }, cancel);
    }
}

/// <param name="Approval">Why it came back, where it did.</param>
/// <param name="People">Who may be named in the order.</param>
public sealed record ApprovalView(string Title, DocumentStatus? OrderStatus, string? Approval, DateOnly Today, IReadOnlyList<AssigneeChoice> People);
