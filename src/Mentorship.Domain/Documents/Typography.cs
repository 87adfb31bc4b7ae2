using System.Text.RegularExpressions;

namespace Mentorship.Domain.Documents;

/// <summary>Spaces that must not part a line: after «№», before a dash.</summary>
public static partial class Typography
{
    public static string Tidy(string text) => text
        .Replace("№ ", "№\u00A0", StringComparison.Ordinal)
        .Replace(" – ", "\u00A0– ", StringComparison.Ordinal)
        .Replace(" — ", "\u00A0— ", StringComparison.Ordinal);

    /// <summary>For a heading of short lines: no preposition is left at the end of one.</summary>
    public static string Bound(string text) => ShortWord().Replace(text, "\u00A0");

    [GeneratedRegex(@"(?<=(?:^|[\s(«])[а-яё]{1,2}) (?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShortWord();
}
