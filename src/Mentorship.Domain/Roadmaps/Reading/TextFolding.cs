using System.Text;
using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Texts as they are kept (white space folded, lines kept) and as they are compared (lower case, no punctuation).</summary>
public static partial class TextFolding
{
    /// <summary>Folds white space inside lines, drops soft hyphens and empty lines.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        StringBuilder lines = new();
        foreach (string line in Invisible().Replace(text, "").Split('\n', '\r', '\v', '\f', '\u2028', '\u2029'))
        {
            string folded = White().Replace(line, " ").Trim();
            if (folded.Length == 0) continue;
            if (lines.Length > 0) lines.Append('\n');
            lines.Append(folded);
        }
        return lines.ToString();
    }

    /// <summary>One line.</summary>
    public static string OneLine(string? text) => Fold(text).Replace('\n', ' ');

    /// <summary>For comparing headers: lower case, «ё» as «е», only letters, digits, №, / and spaces.</summary>
    public static string Plain(string? text) =>
        White().Replace(Punctuation().Replace(OneLine(text).ToLowerInvariant().Replace('ё', 'е'), " "), " ").Trim();

    public static bool StartsLower(string text) => FirstLetter(text) is { } letter && char.IsLower(letter);

    private static char? FirstLetter(string text)
    {
        string trimmed = text.TrimStart(' ', '«', '"', '(', '“', '„');
        return trimmed.Length > 0 && char.IsLetter(trimmed[0]) ? trimmed[0] : null;
    }

    [GeneratedRegex("[\u00AD\u200B-\u200D\u2060\uFEFF]")] private static partial Regex Invisible();
    [GeneratedRegex(@"\s+")] private static partial Regex White();
    [GeneratedRegex(@"[^\p{L}\p{N}№#/ ]")] private static partial Regex Punctuation();
}
