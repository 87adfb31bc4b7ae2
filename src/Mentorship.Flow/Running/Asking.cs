namespace Mentorship.Flow;

/// <summary>Asking the participants of a step, occurrence by occurrence, and counting their answers.</summary>
internal static class Asking
{
    /// <summary>Who of the participants is asked by now; in turn, one more with each answer.</summary>
    public static IEnumerable<string> Asked(FlowNode node, StepState step, string occurrence) => Mode(node) switch
    {
        AskMode.One => step.Participants.Take(1),
        AskMode.Sequence => step.Participants.Take(Votes(step, occurrence).Count() + 1),
        _ => step.Participants
    };

    public static IEnumerable<Vote> Votes(StepState step, string occurrence) => step.Votes.Where(v => v.Occurrence == occurrence);

    /// <summary>The occurrence begins: its work is asked, its closing check is set.</summary>
    public static StepState Open(Run run, FlowNode node, StepState step, OccurrenceState occurrence)
    {
        OccurrenceState open = Reminding.Ahead(run, occurrence with { Status = OccurrenceStatus.Open });
        Reminding.Change(run, node, step, null, open);
        step = With(step, open) with { Status = StepStatus.Open };
        run.Replace(step);
        foreach (string participant in Unanswered(node, step, occurrence.Key)) Ask(run, node, step, open, participant);
        return open.ClosesAt is null ? step : AwaitClosing(run, step, open);
    }

    /// <summary>Sets the timer of the closing check, or asks it where its day has passed.</summary>
    public static StepState AwaitClosing(Run run, StepState step, OccurrenceState occurrence)
    {
        if (occurrence.ClosesAt is not { } closes) return step;
        if (closes > run.At)
        {
            run.Effects.Add(new SetTimer(step.Id, step.NodeId, TimerKeys.ClosePrefix + occurrence.Key, closes));
            return step;
        }
        run.Effects.Add(new AskClosingCheck(step.Id, step.NodeId, occurrence.Key));
        step = With(step, occurrence with { Status = OccurrenceStatus.Closing });
        run.Replace(step);
        return step;
    }

    public static void Ask(Run run, FlowNode node, StepState step, OccurrenceState occurrence, string participant) =>
        run.Effects.Add(new OpenWork(step.Id, node.Id, step.Kind, Visible.RoundOf(run, step), participant, occurrence.Key, occurrence.DueAt, occurrence.ClosesAt) { Item = Visible.TitleOf(run, step) });

    /// <summary>Those who are asked and have not answered.</summary>
    public static List<string> Unanswered(FlowNode node, StepState step, string occurrence) =>
        [.. Asked(node, step, occurrence).Where(p => !step.Votes.Any(v => v.Occurrence == occurrence && v.Participant == p))];

    /// <summary>Counts the answers to one occurrence: closes it, closes the step, or asks the next in turn.</summary>
    public static void Count(Run run, FlowNode node, StepState step, OccurrenceState occurrence)
    {
        if (Verdict(node, step, occurrence.Key) is not { } outcome)
        {
            if (Mode(node) != AskMode.Sequence) return;
            // Those before the next are asked already: where answers came out of turn, as before the step became one in turn, some of them may still be open.
            int answered = Votes(step, occurrence.Key).Count();
            foreach (string next in Unanswered(node, step, occurrence.Key).Intersect(step.Participants.Skip(answered))) Ask(run, node, step, occurrence, next);
            return;
        }
        Close(run, node, step, occurrence, outcome);
    }

    /// <summary>One occurrence is over by an outcome; an outcome that ends the step for everybody ends it at once.</summary>
    public static void Close(Run run, FlowNode node, StepState step, OccurrenceState occurrence, string outcome)
    {
        PeopleStep people = (PeopleStep)node.Behaviour;
        AskMode mode = people.ModeOf(node);
        WithdrawReason reason = outcome == PeopleStep.NotEnough ? WithdrawReason.DeadlinePassed : mode == AskMode.Enough ? WithdrawReason.EnoughAnswered : WithdrawReason.AnotherDecided;
        foreach (string other in Unanswered(node, step, occurrence.Key))
            run.Effects.Add(new WithdrawWork(step.Id, node.Id, other, occurrence.Key, reason));
        Withdrawing.Timer(run, step, occurrence);
        step = With(step, occurrence with { Status = OccurrenceStatus.Done, Reminders = [], Escalations = [] });
        run.Replace(step);
        if (outcome == node.GoodOutcome || outcome != PeopleStep.NotEnough && !people.Closes(node, outcome) && mode != AskMode.Quorum)
        {
            LeaveIfDone(run, node, step);
            return;
        }
        Withdrawing.Work(run, step, reason);
        if (node.Outcomes.Contains(outcome)) run.Leave(step, outcome);
        else run.Hold(step with { Occurrences = [], Votes = [] }, $"Шаг «{node.Name}»: ответили все, но согласившихся меньше, чем нужно. Пропустите шаг или повторите его.");
    }

    /// <summary>The step is done when all its occurrences are.</summary>
    public static void LeaveIfDone(Run run, FlowNode node, StepState step)
    {
        if (step.Occurrences.All(o => o.Status == OccurrenceStatus.Done))
            run.Leave(step, step.Votes.FirstOrDefault(v => v.Outcome != node.GoodOutcome && Mode(node) is not (AskMode.Quorum or AskMode.Enough))?.Outcome ?? node.GoodOutcome);
        else run.Replace(step with { Status = step.Occurrences.Any(o => o.IsOpen) ? StepStatus.Open : StepStatus.Scheduled });
    }

    public static StepState With(StepState step, OccurrenceState changed) =>
        step with { Occurrences = [.. step.Occurrences.Select(o => o.Key == changed.Key ? changed : o)] };

    private static AskMode Mode(FlowNode node) => ((PeopleStep)node.Behaviour).ModeOf(node);

    /// <summary>What the answers so far amount to; null while more are needed.</summary>
    private static string? Verdict(FlowNode node, StepState step, string occurrence)
    {
        PeopleStep people = (PeopleStep)node.Behaviour;
        string agreed = node.GoodOutcome;
        List<Vote> votes = [.. Votes(step, occurrence)];
        if (votes.Count == 0) return null;
        if (votes.Find(v => people.Closes(node, v.Outcome)) is { } closing) return closing.Outcome;
        switch (people.ModeOf(node))
        {
            case AskMode.One or AskMode.Any:
                return votes[^1].Outcome;
            case AskMode.Quorum or AskMode.Enough:
                int needed = people.Needed(node, step.Participants.Count);
                int agree = votes.Count(v => v.Outcome == agreed);
                if (agree >= needed) return agreed;
                // Of those who are asked one by one everybody's answer is wanted, even where it changes nothing any more.
                if (people.ModeOf(node) == AskMode.Enough) return votes.Count < step.Participants.Count ? null : PeopleStep.NotEnough;
                return agree + step.Participants.Count - votes.Count < needed ? votes.Last(v => v.Outcome != agreed).Outcome : null;
            default:
                return votes.Count < step.Participants.Count ? null : votes.Find(v => v.Outcome != agreed)?.Outcome ?? agreed;
        }
    }
}
