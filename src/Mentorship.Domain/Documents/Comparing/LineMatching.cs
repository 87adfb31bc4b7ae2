namespace Mentorship.Domain.Documents.Comparing;

/// <summary>Which line of the new text is which of the old: the same ones by their words, changed ones by likeness between them, moved ones wherever they are.</summary>
internal static class LineMatching
{
    private const double LeastLikeness = 0.34;

    /// <summary>A longer stretch of changed lines is compared in parts: a line is looked for among its neighbours.</summary>
    private const int LongestPart = 400;

    /// <summary>More comparisons of lines than this are not made: what is left is told as gone and come.</summary>
    private const long MostComparisons = 2_000_000;

    /// <summary>Every line of both texts once, in the order of the new text; a line that went stands where it was.</summary>
    public static List<LinePair> Of(List<OrderLine> old, List<OrderLine> young)
    {
        List<LinePair> pairs = [];
        (int Old, int Young) at = (0, 0);
        long left = MostComparisons;
        foreach ((int o, int y) in CommonSequence.Of([.. old.Select(Identity)], [.. young.Select(Identity)]).Append((old.Count, young.Count)))
        {
            left -= Between(old[at.Old..o], young[at.Young..y], pairs, left);
            if (o < old.Count) pairs.Add(new LinePair(old[o], young[y]));
            at = (o + 1, y + 1);
        }
        return Moved(pairs);
    }

    /// <summary>The heading and a paragraph of the same words are not one line.</summary>
    private static string Identity(OrderLine line) => line.Slot + "\u001E" + line.Key;

    /// <summary>Pairs the lines between two that stayed; gives back how many comparisons that took.</summary>
    private static long Between(List<OrderLine> old, List<OrderLine> young, List<LinePair> pairs, long left)
    {
        int parts = Math.Max(1, (Math.Max(old.Count, young.Count) + LongestPart - 1) / LongestPart);
        long cost = (long)old.Count * young.Count / parts;
        for (int part = 0; part < parts; part++)
        {
            List<OrderLine> gone = Part(old, part, parts), come = Part(young, part, parts);
            Tell(gone, come, cost > left ? [] : Alike(gone, come), pairs);
        }
        return Math.Min(cost, left);
    }

    private static List<OrderLine> Part(List<OrderLine> lines, int part, int parts) => lines[(int)((long)lines.Count * part / parts)..(int)((long)lines.Count * (part + 1) / parts)];

    private static void Tell(List<OrderLine> old, List<OrderLine> young, List<(int Old, int Young)> alike, List<LinePair> pairs)
    {
        (int Old, int Young) at = (0, 0);
        foreach ((int o, int y) in alike.Append((old.Count, young.Count)))
        {
            pairs.AddRange(old[at.Old..o].Select(gone => new LinePair(gone, null)));
            pairs.AddRange(young[at.Young..y].Select(come => new LinePair(null, come)));
            if (o < old.Count) pairs.Add(new LinePair(old[o], young[y]));
            at = (o + 1, y + 1);
        }
    }

    /// <summary>The pairs, in one order, whose likeness together is greatest.</summary>
    private static List<(int Old, int Young)> Alike(List<OrderLine> old, List<OrderLine> young)
    {
        Likeness likeness = new(old, young);
        double[,] like = new double[old.Count, young.Count], best = new double[old.Count + 1, young.Count + 1];
        for (int i = old.Count - 1; i >= 0; i--)
            for (int j = young.Count - 1; j >= 0; j--)
            {
                double both = likeness.Of(i, j);
                like[i, j] = both < LeastLikeness ? 0 : both + best[i + 1, j + 1];
                best[i, j] = Math.Max(like[i, j], Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        List<(int, int)> pairs = [];
        for (int i = 0, j = 0; i < old.Count && j < young.Count;)
            if (like[i, j] > 0 && like[i, j] >= best[i, j]) pairs.Add((i++, j++));
            else if (best[i + 1, j] >= best[i, j + 1]) i++;
            else j++;
        return pairs;
    }

    /// <summary>A line that went and one that came with the same words are one line in another place.</summary>
    private static List<LinePair> Moved(List<LinePair> pairs)
    {
        Dictionary<string, Queue<OrderLine>> gone = pairs.Where(p => p.Young is null).GroupBy(p => Identity(p.Old!), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<OrderLine>(g.Select(p => p.Old!)), StringComparer.Ordinal);
        HashSet<OrderLine> taken = new(ReferenceEqualityComparer.Instance);
        List<LinePair> told = [];
        foreach (LinePair pair in pairs)
            if (pair is { Old: null, Young: { } come } && gone.TryGetValue(Identity(come), out Queue<OrderLine>? from) && from.TryDequeue(out OrderLine? before))
            {
                taken.Add(before);
                told.Add(new LinePair(before, come) { IsMoved = true });
            }
            else told.Add(pair);
        return [.. told.Where(p => p.Young is not null || !taken.Contains(p.Old!))];
    }
}

/// <summary>A line before and after; null where it was not, or is no more.</summary>
internal sealed record LinePair(OrderLine? Old, OrderLine? Young)
{
    public bool IsMoved { get; init; }
}
