using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Diagram;

/// <summary>Steps in the order in which a process goes: each after all that lead to it, branches one after the other. What nothing leads to comes in the order of the file.</summary>
internal static class FlowOrder
{
    public static IEnumerable<Activity> Of(IReadOnlyList<Activity> steps, IReadOnlyList<FlowConnection> arrows)
    {
        Dictionary<string, int> index = steps.Select((s, i) => (s.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        List<int>[] next = [.. steps.Select(_ => new List<int>())];
        foreach (FlowConnection arrow in arrows)
            if (!arrow.LoopsBack && index.TryGetValue(arrow.Source, out int from) && index.TryGetValue(arrow.Target, out int to)) next[from].Add(to);
        HashSet<int> led = [.. next.SelectMany(n => n)];
        bool[] seen = new bool[steps.Count];
        List<int> first = [];
        // Each walk is read backwards, so what is walked last comes first: the start, and before it what else nothing leads to.
        foreach (int root in Enumerable.Range(0, steps.Count).Where(i => !led.Contains(i)).OrderBy(i => steps[i].Type == "Elsa.Start").ThenByDescending(i => i)) Walk(root, next, seen, first);
        first.Reverse();
        List<int> rest = [];
        for (int i = 0; i < steps.Count; i++) Walk(i, next, seen, rest);
        return first.Concat(rest).Select(i => steps[i]);
    }

    private static void Walk(int start, List<int>[] next, bool[] seen, List<int> finished)
    {
        if (seen[start]) return;
        Stack<(int Node, int Left)> path = new([(start, next[start].Count)]);
        seen[start] = true;
        while (path.TryPop(out (int Node, int Left) top))
        {
            if (top.Left == 0)
            {
                finished.Add(top.Node);
                continue;
            }
            path.Push((top.Node, top.Left - 1));
            int step = next[top.Node][top.Left - 1];
            if (seen[step]) continue;
            seen[step] = true;
            path.Push((step, next[step].Count));
        }
    }
}
