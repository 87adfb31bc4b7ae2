namespace Mentorship.Flow.Tests.TakingBack;

/// <summary>A host that keeps what may be taken back, its open work and its timers, as a real one does.</summary>
internal sealed class Diary
{
    private readonly Dictionary<(string Step, string Key), SetTimer> _timers = [];
    private int _seen;

    public Diary(ProcessDefinition definition, Action<CaseHost>? arrange = null)
    {
        Host = new CaseHost(definition);
        arrange?.Invoke(Host);
        Host.Start();
        Carry();
    }

    public CaseHost Host { get; }
    public IReadOnlyList<RecentEvent> Recent { get; private set; } = [];

    /// <summary>Open work: step and participant.</summary>
    public HashSet<(string, string)> Work { get; private set; } = [];
    public IEnumerable<SetTimer> Timers => _timers.Values;

    public Decided Decide(string node, string outcome, string? person = null)
    {
        StepState step = Host.Live(node);
        Decided decision = new(Host.Now, step.Id, person ?? step.Participants[0], outcome);
        Apply(decision);
        return decision;
    }

    /// <summary>False when the decision does not fit.</summary>
    public bool Fits(Decided decision)
    {
        if (FlowEngine.Apply(Host.Graph, Host.State, decision).Refusal is not null) return false;
        Apply(decision);
        return true;
    }

    public void Apply(FlowEvent happened)
    {
        FlowState before = Host.State;
        int from = Host.History.Count;
        Host.Apply(happened);
        if (happened is Decided d) Work.Remove((d.Step, d.Participant));
        List<SetTimer> earlier = happened is TimerFired fired && _timers.Remove((fired.Step, fired.Key), out SetTimer? due) ? [due] : [];
        Recent = [.. Recent, RecentEvent.Between(before, Host.State, Host.History[from..], [.. earlier, .. Carry()])];
    }

    /// <summary>What is kept goes through its JSON first.</summary>
    public TakenBack Without(Decided decision) =>
        FlowEngine.TakeBack(Host.Graph, FlowStateJson.Read(FlowStateJson.Write(Host.State)), [.. Recent.Select(r => RecentEventJson.Read(RecentEventJson.Write(r)))], decision);

    public TakenBack TakeBack(Decided decision)
    {
        TakenBack back = Without(decision);
        Assert.Null(back.Result.Refusal);
        Host.History.Add(new TookBack(Host.Now, decision));
        Host.Take(back.Result);
        Carry();
        Recent = back.Recent;
        return back;
    }

    public HashSet<(string, string)> WorkAfter(IReadOnlyList<Effect> effects)
    {
        HashSet<(string, string)> work = [.. Work];
        foreach (Effect effect in effects) Carry(work, effect);
        return work;
    }

    private List<SetTimer> Carry()
    {
        List<SetTimer> earlier = [];
        for (; _seen < Host.Effects.Count; _seen++)
        {
            Effect effect = Host.Effects[_seen];
            Carry(Work, effect);
            if (effect is SetTimer or CancelTimer)
            {
                string key = effect is SetTimer s ? s.Key : ((CancelTimer)effect).Key;
                if (_timers.Remove((effect.Step, key), out SetTimer? known)) earlier.Add(known);
                if (effect is SetTimer set) _timers[(set.Step, set.Key)] = set;
            }
        }
        return earlier;
    }

    private static void Carry(HashSet<(string, string)> work, Effect effect)
    {
        if (effect is OpenWork open) work.Add((open.Step, open.Participant));
        else if (effect is ReopenWork again) work.Add((again.Step, again.Participant));
        else if (effect is WithdrawWork gone) work.RemoveWhere(w => w.Item1 == gone.Step && (gone.Participant is null || w.Item2 == gone.Participant));
    }
}
