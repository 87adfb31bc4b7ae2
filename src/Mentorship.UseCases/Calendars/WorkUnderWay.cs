using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Deadlines.Scheduling;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Calendars;

/// <summary>
/// What another calendar means for cases that run: work that waits for its days because a schedule was missing finds them; what has its days
/// keeps them, whatever its text would mean now.
/// </summary>
internal sealed class WorkUnderWay(CaseDesk cases)
{
    /// <summary>What would change, read only.</summary>
    public async Task<CalendarEffect> EffectAsync(MentorshipDb db, Institution institution, InstitutionCalendar now, InstitutionCalendar wanted, DateTimeOffset at, CancellationToken cancel)
    {
        List<string> found = [], later = [], kept = [];
        foreach (RunningCase running in await RunningAsync(db, institution, true, cancel))
        {
            FlowGraph graph = await cases.GraphAsync(db, running.Version, cancel);
            PlanContext before = PlanContext.Of(running.Year, now), after = PlanContext.Of(running.Year, wanted);
            foreach (StepState step in FlowStateJson.Read(running.State).OpenSteps)
                if (graph.Find(step.NodeId) is not { } node) continue;
                else if (DaysFound.Has(step, node, after, institution, at)) (running.StandsStill ? later : found).Add(node.Name);
                else if (!running.StandsStill && ReadsOtherwise(step, node, before, after)) kept.Add(node.Name);
        }
        return new CalendarEffect(found, kept) { Later = later };
    }

    /// <summary>Prepares again what waits for its days and has them by this calendar. Nothing is saved here.</summary>
    /// <param name="reason">For the history of the cases.</param>
    /// <returns>How many steps found their days.</returns>
    public async Task<int> FindDaysAsync(MentorshipDb db, Institution institution, InstitutionCalendar wanted, Guid by, string reason, DateTimeOffset at, CancellationToken cancel)
    {
        int count = 0;
        foreach (RunningCase running in await RunningAsync(db, institution, false, cancel))
        {
            FlowGraph graph = await cases.GraphAsync(db, running.Version, cancel);
            PlanContext plan = PlanContext.Of(running.Year, wanted);
            List<string> found = DaysFound.In(running.State, graph, plan, institution, at);
            if (found.Count == 0) continue;
            OpenedCase opened = (await cases.OpenAsync(db, running.Id, cancel))!;
            opened = opened with { Around = opened.Around with { Plan = plan } };
            count += await DaysFound.RetryAsync(cases, db, opened, found, by, reason, at, cancel);
        }
        return count;
    }

    /// <summary>The route of a document names no terms; a case that stands still finds its days when it is resumed.</summary>
    private static async Task<List<RunningCase>> RunningAsync(MentorshipDb db, Institution institution, bool withThoseThatStandStill, CancellationToken cancel)
    {
        var found = await db.Cases.AsNoTracking().Where(c => (c.Status == CaseStatus.Running || withThoseThatStandStill && c.Status == CaseStatus.Suspended) && c.DocumentId == null).OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.ProcessVersionId, c.ProgrammeId, c.State, c.StartedAt, StandsStill = c.Status == CaseStatus.Suspended }).ToListAsync(cancel);
        Dictionary<Guid, int> years = await db.Programmes.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.FirstYear, cancel);
        return [.. found.Select(c => new RunningCase(c.Id, c.ProcessVersionId, c.State,
            c.ProgrammeId is { } programme && years.TryGetValue(programme, out int year) ? new SchoolYear(year) : SchoolYear.Of(institution.DayOf(c.StartedAt)), c.StandsStill))];
    }

    private static bool ReadsOtherwise(StepState step, FlowNode node, PlanContext before, PlanContext after) =>
        step is { Status: StepStatus.Scheduled or StepStatus.Open, ScheduleKind: ScheduleKind.Window, Occurrences.Count: > 0 } && node.Text("deadline") is { Length: > 0 } text
        && !WorkSchedule.IsRelative(text) && !Days(text, before).SequenceEqual(Days(text, after));

    private static IReadOnlyList<PlannedOccurrence> Days(string text, PlanContext plan) =>
        DeadlineSchedule.Plan(DeadlineReader.Read(text, plan.Reading), plan.Reading, new OpeningRules()).Occurrences;

    private sealed record RunningCase(Guid Id, Guid Version, string State, SchoolYear Year, bool StandsStill);
}

/// <param name="Found">Titles of the work that waits for its days and would have them.</param>
/// <param name="Kept">Titles of the work whose text would now mean other days; it keeps those that it has.</param>
public sealed record CalendarEffect(IReadOnlyList<string> Found, IReadOnlyList<string> Kept)
{
    /// <summary>Titles of the work that would have its days once its case, which stands still, is resumed.</summary>
    public IReadOnlyList<string> Later { get; init; } = [];
}
