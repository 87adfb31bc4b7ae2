namespace Mentorship.Flow.Tests.Tokens;

/// <summary>A case of any graph: every live step can be left by the event that fits it, in any order; nothing is answered by itself.</summary>
internal sealed class AnyCase
{
    private readonly Random _random;

    public AnyCase(ProcessDefinition definition, Random random)
    {
        (Definition, Graph, _random) = (definition, FlowGraph.From(definition), random);
        Take(FlowEngine.Start(Graph, Started));
    }

    private AnyCase(AnyCase other) => (Definition, Graph, State, _random) = (other.Definition, other.Graph, other.State, other._random);

    /// <summary>The same case, to be played on another way; what it did so far is not told again.</summary>
    public AnyCase Copy() => new(this);

    public static CaseStarted Started { get; } = new(Some.Morning);

    public ProcessDefinition Definition { get; private set; }
    public FlowGraph Graph { get; private set; }
    public FlowState State { get; private set; } = null!;
    public List<TraceEntry> Trace { get; } = [];
    public List<FlowEvent> History { get; } = [];
    public List<Effect> Effects { get; } = [];

    /// <summary>A step was held because its loop waits for nobody.</summary>
    public bool Spins => State.Steps.Any(s => s.Status == StepStatus.Attention && s.Reason!.StartsWith("Шаги ходят по кругу", StringComparison.Ordinal));

    /// <summary>A token may stand where no arrow leads: it was taken there, or the arrow is gone.</summary>
    public bool WasMoved { get; private set; }

    /// <summary>Any step that can be left now, and by which outcome: seldom a container, which is skipped with all that it holds.</summary>
    public (string Step, string Outcome) Any()
    {
        StepState[] open = [.. _random.Next(12) == 0 ? State.Steps.Where(s => s.IsLive) : State.OpenSteps];
        StepState step = open[_random.Next(open.Length)];
        IReadOnlyList<string> outcomes = Graph.Node(step.NodeId).Outcomes;
        return (step.Id, outcomes[_random.Next(outcomes.Count)]);
    }

    /// <summary>By the event that fits the step's kind.</summary>
    public void Leave(string id, string outcome)
    {
        StepState step = State.Step(id)!;
        if (step is { Kind: NodeKind.Approval or NodeKind.Task or NodeKind.Signature, Status: StepStatus.Preparing })
            Apply(new StepPrepared(Some.Morning, id, ["person:one"], StepSchedule.AtOnce));
        Apply(step switch
        {
            { IsContainer: true } or { Status: StepStatus.Attention } => new StepSkipped(Some.Morning, id, outcome),
            { Kind: NodeKind.Approval or NodeKind.Task or NodeKind.Signature } => new Decided(Some.Morning, id, "person:one", outcome),
            { Kind: NodeKind.Wait } when Graph.Node(step.NodeId).Type == "Elsa.Event" => new StepTriggered(Some.Morning, id),
            { Kind: NodeKind.Wait } => new TimerFired(Some.Morning, id, "wait"),
            _ => new StepCompleted(Some.Morning, id, outcome)
        });
    }

    /// <summary>
    /// An administrator takes a token from any live step to any step beside it to which arrows lead (a process with others cannot be published); null where nothing may be moved.
    /// </summary>
    public (string Step, string To)? AnyMove()
    {
        StepState[] live = [.. State.Steps.Where(s => s.IsLive && Graph.Node(s.NodeId).ParentId is not null)];
        if (live.Length == 0) return null;
        StepState step = live[_random.Next(live.Length)];
        string[] beside = [.. new RuleChart(Definition.Find(Graph.Node(step.NodeId).ParentId!)!).Reached];
        return (step.Id, beside[_random.Next(beside.Length)]);
    }

    public void MoveToken(string step, string to)
    {
        WasMoved = true;
        Apply(new TokenMoved(Some.Morning, step, to));
    }

    /// <summary>To another version of the process; what is in the way is told and changes nothing.</summary>
    public IReadOnlyList<Problem> GoOver(ProcessDefinition to)
    {
        FlowGraph graph = FlowGraph.From(to);
        string before = FlowStateJson.Write(State);
        FlowResult result = FlowEngine.Move(Graph, graph, FlowStateJson.Read(before), Some.Morning);
        if (result.Refusal is not null)
        {
            Assert.Equal((before, 0, "CannotMove"), (FlowStateJson.Write(result.State), result.Effects.Count, result.Refusal.Code));
            Assert.NotEmpty(result.Reasons);
            return result.Reasons;
        }
        (Definition, Graph, WasMoved) = (to, graph, true);
        Take(result);
        return [];
    }

    private void Apply(FlowEvent e)
    {
        FlowResult result = FlowEngine.Apply(Graph, State, e);
        Assert.Null(result.Refusal);
        History.Add(e);
        Take(result);
    }

    private void Take(FlowResult result)
    {
        State = result.State;
        Trace.AddRange(result.Trace);
        Effects.AddRange(result.Effects);
    }

    /// <summary>The drawing and what was done, for the message of a failure.</summary>
    public override string ToString() =>
        string.Join('\n', Graph.Nodes.Select(n => $"{n.ParentId}/{n.Id} {n.Text("mode")}{n.Text("condition")}{n.Json("branches")}"))
        + "\n" + string.Join('\n', Graph.Connections.Select(c => $"{c.Source} -{c.Outcome}-> {c.Target}{(c.LoopsBack ? " back" : "")}"))
        + "\n" + string.Join('\n', History);
}
