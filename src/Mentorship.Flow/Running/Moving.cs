namespace Mentorship.Flow;

/// <summary>Taking a running case to another version of its process.</summary>
internal static class Moving
{
    public static FlowResult Move(FlowGraph from, FlowGraph to, FlowState state, DateTimeOffset at)
    {
        if (state.Status == FlowStatus.Suspended) return Administering.StandsStill(state);
        if (state.Status != FlowStatus.Running) return FlowResult.Refused(state, "CaseEnded", "Дело уже завершено: переносить на новую версию нечего.");
        List<Problem> reasons = [.. Reasons(from, to, state)];
        if (reasons.Count > 0)
            return new(state, [], [], new("CannotMove", $"Дело нельзя перенести на новую версию. {reasons[0].Message}")) { Reasons = reasons };
        // Work of vanished steps is withdrawn by the old graph, everything else runs by the new one.
        FlowResult left = LeaveOld(from, to, state, at);
        Run run = new(to, left.State, at);
        run.Effects.AddRange(left.Effects);
        run.Trace.AddRange(left.Trace);
        for (int i = 0; i < run.Steps.Count; i++)
            if (run.Steps[i] is { IsLive: true, IsContainer: false, Leaving: null } step) Renew(run, from.Node(step.NodeId), to.Node(step.NodeId), step);
        foreach (WaitingToken waiting in run.Waiting.ToList()) Joining.Recheck(run, waiting);
        foreach (StepState container in run.Steps.FindAll(s => s.IsContainer)) AddedBranches.Begin(run, from, container.Id);
        return run.Settle();
    }

    private static IEnumerable<Problem> Reasons(FlowGraph from, FlowGraph to, FlowState state)
    {
        foreach (StepState step in state.StepList.Where(s => s.IsLive))
        {
            FlowNode old = from.Node(step.NodeId);
            if (to.Find(step.NodeId) is not { } node)
            {
                if (!IsLastOfItsBranch(old, to))
                    yield return Reason("StepGone", old, $"Шаг «{old.Name}» сейчас выполняется, а в новой версии его нет.");
            }
            else if (IsOtherKind(old, node) && !MayBecome(step, old, node))
                yield return Reason("KindChanged", old, step.Votes.Count > 0 ? $"На шаг «{old.Name}» уже отвечают, а в новой версии он другого вида." : $"Шаг «{old.Name}» сейчас выполняется, а в новой версии он другого вида.");
            else if (node.ParentId != old.ParentId && (step.IsContainer || HomeOf(state.StepList, node) is null))
                yield return Reason("PlaceChanged", old, $"Шаг «{old.Name}» сейчас выполняется, а в новой версии он в другом этапе, который сейчас не идёт.");
        }
        foreach (WaitingToken token in state.WaitingList)
            if (to.Find(token.NodeId) is not { } node || node.ParentId != from.Node(token.NodeId).ParentId)
                yield return Reason("StepGone", from.Node(token.NodeId), $"У шага «{from.Node(token.NodeId).Name}» ждут своей очереди, а в новой версии его нет.");
    }

    private static bool IsOtherKind(FlowNode old, FlowNode node) => old.Behaviour.GetType() != node.Behaviour.GetType();

    /// <summary>Nobody has answered yet, so that the step can begin anew as what it is now.</summary>
    private static bool MayBecome(StepState step, FlowNode old, FlowNode node) =>
        step.Votes.Count == 0 && old.Behaviour is not ContainerStep && node.Behaviour is not (ContainerStep or UnknownStep);

    /// <summary>The running container in which the step stands now; null when there is none or several.</summary>
    private static StepState? HomeOf(IEnumerable<StepState> steps, FlowNode node) =>
        steps.Where(s => s.IsLive && s.NodeId == node.ParentId).Take(2).ToList() is [var home] ? home : null;

    /// <summary>The step goes on in another container that runs: as one of those that began there together, where its start leads to it.</summary>
    private static void Resettle(Run run, FlowNode node, StepState step)
    {
        string home = HomeOf(run.Steps, node)!.Id;
        StepState? began = AddedBranches.Passed(run, home, node.Scope).FirstOrDefault(s => AddedBranches.Targets(node.Scope, s.NodeId).Contains(node.Id));
        run.Replace(step with { Scope = home, Trail = began is null ? [] : AddedBranches.TrailFrom(run, home, node.Scope, began) });
    }

    private static Problem Reason(string code, FlowNode node, string message) => new(code, Severity.Error, node.Id, message);

    /// <summary>Nothing follows it, so that its work can be withdrawn and nobody waits for it; the body of a stage goes with the stage.</summary>
    private static bool IsLastOfItsBranch(FlowNode node, FlowGraph to) => node.Scope.Out(node.Index).Length == 0 && node.Parent is { } parent
        && (parent.Kind is NodeKind.Flowchart or NodeKind.Concurrent || parent.Kind == NodeKind.Stage && to.Find(parent.Id) is null);

    /// <summary>What stands elsewhere goes there first, so that it is not withdrawn with what held it.</summary>
    private static FlowResult LeaveOld(FlowGraph from, FlowGraph to, FlowState state, DateTimeOffset at)
    {
        Run run = new(from, state, at);
        for (int i = 0; i < run.Steps.Count; i++)
            if (run.Steps[i] is { IsLive: true, IsContainer: false } moved && to.Find(moved.NodeId) is { } there && there.ParentId != from.Node(moved.NodeId).ParentId) Resettle(run, there, moved);
        for (int i = 0; i < run.Steps.Count; i++)
            if (run.Steps[i] is { IsLive: true } step)
                if (to.Find(step.NodeId) is not { } node) Withdrawing.Step(run, step, WithdrawReason.StepChanged);
                else if (IsOtherKind(from.Node(step.NodeId), node)) TakeBack(run, step, node);
        return run.Result();
    }

    /// <summary>The work of what a step was; it begins anew as what it has become.</summary>
    private static void TakeBack(Run run, StepState step, FlowNode node)
    {
        Withdrawing.Work(run, step, WithdrawReason.StepChanged);
        run.Replace(new StepState(step.Id, step.NodeId, node.Kind, step.Round, step.Scope) { Trail = step.Trail, Values = step.Values });
    }

    /// <summary>A step whose settings changed is prepared again; its open work stays until the host's answer shows a difference.</summary>
    private static void Renew(Run run, FlowNode old, FlowNode node, StepState step)
    {
        if (SameInputs(old.Activity, node.Activity)) return;
        if (IsOtherKind(old, node)) node.Behaviour.Enter(run, step, node);
        else if (step.Status == StepStatus.Attention || node.Behaviour is TimerStep) node.Behaviour.Enter(run, step, node);
        else if (node.Behaviour is PeopleStep && !(node.Behaviour is DocumentStep && !DocumentStep.HasDrafter(node)))
        {
            AskOthers(run, old, node, step);
            Preparing.Ask(run, step);
        }
        else if (node.Behaviour is EventStep) EventStep.Await(run, step, EventStep.NameOf(old), EventStep.NameOf(node));
    }

    /// <summary>Another way of asking asks others of the same people.</summary>
    private static void AskOthers(Run run, FlowNode old, FlowNode node, StepState step)
    {
        foreach (OccurrenceState occurrence in step.Occurrences.Where(o => o.IsOpen))
        {
            List<string> had = Asking.Unanswered(old, step, occurrence.Key), has = Asking.Unanswered(node, step, occurrence.Key);
            foreach (string gone in had.Except(has)) run.Effects.Add(new WithdrawWork(step.Id, node.Id, gone, occurrence.Key, WithdrawReason.StepChanged));
            foreach (string asked in has.Except(had)) Asking.Ask(run, node, step, occurrence, asked);
        }
    }

    private static bool SameInputs(Activity a, Activity b)
    {
        if (a.Type != b.Type || a.Inputs.Count != b.Inputs.Count) return false;
        foreach ((string name, InputExpression input) in a.Inputs)
            if (!b.Inputs.TryGetValue(name, out InputExpression? other) || input.Type != other.Type
                || !System.Text.Json.JsonElement.DeepEquals(input.Value, other.Value)) return false;
        return true;
    }
}
