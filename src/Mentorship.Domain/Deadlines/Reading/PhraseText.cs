using System.Text;

namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Brings a cell to one spelling: dashes, spaces, «ё», case, Roman numerals of one sign, words cut by a line end.</summary>
internal static class PhraseText
{
    /// <summary>White space folded, nothing else changed: what is kept and printed back.</summary>
    public static string Fold(string? text)
    {
        StringBuilder folded = new();
        foreach (char c in text ?? "")
            if (!char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u202F')) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        return folded.ToString().TrimEnd(' ');
    }

    public static string Normalise(string text)
    {
        StringBuilder one = new(text.Length + 8);
        foreach (char c in JoinCutWords(text))
            switch (c)
            {
                case '–' or '—' or '−' or '‑' or '‒' or '―': one.Append('-'); break;
                case '\u00AD' or '\u200B' or '\uFEFF' or '\u200D': break;
                case 'ё' or 'Ё': one.Append('е'); break;
                case >= 'Ⅰ' and <= 'Ⅻ': one.Append(RomanNumerals[c - 'Ⅰ']); break;
                case >= 'ⅰ' and <= 'ⅻ': one.Append(RomanNumerals[c - 'ⅰ']); break;
                case '\\': one.Append('/'); break;
                default: one.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c)); break;
            }
        string folded = Fold(one.ToString());
        while (folded.Contains(" -", StringComparison.Ordinal)) folded = folded.Replace(" -", "-", StringComparison.Ordinal);
        while (folded.Contains("- ", StringComparison.Ordinal)) folded = folded.Replace("- ", "-", StringComparison.Ordinal);
        return folded;
    }

    private static readonly string[] RomanNumerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    /// <summary>«сентя⏎брь» and «сен-⏎тябрь» are one word; «сентябрь⏎октябрь» are two.</summary>
    private static string JoinCutWords(string text)
    {
        int at = text.IndexOf('\n', StringComparison.Ordinal);
        while (at >= 0)
        {
            int left = at, right = at + 1;
            while (left > 0 && (char.IsWhiteSpace(text[left - 1]) || text[left - 1] == '-')) left--;
            while (right < text.Length && char.IsWhiteSpace(text[right])) right++;
            int start = left, end = right;
            while (start > 0 && char.IsLetter(text[start - 1])) start--;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            string before = text[start..left].ToLowerInvariant(), after = text[right..end].ToLowerInvariant();
            bool cut = before.Length > 0 && after.Length > 0 && Lexicon.Month(before) is null && Lexicon.Month(before + after) is not null;
            if (cut) text = string.Concat(text.AsSpan(0, left), text.AsSpan(right));
            at = text.IndexOf('\n', cut ? left : at + 1);
        }
        return text;
    }
}
