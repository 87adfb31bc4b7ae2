namespace Mentorship.Flow;

/// <summary>Recent events run once more from an earlier state, with what they led to collected.</summary>
/// <param name="actual">What really happened, where this is what would have.</param>
internal sealed class Replay(FlowGraph graph, FlowState state, Replay? actual = null)
{
    private readonly Dictionary<string, Effect> _asked = [];
    private readonly Dictionary<(string Step, string Key), SetTimer?> _touched = [];

    public FlowState State { get; private set; } = state;
    public List<RecentEvent> Recent { get; } = [];
    public List<Effect> Effects { get; } = [];

    /// <summary>What became of the timers that were touched; null: gone.</summary>
    public Dictionary<(string Step, string Key), SetTimer?> Timers { get; } = [];

    /// <summary>What stood before of the timers that were touched; null: there was none.</summary>
    public Dictionary<(string Step, string Key), SetTimer?> TimersBefore { get; } = [];

    /// <summary>Named events that steps began or ceased to wait for, in order.</summary>
    public List<Effect> Awaited { get; } = [];

    /// <summary>What the host has not answered in these events, but for what the other has not answered either.</summary>
    public IEnumerable<Effect> UnansweredBut(Replay other) => _asked.Values.Where(asked => !other._asked.ContainsKey(asked.Step));

    /// <returns>Why something that a person did does not fit any more. What the host answered or a timer did is left out where it does not fit.</returns>
    public FlowRefusal? Run(RecentEvent entry)
    {
        FlowState before = State;
        List<FlowEvent> fitted = [];
        _touched.Clear();
        for (int i = 0; i < entry.Events.Count; i++)
        {
            FlowEvent happened = entry.Events[i];
            string? answered = Answered(happened);
            if (i > 0 && answered is not null && !_asked.ContainsKey(answered)) continue;
            FlowResult result = FlowEngine.Apply(graph, State, happened);
            if (result.Refusal is { } no && answered is null && happened is not TimerFired) return no;
            if (result.Refusal is not null) continue;
            State = result.State;
            fitted.Add(happened);
            Take(entry, happened, answered, result.Effects);
        }
        if (fitted.Count > 0) Recent.Add(RecentEvent.Between(before, State, fitted, [.. _touched.Values.OfType<SetTimer>()]));
        return null;
    }

    /// <summary>The step whose question an event answers for the host.</summary>
    private static string? Answered(FlowEvent happened) => happened switch
    {
        StepPrepared e => e.Step,
        StepCompleted e => e.Step,
        StepFailed e => e.Step,
        WaitPrepared e => e.Step,
        ItemsPrepared e => e.Step,
        ChildEnded e => e.Step,
        SurveySummedUp e => e.Step,
        _ => null
    };

    private void Take(RecentEvent entry, FlowEvent happened, string? answered, IReadOnlyList<Effect> effects)
    {
        if (answered is not null) _asked.Remove(answered);
        if (happened is TimerFired fired) Touch(entry, fired.Step, fired.Key, null);
        foreach (Effect effect in effects)
        {
            if (effect is PrepareStep or DraftDocument or SendMail or PrepareWait or PrepareItems or SumUpSurvey or StartChild { Waits: true }) _asked[effect.Step] = effect;
            else if (effect is SetTimer set) Touch(entry, set.Step, set.Key, set);
            else if (effect is CancelTimer cancel) Touch(entry, cancel.Step, cancel.Key, null);
            else if (effect is AwaitEvent or ForgetEvent) Awaited.Add(effect);
            Effects.Add(effect);
        }
    }

    private void Touch(RecentEvent entry, string step, string key, SetTimer? becomes)
    {
        if (!Timers.TryGetValue((step, key), out SetTimer? stood))
        {
            stood = actual is null ? entry.Timers.FirstOrDefault(t => t.Step == step && t.Key == key) : actual.TimersBefore.GetValueOrDefault((step, key));
            TimersBefore[(step, key)] = stood;
        }
        _touched.TryAdd((step, key), stood);
        Timers[(step, key)] = becomes;
    }
}
