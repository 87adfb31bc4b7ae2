using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;

namespace Mentorship.UseCases.Authoring.Rehearsing;

/// <summary>Plays a process as it stands in an open designer, on the real people and dates. Nothing is saved, nothing is sent.</summary>
public sealed class RehearseProcess
{
    private readonly Work _work;
    private readonly AuthoringDesk _desk;

    internal RehearseProcess(Work work, AuthoringDesk desk) => (_work, _desk) = (work, desk);

    public Task<Outcome<RehearsalView>> RunAsync(Actor actor, Guid processId, ProcessDefinition definition, RehearsalRequest request, CancellationToken cancel) =>
        _work.ReadAsync<Outcome<RehearsalView>>(actor.InstitutionId, async db =>
        {
            if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
            if (request.DaysToAnswer is < 0 or > RehearsalRequest.MostDays) return TooSlow;
            if (await _desk.OpenAsync(db, processId, cancel) is not { } process) return AuthoringDesk.NoProcess;
            if (request.From < process.Institution.DayOf(_work.Now)) return InThePast;
            FlowGraph graph = FlowGraph.From(definition);
            if (GraphChecker.Check(graph, new CheckContext()).FirstOrDefault(p => p.Severity == Severity.Error) is { } problem) return HasErrors(problem);
            OpenedCase opened = Opened(actor, process, graph, request);
            DateTimeOffset start = process.Institution.StartOf(request.From).AddHours(9);
            Rehearsal play = new(db, opened, request);
            await play.RunAsync(start, process.Institution.EndOf(Last(opened.Around.Plan, request)), cancel);
            return Show(opened, play);
        }, cancel);

    /// <summary>The year and a little more: work may run over its end.</summary>
    private static DateOnly Last(PlanContext plan, RehearsalRequest request) => (plan.Period.To > request.From ? plan.Period.To : request.From).AddMonths(3);

    /// <summary>A case that is in no database; whoever plays is its author, and every employee with a role in mentoring is named in its document.</summary>
    private static OpenedCase Opened(Actor actor, OpenedProcess process, FlowGraph graph, RehearsalRequest request)
    {
        Institution institution = process.Institution;
        StaffDirectory staff = process.Staff;
        Dictionary<string, IReadOnlyList<Guid>> none = [];
        IEnumerable<Guid> Holding(string people) => staff.OneByOne(staff.Resolve(people, none, request.From)).Select(p => p.Id).Where(p => staff.Member(p) is { Kind: not MemberKind.Pupil });
        return new OpenedCase(new Case { InstitutionId = institution.Id, ProcessVersionId = Guid.Empty, ProgrammeId = process.Programme?.Id, Title = graph.Definition.Name }, graph, new CaseSurroundings
        {
            Institution = institution, Staff = staff, Plan = process.Plan(institution.StartOf(request.From)),
            Relations = new Dictionary<string, IReadOnlyList<Guid>>
            {
                ["author"] = [actor.PersonId],
                ["participants"] = [.. Holding($"role:{Roles.Mentor}, role:{Roles.Mentee}").DefaultIfEmpty(actor.PersonId)],
                ["responsible"] = [.. graph.Nodes.Where(n => n.Kind == NodeKind.Task).SelectMany(n => Holding(n.Text("assignee") ?? "")).Append(actor.PersonId).Distinct()],
            },
        });
    }

    private static RehearsalView Show(OpenedCase opened, Rehearsal play)
    {
        Institution institution = opened.Around.Institution;
        List<RehearsalDay> days = [.. play.Lines.GroupBy(l => institution.DayOf(l.At)).OrderBy(g => g.Key).Select(day => new RehearsalDay(day.Key,
            [.. day.GroupBy(l => (l.Kind, l.StepId, l.Work?.Occurrence, l.Outcome)).Select(same => Line(opened, [.. same]))]))];
        return new RehearsalView(days, [.. Halts(opened)], Loads(opened, institution), opened.Case.EndedAt is { } end ? institution.DayOf(end) : null, play.IsEndless);
    }

    private static RehearsalLine Line(OpenedCase opened, List<RehearsedLine> same)
    {
        RehearsedLine first = same[0];
        FlowNode node = opened.Graph.Node(first.NodeId);
        string who = string.Join(", ", same.Where(l => l.Work is not null).Select(l => TaskSheets.HolderName(opened.Around.Staff, l.Work!)).Distinct());
        RehearsalLineKind kind = first.Kind switch
        {
            RehearsedKind.Asked => RehearsalLineKind.Asked,
            RehearsedKind.Answered => first.Work is { BeforeApproval: false, DueAt: { } due } && first.At > due ? RehearsalLineKind.Late : RehearsalLineKind.Answered,
            RehearsedKind.Mailed => RehearsalLineKind.Mailed,
            RehearsedKind.Written => RehearsalLineKind.Written,
            RehearsedKind.SummedUp => RehearsalLineKind.SummedUp,
            RehearsedKind.Happened => RehearsalLineKind.Happened,
            _ => RehearsalLineKind.Started,
        };
        return new RehearsalLine(kind, first.NodeId, first.StepId, first.Work?.Title ?? node.Name, first.Work?.Round ?? 1, who)
        {
            Due = first.Work is { BeforeApproval: false, DueAt: { } last } ? opened.Around.Institution.DayOf(last) : null, Outcome = first.Outcome, Outcomes = first.Kind == RehearsedKind.Answered ? node.Outcomes : [],
        };
    }

    private static IEnumerable<RehearsalHalt> Halts(OpenedCase opened)
    {
        if (opened.Case.Status != CaseStatus.Running) yield break;
        foreach (StepState step in FlowStateJson.Read(opened.Case.State).OpenSteps)
        {
            RehearsalHaltKind kind = step switch
            {
                { Status: StepStatus.Attention } => RehearsalHaltKind.Nobody,
                { ScheduleKind: ScheduleKind.NeedsDeadline } => RehearsalHaltKind.NeedsDeadline,
                _ when Rehearsal.AwaitsEvent(opened.Graph, step) => RehearsalHaltKind.AwaitsEvent,
                _ => RehearsalHaltKind.Waits,
            };
            yield return new RehearsalHalt(kind, step.NodeId, step.Id, opened.Graph.Node(step.NodeId).Name, step.Reason);
        }
    }

    /// <summary>For each who is asked: how much, and how much at the same time.</summary>
    private static List<RehearsalLoad> Loads(OpenedCase opened, Institution institution)
    {
        List<RehearsalLoad> loads = [];
        foreach (IGrouping<Participant, WorkItem> holder in opened.Case.WorkItems.GroupBy(w => w.Holder))
        {
            List<(DateTimeOffset At, int By)> turns = [.. holder.SelectMany(w => new[] { (w.OpenedAt, 1), (w.EndedAt ?? DateTimeOffset.MaxValue, -1) })];
            (int open, int most, DateTimeOffset on) = (0, 0, holder.First().OpenedAt);
            foreach ((DateTimeOffset at, int by) in turns.OrderBy(t => t.At).ThenBy(t => t.By))
                if ((open += by) > most) (most, on) = (open, at);
            loads.Add(new RehearsalLoad(TaskSheets.HolderName(opened.Around.Staff, holder.First()), holder.Count(), most, institution.DayOf(on)));
        }
        return [.. loads.OrderByDescending(l => l.AtOnce).ThenByDescending(l => l.Tasks)];
    }

    private static Refusal TooSlow { get; } = new("RehearsalPace", $"Укажите, через сколько рабочих дней отвечают люди: от 0 до {RehearsalRequest.MostDays}.");

    private static Refusal InThePast { get; } = new("RehearsalInThePast", "Процесс проигрывается на людях, которые работают сейчас: выберите сегодняшний день или более поздний.");

    private static Refusal HasErrors(Problem problem) => new("RehearsalOfErrors", $"Проиграть можно процесс без ошибок. Исправьте сначала: {problem.Message}");
}
