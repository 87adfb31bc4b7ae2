namespace Mentorship.Flow;

/// <summary>The steps that wait until another step is left, and the looks over them.</summary>
internal static class AfterEvents
{
    /// <summary>A step was left: whoever waited for that is told.</summary>
    public static void Left(Run run, StepState left, string outcome)
    {
        foreach (FlowNode waiting in run.Graph.WaitingFor(left.NodeId))
        {
            if (!AfterEvent.Of(waiting)!.Is(left.NodeId, outcome)) continue;
            foreach (StepState step in run.Steps.FindAll(s => s is { Status: StepStatus.Scheduled, ScheduleKind: ScheduleKind.AwaitsEvent, EventAt: null } && s.NodeId == waiting.Id && Sees(run, waiting, s.Scope, left)))
                Preparing.Trigger(run, step);
        }
    }

    /// <summary>When the event of a step that starts has come already; null when it is still to come.</summary>
    public static DateTimeOffset? Past(Run run, FlowNode node, StepState step) => AfterEvent.Of(node) is { Step: { } awaited } after
        ? run.Steps.FindLast(s => s.NodeId == awaited && s.LeftAt is not null && after.Is(s.NodeId, s.Outcome) && Sees(run, node, step.Scope, s))?.LeftAt : null;

    /// <summary>Steps of one container meet only inside the same run of it: what happens to one pair is no event for another. A step that a newer version has not, has happened all the same.</summary>
    private static bool Sees(Run run, FlowNode waiting, string scope, StepState left) =>
        run.Graph.Find(left.NodeId)?.Parent != waiting.Parent || left.Scope == scope;

    public static void Check(FlowNode node, FlowGraph graph, Inspection inspection)
    {
        (AfterEvent? after, string? problem) = AfterEvent.Read(node);
        if (problem is not null) inspection.Error("BadEvent", node, $"Шаг «{node.Name}», срок от события: {problem}");
        if (after?.Step is not { } id) return;
        if (graph.Find(id) is not { } awaited)
            inspection.Error("UnknownEvent", node, $"Шаг «{node.Name}» ждёт шага «{id}», которого в процессе нет. Выберите шаг из списка.");
        else if (awaited == node || IsLater(node, awaited))
            inspection.Error("EventComesLater", node, $"Шаг «{node.Name}» ждёт шага «{awaited.Name}», а тот сам начнётся только после него. Выберите событие, которое наступает раньше.");
        else if (after.Outcome is { } outcome && !awaited.Outcomes.Contains(outcome))
            inspection.Error("UnknownEvent", node, $"Шаг «{node.Name}» ждёт исхода «{outcome}» шага «{awaited.Name}», а такого исхода нет. Выберите из списка: {string.Join(", ", awaited.Outcomes)}.");
    }

    /// <summary>Forward arrows lead from the one (or what holds it) to the other, or the other holds it.</summary>
    private static bool IsLater(FlowNode node, FlowNode awaited)
    {
        for (FlowNode? at = node; at is not null; at = at.Parent)
            for (FlowNode? other = awaited; other is not null; other = other.Parent)
                if (at.Scope == other.Scope) return at == other || at.Scope.LeadsForward(at.Index, other.Index);
        return false;
    }
}
