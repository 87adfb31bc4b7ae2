namespace Mentorship.Domain.Documents;

/// <summary>What is put on a document when it is shown, registered or signed; the frozen text below stays the same.</summary>
public sealed record DocumentMarks
{
    public static readonly DocumentMarks None = new();

    /// <summary>The registered number, as free text; null leaves the blank for it.</summary>
    public string? Number { get; init; }
    public DateOnly? Date { get; init; }

    /// <summary>A text that nobody has signed yet: it says «Проект» above the letterhead.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The mark of a simple electronic signature; null where a pen signs.</summary>
    public SimpleSignatureMark? Signature { get; init; }

    /// <summary>The public address that tells whether the document is genuine; it becomes a QR code.</summary>
    public string? VerificationAddress { get; init; }
}

/// <summary>The mark «Документ подписан простой электронной подписью».</summary>
/// <param name="Signer">Who: post and name, as the signature block says.</param>
/// <param name="SignedAt">The moment in the institution's own time zone.</param>
/// <param name="Hash">SHA-256 of the signed version, in hexadecimal.</param>
public sealed record SimpleSignatureMark(string Signer, DateTimeOffset SignedAt, string Hash)
{
    public const string Title = "Документ подписан простой электронной подписью";
}
