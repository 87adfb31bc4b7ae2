using Mentorship.Domain.Documents.Orders;

namespace Mentorship.Domain.Documents.Comparing;

/// <summary>What a new version of an order says otherwise than an old one, place by place in the order of reading. Number and date are no words of the author.</summary>
/// <param name="OnlyTypography">No word is otherwise, but the text is not the same to the letter: blanks, dashes, quotation marks, numbering.</param>
public sealed record OrderChanges(IReadOnlyList<ChangedPlace> Places, bool OnlyTypography)
{
    public bool IsEmpty => Places.Count == 0;

    public static OrderChanges Between(OrderText before, OrderText after)
    {
        List<OrderLine> old = OrderLine.Of(before), young = OrderLine.Of(after);
        List<ChangedPlace> places = [.. LineMatching.Of(old, young).Select(ChangedPlace.Of).OfType<ChangedPlace>()];
        return new OrderChanges(places, places.Count == 0 && !Letters(old).SequenceEqual(Letters(young), StringComparer.Ordinal));
    }

    private static IEnumerable<string> Letters(List<OrderLine> lines) => lines.SelectMany(line => line.Cells.Prepend(line.Where));
}

/// <summary>One place of an order that is otherwise.</summary>
/// <param name="Where">«п. 3.1», «приложение № 1, строка 4».</param>
/// <param name="About">By what a row is recognised, where not all of it changed: its first words.</param>
/// <param name="Parts">What changed there: one part of a paragraph, one for each changed cell of a row; none where it only moved.</param>
public sealed record ChangedPlace(string Where, PlaceKind Kind, string? About, IReadOnlyList<ChangedPart> Parts)
{
    private const int WordsOfName = 8;

    /// <summary>Where it stood before, if it moved.</summary>
    public string? From { get; init; }

    /// <summary>Null where the line says the same in its old place.</summary>
    internal static ChangedPlace? Of(LinePair pair) => pair switch
    {
        { Old: { } gone, Young: null } => new(gone.Where, PlaceKind.Removed, null, [new ChangedPart(null, [new TextPiece(PieceKind.Gone, gone.Text, false)])]),
        { Old: null, Young: { } come } => new(come.Where, PlaceKind.Added, null, [new ChangedPart(null, [new TextPiece(PieceKind.Come, come.Text, false)])]),
        { IsMoved: true, Old: { } from, Young: { } to } => new(to.Where, PlaceKind.Moved, Folding.Beginning(to.Text, WordsOfName), []) { From = from.Where },
        { Old: { } old, Young: { } young } when old.Key != young.Key => Changed(old, young),
        _ => null,
    };

    private static ChangedPlace Changed(OrderLine old, OrderLine young)
    {
        if (!young.IsRow || !old.Headers.SequenceEqual(young.Headers)) return new(young.Where, PlaceKind.Changed, null, [new ChangedPart(null, WordComparison.Between(old.Text, young.Text))]);
        bool[] same = [.. old.Cells.Zip(young.Cells, (before, after) => Wordage.Key(before) == Wordage.Key(after))];
        string? name = young.Cells.Where((cell, i) => same[i] && cell.Any(char.IsLetter)).FirstOrDefault();
        return new(young.Where, PlaceKind.Changed, name is null ? null : Folding.Beginning(name, WordsOfName),
            [.. young.Cells.Select((cell, i) => (i, cell)).Where(c => !same[c.i]).Select(c => new ChangedPart(young.Headers[c.i], WordComparison.Between(old.Cells[c.i], c.cell)))]);
    }
}

public enum PlaceKind { Changed, Added, Removed, Moved }

/// <param name="Label">The column of a cell; null elsewhere.</param>
public sealed record ChangedPart(string? Label, IReadOnlyList<TextPiece> Pieces);
