namespace Mentorship.Flow;

/// <summary>A decision taken back: the case as it would stand had it never been made, and what the host has to undo besides.</summary>
/// <param name="Recent">What happened besides the decision and may itself still be taken back.</param>
/// <param name="Undone">What the host did because of the decision and would have to undo: mails, documents. Open work and timers are among the effects of the result.</param>
public sealed record TakenBack(FlowResult Result, IReadOnlyList<RecentEvent> Recent, IReadOnlyList<Effect> Undone);

/// <summary>
/// Goes back before the decision and lets everything happen again without it. What still fits stays: decisions of other branches are not touched. What does not fit
/// any more was done because of the decision, and the decision stands.
/// </summary>
internal static class TakingBack
{
    public static TakenBack Of(FlowGraph graph, FlowState now, IReadOnlyList<RecentEvent> recent, Decided decision)
    {
        int index = recent.Count - 1;
        while (index >= 0 && !(recent[index].Events[0] is Decided d && Same(d, decision))) index--;
        if (index < 0) return Refused(now, "TooLateToTakeBack", "Это решение отменить уже нельзя: время на отмену вышло или дело уже завершилось.");
        FlowState before = now;
        for (int i = recent.Count - 1; i >= index; i--) before = recent[i].Before(before);
        Replay actual = new(graph, before), without = new(graph, before, actual);
        for (int i = index; i < recent.Count; i++) actual.Run(recent[i]);
        for (int i = index + 1; i < recent.Count; i++)
            if (without.Run(recent[i]) is not null)
                return Refused(now, "DecisionFollowed", "Это решение отменить уже нельзя: после него решили другие.");
        List<Effect> asked = [.. without.UnansweredBut(actual)];
        List<Effect> effects = [.. Work(graph, now, without.State), .. Timers(actual, without), .. Events(actual, without), .. asked];
        return new(new FlowResult(without.State, effects, []), asked.Count > 0 ? [] : [.. recent.Take(index), .. without.Recent], Undone(actual, without));
    }

    private static bool Same(Decided a, Decided b) => a.Step == b.Step && a.Participant == b.Participant && (a.Occurrence ?? "") == (b.Occurrence ?? "");

    private static TakenBack Refused(FlowState now, string code, string message) => new(FlowResult.Refused(now, code, message), [], []);

    /// <summary>Work that is open now and would not be is withdrawn; work that would be open is opened again.</summary>
    private static IEnumerable<Effect> Work(FlowGraph graph, FlowState now, FlowState without)
    {
        Dictionary<(string, string, string), ReopenWork> has = Open(graph, now), should = Open(graph, without);
        foreach (((string, string, string) key, ReopenWork work) in has)
            if (!should.ContainsKey(key)) yield return new WithdrawWork(work.Step, work.NodeId, work.Participant, work.Occurrence, WithdrawReason.DecisionTakenBack);
        foreach (((string, string, string) key, ReopenWork work) in should)
            if (!has.ContainsKey(key)) yield return work;
    }

    private static Dictionary<(string, string, string), ReopenWork> Open(FlowGraph graph, FlowState state)
    {
        Dictionary<(string, string, string), ReopenWork> open = [];
        Run run = new(graph, state, default);
        foreach (StepState step in state.StepList)
            if (step.IsLive && graph.Node(step.NodeId) is { Behaviour: PeopleStep } node)
                foreach (OccurrenceState o in step.Occurrences)
                    if (o.IsOpen)
                        foreach (string participant in Asking.Unanswered(node, step, o.Key))
                            open[(step.Id, participant, o.Key)] = new(step.Id, node.Id, step.Kind, Visible.RoundOf(run, step), participant, o.Key, o.DueAt, o.ClosesAt);
        return open;
    }

    /// <summary>A timer that only came about in the meantime did not stand before; one that only would be taken away is, whatever its instant.</summary>
    private static IEnumerable<Effect> Timers(Replay actual, Replay without)
    {
        foreach ((string Step, string Key) key in actual.Timers.Keys.Union(without.Timers.Keys))
        {
            bool isKnown = actual.Timers.TryGetValue(key, out SetTimer? has);
            SetTimer? should = without.Timers.TryGetValue(key, out SetTimer? would) ? would : actual.TimersBefore.GetValueOrDefault(key);
            if (isKnown && has?.DueAt == should?.DueAt) continue;
            yield return should is not null ? should : new CancelTimer(key.Step, key.Step[..key.Step.LastIndexOf('#')], key.Key);
        }
    }

    /// <summary>Named events that are awaited now and would not be, and the other way round.</summary>
    private static IEnumerable<Effect> Events(Replay actual, Replay without)
    {
        foreach (IGrouping<(string Step, string Name), Effect> seen in actual.Awaited.Concat(without.Awaited).GroupBy(Of))
        {
            bool before = seen.First() is ForgetEvent, has = Ends(actual, seen.Key) ?? before, should = Ends(without, seen.Key) ?? before;
            if (has != should) yield return should ? new AwaitEvent(seen.Key.Step, seen.First().NodeId, seen.Key.Name) : new ForgetEvent(seen.Key.Step, seen.First().NodeId, seen.Key.Name);
        }

        static (string, string) Of(Effect effect) => (effect.Step, effect is AwaitEvent awaited ? awaited.Event : ((ForgetEvent)effect).Event);

        static bool? Ends(Replay replay, (string, string) key) => replay.Awaited.FindLast(e => Of(e) == key) is { } last ? last is AwaitEvent : null;
    }

    /// <summary>What the host cannot see from open work, timers and awaited events. One step does one thing of a kind at a time, so its kind and step name it.</summary>
    private static List<Effect> Undone(Replay actual, Replay without)
    {
        List<(Type, string)> left = [.. without.Effects.Select(e => (e.GetType(), e.Step))];
        return [.. actual.Effects.Where(e => !left.Remove((e.GetType(), e.Step)) && !IsSeen(e))];
    }

    private static bool IsSeen(Effect effect) => effect is PrepareStep or PrepareWait or PrepareItems or SumUpSurvey or OpenWork or WithdrawWork or AskClosingCheck or RemindOfWork or EscalateWork
        or SetTimer or CancelTimer or AwaitEvent or ForgetEvent or AskAttention or NoteLine or StepLeft or CaseEnded;
}
