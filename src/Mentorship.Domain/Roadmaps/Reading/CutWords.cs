using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>
/// Mends words that a line end or a page end has cut («персонализирова⏎нной», «настав-⏎ников»).
/// The file's own words decide, so that «план⏎работы» stays two words.
/// </summary>
public sealed partial class CutWords
{
    // Endings that are never a word of their own, so a line that begins with one continues a cut word.
    private static readonly HashSet<string> Tails = [.. (
        "нной нного нному нным нными нных нная нное нные ный ная ное ные ных ным ными ного ному " +
        "ской ского скому ским скими ских ский ская ское ские ческий ческая ческое ческие ческой ческих ческого " +
        "ция ции цию цией ций ние ния нию нием ний тель теля телю телем тели телей тельный тельная тельное тельные тельной тельных " +
        "ность ности ностью ство ства ству ством ться тся вать ация ации ацию аций ение ения ению ением ений ание ания анию анием аний").Split(' ')];

    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Learns the words of a file; the two halves at a line end are no evidence.</summary>
    public CutWords(IEnumerable<string> texts)
    {
        foreach (string text in texts)
            foreach (string line in text.Split('\n'))
            {
                MatchCollection found = Word().Matches(line);
                for (int index = 0; index < found.Count; index++)
                    if (IsWhole(text, line, index, found)) words.Add(found[index].Value);
            }
    }

    /// <summary>Joins the halves of cut words inside a text; other line ends stay.</summary>
    public string Mend(string text) => text.Contains('\n') ? LineEnd().Replace(text, match => OneWord(match) ?? match.Value) : text;

    /// <summary>Joins the parts of a text that a page end has cut in two.</summary>
    public string Join(string first, string second, char between = ' ')
    {
        if (first.Length == 0 || second.Length == 0) return first + second;
        Match seam = LineEnd().Match(LastWord().Match(first).Value + "\n" + second);
        if (seam is not { Success: true, Index: 0 } || OneWord(seam) is not { } word) return first + between + second;
        return first[..^LastWord().Match(first).Length] + word + second[seam.Groups["right"].Length..];
    }

    private string? OneWord(Match seam)
    {
        string left = seam.Groups["left"].Value, right = seam.Groups["right"].Value;
        bool bothAreWords = words.Contains(left) && words.Contains(right), isKnown = words.Contains(left + right);
        if (seam.Groups["hyphen"].Success)
            return !isKnown && (bothAreWords || words.Contains(left + "-" + right)) ? left + "-" + right : left + right;
        return Tails.Contains(right) || (isKnown && !bothAreWords) ? left + right : null;
    }

    private static bool IsWhole(string text, string line, int index, MatchCollection found) =>
        text.Length == line.Length || (index > 0 && index < found.Count - 1);

    [GeneratedRegex(@"\p{L}+(?:-\p{L}+)*")] private static partial Regex Word();
    [GeneratedRegex(@"(?<left>\p{L}{2,})(?<hyphen>-)?\n(?<right>\p{Ll}+)")] private static partial Regex LineEnd();
    [GeneratedRegex(@"\p{L}{2,}-?$")] private static partial Regex LastWord();
}
