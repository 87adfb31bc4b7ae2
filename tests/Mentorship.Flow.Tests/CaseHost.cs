namespace Mentorship.Flow.Tests;

/// <summary>A host in memory: answers what the engine asks, keeps the effects and the history.</summary>
internal sealed class CaseHost
{
    public CaseHost(ProcessDefinition definition, bool foreignAsApproval = false, IReadOnlyDictionary<string, object?>? variables = null)
    {
        Definition = definition;
        Graph = FlowGraph.From(definition, foreignAsApproval);
        Started = new CaseStarted(Some.Morning, variables);
        State = null!;
        Now = Some.Morning;
    }

    private readonly Queue<Effect> _asked = new();

    /// <summary>The version that the case began with.</summary>
    public ProcessDefinition Definition { get; }
    public FlowGraph Graph { get; set; }
    public FlowState State { get; set; }
    public DateTimeOffset Now { get; set; }
    public CaseStarted Started { get; }
    public List<FlowEvent> History { get; } = [];
    public List<Effect> Effects { get; } = [];
    public List<TraceEntry> Trace { get; } = [];

    /// <summary>Who takes part and when, by node id; without an entry one person at once.</summary>
    public Dictionary<string, (string[] People, StepSchedule Schedule)> Answers { get; } = [];

    /// <summary>What the host's collections hold, by name; without an entry there is none.</summary>
    public Dictionary<string, LoopItem[]> Collections { get; } = [];

    /// <summary>What surveys come to, by node id, whenever one is over; without an entry nothing.</summary>
    public Dictionary<string, Dictionary<string, object?>> Sums { get; } = [];

    public IEnumerable<string> Open => State.OpenSteps.Select(s => s.NodeId).Order(StringComparer.Ordinal);

    public CaseHost Start()
    {
        Take(FlowEngine.Start(Graph, Started));
        return this;
    }

    /// <summary>An event that must fit.</summary>
    public CaseHost Apply(FlowEvent e)
    {
        FlowResult result = FlowEngine.Apply(Graph, State, e);
        Assert.Null(result.Refusal);
        History.Add(e);
        Take(result);
        return this;
    }

    /// <summary>An event that must not fit: returns the code.</summary>
    public string Refused(FlowEvent e)
    {
        FlowResult result = FlowEngine.Apply(Graph, State, e);
        Assert.Same(State, result.State);
        Assert.Empty(result.Effects);
        return Assert.IsType<FlowRefusal>(result.Refusal).Code;
    }

    public CaseHost Decide(string node, string outcome = "Approved", string? person = null, string? occurrence = null)
    {
        StepState step = Live(node);
        return Apply(new Decided(Now, step.Id, person ?? step.Participants[0], outcome, occurrence));
    }

    public StepState Live(string node) => State.Steps.First(s => s.NodeId == node && s.IsLive);

    public CaseHost Move(ProcessDefinition to)
    {
        FlowGraph graph = FlowGraph.From(to);
        FlowResult result = FlowEngine.Move(Graph, graph, State, Now);
        Assert.Null(result.Refusal);
        Graph = graph;
        History.Add(new MovedToVersion(Now, System.Text.Json.JsonSerializer.SerializeToElement(System.Text.Json.Nodes.JsonNode.Parse(DefinitionWriter.Write(to)))));
        Take(result);
        return this;
    }

    /// <summary>The effects since the last call.</summary>
    public List<Effect> Told()
    {
        List<Effect> told = [.. Effects];
        Effects.Clear();
        return told;
    }

    public void Take(FlowResult first)
    {
        Queue<FlowResult> results = new([first]);
        while (results.TryDequeue(out FlowResult? result))
        {
            State = result.State;
            Trace.AddRange(result.Trace);
            Effects.AddRange(result.Effects);
            foreach (Effect effect in result.Effects) _asked.Enqueue(effect);
            while (results.Count == 0 && _asked.TryDequeue(out Effect? asked))
                if (State.Step(asked.Step) is { IsLive: true } && Answer(asked) is { } answer)
                {
                    FlowResult next = FlowEngine.Apply(Graph, State, answer);
                    Assert.Null(next.Refusal);
                    History.Add(answer);
                    results.Enqueue(next);
                }
        }
    }

    private FlowEvent? Answer(Effect asked)
    {
        if (asked is DraftDocument or SendMail or StartChild { Waits: false }) return new StepCompleted(Now, asked.Step);
        if (asked is PrepareWait wait) return new WaitPrepared(Now, wait.Step, CronText.Next(wait.Cron, Now, TimeZoneInfo.Utc)!.Value);
        if (asked is SumUpSurvey survey) return new SurveySummedUp(Now, survey.Step, Sums.GetValueOrDefault(survey.NodeId) ?? []);
        if (asked is PrepareItems items) return Collections.TryGetValue(items.Collection, out LoopItem[]? found) ? new ItemsPrepared(Now, items.Step, found) : new StepFailed(Now, items.Step, $"Нет списка «{items.Collection}».");
        if (asked is not PrepareStep prepare) return null;
        (string[] people, StepSchedule schedule) = Answers.GetValueOrDefault(prepare.NodeId, (["person:one"], StepSchedule.AtOnce));
        return new StepPrepared(Now, prepare.Step, people, schedule);
    }
}

/// <summary>In a history: the case went to another version of its process.</summary>
internal sealed record MovedToVersion(DateTimeOffset At, System.Text.Json.JsonElement Definition) : FlowEvent(At);

/// <summary>In a history: a decision was taken back.</summary>
internal sealed record TookBack(DateTimeOffset At, Decided Decision) : FlowEvent(At);
