namespace Mentorship.Domain.Documents.Comparing;

/// <summary>Two texts word by word.</summary>
public static class WordComparison
{
    /// <summary>Texts of which the shorter shares less than this part of its words are told whole: the old one, then the new one.</summary>
    private const double LeastShared = 0.25;

    /// <summary>A shared word so short between two changes reads better as a part of one change.</summary>
    private const int ShortWord = 3;

    /// <summary>The pieces in the order of reading, what went before what came; one piece where the texts say the same.</summary>
    public static IReadOnlyList<TextPiece> Between(string before, string after)
    {
        List<Word> old = Wordage.Of(before), young = Wordage.Of(after);
        List<(int Old, int Young)> shared = CommonSequence.Of([.. old.Select(w => w.Key)], [.. young.Select(w => w.Key)]);
        if (shared.Count < old.Count || shared.Count < young.Count) shared = Readable(shared, old, young);
        List<TextPiece> pieces = [];
        (int Old, int Young) at = (0, 0);
        for (int i = 0; i < shared.Count;)
        {
            Change(old, young, at, shared[i], pieces);
            int first = i;
            while (i < shared.Count && shared[i] == (shared[first].Old + i - first, shared[first].Young + i - first)) i++;
            Put(PieceKind.Same, young, shared[first].Young, shared[i - 1].Young + 1, pieces);
            at = (shared[i - 1].Old + 1, shared[i - 1].Young + 1);
        }
        Change(old, young, at, (old.Count, young.Count), pieces);
        return pieces;
    }

    /// <summary>Without the crumbs that two different texts happen to share.</summary>
    private static List<(int Old, int Young)> Readable(List<(int Old, int Young)> shared, List<Word> old, List<Word> young)
    {
        int words = shared.Count(s => !old[s.Old].IsMark), most = Math.Min(old.Count(w => !w.IsMark), young.Count(w => !w.IsMark));
        if (words < most * LeastShared) return [];
        List<(int, int)> kept = [];
        for (int first = 0, next; first < shared.Count; first = next)
        {
            next = first + 1;
            while (next < shared.Count && shared[next] == (shared[next - 1].Old + 1, shared[next - 1].Young + 1)) next++;
            bool atStart = shared[first] is (0, 0), atEnd = shared[next - 1] == (old.Count - 1, young.Count - 1);
            if (atStart || atEnd || !IsCrumb(young, shared[first].Young, shared[next - 1].Young)) kept.AddRange(shared[first..next]);
        }
        return kept;
    }

    private static bool IsCrumb(List<Word> words, int first, int last)
    {
        List<Word> run = [.. words[first..(last + 1)].Where(w => !w.IsMark)];
        return run.Count == 0 || run.Count == 1 && run[0].Key.Length <= ShortWord && !char.IsDigit(run[0].Key[0]);
    }

    private static void Change(List<Word> old, List<Word> young, (int Old, int Young) from, (int Old, int Young) to, List<TextPiece> pieces)
    {
        Put(PieceKind.Gone, old, from.Old, to.Old, pieces);
        Put(PieceKind.Come, young, from.Young, to.Young, pieces);
    }

    private static void Put(PieceKind kind, List<Word> words, int start, int end, List<TextPiece> pieces)
    {
        if (start < end) pieces.Add(new TextPiece(kind, Text(words, start, end), words[start].Spaced));
    }

    private static string Text(List<Word> words, int start, int end) =>
        string.Concat(words[start..end].Select((word, i) => i > 0 && word.Spaced ? " " + word.Text : word.Text));
}
