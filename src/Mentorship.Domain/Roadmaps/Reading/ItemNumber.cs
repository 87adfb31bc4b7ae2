using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>The number of a row («1.», «1.3.2», «III», «Этап 2»), read for order and depth; the text stays as written.</summary>
public sealed partial record ItemNumber(IReadOnlyList<int> Parts, bool IsRoman, bool IsNamed)
{
    public int Depth => Parts.Count;

    /// <summary>Reads a cell that holds a number and nothing else; null for anything else.</summary>
    public static ItemNumber? Parse(string? text)
    {
        if (Whole().Match(text ?? "") is not { Success: true } match) return null;
        bool isNamed = match.Groups["word"].Success || match.Groups["after"].Success;
        if (match.Groups["roman"].Success)
            return RomanValue(match.Groups["roman"].Value) is int value ? new ItemNumber([value], true, isNamed) : null;
        int[] parts = [.. match.Groups["arabic"].Value.Split('.').Select(part => int.Parse(part.Trim()))];
        return new ItemNumber(parts, false, isNamed);
    }

    /// <summary>Whether this number stands under the other («2.1» under «2» or «II»).</summary>
    public bool IsUnder(ItemNumber other) => Depth > other.Depth && other.Parts.SequenceEqual(Parts.Take(other.Depth));

    private static int? RomanValue(string text)
    {
        // «ІІІ» and «ХІ» typed with Cyrillic letters look the same on paper.
        string latin = text.ToUpperInvariant().Replace('І', 'I').Replace('Х', 'X');
        int at = Array.IndexOf(Romans, latin);
        return at < 0 ? null : at + 1;
    }

    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

    [GeneratedRegex(@"^\s*(?<word>этап|раздел|направление|блок|модуль)?\s*№?\s*((?<arabic>\d{1,3}(\s?\.\s?\d{1,3}){0,4})|(?<roman>[IVXІХ]{1,5}))\s*[.)]?\s*(?<after>этап|раздел)?\s*[.:]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();
}
