namespace Mentorship.Flow;

/// <summary>
/// The process engine: a pure function from a graph, a state and an event to a new state, instructions for the host and a trace.
/// An event that does not fit is refused by a value and changes nothing.
/// </summary>
public static class FlowEngine
{
    /// <summary>Begins a case.</summary>
    public static FlowResult Start(FlowGraph graph, CaseStarted started)
    {
        Dictionary<string, object?> variables = new(StringComparer.Ordinal);
        foreach (ProcessVariable input in graph.Definition.Inputs) variables[input.Name] = input.Default;
        foreach (ProcessVariable variable in graph.Definition.Variables) variables[variable.Name] = variable.Default;
        foreach ((string name, object? value) in started.Variables ?? new Dictionary<string, object?>()) variables[name] = VariableValue.Of(name, value);
        Run run = new(graph, new FlowState(FlowState.CurrentRules, FlowStatus.Running, [], [], variables), started.At);
        run.Begin("", graph.Outermost.Nodes[0]);
        return run.Settle();
    }

    /// <summary>Works out what an event leads to.</summary>
    public static FlowResult Apply(FlowGraph graph, FlowState state, FlowEvent @event)
    {
        if (IsNewer(state) is { } newer) return newer;
        if (state.Status == FlowStatus.Suspended && @event is not (CaseResumed or CaseCancelled)) return Administering.StandsStill(state);
        if (state.Status is FlowStatus.Finished or FlowStatus.Cancelled)
            return @event is TimerFired or ChildEnded ? FlowResult.Unchanged(state)
                : FlowResult.Refused(state, "CaseEnded", "Дело уже завершено: решения по нему больше не принимаются.");
        Run run = new(graph, state, @event.At);
        FlowRefusal? refusal = @event switch
        {
            StepPrepared e => Answers.Prepared(run, e),
            Decided e => Answers.Decided(run, e),
            StepCompleted e => Answers.Completed(run, e),
            StepFailed e => Administering.Failed(run, e),
            WaitPrepared e => Timers.Prepared(run, e),
            ItemsPrepared e => Loops.Prepared(run, e),
            ChildEnded e => Children.Ended(run, e),
            SurveySummedUp e => SummingUp.Told(run, e),
            TimerFired e => Timers.Fired(run, e),
            StepTriggered e => Timers.Triggered(run, e),
            StepRetried e => Administering.Retried(run, e),
            StepSkipped e => Administering.Skipped(run, e),
            WorkHandedOver e => Administering.HandedOver(run, e),
            VariableSet e => Administering.Set(run, e),
            TokenMoved e => Administering.Moved(run, e),
            CaseSuspended => Administering.Suspended(run),
            CaseResumed => Administering.Resumed(run),
            CaseCancelled => Administering.Cancelled(run),
            _ => throw new ArgumentException($"Event {@event.GetType().Name} cannot be applied to a running case.", nameof(@event))
        };
        return refusal is null ? run.Settle() : new FlowResult(state, [], [], refusal);
    }

    /// <summary>Works out how a case would stand without a decision.</summary>
    /// <param name="recent">What has happened lately, the decision among it.</param>
    /// <param name="decision">Whose answer to which step; its instant and outcome do not matter.</param>
    /// <returns>The case without it, or the old state with a refusal <c>TooLateToTakeBack</c> or <c>DecisionFollowed</c>.</returns>
    public static TakenBack TakeBack(FlowGraph graph, FlowState state, IReadOnlyList<RecentEvent> recent, Decided decision) => TakingBack.Of(graph, state, recent, decision);

    /// <summary>Takes a running case to another version of its process; steps are matched by their ids.</summary>
    /// <returns>The moved case, or the old state with a refusal <c>CannotMove</c> and the reasons.</returns>
    public static FlowResult Move(FlowGraph from, FlowGraph to, FlowState state, DateTimeOffset at) =>
        IsNewer(state) ?? Moving.Move(from, to, state, at);

    private static FlowResult? IsNewer(FlowState state) => state.Rules <= FlowState.CurrentRules ? null
        : FlowResult.Refused(state, "NewerRules", "Это дело ведёт более новая версия программы. Обновите программу и повторите.");
}
