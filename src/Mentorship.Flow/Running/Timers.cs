namespace Mentorship.Flow;

/// <summary>Dates and events that steps wait for.</summary>
internal static class Timers
{
    /// <summary>A timer for what is no longer open is late, not wrong: nothing changes.</summary>
    public static FlowRefusal? Fired(Run run, TimerFired e)
    {
        if (run.Find(e.Step) is not { IsLive: true } step) return null;
        FlowNode node = run.Graph.Node(step.NodeId);
        if (e.Key == TimerKeys.Wait)
        {
            if (step.Status == StepStatus.Open && node.Behaviour is TimerStep) run.Leave(step, "Done");
        }
        else if (node.Behaviour is EventStep)
        {
            if (step.Status == StepStatus.Open && EventStep.NameOf(node) is { } name && e.Key == WakingKeys.OfEvent(name)) run.Leave(step, "Done");
        }
        else if (WakingKeys.Outcome(e.Key) is { } outcome)
        {
            return Children.Ended(run, new ChildEnded(e.At, e.Step, outcome));
        }
        else if (node.Behaviour is not PeopleStep || step.Status is not (StepStatus.Open or StepStatus.Scheduled)) return null;
        else if (Of(step, e.Key, TimerKeys.OpenPrefix) is { Status: OccurrenceStatus.Scheduled } scheduled && step.ScheduleKind == ScheduleKind.Window)
            Asking.Open(run, node, step, scheduled);
        else if (Of(step, e.Key, TimerKeys.ClosePrefix) is { Status: OccurrenceStatus.Open } open)
        {
            run.Replace(Asking.With(step, open with { Status = OccurrenceStatus.Closing }));
            run.Effects.Add(new AskClosingCheck(step.Id, node.Id, open.Key));
        }
        else if (Of(step, e.Key, TimerKeys.RemindPrefix) is { IsOpen: true } unanswered) Reminding.Remind(run, node, step, unanswered);
        else if (Of(step, e.Key, TimerKeys.EscalatePrefix) is { IsOpen: true } late) Reminding.Escalate(run, node, step, late);
        else if (Of(step, e.Key, TimerKeys.DuePrefix) is { IsOpen: true } over && PeopleStep.EndsWhenDue(node)) Asking.Close(run, node, step, over, PeopleStep.NotEnough);
        return null;
    }

    public static FlowRefusal? Triggered(Run run, StepTriggered e)
    {
        StepState? step = run.Find(e.Step);
        FlowNode? node = step is { IsLive: true } ? run.Graph.Node(step.NodeId) : null;
        if (node?.Behaviour is EventStep && step!.Status == StepStatus.Open) Leave(run, step, node);
        else if (step is { Status: StepStatus.Scheduled, ScheduleKind: ScheduleKind.AwaitsEvent, EventAt: null }) Preparing.Trigger(run, step);
        else return Answers.NotOpen(e.Step);
        return null;
    }

    /// <summary>The host found the instant of a Cron step.</summary>
    public static FlowRefusal? Prepared(Run run, WaitPrepared e)
    {
        if (run.Find(e.Step) is not { Status: StepStatus.Preparing } step || run.Graph.Node(step.NodeId).Behaviour is not CronStep) return Answers.NotOpen(e.Step);
        TimerStep.WaitUntil(run, step, e.Until);
        return null;
    }

    /// <summary>The event of a waiting step came by a way that the host does not know of yet.</summary>
    public static void Leave(Run run, StepState step, FlowNode node)
    {
        if (EventStep.NameOf(node) is { } name) run.Effects.Add(new ForgetEvent(step.Id, node.Id, name));
        run.Leave(step, "Done");
    }

    private static OccurrenceState? Of(StepState step, string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.Ordinal) ? step.Occurrences.FirstOrDefault(o => o.Key == key[prefix.Length..]) : null;
}
