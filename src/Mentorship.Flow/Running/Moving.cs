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
            return new(state, [], [], new("CannotMove", $"Дело нельзя перенести на новую версию: {reasons[0].Message}")) { Reasons = reasons };
        // Work of vanished steps is withdrawn by the old graph, everything else runs by the new one.
        FlowResult left = WithdrawVanished(from, to, state, at);
        Run run = new(to, left.State, at);
        run.Effects.AddRange(left.Effects);
        run.Trace.AddRange(left.Trace);
        for (int i = 0; i < run.Steps.Count; i++)
            if (run.Steps[i] is { IsLive: true, IsContainer: false } moved && from.Node(moved.NodeId).ParentId != to.Node(moved.NodeId).ParentId) Resettle(run, to.Node(moved.NodeId), moved);
        for (int i = 0; i < run.Steps.Count; i++)
            if (run.Steps[i] is { IsLive: true, IsContainer: false } step) Renew(run, from.Node(step.NodeId), to.Node(step.NodeId), step);
        foreach (StepState container in run.Steps.FindAll(s => s.IsContainer)) StartAdded(run, from, container.Id);
        return run.Settle();
    }

    private static IEnumerable<Problem> Reasons(FlowGraph from, FlowGraph to, FlowState state)
    {
        foreach (StepState step in state.StepList.Where(s => s.IsLive))
        {
            FlowNode old = from.Node(step.NodeId);
            if (to.Find(step.NodeId) is not { } node)
            {
                if (!IsLastOfItsBranch(old))
                    yield return Reason("StepGone", old, $"шаг «{old.Name}» сейчас выполняется, а в новой версии его нет.");
            }
            else if (IsOtherKind(old, node) && !MayBecome(step, old, node))
                yield return Reason("KindChanged", old, step.Votes.Count > 0 ? $"на шаг «{old.Name}» уже отвечают, а в новой версии он другого вида." : $"шаг «{old.Name}» сейчас выполняется, а в новой версии он другого вида.");
            else if (node.ParentId != old.ParentId && (step.IsContainer || HomeOf(state.StepList, node) is null))
                yield return Reason("PlaceChanged", old, $"шаг «{old.Name}» сейчас выполняется, а в новой версии он в другом этапе, который сейчас не идёт.");
        }
        foreach (WaitingToken token in state.WaitingList)
            if (to.Find(token.NodeId) is not { } node || node.ParentId != from.Node(token.NodeId).ParentId)
                yield return Reason("StepGone", from.Node(token.NodeId), $"у шага «{from.Node(token.NodeId).Name}» ждут своей очереди, а в новой версии его нет.");
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
        StepState home = HomeOf(run.Steps, node)!;
        StepState? began = run.Steps.Find(s => s.Scope == home.Id && s.Status == StepStatus.Done && s.Kind is NodeKind.Start or NodeKind.Parallel && ArrowsOut(node.Scope, s.NodeId).Any(a => a.Item2 == node.Id));
        run.Touched.Add(step.Scope);
        run.Touched.Add(home.Id);
        run.Replace(step with { Scope = home.Id, Trail = began is null ? [] : [began.Id] });
    }

    private static Problem Reason(string code, FlowNode node, string message) => new(code, Severity.Error, node.Id, message);

    /// <summary>Nothing follows it, so that its work can be withdrawn and nobody waits for it.</summary>
    private static bool IsLastOfItsBranch(FlowNode node) =>
        node.Scope.Out(node.Index).Length == 0 && (node.Parent is null || node.Parent.Kind is NodeKind.Flowchart or NodeKind.Concurrent);

    private static FlowResult WithdrawVanished(FlowGraph from, FlowGraph to, FlowState state, DateTimeOffset at)
    {
        Run run = new(from, state, at);
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
        run.Replace(new StepState(step.Id, step.NodeId, node.Kind, step.Round, step.Scope) { Trail = step.Trail });
    }

    /// <summary>A step whose settings changed is prepared again; its open work stays until the host's answer shows a difference.</summary>
    private static void Renew(Run run, FlowNode old, FlowNode node, StepState step)
    {
        if (SameInputs(old.Activity, node.Activity)) return;
        if (IsOtherKind(old, node)) node.Behaviour.Enter(run, step, node);
        else if (step.Status == StepStatus.Attention || node.Behaviour is TimerStep) node.Behaviour.Enter(run, step, node);
        else if (node.Behaviour is PeopleStep && !(node.Behaviour is DocumentStep && !DocumentStep.HasDrafter(node)))
            Preparing.Ask(run, step);
    }

    private static bool SameInputs(Activity a, Activity b)
    {
        if (a.Type != b.Type || a.Inputs.Count != b.Inputs.Count) return false;
        foreach ((string name, InputExpression input) in a.Inputs)
            if (!b.Inputs.TryGetValue(name, out InputExpression? other) || input.Type != other.Type
                || !System.Text.Json.JsonElement.DeepEquals(input.Value, other.Value)) return false;
        return true;
    }

    /// <summary>New steps that the container's start (or a fork already passed) leads to beside the old ones begin now.</summary>
    private static void StartAdded(Run run, FlowGraph from, string containerId)
    {
        StepState container = run.Find(containerId)!;
        run.Touched.Add(container.Id);
        if (run.Graph.Find(container.NodeId)?.Inner is not { } scope || from.Find(container.NodeId)?.Inner is not { } old) return;
        foreach (StepState source in run.Steps.FindAll(s => s.Scope == container.Id && s.Status == StepStatus.Done && s.Kind is NodeKind.Start or NodeKind.Parallel))
        {
            HashSet<(string?, string)> before = ArrowsOut(old, source.NodeId);
            HashSet<(string?, string)> after = ArrowsOut(scope, source.NodeId);
            if (!before.Where(a => run.Graph.Find(a.Item2) is not null).All(after.Contains)) continue; // put in between, not beside
            foreach ((_, string target) in after.Except(before))
                if (!run.Steps.Exists(s => s.Scope == container.Id && s.NodeId == target) && Reopen(run, container.Id))
                    run.Start(container.Id, run.Graph.Node(target), [source.Id]);
        }
    }

    /// <summary>A container that is done runs on with its new step, if nothing has followed it yet.</summary>
    private static bool Reopen(Run run, string containerId)
    {
        StepState container = run.Find(containerId)!;
        if (container.IsLive) return true;
        FlowNode node = run.Graph.Node(container.NodeId);
        if (container.Status != StepStatus.Done || container.Scope.Length == 0 || node.Scope.Out(node.Index).Length > 0 || !Reopen(run, container.Scope)) return false;
        run.Replace(container with { Status = StepStatus.Open, Outcome = null });
        return true;
    }

    private static HashSet<(string?, string)> ArrowsOut(FlowScope scope, string nodeId) =>
        [.. scope.Arrows.Where(a => scope.Nodes[a.Source].Id == nodeId).Select(a => (a.Outcome, scope.Nodes[a.Target].Id))];
}
