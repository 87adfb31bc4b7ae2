namespace Mentorship.Flow;

/// <summary>One event being worked out: the state taken apart, what it leads to collected, and put together again.</summary>
internal sealed class Run
{
    /// <summary>A step that nobody is asked for is not started oftener in one case: the host answers such steps at once and would never come to an end.</summary>
    private const int MostRoundsByItself = 1000;

    /// <summary>Deeper partings inside partings are held: each token carries all of its own.</summary>
    private const int MostPartings = 500;

    /// <summary>Tokens that one event may have sent and not brought home; circles that part would send them without end.</summary>
    private const int MostUnderWay = 120_000;

    private readonly HashSet<(string, FlowNode)> _held = [];
    private readonly Queue<Arrival> _arrivals = new();
    private readonly StepIndex _index;
    private IReadOnlyDictionary<string, object?> _variables;
    private int _started;
    private Dictionary<(string, FlowNode), int>? _startsOf;

    public Run(FlowGraph graph, FlowState state, DateTimeOffset at)
    {
        (Graph, At, Status, Rules, _variables) = (graph, at, state.Status, state.Rules, state.Variables);
        Steps = new(state.StepList.Length + 4);
        Steps.AddRange(state.StepList);
        Waiting = [.. state.WaitingList];
        _index = new(Steps);
    }

    /// <summary>A token under way by an arrow.</summary>
    internal readonly record struct Arrival(string ScopeId, FlowScope Scope, FlowArrow Arrow, IReadOnlyList<string> Trail);

    public FlowGraph Graph { get; }
    public DateTimeOffset At { get; }

    /// <summary>The rules that the case began with.</summary>
    public int Rules { get; }

    public FlowStatus Status { get; private set; }
    public List<StepState> Steps { get; }
    public List<WaitingToken> Waiting { get; }
    public List<Effect> Effects { get; } = [];
    public List<TraceEntry> Trace { get; } = [];
    public IReadOnlyDictionary<string, object?> Variables => _variables;

    /// <summary>Containers in which a token moved or ended, to be looked at again.</summary>
    public HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    public FlowResult Result() => new(new FlowState(Rules, Status, [.. Steps], [.. Waiting], _variables), Effects, Trace);

    public StepState? Find(string stepId) => _index.Of(stepId) is >= 0 and int found ? Steps[found] : null;

    public void Replace(StepState step) => Steps[_index.Of(step.Id)] = step;

    public void SetVariable(string name, object? value) =>
        _variables = new Dictionary<string, object?>(_variables, StringComparer.Ordinal) { [name] = VariableValue.Of(name, value) };

    /// <summary>A first step of a container, unless the container is over by now: a step that began beside it may have ended it.</summary>
    public void Begin(string scopeId, FlowNode node, IReadOnlyDictionary<string, object?>? values = null)
    {
        if (Status == FlowStatus.Running && (scopeId.Length == 0 || Find(scopeId) is { HoldsSteps: true })) Start(scopeId, node, [], values);
    }

    /// <summary>A step starts, as the next round of its node.</summary>
    public void Start(string scopeId, FlowNode node, IReadOnlyList<string> trail, IReadOnlyDictionary<string, object?>? values = null)
    {
        bool spins = values is null && Spins(scopeId, node);
        if (spins && !_held.Add((scopeId, node))) return; // one step of the circle is held, and what else comes to it is with it
        int round = _index.RoundsOf(node.Id) + 1;
        StepState step = new($"{node.Id}#{round}", node.Id, node.Kind, round, scopeId) { Trail = trail, Values = values ?? StepState.NoValues };
        Steps.Add(step);
        Touched.Add(scopeId);
        Trace.Add(new(TraceKind.Started, step.Id, node.Id, null));
        if (spins || round > MostRoundsByItself && IsRoundAndRound(step, node))
            Hold(step, "Шаги ходят по кругу и никого не ждут. Добавьте в петлю шаг, который выполняет человек.");
        else if (trail.Count > MostPartings) Hold(step, $"Больше {MostPartings} разветвлений одно внутри другого. Соедините ветви раньше.");
        else node.Behaviour.Enter(this, step, node);
    }

    private bool IsRoundAndRound(StepState step, FlowNode node) =>
        !node.Behaviour.Waits(node) && !step.IsContainer && Steps.Count(s => s.NodeId == node.Id && s.Scope == step.Scope) > MostRoundsByItself;

    /// <summary>One event starts a step more often than any process that waits for somebody would: counted only once it starts many.</summary>
    private bool Spins(string scopeId, FlowNode node)
    {
        if (_arrivals.Count > MostUnderWay) return true;
        if (++_started <= 50) return false;
        _startsOf ??= [];
        return (_startsOf[(scopeId, node)] = _startsOf.GetValueOrDefault((scopeId, node)) + 1) > 10;
    }

    /// <summary>A step is left by an outcome; a fork sends by several at once.</summary>
    public void Leave(StepState step, string outcome, params ReadOnlySpan<string> sent)
    {
        if (SummingUp.Holds(this, step, StepStatus.Done, outcome)) return;
        Close(step, StepStatus.Done, outcome);
        Send(step, sent.IsEmpty ? [outcome] : sent);
    }

    /// <summary>An administrator goes past the step.</summary>
    public void Skip(StepState step, string outcome)
    {
        if (SummingUp.Holds(this, step, StepStatus.Skipped, outcome)) return;
        Close(step, StepStatus.Skipped, outcome);
        Send(step, Graph.Node(step.NodeId).Kind == NodeKind.Parallel ? [.. Graph.Node(step.NodeId).Outcomes] : [outcome]);
    }

    /// <summary>A step that was held back until the host has answered goes on as it was about to.</summary>
    public void Release(StepState step, StepStatus status, string outcome)
    {
        Close(step, status, outcome);
        Send(step, [outcome]);
    }

    public void EndBranch(StepState step)
    {
        Close(step, StepStatus.Done, "Done");
        Trace.Add(new(TraceKind.BranchEnded, step.Id, step.NodeId, null));
    }

    /// <summary>«Нужно внимание»: the step stays, the other branches go on.</summary>
    public void Hold(StepState step, string reason)
    {
        Replace(step with { Status = StepStatus.Attention, Reason = reason });
        Effects.Add(new AskAttention(step.Id, step.NodeId, reason));
        Trace.Add(new(TraceKind.Attention, step.Id, step.NodeId, reason));
    }

    public void Pause(bool still) => Status = still ? FlowStatus.Suspended : FlowStatus.Running;

    public void EndCase(FlowStatus status)
    {
        Status = status;
        _arrivals.Clear();
        string? said = status == FlowStatus.Finished ? Steps.FindLast(s => s.Scope.Length == 0)?.Outcome : null;
        Effects.Add(new CaseEnded(status.ToString(), said == "Done" ? null : said));
        Trace.Add(new(TraceKind.CaseEnded, "", "", status.ToString()));
    }

    /// <summary>Lets tokens move until every one of them waits for something from outside.</summary>
    public FlowResult Settle()
    {
        while (Status == FlowStatus.Running)
        {
            if (_arrivals.TryDequeue(out Arrival arrival)) Joining.Arrive(this, arrival);
            else if (!Joining.StartOne(this) && !Containers.LeaveOne(this)) break;
        }
        if (Status == FlowStatus.Running) Joining.Prune(this);
        return Result();
    }

    /// <summary>Tokens under way that belong to a withdrawn branch come no more.</summary>
    public void DropArrivals(Predicate<Arrival> dropped)
    {
        for (int left = _arrivals.Count; left > 0; left--)
        {
            Arrival arrival = _arrivals.Dequeue();
            if (!dropped(arrival)) _arrivals.Enqueue(arrival);
        }
    }

    /// <summary>Tokens under way in one container.</summary>
    public IEnumerable<Arrival> Arrivals(string scopeId) => _arrivals.Where(a => a.ScopeId == scopeId);

    public bool AnyArrival(Predicate<Arrival> matching)
    {
        foreach (Arrival arrival in _arrivals)
            if (matching(arrival)) return true;
        return false;
    }

    private void Close(StepState step, StepStatus status, string outcome)
    {
        bool awaited = Graph.WaitingFor(step.NodeId).Count > 0;
        Replace(step.Closed(status, outcome) with { LeftAt = awaited ? At : null });
        Touched.Add(step.Scope);
        Trace.Add(new(TraceKind.Left, step.Id, step.NodeId, outcome));
        if (Graph.Node(step.NodeId).Behaviour.IsTold) Effects.Add(new StepLeft(step.Id, step.NodeId, step.Kind, Visible.RoundOf(this, step), outcome));
        if (awaited) AfterEvents.Left(this, step, outcome);
    }

    private void Send(StepState step, ReadOnlySpan<string> outcomes)
    {
        FlowNode node = Graph.Node(step.NodeId);
        FlowScope scope = node.Scope;
        HashSet<string>? many = outcomes.Length > 8 ? [.. outcomes] : null;
        List<FlowArrow> followed = [];
        foreach (int a in scope.Out(node.Index))
            if (scope.Arrows[a] is var arrow && (arrow.Outcome is not { } by || (many?.Contains(by) ?? outcomes.Contains(by)))) followed.Add(arrow);
        if (followed.Count == 0) Trace.Add(new(TraceKind.BranchEnded, step.Id, step.NodeId, null));
        IReadOnlyList<string> trail = followed.Count > 1 ? [.. step.Trail, step.Id] : step.Trail;
        foreach (FlowArrow arrow in followed) _arrivals.Enqueue(new Arrival(step.Scope, scope, arrow, trail));
    }
}
