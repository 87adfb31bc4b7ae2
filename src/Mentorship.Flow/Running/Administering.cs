namespace Mentorship.Flow;

/// <summary>What goes wrong and what an administrator does about it.</summary>
internal static class Administering
{
    public static FlowRefusal? Failed(Run run, StepFailed e)
    {
        if (run.Find(e.Step) is not { IsLive: true, HoldsSteps: false } step) return Answers.NotOpen(e.Step);
        Withdrawing.Work(run, step, WithdrawReason.StepChanged);
        run.Hold(step with { Occurrences = [], Votes = [], ScheduleKind = ScheduleKind.Window, Leaving = null, Outcome = null }, e.Reason);
        return null;
    }

    /// <summary>Tries again what needs attention or a deadline.</summary>
    public static FlowRefusal? Retried(Run run, StepRetried e)
    {
        if (run.Find(e.Step) is not { IsLive: true, HoldsSteps: false } step
            || !(step.Status == StepStatus.Attention || step is { Status: StepStatus.Scheduled, ScheduleKind: ScheduleKind.NeedsDeadline }))
            return new("NothingToRetry", "Этот шаг не ждёт повтора. Обновите страницу: дело уже продвинулось.");
        FlowNode node = run.Graph.Node(step.NodeId);
        node.Behaviour.Enter(run, step with { Reason = null }, node);
        return null;
    }

    public static FlowRefusal? Skipped(Run run, StepSkipped e)
    {
        if (run.Find(e.Step) is not { IsLive: true } step) return Answers.NotOpen(e.Step);
        FlowNode node = run.Graph.Node(step.NodeId);
        if (!node.Outcomes.Contains(e.Outcome))
            return new("UnknownOutcome", $"У шага «{node.Name}» нет исхода «{e.Outcome}». Возможные исходы: {string.Join(", ", node.Outcomes)}.");
        Withdrawing.Inside(run, step, WithdrawReason.SkippedByAdministrator);
        Withdrawing.Work(run, step, WithdrawReason.SkippedByAdministrator);
        run.Skip(step, e.Outcome);
        return null;
    }

    /// <summary>The vote still to come is the other's.</summary>
    public static FlowRefusal? HandedOver(Run run, WorkHandedOver e)
    {
        if (run.Find(e.Step) is not { IsLive: true, Status: not StepStatus.Attention } step || step.Participants.Count == 0) return Answers.NotOpen(e.Step);
        if (!step.Participants.Contains(e.From)) return new("NotAParticipant", "Передать можно только своё задание.");
        if (step.Participants.Contains(e.To)) return new("AlreadyAParticipant", "Этот человек уже участвует в шаге. Выберите другого.");
        if (step.Occurrences.All(o => o.Status == OccurrenceStatus.Done || Asking.Votes(step, o.Key).Any(v => v.Participant == e.From)))
            return new("AlreadyDecided", "Ответ уже дан: передавать нечего.");
        run.Replace(step with { Participants = [.. step.Participants.Select(p => p == e.From ? e.To : p)], Votes = [.. step.Votes.Select(v => v.Participant == e.From ? v with { Participant = e.To } : v)] });
        return null;
    }

    /// <summary>
    /// The step's work is withdrawn; its token comes to the other step with its trail, by no arrow of the flowchart: a step that joins waits for all who can still come,
    /// any other starts at once, as its next round.
    /// </summary>
    public static FlowRefusal? Moved(Run run, TokenMoved e)
    {
        if (run.Find(e.Step) is not { IsLive: true } step) return Answers.NotOpen(e.Step);
        FlowNode node = run.Graph.Node(step.NodeId);
        // A round of a loop has nothing beside it: its item would be lost on the way.
        if (run.Graph.Find(e.To) is not { } target || target.Scope != node.Scope || node.Parent is null or { Kind: NodeKind.ForEach })
            return new("NotBeside", $"С шага «{node.Name}» можно перейти только на шаг той же схемы. Выберите шаг из списка.");
        Withdrawing.Step(run, step, WithdrawReason.MovedByAdministrator);
        Joining.Arrive(run, new Run.Arrival(step.Scope, target.Scope, new FlowArrow(node.Index, "Moved", target.Index), step.Trail));
        return null;
    }

    public static FlowRefusal? Suspended(Run run)
    {
        run.Pause(still: true);
        foreach (StepState step in Awaiting(run)) run.Effects.Add(new SuspendChild(step.Id, step.NodeId));
        return null;
    }

    public static FlowRefusal? Resumed(Run run)
    {
        if (run.Status != FlowStatus.Suspended) return new("NotSuspended", "Дело не приостановлено: возобновлять нечего. Обновите страницу.");
        run.Pause(still: false);
        foreach (StepState step in Awaiting(run)) run.Effects.Add(new ResumeChild(step.Id, step.NodeId));
        return null;
    }

    /// <summary>The steps that wait for the end of another process.</summary>
    private static IEnumerable<StepState> Awaiting(Run run) => run.Steps.Where(s => s is { Kind: NodeKind.RunProcess, Status: StepStatus.Open });

    /// <summary>The answer of a suspended case to everything but resuming and cancelling.</summary>
    public static FlowResult StandsStill(FlowState state) =>
        FlowResult.Refused(state, "CaseSuspended", "Дело приостановлено администратором. Решать можно будет, когда его возобновят.");

    public static FlowRefusal? Set(Run run, VariableSet e)
    {
        run.SetVariable(e.Name, e.Value);
        return null;
    }

    public static FlowRefusal? Cancelled(Run run)
    {
        Withdrawing.Everything(run, WithdrawReason.CaseCancelled);
        run.EndCase(FlowStatus.Cancelled);
        return null;
    }
}
