namespace Mentorship.Domain.Documents.Comparing;

/// <summary>A run of words that stands in both texts, went, or came.</summary>
/// <param name="Spaced">A blank stands before it.</param>
public sealed record TextPiece(PieceKind Kind, string Text, bool Spaced);

/// <summary><c>Left</c>: words that both texts have and that are left out of the sight.</summary>
public enum PieceKind { Same, Gone, Come, Left }
