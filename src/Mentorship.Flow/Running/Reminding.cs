namespace Mentorship.Flow;

/// <summary>Asking again those who have not answered, telling others of them, and ending what is over. One timer of each kind at a time; none where nothing is set.</summary>
internal static class Reminding
{
    /// <summary>The same without what has passed: after a standstill nobody is reminded twice at once.</summary>
    public static OccurrenceState Ahead(Run run, OccurrenceState occurrence) => occurrence.Reminders.Count + occurrence.Escalations.Count == 0 ? occurrence
        : occurrence with { Reminders = [.. occurrence.Reminders.Where(i => i > run.At)], Escalations = [.. occurrence.Escalations.Where(i => i > run.At)] };

    /// <summary>Sets, moves and takes away timers, as an occurrence becomes another; null is one without work.</summary>
    public static void Change(Run run, FlowNode node, StepState step, OccurrenceState? before, OccurrenceState? after)
    {
        (DateTimeOffset? Remind, DateTimeOffset? Escalate, DateTimeOffset? Due) had = Wanted(node, before), has = Wanted(node, after);
        string key = (before ?? after)!.Key;
        Set(run, step, TimerKeys.RemindPrefix + key, had.Remind, has.Remind);
        Set(run, step, TimerKeys.EscalatePrefix + key, had.Escalate, has.Escalate);
        Set(run, step, TimerKeys.DuePrefix + key, had.Due, has.Due);
    }

    public static void Remind(Run run, FlowNode node, StepState step, OccurrenceState occurrence)
    {
        foreach (string participant in Asking.Unanswered(node, step, occurrence.Key))
            run.Effects.Add(new RemindOfWork(step.Id, node.Id, participant, occurrence.Key));
        OccurrenceState ahead = Ahead(run, occurrence);
        Set(run, step, TimerKeys.RemindPrefix + occurrence.Key, null, Next(ahead.Reminders));
        run.Replace(Asking.With(step, occurrence with { Reminders = ahead.Reminders }));
    }

    public static void Escalate(Run run, FlowNode node, StepState step, OccurrenceState occurrence)
    {
        foreach (string participant in Asking.Unanswered(node, step, occurrence.Key))
            run.Effects.Add(new EscalateWork(step.Id, node.Id, participant, occurrence.Key));
        OccurrenceState ahead = Ahead(run, occurrence);
        Set(run, step, TimerKeys.EscalatePrefix + occurrence.Key, null, Next(ahead.Escalations));
        run.Replace(Asking.With(step, occurrence with { Escalations = ahead.Escalations }));
    }

    private static (DateTimeOffset? Remind, DateTimeOffset? Escalate, DateTimeOffset? Due) Wanted(FlowNode node, OccurrenceState? occurrence) =>
        occurrence is not { IsOpen: true } ? default
        : (Next(occurrence.Reminders), Next(occurrence.Escalations), PeopleStep.EndsWhenDue(node) ? occurrence.DueAt : null);

    private static DateTimeOffset? Next(IReadOnlyList<DateTimeOffset> instants) => instants.Count == 0 ? null : instants[0];

    private static void Set(Run run, StepState step, string key, DateTimeOffset? before, DateTimeOffset? after)
    {
        if (before == after) return;
        run.Effects.Add(after is { } at ? new SetTimer(step.Id, step.NodeId, key, at) : new CancelTimer(step.Id, step.NodeId, key));
    }
}
