namespace Mentorship.Flow;

/// <summary>What the host and the participants answer.</summary>
internal static class Answers
{
    public static FlowRefusal? Prepared(Run run, StepPrepared e)
    {
        if (run.Find(e.Step) is not { IsLive: true, Leaving: null } step || run.Graph.Node(step.NodeId) is not { Behaviour: PeopleStep } node) return NotOpen(e.Step);
        Preparing.Prepare(run, node, step, e);
        return null;
    }

    public static FlowRefusal? Decided(Run run, Decided e)
    {
        if (run.Find(e.Step) is not { Status: StepStatus.Open or StepStatus.Scheduled } step
            || run.Graph.Node(step.NodeId) is not { Behaviour: PeopleStep people } node) return NotOpen(e.Step);
        if (!people.AnswersOf(node).Contains(e.Outcome))
            return new("UnknownOutcome", $"У шага «{node.Name}» нет ответа «{e.Outcome}». Возможные ответы: {string.Join(", ", people.AnswersOf(node))}.");
        if (!step.Participants.Contains(e.Participant))
            return new("NotAParticipant", $"Шаг «{node.Name}» поручен другим людям.");
        List<OccurrenceState> meant = [.. step.Occurrences.Where(o => e.Occurrence is null || o.Key == e.Occurrence)];
        if (meant.Find(o => o.IsOpen && Asking.Unanswered(node, step, o.Key).Contains(e.Participant)) is not { } occurrence)
            return step.Votes.Any(v => v.Participant == e.Participant && meant.Exists(o => o.Key == v.Occurrence))
                ? new("AlreadyDecided", $"Ваш ответ по шагу «{node.Name}» уже принят.")
                : meant.Exists(o => o.Status == OccurrenceStatus.Done) ? new("AlreadyDecided", $"По шагу «{node.Name}» уже ответили.")
                : meant.Exists(o => o.IsOpen) ? new("NotAskedYet", $"Очередь ответить по шагу «{node.Name}» ещё не дошла.")
                : NotOpen(e.Step);
        step = step with { Votes = [.. step.Votes, new Vote(e.Participant, occurrence.Key, e.Outcome)] };
        run.Replace(step);
        foreach ((string name, object? value) in e.Values ?? StepState.NoValues) SetVariableStep.Assign(run, step, node, name, value);
        Asking.Count(run, node, step, occurrence);
        return null;
    }

    public static FlowRefusal? Completed(Run run, StepCompleted e)
    {
        if (run.Find(e.Step) is not { IsLive: true, IsContainer: false } step) return NotOpen(e.Step);
        FlowNode node = run.Graph.Node(step.NodeId);
        if (!node.Outcomes.Contains(e.Outcome))
            return new("UnknownOutcome", $"У шага «{node.Name}» нет исхода «{e.Outcome}». Возможные исходы: {string.Join(", ", node.Outcomes)}.");
        Withdrawing.Work(run, step, WithdrawReason.AnotherDecided);
        run.Leave(step, e.Outcome);
        return null;
    }

    public static FlowRefusal NotOpen(string step) => new("StepNotOpen", $"Шаг «{step}» сейчас не открыт. Обновите страницу: дело уже продвинулось.");
}
