namespace Mentorship.Flow;

/// <summary>The shape of one container: what cannot be reached, where a branch is lost, what spins, what waits in vain.</summary>
internal static class Shape
{
    public static void Check(FlowNode container, FlowScope scope, Inspection inspection)
    {
        if (scope.Start < 0) inspection.Warning("EmptyContainer", container, $"Внутри «{container.Name}» нет ни одного шага: он закончится сразу. Добавьте шаги или удалите его.");
        foreach (FlowNode node in scope.Nodes)
        {
            if (!scope.Reachable[node.Index])
                inspection.Error("Unreachable", node, $"К шагу «{node.Name}» не ведёт ни одна стрелка от начала: он никогда не начнётся. Проведите к нему стрелку или удалите его.");
            else LooseOutcomes(container, scope, node, inspection);
        }
        Loops(scope, inspection);
        Traps(scope, inspection);
        Merges.Check(scope, inspection);
    }

    /// <summary>An outcome that nothing follows: harmless where the work is simply done, lost where somebody said no.</summary>
    private static void LooseOutcomes(FlowNode container, FlowScope scope, FlowNode node, Inspection inspection)
    {
        if (container.Kind != NodeKind.Flowchart) return;
        HashSet<string> known = [.. node.Outcomes];
        HashSet<string?> drawn = [];
        foreach (int a in scope.Out(node.Index)) drawn.Add(scope.Arrows[a].Outcome);
        foreach (string outcome in node.Outcomes)
            if (!drawn.Contains(outcome) && !node.Behaviour.MayEndBy(node, outcome))
                inspection.Warning("LooseOutcome", node, $"У шага «{node.Name}» исход «{outcome}» никуда не ведёт: ветвь на нём закончится. Проведите стрелку, если работа должна продолжиться.");
        foreach (string? outcome in drawn)
            if (outcome is not null && !known.Contains(outcome))
                inspection.Error("UnknownOutcome", node, $"У шага «{node.Name}» нет исхода «{outcome}», по которому проведена стрелка. {(node.Outcomes.Count == 0 ? "Удалите стрелку." : $"Выберите исход из списка: {string.Join(", ", node.Outcomes.Take(10))}.")}");
    }

    /// <summary>A circle in which nobody is waited for would spin for ever.</summary>
    private static void Loops(FlowScope scope, Inspection inspection)
    {
        foreach (List<int> circle in Circles.Of(scope, i => scope.Reachable[i] && inspection.Passing.IsQuick(scope.Nodes[i])))
            inspection.Error("LoopWithoutPerson", scope.Nodes[circle[0]], $"Шаг «{scope.Nodes[circle[0]].Name}» стоит в петле, где никто ничего не делает: она крутилась бы без конца. Добавьте в петлю шаг, который выполняет человек.");
    }

    /// <summary>A circle that no way leads out of: people would work and the case would never end.</summary>
    private static void Traps(FlowScope scope, Inspection inspection)
    {
        if (inspection.CanFinish || scope.Nodes.Any(n => n.Kind == NodeKind.Complete || JoinStep.TakesTheFirst(n))) return; // something else may withdraw it
        bool[] ends = new bool[scope.Nodes.Length];
        Queue<int> found = new();
        for (int i = 0; i < ends.Length; i++)
            if (Outgoing.Of(scope, i).Any(sent => sent.Count == 0)) Mark(i);
        while (found.TryDequeue(out int node))
            foreach (int a in scope.In(node)) Mark(scope.Arrows[a].Source);
        foreach (List<int> circle in Circles.Of(scope, i => scope.Reachable[i] && !ends[i]))
            if (!circle.TrueForAll(i => inspection.Passing.IsQuick(scope.Nodes[i])))
                inspection.Warning("NoWayOut", scope.Nodes[circle[0]], $"Из петли, где стоит шаг «{scope.Nodes[circle[0]].Name}», нет выхода: дело никогда не закончится. Проведите из неё стрелку дальше или к концу.");

        void Mark(int node)
        {
            if (ends[node]) return;
            ends[node] = true;
            found.Enqueue(node);
        }
    }
}
