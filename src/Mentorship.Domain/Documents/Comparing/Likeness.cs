namespace Mentorship.Domain.Documents.Comparing;

/// <summary>How much of its words one line shares with another: 0 nothing, 1 all. The words of every line are counted once.</summary>
internal sealed class Likeness
{
    /// <summary>Words beyond so many of a line are not looked at: two long texts are known by their beginnings.</summary>
    private const int MostWords = 120;

    private readonly List<OrderLine> _old, _young;
    private readonly int[][] _oldWords, _youngWords;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public Likeness(List<OrderLine> old, List<OrderLine> young)
    {
        (_old, _young) = (old, young);
        (_oldWords, _youngWords) = ([.. old.Select(Words)], [.. young.Select(Words)]);
    }

    public double Of(int old, int young)
    {
        if (_old[old].Slot is { } slot) return slot == _young[young].Slot ? 1 : 0;
        if (_young[young].Slot is not null || _old[old].IsRow != _young[young].IsRow) return 0;
        int[] one = _oldWords[old], other = _youngWords[young];
        if (one.Length + other.Length == 0) return 0;
        int shared = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
            if (one[i] == other[j]) (shared, i, j) = (shared + 1, i + 1, j + 1);
            else if (one[i] < other[j]) i++;
            else j++;
        return 2.0 * shared / (one.Length + other.Length);
    }

    private int[] Words(OrderLine line)
    {
        int[] words = [.. Wordage.Of(string.Join(' ', line.Cells)).Where(w => !w.IsMark).Take(MostWords).Select(w => Number(w.Key))];
        Array.Sort(words);
        return words;
    }

    private int Number(string word)
    {
        if (!_numbers.TryGetValue(word, out int number)) _numbers[word] = number = _numbers.Count;
        return number;
    }
}
