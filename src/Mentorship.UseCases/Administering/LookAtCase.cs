using Mentorship.Domain.Auditing;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Administering;

/// <summary>Shows one case to who runs the programme.</summary>
public sealed class LookAtCase
{
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal LookAtCase(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    public async Task<Outcome<CaseView>> RunAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        return await _work.ReadAsync<Outcome<CaseView>>(actor.InstitutionId, async db =>
        {
            if (await _cases.OpenAsync(db, id, cancel) is not { } opened) return AdministrationDesk.NoCase;
            Case subject = opened.Case;
            Institution institution = opened.Around.Institution;
            var version = await db.ProcessVersions.Where(v => v.Id == subject.ProcessVersionId).Join(db.Processes, v => v.ProcessId, p => p.Id, (v, p) => new { p.Name, v.Number }).SingleAsync(cancel);
            List<AuditEvent> events = await db.Audit.Where(e => e.StreamId == id).OrderBy(e => e.Number).ToListAsync(cancel);
            List<Decision> decisions = await db.Decisions.Where(d => d.CaseId == id).ToListAsync(cancel);
            CaseHistory history = new(opened, events, decisions, await WorkAsync(db, id, cancel));
            return new CaseView(id, subject.Title, subject.Status, version.Name, version.Number, Local(institution, subject.StartedAt), subject.EndedAt is { } end ? Local(institution, end) : null)
            {
                Today = institution.DayOf(_work.Now), IsAdministrator = actor.Is(Roles.Administrator), DocumentId = subject.DocumentId, ProgrammeId = subject.DocumentId is null ? subject.ProgrammeId : null,
                SuspendedBecause = subject.Status == CaseStatus.Suspended ? events.LastOrDefault(e => e.Kind == "CaseSuspended")?.Data : null,
                Steps = subject.Status is CaseStatus.Running or CaseStatus.Suspended ? [.. Steps(opened).OrderBy(s => s.Kind)] : [], History = history.Lines(),
                Documents = await CaseDocuments.OfAsync(db, opened, decisions, cancel),
            };
        }, cancel);
    }

    internal static DateTimeOffset Local(Institution institution, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, institution.Zone);

    private static IEnumerable<CaseStep> Steps(OpenedCase opened)
    {
        ILookup<string, WorkItem> work = opened.Case.WorkItems.Where(w => w.IsOpen).ToLookup(w => w.StepId);
        foreach (StepState step in FlowStateJson.Read(opened.Case.State).OpenSteps)
        {
            FlowNode node = opened.Graph.Node(step.NodeId);
            DateTimeOffset? opens = step.Occurrences.Where(o => o.Status == OccurrenceStatus.Scheduled).Min(o => o.OpensAt);
            yield return new CaseStep(step.Id, node.Name, node.StageId is { } stage ? opened.Graph.Node(stage).Name : null, step.Round, KindOf(step), step.Reason,
                step.Status == StepStatus.Scheduled && step.ScheduleKind == ScheduleKind.Window && opens is { } at ? opened.Around.Institution.DayOf(at) : null)
            {
                Holders = [.. work[step.Id].Select(w => Holder(w, opened))], Outcomes = [.. node.Outcomes.Select(o => (o, CaseHistory.OutcomeWords(o)))],
                Targets = [.. opened.Graph.Nodes.Where(n => n.ParentId == node.ParentId && n.Id != node.Id && n.Kind != NodeKind.Start).Select(n => (n.Id, n.Name))],
            };
        }
    }

    private static CaseStepKind KindOf(StepState step) => step switch
    {
        { Status: StepStatus.Attention } => CaseStepKind.Attention,
        { ScheduleKind: ScheduleKind.NeedsDeadline } => CaseStepKind.NeedsDeadline,
        { ScheduleKind: ScheduleKind.AwaitsEvent, Status: StepStatus.Scheduled } => CaseStepKind.AwaitsEvent,
        { Status: StepStatus.Open, Kind: not NodeKind.Wait } => CaseStepKind.Open,
        _ => CaseStepKind.Waiting,
    };

    private static CaseHolder Holder(WorkItem item, OpenedCase opened) => new(item.Id, item.Kind, TaskSheets.HolderName(opened.Around.Staff, item),
        opened.Around.Institution.DayOf(item.OpenedAt), item is { BeforeApproval: false, DueAt: { } due } ? opened.Around.Institution.DayOf(due) : null, item.BeforeApproval);

    private static Task<Dictionary<Guid, string>> WorkAsync(MentorshipDb db, Guid id, CancellationToken cancel) =>
        db.WorkItems.Where(w => w.CaseId == id).Select(w => new { w.Id, w.StepId }).ToDictionaryAsync(w => w.Id, w => w.StepId, cancel);
}
