using Mentorship.Domain.Wording;

namespace Mentorship.Domain.Documents.Comparing;

/// <summary>Changes read aloud in a line.</summary>
public static class ChangeWords
{
    private const int MostPlaces = 3, MostOfPlace = 2, LongestQuote = 60;

    /// <summary>«изменено 3 места», «слова не изменились».</summary>
    public static string Count(OrderChanges changes) => changes.IsEmpty ? "слова не изменились" : $"изменено {Plural.Count(changes.Places.Count, "место", "места", "мест")}";

    /// <summary>«п. 3: «до 15» → «до 20»; п. 4: добавлено «…»; и ещё 2 места»; empty where nothing changed.</summary>
    public static string Short(OrderChanges changes) => First(changes, place => $"{place.Where}: {Words(place)}");

    /// <summary>The same without a word of the text: «п. 3, п. 4 и ещё 2 места».</summary>
    public static string Places(OrderChanges changes) => First(changes, place => place.Where);

    private static string First(OrderChanges changes, Func<ChangedPlace, string> words)
    {
        string first = string.Join("; ", changes.Places.Take(MostPlaces).Select(words).Distinct());
        int more = changes.Places.Count - MostPlaces;
        return more <= 0 ? first : $"{first}; и ещё {Plural.Count(more, "место", "места", "мест")}";
    }

    private static string Words(ChangedPlace place)
    {
        if (place.Kind == PlaceKind.Moved) return $"перенесено без изменений (было: {place.From})";
        List<string> told = [.. place.Parts.SelectMany(Exchanges).Take(MostOfPlace + 1)];
        return told.Count <= MostOfPlace ? string.Join(", ", told) : string.Join(", ", told.Take(MostOfPlace)) + " и другое";
    }

    /// <summary>Each «было → стало» of a part.</summary>
    private static IEnumerable<string> Exchanges(ChangedPart part)
    {
        for (int i = 0; i < part.Pieces.Count; i++)
            switch (part.Pieces[i])
            {
                case { Kind: PieceKind.Gone } gone when i + 1 < part.Pieces.Count && part.Pieces[i + 1].Kind == PieceKind.Come:
                    yield return $"{Quote(gone)} → {Quote(part.Pieces[++i])}";
                    break;
                case { Kind: PieceKind.Gone } gone: yield return $"удалено {Quote(gone)}"; break;
                case { Kind: PieceKind.Come } come: yield return $"добавлено {Quote(come)}"; break;
            }
    }

    /// <summary>Marks of the other kind, for the text has its own.</summary>
    private static string Quote(TextPiece piece) => $"“{Folding.Cut(piece.Text, LongestQuote)}”";
}
