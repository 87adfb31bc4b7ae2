namespace Mentorship.Flow.Tests.Structured;

/// <summary>What a host holds because of the effects alone: open work, timers, awaited events, children. The state must say the same.</summary>
internal sealed class Ledger
{
    private readonly CaseHost _host;
    private readonly Dictionary<(string Step, string Person, string Occurrence), OpenWork> _work = [];
    private readonly Dictionary<(string Step, string Key), SetTimer> _timers = [];
    private readonly Dictionary<string, string> _events = [];
    private readonly HashSet<string> _children = [];
    private int _seenEffects;
    private int _seenEvents;

    public Ledger(CaseHost host)
    {
        _host = host;
        Read();
    }

    /// <summary>How many effects were taken in.</summary>
    public int Seen => _seenEffects;

    /// <summary>Who is asked, people and hosts alike.</summary>
    public IEnumerable<(string Step, string Person, string? Item)> Open =>
        _work.Values.Select(w => (w.Step, w.Participant, w.Item)).Concat(_timers.Keys.Where(t => t.Key == "wait").Select(t => t.Step).Concat(_events.Keys).Concat(_children).Select(s => (s, "host", (string?)null)));

    public IEnumerable<(string Step, string Person, string Occurrence)> Work => _work.Keys.Order();
    public IEnumerable<SetTimer> Timers => _timers.Values.OrderBy(t => (t.DueAt, t.Step, t.Key));
    public IEnumerable<string> Children => _children.Order(StringComparer.Ordinal);

    /// <summary>Takes in what happened since.</summary>
    /// <returns>Timers that went or moved, as they were.</returns>
    public List<SetTimer> Read()
    {
        Dictionary<(string, string), SetTimer> before = new(_timers);
        for (; _seenEvents < _host.History.Count; _seenEvents++)
        {
            if (_host.History[_seenEvents] is TimerFired fired) _timers.Remove((fired.Step, fired.Key));
            if (_host.History[_seenEvents] is Decided decided) Answered(decided);
            if (_host.History[_seenEvents] is ChildEnded ended) _children.Remove(ended.Step);
            if (_host.History[_seenEvents] is WorkHandedOver over) HandedOver(over.Step, over.From, over.To);
        }
        for (; _seenEffects < _host.Effects.Count; _seenEffects++) Carry(_host.Effects[_seenEffects]);
        return [.. before.Where(t => !ReferenceEquals(_timers.GetValueOrDefault(t.Key), t.Value)).Select(t => t.Value)];
    }

    /// <summary>Whatever is open belongs to a live step, and all that a live step needs is there, once.</summary>
    public void Check()
    {
        Assert.Equal(ExpectedTimers().Order(StringComparer.Ordinal), _timers.Select(t => $"{t.Key.Step} {t.Key.Key} {(t.Key.Key == "wait" ? "" : t.Value.DueAt.ToString("u"))}").Order(StringComparer.Ordinal));
        Assert.Equal(ExpectedWork().Order(StringComparer.Ordinal), _work.Keys.Select(k => $"{k.Step} {k.Person} {k.Occurrence}").Order(StringComparer.Ordinal));
        Assert.Equal(OpenOf("Elsa.Event").Select(id => $"{id} {NodeOf(id).Text("eventName")?.Trim()}").Where(e => !e.EndsWith(' ')), _events.Select(e => $"{e.Key} {e.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(OpenOf("Elsa.ExecuteWorkflow"), _children.Order(StringComparer.Ordinal));
        Assert.Equal(_host.State.Steps.Count, _host.State.Steps.Select(s => s.Id).Distinct().Count());
        Assert.All(_host.State.Steps.Where(s => s.IsLive && s.Scope.Length > 0), s => Assert.True(_host.State.Step(s.Scope)!.IsLive, $"{s.Id} lives in {s.Scope}, which does not."));
    }

    private void HandedOver(string step, string from, string to)
    {
        foreach ((string Step, string Person, string Occurrence) key in _work.Keys.Where(k => k.Step == step && k.Person == from).ToList())
            if (_work.Remove(key, out OpenWork? work)) _work[(step, to, key.Occurrence)] = work with { Participant = to };
    }

    private void Answered(Decided decided)
    {
        string occurrence = decided.Occurrence ?? _work.Keys.Where(k => k.Step == decided.Step && k.Person == decided.Participant).Select(k => k.Occurrence).Order(StringComparer.Ordinal).First();
        Assert.True(_work.Remove((decided.Step, decided.Participant, occurrence)), $"Nobody asked for {decided}.");
    }

    private void Carry(Effect effect)
    {
        switch (effect)
        {
            case OpenWork open:
                Assert.False(_work.TryGetValue((open.Step, open.Participant, open.Occurrence), out OpenWork? had) && had == open, $"Asked twice: {open}");
                _work[(open.Step, open.Participant, open.Occurrence)] = open;
                break;
            case ReopenWork again:
                Assert.True(_work.TryAdd((again.Step, again.Participant, again.Occurrence), new(again.Step, again.NodeId, again.Kind, again.Round, again.Participant, again.Occurrence, again.DueAt, again.ClosesAt)), $"Opened twice: {again}");
                break;
            case WithdrawWork gone:
                foreach ((string Step, string Person, string Occurrence) key in _work.Keys.Where(k => k.Step == gone.Step && (gone.Participant ?? k.Person) == k.Person && (gone.Occurrence ?? k.Occurrence) == k.Occurrence).ToList()) _work.Remove(key);
                break;
            case RemindOfWork remind: Assert.Contains((remind.Step, remind.Participant, remind.Occurrence), _work.Keys); break;
            case EscalateWork late: Assert.Contains((late.Step, late.Participant, late.Occurrence), _work.Keys); break;
            case SetTimer set: _timers[(set.Step, set.Key)] = set; break;
            case CancelTimer cancel: _timers.Remove((cancel.Step, cancel.Key)); break;
            case AwaitEvent awaits: Assert.True(_events.TryAdd(awaits.Step, awaits.Event), $"Awaited twice: {awaits}"); break;
            case ForgetEvent forgets: Assert.True(_events.Remove(forgets.Step, out string? awaited) && awaited == forgets.Event, $"Never awaited: {forgets}"); break;
            case StartChild { Waits: true } child: Assert.True(_children.Add(child.Step), $"Started twice: {child}"); break;
            case CancelChild cancelled: Assert.True(_children.Remove(cancelled.Step), $"Never started: {cancelled}"); break;
        }
    }

    private FlowNode NodeOf(string step) => _host.Graph.Node(_host.State.Step(step)!.NodeId);

    private IEnumerable<string> OpenOf(string type) =>
        _host.State.Steps.Where(s => s.Status == StepStatus.Open && _host.Graph.Node(s.NodeId).Type == type).Select(s => s.Id).Order(StringComparer.Ordinal);

    private IEnumerable<string> ExpectedWork() =>
        from step in _host.State.Steps
        where step.IsLive && step.Participants.Count > 0
        from occurrence in step.Occurrences
        where occurrence.Status is OccurrenceStatus.Open or OccurrenceStatus.Closing
        let given = step.Votes.Where(v => v.Occurrence == occurrence.Key).Select(v => v.Participant).ToList()
        from person in AskedOf(step, given.Count).Except(given)
        select $"{step.Id} {person} {occurrence.Key}";

    private IEnumerable<string> AskedOf(StepState step, int answered)
    {
        FlowNode node = _host.Graph.Node(step.NodeId);
        string? mode = node.Kind is NodeKind.Approval or NodeKind.Task ? node.Text("mode") : null;
        return node.Kind == NodeKind.Signature || mode == "one" ? step.Participants.Take(1)
            : mode == "sequence" ? step.Participants.Take(answered + 1) : step.Participants;
    }

    private IEnumerable<string> ExpectedTimers()
    {
        foreach (StepState step in _host.State.Steps.Where(s => s.IsLive))
        {
            FlowNode node = _host.Graph.Node(step.NodeId);
            if (node.Type == "Elsa.Delay" && step.Status == StepStatus.Open) yield return $"{step.Id} wait ";
            if (step.ScheduleKind != ScheduleKind.Window || step.Status is not (StepStatus.Open or StepStatus.Scheduled)) continue;
            foreach (OccurrenceState o in step.Occurrences)
            {
                bool open = o.Status is OccurrenceStatus.Open or OccurrenceStatus.Closing;
                if (o.Status == OccurrenceStatus.Scheduled) yield return $"{step.Id} open:{o.Key} {o.OpensAt:u}";
                if (o.Status == OccurrenceStatus.Open && o.ClosesAt is { } closes) yield return $"{step.Id} close:{o.Key} {closes:u}";
                if (open && o.Reminders.Count > 0) yield return $"{step.Id} remind:{o.Key} {o.Reminders[0]:u}";
                if (open && o.Escalations.Count > 0) yield return $"{step.Id} escalate:{o.Key} {o.Escalations[0]:u}";
                if (open && o.DueAt is { } due && node.Outcomes.Contains("NotEnough")) yield return $"{step.Id} due:{o.Key} {due:u}";
            }
        }
    }
}
