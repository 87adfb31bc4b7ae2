namespace Mentorship.Domain.Documents.Comparing;

/// <summary>
/// What two rows of things have in common, in order. Small stretches are compared exactly; large ones are first parted at what stands once in both, and a large stretch
/// without such marks counts as changed: the time is bounded whatever is compared.
/// </summary>
internal static class CommonSequence
{
    private const int MostCells = 250_000, MostPartings = 12;

    /// <summary>Pairs of indices, rising on both sides.</summary>
    public static List<(int Old, int Young)> Of(IReadOnlyList<string> old, IReadOnlyList<string> young)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<(int, int)> pairs = [];
        Match(new Stretch(Numbered(old, numbers), 0, old.Count), new Stretch(Numbered(young, numbers), 0, young.Count), pairs, MostPartings);
        return pairs;
    }

    private readonly record struct Stretch(int[] All, int Start, int End)
    {
        public int Length => End - Start;
    }

    private static int[] Numbered(IReadOnlyList<string> keys, Dictionary<string, int> numbers)
    {
        int[] all = new int[keys.Count];
        for (int i = 0; i < all.Length; i++)
        {
            if (!numbers.TryGetValue(keys[i], out int number)) numbers[keys[i]] = number = numbers.Count;
            all[i] = number;
        }
        return all;
    }

    private static void Match(Stretch old, Stretch young, List<(int, int)> pairs, int partings)
    {
        while (old.Length > 0 && young.Length > 0 && old.All[old.Start] == young.All[young.Start])
        {
            pairs.Add((old.Start, young.Start));
            (old, young) = (old with { Start = old.Start + 1 }, young with { Start = young.Start + 1 });
        }
        int tail = 0;
        while (tail < old.Length && tail < young.Length && old.All[old.End - 1 - tail] == young.All[young.End - 1 - tail]) tail++;
        Middle(old with { End = old.End - tail }, young with { End = young.End - tail }, pairs, partings);
        for (int i = tail; i > 0; i--) pairs.Add((old.End - i, young.End - i));
    }

    private static void Middle(Stretch old, Stretch young, List<(int, int)> pairs, int partings)
    {
        if (old.Length == 0 || young.Length == 0) return;
        if ((long)old.Length * young.Length <= MostCells) Exactly(old, young, pairs);
        else if (partings > 0)
        {
            (int Old, int Young) from = (old.Start, young.Start);
            foreach ((int o, int y) in Marks(old, young))
            {
                Match(old with { Start = from.Old, End = o }, young with { Start = from.Young, End = y }, pairs, partings - 1);
                pairs.Add((o, y));
                from = (o + 1, y + 1);
            }
            if (from != (old.Start, young.Start)) Match(old with { Start = from.Old }, young with { Start = from.Young }, pairs, partings - 1);
        }
    }

    /// <summary>The longest common row of a table of lengths.</summary>
    private static void Exactly(Stretch old, Stretch young, List<(int, int)> pairs)
    {
        int[,] longest = new int[old.Length + 1, young.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
            for (int j = young.Length - 1; j >= 0; j--)
                longest[i, j] = old.All[old.Start + i] == young.All[young.Start + j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        for (int i = 0, j = 0; i < old.Length && j < young.Length;)
            if (old.All[old.Start + i] == young.All[young.Start + j]) pairs.Add((old.Start + i++, young.Start + j++));
            else if (longest[i + 1, j] >= longest[i, j + 1]) i++;
            else j++;
    }

    /// <summary>What stands once in both stretches, as far as it stands there in one order (patience).</summary>
    private static List<(int Old, int Young)> Marks(Stretch old, Stretch young)
    {
        Dictionary<int, int> there = Once(young);
        List<(int Old, int Young)> shared = [.. Once(old).Where(o => there.ContainsKey(o.Key)).Select(o => (o.Value, there[o.Key])).OrderBy(o => o.Item1)];
        List<int> tops = [];
        int[] before = new int[shared.Count];
        for (int i = 0; i < shared.Count; i++)
        {
            int low = 0, high = tops.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (shared[tops[middle]].Young < shared[i].Young) low = middle + 1; else high = middle;
            }
            before[i] = low == 0 ? -1 : tops[low - 1];
            if (low == tops.Count) tops.Add(i); else tops[low] = i;
        }
        List<(int, int)> marks = [];
        for (int i = tops.Count == 0 ? -1 : tops[^1]; i >= 0; i = before[i]) marks.Add(shared[i]);
        marks.Reverse();
        return marks;
    }

    private static Dictionary<int, int> Once(Stretch stretch)
    {
        Dictionary<int, int> at = [];
        for (int i = stretch.Start; i < stretch.End; i++) at[stretch.All[i]] = at.ContainsKey(stretch.All[i]) ? -1 : i;
        return at.Where(a => a.Value >= 0).ToDictionary();
    }
}
