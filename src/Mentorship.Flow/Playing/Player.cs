namespace Mentorship.Flow;

/// <summary>One line of a play: the decision and the steps that are open after it.</summary>
public sealed record PlayedDecision(string Decision, IReadOnlyList<string> Open);

/// <summary>What a play came to.</summary>
/// <param name="Status"><c>Finished</c>, <c>Waiting</c> or <c>NeedsAttention</c>.</param>
/// <param name="Steps">The decided steps in the order of deciding.</param>
/// <param name="Error">A Russian sentence when a decision did not fit; the play stops there.</param>
public sealed record Play(IReadOnlyList<PlayedDecision> Decisions, string Status, IReadOnlyList<string> Steps, IReadOnlyList<string> Open, string? Error);

/// <summary>Tries a process out: one participant everywhere, no dates, letters and documents done at once.</summary>
public static class Player
{
    private const string Somebody = "person:player";

    /// <summary>Two of whatever a loop asks for: enough to see that it repeats.</summary>
    private static readonly LoopItem[] SomeItems = [new(Somebody, "первый"), new(Somebody, "второй")];

    /// <param name="script"><c>legal=Approved</c> and the like, by node id; a timer or an event is answered <c>Fired</c>, a child process by its outcome.</param>
    public static Play Run(ProcessDefinition definition, IEnumerable<string> script, DateTimeOffset at)
    {
        FlowGraph graph = FlowGraph.From(definition, foreignAsApproval: true);
        FlowState state = Serve(graph, FlowEngine.Start(graph, new CaseStarted(at)), at);
        List<PlayedDecision> decisions = [];
        List<string> steps = [];
        string? error = null;
        foreach (string decision in script)
        {
            error = Decide(graph, ref state, decision, at);
            if (error is not null) break;
            decisions.Add(new(decision, Open(state)));
            steps.Add(decision[..decision.IndexOf('=')]);
        }
        string status = state.Status != FlowStatus.Running ? "Finished" : state.NeedsAttention ? "NeedsAttention" : "Waiting";
        return new(decisions, status, steps, Open(state), error);
    }

    private static string? Decide(FlowGraph graph, ref FlowState state, string decision, DateTimeOffset at)
    {
        int equals = decision.IndexOf('=');
        if (equals <= 0 || equals == decision.Length - 1) return $"Решение «{decision}» записано неверно. Пишите так: шаг=Исход.";
        (string id, string outcome) = (decision[..equals], decision[(equals + 1)..]);
        if (state.OpenSteps.FirstOrDefault(s => s.NodeId == id && s.Status != StepStatus.Attention) is not { } step)
            return $"Шаг «{id}» сейчас не открыт. Открыты: {(Open(state) is { Count: > 0 } open ? string.Join(", ", open) : "нет ни одного")}.";
        FlowResult result = FlowEngine.Apply(graph, state, EventOf(graph, step, outcome, at));
        if (result.Refusal is { } refusal) return refusal.Message;
        if (ReferenceEquals(result.State, state) || result.Trace.Count == 0 && step.Kind == NodeKind.Wait)
            return $"Шаг «{id}» ждёт срока или события: ответьте {id}=Fired.";
        state = Serve(graph, result, at);
        return null;
    }

    private static FlowEvent EventOf(FlowGraph graph, StepState step, string outcome, DateTimeOffset at)
    {
        FlowNode node = graph.Node(step.NodeId);
        if (node.Behaviour is EventStep && outcome is "Fired" or "Done") return new StepTriggered(at, step.Id);
        if (step.Kind == NodeKind.RunProcess) return new ChildEnded(at, step.Id, outcome);
        if (step.Kind == NodeKind.Wait) return new TimerFired(at, step.Id, outcome == "Fired" ? TimerKeys.Wait : "");
        return new Decided(at, step.Id, Somebody, Meant(node, outcome));
    }

    /// <summary>«Done» of a foreign step with just one drawn way means that way.</summary>
    private static string Meant(FlowNode node, string outcome) =>
        node.Behaviour is ForeignStep && outcome == "Done" && !node.Outcomes.Contains("Done") && ForeignStep.OutcomesDrawn(node) is [string only] ? only : outcome;

    /// <summary>Answers what the engine asks of its host.</summary>
    private static FlowState Serve(FlowGraph graph, FlowResult first, DateTimeOffset at)
    {
        Queue<Effect> effects = new(first.Effects);
        FlowState state = first.State;
        while (effects.TryDequeue(out Effect? effect))
        {
            FlowEvent? answer = effect switch
            {
                PrepareStep e => new StepPrepared(at, e.Step, [Somebody], StepSchedule.AtOnce),
                DraftDocument or SendMail or StartChild { Waits: false } => new StepCompleted(at, effect.Step),
                PrepareWait e => new WaitPrepared(at, e.Step, CronText.Next(e.Cron, at, TimeZoneInfo.Utc) ?? at),
                SumUpSurvey e => new SurveySummedUp(at, e.Step, StepState.NoValues),
                PrepareItems e => new ItemsPrepared(at, e.Step, SomeItems),
                _ => null
            };
            if (answer is null || state.Step(effect.Step) is not { IsLive: true }) continue;
            FlowResult result = FlowEngine.Apply(graph, state, answer);
            state = result.State;
            foreach (Effect next in result.Effects) effects.Enqueue(next);
        }
        return state;
    }

    private static List<string> Open(FlowState state) =>
        [.. state.OpenSteps.Where(s => s.Status != StepStatus.Attention).Select(s => s.NodeId)];
}
