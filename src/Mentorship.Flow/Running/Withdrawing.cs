namespace Mentorship.Flow;

/// <summary>Taking back what is no longer needed: work, timers, tokens, with a reason.</summary>
internal static class Withdrawing
{
    /// <summary>Everything that is open in the case.</summary>
    public static void Everything(Run run, WithdrawReason reason)
    {
        for (int i = 0; i < run.Steps.Count; i++)
            if (run.Steps[i].IsLive) Step(run, run.Steps[i], reason);
        run.Waiting.Clear();
        run.DropArrivals(_ => true);
    }

    /// <summary>All tokens of a container that carry the parting.</summary>
    public static void Branches(Run run, string scopeId, string parting)
    {
        for (int i = 0; i < run.Steps.Count; i++)
            if (run.Steps[i] is { IsLive: true } step && step.Scope == scopeId && step.Trail.Contains(parting)) Step(run, step, WithdrawReason.BranchNotNeeded);
        run.Waiting.RemoveAll(w => w.Scope == scopeId && w.Trail.Contains(parting));
        run.DropArrivals(a => a.ScopeId == scopeId && a.Trail.Contains(parting));
    }

    /// <summary>One step with all that runs inside it.</summary>
    public static void Step(Run run, StepState step, WithdrawReason reason)
    {
        Inside(run, step, reason);
        Work(run, step, reason);
        run.Replace(step.Closed(StepStatus.Withdrawn, null));
        run.Touched.Add(step.Scope);
        run.Trace.Add(new(TraceKind.Withdrawn, step.Id, step.NodeId, reason.ToString()));
    }

    /// <summary>What runs inside a container.</summary>
    public static void Inside(Run run, StepState container, WithdrawReason reason)
    {
        if (!container.IsContainer) return;
        for (int i = 0; i < run.Steps.Count; i++)
            if (run.Steps[i] is { IsLive: true } inner && inner.Scope == container.Id) Step(run, inner, reason);
        run.Waiting.RemoveAll(w => w.Scope == container.Id);
        run.DropArrivals(a => a.ScopeId == container.Id);
    }

    /// <summary>The open work and the timers of a step; the step itself stays.</summary>
    public static void Work(Run run, StepState step, WithdrawReason reason)
    {
        if (step.Kind == NodeKind.Wait && step.Status == StepStatus.Open && run.Graph.Node(step.NodeId).Behaviour is TimerStep)
            run.Effects.Add(new CancelTimer(step.Id, step.NodeId, TimerKeys.Wait));
        if (step.Kind == NodeKind.Wait && step.Status == StepStatus.Open && run.Graph.Node(step.NodeId) is { Behaviour: EventStep } waiting && EventStep.NameOf(waiting) is { } name)
            run.Effects.Add(new ForgetEvent(step.Id, step.NodeId, name));
        if (step.Kind == NodeKind.RunProcess && step.Status == StepStatus.Open) run.Effects.Add(new CancelChild(step.Id, step.NodeId, reason));
        foreach (OccurrenceState occurrence in step.Occurrences) Timer(run, step, occurrence);
        if (step.Occurrences.Any(o => o.IsOpen)) run.Effects.Add(new WithdrawWork(step.Id, step.NodeId, null, null, reason));
    }

    /// <summary>The timers that an occurrence still has.</summary>
    public static void Timer(Run run, StepState step, OccurrenceState occurrence)
    {
        if (step.ScheduleKind == ScheduleKind.Window && occurrence.Status == OccurrenceStatus.Scheduled)
            run.Effects.Add(new CancelTimer(step.Id, step.NodeId, TimerKeys.OpenPrefix + occurrence.Key));
        ClosingCheck(run, step, occurrence);
        Reminding.Change(run, run.Graph.Node(step.NodeId), step, occurrence, null);
    }

    public static void ClosingCheck(Run run, StepState step, OccurrenceState occurrence)
    {
        if (occurrence.Status == OccurrenceStatus.Open && occurrence.ClosesAt is not null)
            run.Effects.Add(new CancelTimer(step.Id, step.NodeId, TimerKeys.ClosePrefix + occurrence.Key));
    }
}
