namespace Mentorship.Flow;

/// <summary>The host's clock is another from now on: what was set by the day or the hour keeps both, and so stands at other instants.</summary>
public static class Redating
{
    private static readonly string[] ByClock = [TimerKeys.OpenPrefix, TimerKeys.ClosePrefix, TimerKeys.RemindPrefix, TimerKeys.EscalatePrefix, TimerKeys.DuePrefix];

    /// <summary>The state with the schedules of its steps at their new instants; when something happened stays as it was.</summary>
    public static FlowState Of(FlowState state, Func<DateTimeOffset, DateTimeOffset> moved)
    {
        if (state.Unread is not null || !state.StepList.Any(s => s.Occurrences.Count > 0)) return state;
        return new FlowState(state.Rules, state.Status, [.. state.StepList.Select(Step)], state.WaitingList, state.Variables);

        StepState Step(StepState step) => step.Occurrences.Count == 0 ? step : step with { Occurrences = [.. step.Occurrences.Select(Task)] };

        OccurrenceState Task(OccurrenceState task) => task with
        {
            OpensAt = Moved(task.OpensAt), DueAt = Moved(task.DueAt), ClosesAt = Moved(task.ClosesAt), Reminders = [.. task.Reminders.Select(moved)], Escalations = [.. task.Escalations.Select(moved)],
        };

        DateTimeOffset? Moved(DateTimeOffset? at) => at is { } instant ? moved(instant) : null;
    }

    /// <summary>Whether a timer stands for a day or an hour of the host's clock: of a schedule or a timetable. A span of time, an instant that is named with its zone and an event stand for none.</summary>
    /// <param name="node">The step that it belongs to; null where the process has it no more.</param>
    public static bool IsByClock(string key, FlowNode? node) =>
        key == TimerKeys.Wait ? node?.Behaviour is CronStep : ByClock.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
