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
        Merges.Check(scope, inspection);
    }

    /// <summary>An outcome that nothing follows: harmless where the work is simply done, lost where somebody said no.</summary>
    private static void LooseOutcomes(FlowNode container, FlowScope scope, FlowNode node, Inspection inspection)
    {
        if (container.Kind != NodeKind.Flowchart) return;
        HashSet<string?> drawn = [];
        foreach (int a in scope.Out(node.Index)) drawn.Add(scope.Arrows[a].Outcome);
        foreach (string outcome in node.Outcomes)
            if (!drawn.Contains(outcome) && !node.Behaviour.MayEndBy(node, outcome))
                inspection.Warning("LooseOutcome", node, $"У шага «{node.Name}» исход «{outcome}» никуда не ведёт: ветвь на нём закончится. Проведите стрелку, если работа должна продолжиться.");
        foreach (string? outcome in drawn)
            if (outcome is not null && !node.Outcomes.Contains(outcome))
                inspection.Error("UnknownOutcome", node, $"У шага «{node.Name}» нет исхода «{outcome}», по которому проведена стрелка. {(node.Outcomes.Count == 0 ? "Удалите стрелку." : $"Выберите исход из списка: {string.Join(", ", node.Outcomes)}.")}");
    }

    /// <summary>A circle in which nobody is waited for would spin for ever.</summary>
    private static void Loops(FlowScope scope, Inspection inspection)
    {
        int[] open = new int[scope.Nodes.Length];
        foreach (FlowArrow arrow in scope.Arrows)
            if (IsQuick(scope, arrow.Source) && IsQuick(scope, arrow.Target)) open[arrow.Target]++;
        Queue<int> free = new(Enumerable.Range(0, open.Length).Where(i => open[i] == 0));
        HashSet<int> circling = [.. Enumerable.Range(0, open.Length)];
        while (free.TryDequeue(out int node))
        {
            circling.Remove(node);
            if (!IsQuick(scope, node)) continue;
            foreach (int a in scope.Out(node))
                if (IsQuick(scope, scope.Arrows[a].Target) && --open[scope.Arrows[a].Target] == 0) free.Enqueue(scope.Arrows[a].Target);
        }
        if (circling.FirstOrDefault(i => OnCircle(scope, i), -1) is >= 0 and int spinning)
            inspection.Error("LoopWithoutPerson", scope.Nodes[spinning], $"Шаг «{scope.Nodes[spinning].Name}» стоит в петле, где никто ничего не делает: она крутилась бы без конца. Добавьте в петлю шаг, который выполняет человек.");
    }

    private static bool OnCircle(FlowScope scope, int start)
    {
        bool[] seen = new bool[scope.Nodes.Length];
        Stack<int> open = new([start]);
        while (open.TryPop(out int node))
            foreach (int a in scope.Out(node))
            {
                int target = scope.Arrows[a].Target;
                if (target == start) return true;
                if (seen[target] || !IsQuick(scope, target)) continue;
                seen[target] = true;
                open.Push(target);
            }
        return false;
    }

    /// <summary>A step that lets a token through without waiting for anybody; a container does if all inside may.</summary>
    private static bool IsQuick(FlowScope scope, int node) => IsQuick(scope.Nodes[node]);

    private static bool IsQuick(FlowNode node) =>
        node.Inner is { } inner ? !inner.Nodes.Any(n => !IsQuick(n)) : !node.Behaviour.Waits(node);
}
