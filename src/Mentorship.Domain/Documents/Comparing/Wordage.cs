using System.Buffers;
using System.Text;

namespace Mentorship.Domain.Documents.Comparing;

/// <summary>A word, a number with its groups, a date, or a mark of punctuation; what it is compared by, and as it is written.</summary>
internal readonly record struct Word(string Key, string Text, bool Spaced)
{
    public bool IsMark => !char.IsLetterOrDigit(Key[0]);
}

/// <summary>A text as words. Blanks of any kind and number, soft hyphens, kinds of dashes and of quotation marks are typography, not words.</summary>
internal static class Wordage
{
    private const string Dashes = "-\u2010\u2011\u2012\u2013\u2014\u2212", Quotes = "\"«»\u201C\u201D\u201E\u201F", Invisible = "\u00AD\u200B\u200C\u200D\u2060\uFEFF", Joints = "-/\u2010\u2011";
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789 ");

    public static List<Word> Of(string text)
    {
        string clean = Cleaned(text);
        List<Word> words = [];
        bool spaced = false;
        for (int at = 0; at < clean.Length;)
        {
            if (clean[at] == ' ') (spaced, at) = (true, at + 1);
            else
            {
                int end = char.IsLetterOrDigit(clean[at]) ? EndOfWord(clean, at) : at + 1;
                string word = clean[at..end];
                words.Add(new Word(KeyOf(word), word, spaced));
                (spaced, at) = (false, end);
            }
        }
        return words;
    }

    /// <summary>By what two texts are the same text.</summary>
    public static string Key(string text) => string.Join(' ', Of(text).Select(w => w.Key));

    private static string Cleaned(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (char sign in text.IsNormalized() ? text : text.Normalize())
            if (char.IsWhiteSpace(sign) || char.IsControl(sign)) clean.Append(clean.Length > 0 && clean[^1] == ' ' ? "" : " ");
            else if (!Invisible.Contains(sign, StringComparison.Ordinal)) clean.Append(sign);
        return clean.ToString();
    }

    /// <summary>«15.09.2026», «115/1», «учебно-воспитательный» and «12 500» are one word each.</summary>
    private static int EndOfWord(string text, int start)
    {
        int end = start;
        while (end < text.Length)
            if (char.IsLetterOrDigit(text[end])) end++;
            else if (end + 1 < text.Length && IsJoint(text[end - 1], text[end], text[end + 1])) end += 2;
            else if (IsThousands(text, start, end)) end += 4;
            else break;
        return end;
    }

    /// <summary>A dot joins numbers only: initials are the same with a blank between them.</summary>
    private static bool IsJoint(char left, char sign, char right) =>
        sign == '.' ? char.IsAsciiDigit(left) && char.IsAsciiDigit(right) : Joints.Contains(sign, StringComparison.Ordinal) && char.IsLetterOrDigit(right);

    private static bool IsThousands(string text, int start, int end)
    {
        ReadOnlySpan<char> number = text.AsSpan(start, end - start), rest = text.AsSpan(end);
        return number.IndexOfAnyExcept(Digits) < 0 && number.Length - number.LastIndexOf(' ') - 1 <= 3
            && rest.Length >= 4 && rest[0] == ' ' && rest[1..4].IndexOfAnyExceptInRange('0', '9') < 0 && (rest.Length == 4 || !char.IsLetterOrDigit(rest[4]));
    }

    private static string KeyOf(string word)
    {
        if (word.Length == 1) return Dashes.Contains(word[0], StringComparison.Ordinal) ? "-" : Quotes.Contains(word[0], StringComparison.Ordinal) ? "\"" : word;
        return word.Replace(" ", "", StringComparison.Ordinal).Replace('\u2010', '-').Replace('\u2011', '-');
    }
}
