namespace Mentorship.Flow.Tests.Structured;

/// <summary>A case with dates, reminders and escalations, to which anything may happen at any instant; what the host holds is compared with the state after each event.</summary>
internal sealed partial class Watched
{
    private readonly Random _random;
    private readonly Ledger _ledger;
    private IReadOnlyList<RecentEvent> _recent = [];
    private int _newcomers;

    public Watched(Random random)
    {
        _random = random;
        Host = RandomStructure.Make(random, events: true).Host(_ => AnySchedule()).Start();
        _ledger = new Ledger(Host);
        _ledger.Check();
    }

    public CaseHost Host { get; }
    public bool Goes => Host.State.Status == FlowStatus.Running;
    public bool HoldsNothing => !_ledger.Open.Any() && !_ledger.Timers.Any();

    public bool IsWaitedFor => Possible(agreeing: true).Any();

    /// <summary>How often each kind of event fitted.</summary>
    public Dictionary<string, int> Fitted { get; } = [];

    /// <summary>Something that people, clocks and children do.</summary>
    public void GoOn(bool agreeing = false)
    {
        FlowEvent[] possible = [.. Possible(agreeing)];
        if (possible.Length > 0) Try(possible[_random.Next(possible.Length)]);
    }

    /// <summary>Something that an administrator does, or a host that fails.</summary>
    public void Interfere()
    {
        StepState[] live = [.. Host.State.Steps.Where(s => s.IsLive)];
        StepState step = live[_random.Next(live.Length)];
        FlowNode node = Host.Graph.Node(step.NodeId);
        FlowNode[] beside = [.. Host.Graph.Nodes.Where(n => n.ParentId == node.ParentId)];
        switch (_random.Next(9))
        {
            case 0: Try(new StepFailed(Host.Now, step.Id, "сбой")); break;
            case 1: Try(new StepRetried(Host.Now, step.Id)); break;
            case 2 when step.Scope.Length > 0: Try(new StepSkipped(Host.Now, step.Id, node.Outcomes.Count == 0 ? "" : node.Outcomes[_random.Next(node.Outcomes.Count)])); break;
            case 3: Try(new TokenMoved(Host.Now, step.Id, beside[_random.Next(beside.Length)].Id)); break;
            case 4 or 5: TakeBack(); break;
            case 6 when _ledger.Work.Any():
                (string of, string person, _) = _ledger.Work.ElementAt(_random.Next(_ledger.Work.Count()));
                Try(new WorkHandedOver(Host.Now, of, person, $"person:new{++_newcomers}"));
                break;
            case 7 when step.Participants.Count > 0:
                string[] people = [.. step.Participants.Where(_ => _random.Next(3) > 0), .. _random.Next(3) == 0 ? new[] { $"person:new{++_newcomers}" } : []];
                Try(new StepPrepared(Host.Now, step.Id, people, AnySchedule()));
                break;
            default:
                Try(new CaseSuspended(Host.Now));
                Try(new CaseResumed(Host.Now));
                break;
        }
    }

    public void Try(FlowEvent happened)
    {
        FlowState before = Host.State;
        FlowResult result = FlowEngine.Apply(Host.Graph, before, happened);
        if (result.Refusal is not null)
        {
            Assert.Same(before, result.State);
            Assert.Empty(result.Effects);
            return;
        }
        Fitted[happened.GetType().Name] = Fitted.GetValueOrDefault(happened.GetType().Name) + 1;
        int from = Host.History.Count;
        Host.Apply(happened);
        List<SetTimer> earlier = _ledger.Read();
        Check(happened);
        _recent = [.. _recent.TakeLast(19), RecentEvent.Between(before, Host.State, Host.History[from..], earlier)];
    }

    /// <summary>Takes back the last decision and makes it again.</summary>
    public void DecideTwice()
    {
        if (Possible(false).OfType<Decided>().FirstOrDefault() is not { } decision) return;
        string before = FlowStateJson.Write(Host.State);
        string held = Held();
        Try(decision);
        string once = FlowStateJson.Write(Host.State);
        string heldOnce = Held();
        TakenBack back = TakeBack(decision);
        Assert.Null(back.Result.Refusal);
        if (back.Undone.Count > 0) return;
        Assert.Equal(before, FlowStateJson.Write(Host.State));
        Assert.Equal(held, Held());
        Try(decision);
        Assert.Equal(once, FlowStateJson.Write(Host.State));
        Assert.Equal(heldOnce, Held());
    }

    private string Held() => string.Join('\n', _ledger.Work.Select(w => w.ToString()).Concat(_ledger.Timers.Select(t => t.ToString())));

    private void TakeBack()
    {
        Decided[] made = [.. _recent.Select(r => r.Events[0]).OfType<Decided>()];
        if (made.Length > 0) TakeBack(made[_random.Next(made.Length)]);
    }

    private TakenBack TakeBack(Decided decision)
    {
        TakenBack back = FlowEngine.TakeBack(Host.Graph, FlowStateJson.Read(FlowStateJson.Write(Host.State)), [.. _recent.Select(r => RecentEventJson.Read(RecentEventJson.Write(r)))], decision);
        if (back.Result.Refusal is not null || back.Undone.Count > 0) return back; // what the host has done besides, it does not undo: the decision stands
        Fitted["TakenBack"] = Fitted.GetValueOrDefault("TakenBack") + 1;
        Host.Take(back.Result);
        _ledger.Read();
        Check(decision);
        _recent = back.Recent;
        return back;
    }

    private void Check(FlowEvent after)
    {
        try
        {
            _ledger.Check();
        }
        catch (Xunit.Sdk.XunitException e)
        {
            throw new InvalidOperationException($"After {after}: {e.Message}\n{DefinitionWriter.Write(Host.Graph.Definition)}\n{string.Join('\n', Host.History)}\n{FlowStateJson.Write(Host.State)}", e);
        }
    }

    private IEnumerable<FlowEvent> Possible(bool agreeing)
    {
        foreach ((string step, string person, string occurrence) in _ledger.Work)
        {
            IReadOnlyList<string> answers = AnswersOf(Host.Graph.Node(Host.State.Step(step)!.NodeId));
            yield return new Decided(Host.Now, step, person, answers[agreeing || _random.Next(3) > 0 ? 0 : _random.Next(answers.Count)], occurrence);
        }
        if (_ledger.Timers.FirstOrDefault() is { } timer)
        {
            if (timer.DueAt > Host.Now) Host.Now = timer.DueAt;
            yield return new TimerFired(Host.Now, timer.Step, timer.Key);
        }
        foreach (string child in _ledger.Children) yield return new ChildEnded(Host.Now, child, "Done");
        foreach (StepState step in Host.State.OpenSteps)
        {
            if (step is { Status: StepStatus.Scheduled, ScheduleKind: ScheduleKind.AwaitsEvent } || Host.Graph.Node(step.NodeId).Type == "Elsa.Event" && step.Status == StepStatus.Open) yield return new StepTriggered(Host.Now, step.Id);
            if (step is { Status: StepStatus.Scheduled, ScheduleKind: ScheduleKind.NeedsDeadline })
            {
                Host.Answers[step.NodeId] = (Host.Answers.TryGetValue(step.NodeId, out (string[] People, StepSchedule) known) ? known.People : ["person:one"], StepSchedule.AtOnce); // somebody has given it a date
                yield return new StepRetried(Host.Now, step.Id);
            }
            if (step.Status == StepStatus.Attention) yield return agreeing && Host.Graph.Node(step.NodeId).Outcomes is [var first, ..] ? new StepSkipped(Host.Now, step.Id, first) : new StepRetried(Host.Now, step.Id);
        }
    }

    private static IReadOnlyList<string> AnswersOf(FlowNode node) => node.Kind switch
    {
        NodeKind.Consents => ["Done", "Refused"],
        NodeKind.Survey => ["Done"],
        _ => node.Outcomes
    };

    private StepSchedule AnySchedule()
    {
        if (_random.Next(3) == 0) return StepSchedule.AtOnce;
        if (_random.Next(16) == 0) return new StepSchedule(ScheduleKind.NeedsDeadline, []);
        string[] keys = _random.Next(3) == 0 ? ["осень", "весна"] : [""];
        return new StepSchedule(_random.Next(8) == 0 ? ScheduleKind.AwaitsEvent : ScheduleKind.Window, [.. keys.Select(AnyOccurrence)]);
    }

    private Occurrence AnyOccurrence(string key)
    {
        DateTimeOffset?[] days = [.. Enumerable.Range(0, 4).Select(_ => _random.Next(2) == 0 ? (DateTimeOffset?)null : Some.Morning.AddDays(_random.Next(0, 15)))];
        return new Occurrence(key, days[0], days[1], days[2])
        {
            Reminders = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Some.Morning.AddDays(_random.Next(20))).Order()],
            Escalations = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Some.Morning.AddDays(_random.Next(20))).Order()]
        };
    }
}
