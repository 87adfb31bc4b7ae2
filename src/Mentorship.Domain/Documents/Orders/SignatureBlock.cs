using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Documents.Orders;

/// <summary>The requisite «подпись»: the post on the left, the name with initials first on the right.</summary>
public sealed record SignatureBlock(string Post, string Name)
{
    /// <summary>The head signs by the post («Директор»), who acts for the head as «И. о. директора».</summary>
    public static SignatureBlock Of(string post, PersonName name, bool acting = false)
    {
        string trimmed = post.Trim();
        if (acting && trimmed.Length > 0)
        {
            string genitive = Declension.Post(trimmed, GrammaticalCase.Genitive).Text;
            trimmed = "И.\u00A0о. " + char.ToLowerInvariant(genitive[0]) + genitive[1..];
        }
        return new SignatureBlock(trimmed.Length == 0 ? "" : char.ToUpperInvariant(trimmed[0]) + trimmed[1..], name.ShortInitialsFirst);
    }
}
