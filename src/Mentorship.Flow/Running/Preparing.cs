namespace Mentorship.Flow;

/// <summary>Taking the host's answer about who and when: for the first time, or again for a step that already has work.</summary>
internal static class Preparing
{
    public static void Prepare(Run run, FlowNode node, StepState step, StepPrepared prepared)
    {
        List<string> participants = [.. prepared.Participants.Distinct(StringComparer.Ordinal)];
        if (participants.Count == 0 && prepared.Schedule.Kind != ScheduleKind.NeedsDeadline)
        {
            Withdrawing.Work(run, step, WithdrawReason.StepChanged);
            if (node.Text("whenNobody") == "skip") run.Skip(step, node.GoodOutcome);
            else run.Hold(Emptied(step), $"Некому поручить шаг «{node.Name}». Назначьте человека на роль или укажите другого ответственного.");
            return;
        }
        // A host that still names the event after it came has no dates for it: the work opens at once.
        ScheduleKind kind = prepared.Schedule.Kind == ScheduleKind.AwaitsEvent && step.EventAt is not null ? ScheduleKind.Window : prepared.Schedule.Kind;
        StepState fresh = step with
        {
            Status = StepStatus.Scheduled, Reason = null, Participants = participants, ScheduleKind = kind,
            Occurrences = [.. Wanted(prepared.Schedule).Select(o => new OccurrenceState(o.Key, o.OpensAt, o.DueAt, o.ClosesAt, OccurrenceStatus.Scheduled) { Reminders = o.Reminders, Escalations = o.Escalations })],
            Votes = []
        };
        if (step.Occurrences.Count == 0) Schedule(run, node, fresh);
        else Renew(run, node, step, fresh);
    }

    /// <summary>Asks the host who and when.</summary>
    public static void Ask(Run run, StepState step) =>
        run.Effects.Add(new PrepareStep(step.Id, step.NodeId, step.Kind, Visible.RoundOf(run, step), step.EventAt) { Values = Visible.Values(run, step) });

    /// <summary>The awaited event came: the host is asked again, for the days count from now.</summary>
    public static void Trigger(Run run, StepState step)
    {
        StepState told = step with { EventAt = run.At };
        run.Replace(told);
        Ask(run, told);
    }

    private static IEnumerable<Occurrence> Wanted(StepSchedule schedule) =>
        schedule.Kind == ScheduleKind.NeedsDeadline ? []
        : schedule.Occurrences.Count == 0 ? StepSchedule.AtOnce.Occurrences
        : schedule.Occurrences.DistinctBy(o => o.Key);

    private static StepState Emptied(StepState step) => step with { Occurrences = [], Votes = [], Participants = [], ScheduleKind = ScheduleKind.Window };

    /// <summary>Opens what is due to open and sets timers for the rest.</summary>
    private static void Schedule(Run run, FlowNode node, StepState step)
    {
        run.Replace(step);
        if (step.ScheduleKind != ScheduleKind.Window) return;
        foreach (OccurrenceState occurrence in step.Occurrences)
        {
            if (occurrence.Status != OccurrenceStatus.Scheduled) continue;
            if (occurrence.OpensAt is { } opens && opens > run.At)
                run.Effects.Add(new SetTimer(step.Id, node.Id, TimerKeys.OpenPrefix + occurrence.Key, opens));
            else step = Asking.Open(run, node, step, occurrence);
        }
    }

    /// <summary>Keeps the work of unchanged people and occurrences, withdraws what vanished, opens what is new.</summary>
    private static void Renew(Run run, FlowNode node, StepState old, StepState fresh)
    {
        fresh = fresh with
        {
            Votes = [.. old.Votes.Where(v => fresh.Participants.Contains(v.Participant) && fresh.Occurrences.Any(o => o.Key == v.Occurrence))],
            ScheduleKind = fresh.ScheduleKind == ScheduleKind.AwaitsEvent && old.ScheduleKind == ScheduleKind.Window ? ScheduleKind.Window : fresh.ScheduleKind
        };
        foreach (OccurrenceState before in old.Occurrences)
        {
            OccurrenceState? after = fresh.Occurrences.FirstOrDefault(o => o.Key == before.Key);
            if (after is not null && before.IsOpen && fresh.ScheduleKind == ScheduleKind.Window && !(after.OpensAt > run.At && fresh.Votes.Count == 0))
                fresh = Keep(run, node, old, fresh, before, after);
            else if (after is not null && before.Status == OccurrenceStatus.Done && Asking.Votes(fresh, before.Key).Any())
                fresh = Asking.With(fresh, after with { Status = OccurrenceStatus.Done });
            else Drop(run, node, old, before);
        }
        if (fresh.Occurrences.Any(o => o.IsOpen)) fresh = fresh with { Status = StepStatus.Open };
        Schedule(run, node, fresh);
        Recount(run, node, fresh.Id);
    }

    /// <summary>An occurrence stays open: who is new is asked, who left is withdrawn, a new date is told.</summary>
    private static StepState Keep(Run run, FlowNode node, StepState old, StepState fresh, OccurrenceState before, OccurrenceState after)
    {
        OccurrenceState kept = Reminding.Ahead(run, after with { Status = before.ClosesAt == after.ClosesAt ? before.Status : OccurrenceStatus.Open });
        Reminding.Change(run, node, fresh, before, kept);
        fresh = Asking.With(fresh, kept);
        List<string> had = Asking.Unanswered(node, old, before.Key);
        List<string> has = Asking.Unanswered(node, fresh, after.Key);
        foreach (string gone in had.Except(has))
            run.Effects.Add(new WithdrawWork(fresh.Id, node.Id, gone, before.Key, WithdrawReason.StepChanged));
        bool sameDates = before.DueAt == after.DueAt && before.ClosesAt == after.ClosesAt;
        foreach (string asked in has)
            if (!sameDates || !had.Contains(asked)) Asking.Ask(run, node, fresh, kept, asked);
        if (before.ClosesAt == after.ClosesAt) return fresh;
        Withdrawing.ClosingCheck(run, old, before);
        run.Replace(fresh);
        return Asking.AwaitClosing(run, fresh, kept);
    }

    private static void Drop(Run run, FlowNode node, StepState old, OccurrenceState before)
    {
        Withdrawing.Timer(run, old, before);
        if (!before.IsOpen) return;
        foreach (string participant in Asking.Unanswered(node, old, before.Key))
            run.Effects.Add(new WithdrawWork(old.Id, node.Id, participant, before.Key, WithdrawReason.StepChanged));
    }

    /// <summary>With fewer people, or by another way of asking, the answers already given may be enough.</summary>
    private static void Recount(Run run, FlowNode node, string stepId)
    {
        foreach (OccurrenceState occurrence in run.Find(stepId)!.Occurrences)
            if (run.Find(stepId) is { IsLive: true } step && occurrence.IsOpen
                && (Asking.Unanswered(node, step, occurrence.Key).Count == 0 || ((PeopleStep)node.Behaviour).ModeOf(node) != AskMode.Sequence))
                Asking.Count(run, node, step, occurrence);
        if (run.Find(stepId) is { Status: StepStatus.Scheduled, Occurrences.Count: > 0 } rest) Asking.LeaveIfDone(run, node, rest);
    }
}
