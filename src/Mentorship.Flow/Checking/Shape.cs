namespace Mentorship.Flow;

/// <summary>The shape of one container: what cannot be reached, where a branch is lost, what spins, what waits in vain.</summary>
internal static class Shape
{
    private const int MostCompared = 60;

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
        Joins(scope, inspection);
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
        node.Inner is { } inner ? !inner.Nodes.Any(n => !IsQuick(n)) : !node.Behaviour.Waits;

    /// <summary>Two joins that each wait for what only the other can bring.</summary>
    private static void Joins(FlowScope scope, Inspection inspection)
    {
        List<int> joining = [.. Enumerable.Range(0, scope.Nodes.Length).Where(i => scope.ForwardIn[i] > 1 && !JoinStep.TakesTheFirst(scope.Nodes[i]))];
        if (joining.Count > MostCompared) return; // every pair is compared: beyond this the look over would take too long
        Dictionary<int, bool[]> from = joining.ToDictionary(j => j, j => After(scope, j));
        for (int i = 0; i < joining.Count; i++)
            for (int k = i + 1; k < joining.Count; k++)
                if (from[joining[i]][joining[k]] && from[joining[k]][joining[i]] && WaitEachOther(scope, joining[i], joining[k]))
                    inspection.Warning("JoinMayWaitInVain", scope.Nodes[joining[i]], $"Слияния «{scope.Nodes[joining[i]].Name}» и «{scope.Nodes[joining[k]].Name}» могут ждать друг друга. Проведите обратную стрелку к шагу до разветвления.");
    }

    /// <summary>Each can bring the other a forward token without passing a common fork that would start both afresh.</summary>
    private static bool WaitEachOther(FlowScope scope, int a, int b) => ForwardFrom(scope, a, b) && ForwardFrom(scope, b, a);

    private static bool ForwardFrom(FlowScope scope, int from, int to)
    {
        bool[] after = After(scope, from, skipForks: true);
        foreach (int arrow in scope.In(to))
            if (!scope.Arrows[arrow].LoopsBack && (after[scope.Arrows[arrow].Source] || scope.Arrows[arrow].Source == from)) return true;
        return false;
    }

    /// <summary>It may send several tokens at once.</summary>
    private static bool Parts(FlowScope scope, int node)
    {
        if (scope.Nodes[node].Kind == NodeKind.Parallel) return true;
        HashSet<string?> outcomes = [];
        foreach (int a in scope.Out(node))
            if (!outcomes.Add(scope.Arrows[a].Outcome)) return true;
        return false;
    }

    private static bool[] After(FlowScope scope, int start, bool skipForks = false)
    {
        bool[] reached = new bool[scope.Nodes.Length];
        Stack<int> open = new([start]);
        while (open.TryPop(out int node))
            foreach (int a in scope.Out(node))
            {
                int target = scope.Arrows[a].Target;
                if (reached[target] || skipForks && Parts(scope, target)) continue;
                reached[target] = true;
                open.Push(target);
            }
        return reached;
    }
}
