namespace Mentorship.Domain.Documents;

/// <summary>Spaces that must not part a line: after «№», before a dash.</summary>
public static class Typography
{
    public static string Tidy(string text) => text
        .Replace("№ ", "№\u00A0", StringComparison.Ordinal)
        .Replace(" – ", "\u00A0– ", StringComparison.Ordinal)
        .Replace(" — ", "\u00A0— ", StringComparison.Ordinal);
}
