namespace Mentorship.Flow;

/// <summary>
/// Merges that may wait for each other: then the one that waited longest would have to start with less than was drawn.
/// Merges can wait for each other only on a common circle; where there is one, the markings that decisions lead to are looked through.
/// </summary>
internal static class Merges
{
    private const int MostMarkings = 2000;
    private const int MostEffort = 500_000;
    private const int EffortOfOne = 20;
    private const int MostTokens = 24;

    public static void Check(FlowScope scope, Inspection inspection)
    {
        if (!Circles.Of(scope, i => scope.Reachable[i]).Exists(circle => circle.Count(i => IsMerge(scope, i)) > 1)) return;
        (List<Mark>? inVain, bool whole) = Search(scope, everyOrder: true);
        if (inVain is null && !whole) (inVain, whole) = Search(scope, everyOrder: false);
        if (inVain is not null)
        {
            List<FlowNode> waiting = [.. inVain.Select(m => scope.Nodes[m.Node]).Distinct().OrderBy(n => n.Index)];
            inspection.Warning("JoinMayWaitInVain", waiting[0], $"Слияния {string.Join(" и ", waiting.Take(3).Select(n => $"«{n.Name}»"))} могут ждать друг друга. Проведите обратную стрелку к шагу до разветвления.");
        }
        else if (!whole && Crossing.Find(scope) is var (a, b))
            inspection.Warning("MergesNotChecked", scope.Nodes[a], $"Не будут ли слияния «{scope.Nodes[a].Name}» и «{scope.Nodes[b].Name}» ждать друг друга, целиком проверить не удалось: путей слишком много. Проиграйте процесс; если он остановится, проведите обратную стрелку к шагу до разветвления.");
    }

    public static bool IsMerge(FlowScope scope, int node) => scope.ForwardIn[node] > 1 && !JoinStep.TakesTheFirst(scope.Nodes[node]);

    /// <param name="everyOrder">Whether any of the waiting people may decide first; else one after another, which is enough where decisions of different branches commute.</param>
    /// <returns>Tokens that wait for each other, if any; and whether everything was looked at.</returns>
    private static (List<Mark>? InVain, bool Whole) Search(FlowScope scope, bool everyOrder)
    {
        HashSet<string> seen = [];
        Stack<Marking> open = new([new Marking(scope, [new Mark(scope.Start, -1, [])])]);
        List<List<int>>?[] ways = new List<List<int>>?[scope.Nodes.Length];
        bool whole = true;
        for (int effort = 0; open.TryPop(out Marking? marking); effort += marking.Effort + EffortOfOne)
        {
            marking.StartMerges();
            if (marking.IsInVain) return ([.. marking.Marks], whole);
            int quick = marking.QuickOne;
            if (quick < 0 && !seen.Add(marking.Key())) continue;
            if (seen.Count > MostMarkings || effort > MostEffort) return (null, false);
            if (marking.Marks.Count > MostTokens) whole = false;
            else
                for (int i = Math.Max(quick, 0); i < marking.Marks.Count; i++)
                {
                    if (marking.Marks[i].Waits) continue;
                    int node = marking.Marks[i].Node;
                    if (scope.Nodes[node].Kind is not (NodeKind.Finish or NodeKind.Complete))
                        foreach (List<int> sent in ways[node] ??= [.. Outgoing.Of(scope, node)]) open.Push(marking.Left(i, sent));
                    if (quick >= 0 || !everyOrder) break;
                }
        }
        return (null, whole);
    }
}
