namespace Mentorship.Flow;

/// <summary>Steps put into columns so that arrows lead to the right; those that would lead back are named.</summary>
internal sealed class Layers
{
    private readonly List<int>[] _out;

    /// <param name="arrows">From and to, by index.</param>
    public Layers(int count, IReadOnlyList<(int From, int To)> arrows, int start)
    {
        _out = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        for (int a = 0; a < arrows.Count; a++) _out[arrows[a].From].Add(a);
        LeadsBack = new bool[arrows.Count];
        List<int> finished = [];
        byte[] seen = new byte[count];
        foreach (int node in start >= 0 ? Enumerable.Range(0, count).Prepend(start) : Enumerable.Range(0, count)) Walk(node, arrows, seen, finished);
        Of = new int[count];
        for (int i = finished.Count - 1; i >= 0; i--)
            foreach (int a in _out[finished[i]])
                if (!LeadsBack[a]) Of[arrows[a].To] = Math.Max(Of[arrows[a].To], Of[finished[i]] + 1);
    }

    /// <summary>The column of each step.</summary>
    public int[] Of { get; }
    public bool[] LeadsBack { get; }

    /// <summary>Depth-first without recursion; an arrow to a step on the current path leads back.</summary>
    private void Walk(int start, IReadOnlyList<(int From, int To)> arrows, byte[] seen, List<int> finished)
    {
        if (seen[start] != 0) return;
        Stack<(int Node, int Next)> path = new([(start, 0)]);
        seen[start] = 1;
        while (path.TryPop(out (int Node, int Next) top))
        {
            if (top.Next == _out[top.Node].Count)
            {
                seen[top.Node] = 2;
                finished.Add(top.Node);
                continue;
            }
            path.Push((top.Node, top.Next + 1));
            int arrow = _out[top.Node][top.Next], target = arrows[arrow].To;
            if (seen[target] == 1) LeadsBack[arrow] = true;
            else if (seen[target] == 0)
            {
                seen[target] = 1;
                path.Push((target, 0));
            }
        }
    }
}
