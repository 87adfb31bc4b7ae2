namespace Mentorship.Domain.Documents.Comparing;

/// <summary>A change with no more of its surroundings than tells where it stands.</summary>
public static class Folding
{
    private const int Context = 6;

    /// <param name="longest">A change itself is cut in its middle beyond so many signs; null: never.</param>
    public static IReadOnlyList<TextPiece> Fold(IReadOnlyList<TextPiece> pieces, int? longest = null)
    {
        List<TextPiece> folded = [];
        for (int i = 0; i < pieces.Count; i++)
            if (pieces[i].Kind == PieceKind.Same) folded.AddRange(Around(pieces[i], i > 0, i + 1 < pieces.Count));
            else folded.Add(longest is { } most ? pieces[i] with { Text = Cut(pieces[i].Text, most) } : pieces[i]);
        return folded;
    }

    /// <summary>The first words, with a mark that there are more.</summary>
    public static string Beginning(string text, int words)
    {
        string[] all = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return all.Length <= words ? string.Join(' ', all) : string.Join(' ', all.Take(words)) + "…";
    }

    private static IEnumerable<TextPiece> Around(TextPiece piece, bool after, bool before)
    {
        string[] words = piece.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int head = after ? Context : 0, tail = before ? Context : 0;
        if (words.Length <= head + tail + 2)
        {
            yield return piece;
            yield break;
        }
        if (head > 0) yield return piece with { Text = string.Join(' ', words[..head]) };
        yield return new TextPiece(PieceKind.Left, "…", Spaced: after || piece.Spaced);
        if (tail > 0) yield return new TextPiece(PieceKind.Same, string.Join(' ', words[^tail..]), Spaced: true);
    }

    internal static string Cut(string text, int most) => text.Length <= most ? text : $"{Whole(text[..(most * 2 / 3)])} … {Whole(text[^(most / 3)..])}";

    /// <summary>Not through a sign that takes two places.</summary>
    private static string Whole(string part) => (char.IsHighSurrogate(part[^1]) ? part[..^1] : char.IsLowSurrogate(part[0]) ? part[1..] : part).Trim();
}
