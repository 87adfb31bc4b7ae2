using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Roadmaps.Standing;
using Mentorship.Flow;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Roadmaps;

/// <summary>The running case of a roadmap as its views need it: the last start of every node, all its work, who holds what.</summary>
internal sealed class RunningItems
{
    private readonly Dictionary<string, StepState> _steps = [];
    private readonly ILookup<string, WorkItem> _work;
    private readonly Institution _institution;
    private readonly DateTimeOffset _now;
    private readonly bool _runs;

    private RunningItems(string? state, IEnumerable<WorkItem> work, Institution institution, DateTimeOffset now)
    {
        _runs = state is not null;
        if (state is not null) foreach (StepState step in FlowStateJson.Read(state).Steps) _steps[step.NodeId] = step;
        (_work, _institution, _now) = (work.ToLookup(w => w.NodeId), institution, now);
    }

    public static async Task<RunningItems> OfAsync(MentorshipDb db, Guid? caseId, Institution institution, DateTimeOffset now, CancellationToken cancel)
    {
        if (caseId is not { } id) return new RunningItems(null, [], institution, now);
        string state = await db.Cases.Where(c => c.Id == id).Select(c => c.State).SingleAsync(cancel);
        return new RunningItems(state, await db.WorkItems.AsNoTracking().Include(w => w.Evidence).Where(w => w.CaseId == id).ToListAsync(cancel), institution, now);
    }

    public StepState? Step(string node) => _steps.GetValueOrDefault(node);

    /// <summary>How a node stands; without a case nothing has started.</summary>
    public ItemStanding Standing(string node) => _runs ? ItemStanding.Of(Step(node), [.. _work[node]], _institution, _now) : ItemStanding.NotStarted;

    public IEnumerable<Evidence> Evidence(string node) => _work[node].Where(w => w.Status == WorkStatus.Done).SelectMany(w => w.Evidence);

    /// <summary>Who holds the open work of a node, by name.</summary>
    public string Holders(string node, StaffDirectory staff) => string.Join(", ", _work[node].Where(w => w.IsOpen)
        .Select(w => w.BodyId is { } body ? staff.Body(body)?.Name : staff.Member(w.PersonId!.Value)?.Person.ShortName).OfType<string>().Distinct());
}
