using Mentorship.Domain.Cases;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;

namespace Mentorship.UseCases.Authoring.Rehearsing;

/// <summary>
/// Runs a case that exists nowhere: the institution's people are asked in its own calendar, each answers after some working days, and nothing is
/// stored or sent. What a person did not say is answered as usual: done, concurred, signed.
/// </summary>
internal sealed class Rehearsal(MentorshipDb db, OpenedCase opened, RehearsalRequest request)
{
    /// <summary>A process that goes round and round is stopped.</summary>
    private const int MostEvents = 4000, MostRounds = 30;

    private readonly PriorityQueue<WorkItem, (DateTimeOffset, int)> _answers = new();
    private readonly List<RehearsedLine> _lines = [];
    private readonly Dictionary<string, DateOnly> _awaited = new(request.Events, StringComparer.Ordinal);
    private DateTimeOffset _now;
    private int _events;

    public IReadOnlyList<RehearsedLine> Lines => _lines;

    /// <summary>It was stopped before it came to rest.</summary>
    public bool IsEndless { get; private set; }

    private Case Subject => opened.Case;

    /// <summary>A person or another process must say that something has happened.</summary>
    public static bool AwaitsEvent(FlowGraph graph, StepState step) =>
        step is { ScheduleKind: ScheduleKind.AwaitsEvent } || step is { Status: StepStatus.Open } && graph.Node(step.NodeId).Type == "Elsa.Event";

    public async Task RunAsync(DateTimeOffset start, DateTimeOffset until, CancellationToken cancel)
    {
        await TakeAsync(Subject.Start(opened.Graph, opened.Around, start, request.Variables), start, cancel);
        while (Subject.Status == CaseStatus.Running && !IsEndless)
        {
            cancel.ThrowIfCancellationRequested();
            CaseTimer? timer = Subject.Timers.Where(t => t.DueAt < CaseTimer.WhenTheEventComes).MinBy(t => t.DueAt);
            DateTimeOffset? answer = _answers.TryPeek(out _, out (DateTimeOffset At, int) first) ? first.At : null;
            (string Step, DateTimeOffset At)? happening = Happening();
            if (Earliest(timer?.DueAt, answer, happening?.At) is not { } next || next > until) return;
            if (++_events > MostEvents)
            {
                IsEndless = true;
                return;
            }
            if (happening is { } happens && happens.At == next) await HappenAsync(happens.Step, next, cancel);
            else if (timer is not null && timer.DueAt == next) await FireAsync(timer, start, cancel);
            else await AnswerAsync(_answers.Dequeue(), answer!.Value, cancel);
        }
    }

    private static DateTimeOffset? Earliest(params DateTimeOffset?[] instants) => instants.Min();

    /// <summary>The next of the events that a person named and a step waits for now: at noon of its day, or at once where the step came to it later.</summary>
    private (string Step, DateTimeOffset At)? Happening()
    {
        if (_awaited.Count == 0) return null;
        HashSet<string> open = [.. FlowStateJson.Read(Subject.State).OpenSteps.Where(s => AwaitsEvent(opened.Graph, s)).Select(s => s.Id)];
        List<(string, DateTimeOffset At)> happening = [.. _awaited.Where(e => open.Contains(e.Key)).Select(e => (e.Key, opened.Around.Institution.StartOf(e.Value).AddHours(12) is var noon && noon < _now ? _now : noon))];
        return happening.Count == 0 ? null : happening.MinBy(h => h.At);
    }

    private async Task HappenAsync(string step, DateTimeOffset at, CancellationToken cancel)
    {
        _awaited.Remove(step);
        string node = FlowStateJson.Read(Subject.State).OpenSteps.First(s => s.Id == step).NodeId;
        CaseChanges changes = Subject.Apply(opened.Graph, opened.Around, new StepTriggered(at, step), at);
        if (changes.Refusal is not null) return;
        _lines.Add(new RehearsedLine(RehearsedKind.Happened, at, node, step));
        await TakeAsync(changes, at, cancel);
    }

    private async Task FireAsync(CaseTimer timer, DateTimeOffset start, CancellationToken cancel)
    {
        DateTimeOffset at = timer.DueAt < start ? start : timer.DueAt;
        CaseChanges changes = Subject.Apply(opened.Graph, opened.Around, new TimerFired(at, timer.StepId, timer.Key), at);
        if (timer.DueAt <= at) Subject.Timers.Remove(timer);
        await TakeAsync(changes, at, cancel);
    }

    private async Task AnswerAsync(WorkItem item, DateTimeOffset at, CancellationToken cancel)
    {
        if (!item.IsOpen) return;
        FlowNode node = opened.Graph.Node(item.NodeId);
        string outcome = request.Answers.GetValueOrDefault(item.StepId) is { } chosen && node.Outcomes.Contains(chosen) ? chosen : node.UsualOutcome;
        CaseChanges changes = Subject.Apply(opened.Graph, opened.Around, new Decided(at, item.StepId, item.Holder.Key, outcome, item.Occurrence), at);
        if (changes.Refusal is not null) return;
        (item.Status, item.Outcome, item.EndedAt) = (WorkStatus.Done, outcome, at);
        _lines.Add(new RehearsedLine(RehearsedKind.Answered, at, item.NodeId, item.StepId) { Work = item, Outcome = outcome });
        await TakeAsync(changes, at, cancel);
    }

    /// <summary>Answers what the process asks of its host, and plans when people will answer.</summary>
    private async Task TakeAsync(CaseChanges changes, DateTimeOffset at, CancellationToken cancel)
    {
        _now = at;
        foreach (WorkItem item in changes.Opened)
        {
            IsEndless |= item.Round > MostRounds;
            _lines.Add(new RehearsedLine(RehearsedKind.Asked, at, item.NodeId, item.StepId) { Work = item });
            // What goes on through the year is closed when its check is asked, not before.
            if (!item.Continuous) _answers.Enqueue(item, (AnswerAt(item, at), _answers.Count));
        }
        foreach (WorkItem item in changes.ClosingChecks) _answers.Enqueue(item, (AnswerAt(item, at), _answers.Count));
        foreach (SendMail mail in changes.Mails) _lines.Add(new RehearsedLine(RehearsedKind.Mailed, at, mail.NodeId, mail.Step));
        foreach (DraftDocument draft in changes.Drafts)
        {
            _lines.Add(new RehearsedLine(RehearsedKind.Written, at, draft.NodeId, draft.Step));
            await TellAsync(new StepCompleted(at, draft.Step), at, cancel);
        }
        foreach (Effect asked in changes.Asked)
            switch (asked)
            {
                case PrepareItems items: await TellAsync(await Collections.AnswerAsync(db, opened, items, at, cancel), at, cancel); break;
                case SumUpSurvey survey:
                    _lines.Add(new RehearsedLine(RehearsedKind.SummedUp, at, survey.NodeId, survey.Step));
                    await TellAsync(new SurveySummedUp(at, survey.Step, new Dictionary<string, object?>()), at, cancel);
                    break;
                case StartChild child:
                    _lines.Add(new RehearsedLine(RehearsedKind.Started, at, child.NodeId, child.Step));
                    await TellAsync(child.Waits ? new ChildEnded(at, child.Step, "Done") : new StepCompleted(at, child.Step), at, cancel);
                    break;
            }
    }

    private async Task TellAsync(FlowEvent answer, DateTimeOffset at, CancellationToken cancel)
    {
        if (++_events > MostEvents || Subject.Status != CaseStatus.Running) return;
        CaseChanges next = Subject.Apply(opened.Graph, opened.Around, answer, at);
        if (next.Refusal is null) await TakeAsync(next, at, cancel);
    }

    /// <summary>At noon, so many working days later, and not after the last day.</summary>
    private DateTimeOffset AnswerAt(WorkItem item, DateTimeOffset at)
    {
        DateOnly today = opened.Around.Institution.DayOf(at), day = opened.Around.Plan.Days.AddWorkingDays(today, request.DaysToAnswer);
        if (item is { BeforeApproval: false, DueAt: { } due } && opened.Around.Institution.DayOf(due) is var last && last < day) day = last < today ? today : last;
        DateTimeOffset noon = opened.Around.Institution.StartOf(day).AddHours(12);
        return noon < at ? at : noon;
    }
}

internal enum RehearsedKind { Asked, Answered, Mailed, Written, Started, Happened, SummedUp }

/// <summary>One thing that would happen.</summary>
internal sealed record RehearsedLine(RehearsedKind Kind, DateTimeOffset At, string NodeId, string StepId)
{
    public WorkItem? Work { get; init; }
    public string? Outcome { get; init; }
}
