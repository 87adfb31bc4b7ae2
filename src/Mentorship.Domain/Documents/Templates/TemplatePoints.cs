using System.Globalization;
using System.Text.RegularExpressions;

namespace Mentorship.Domain.Documents.Templates;

/// <summary>A line of the points and how deep it lies.</summary>
/// <param name="IsListed">One of several that were typed as a list: the drafter did not think of how a line ends.</param>
internal readonly record struct PointLine(int Level, string Text, bool IsListed = false);

/// <summary>
/// Points as people type them: «1.», «1.1.», a dash below what it belongs to, or blanks before the line. The numbers themselves are given anew.
/// A point lies at most one level below the line before it, and four levels deep at most.
/// </summary>
internal static partial class TemplatePoints
{
    public const int Deepest = 3;

    public static List<PointLine> Read(string text)
    {
        List<PointLine> lines = [];
        List<int> blanks = [];
        int above = -1;
        foreach (string line in text.Split('\n'))
        {
            string words = line.Trim();
            if (words.Length == 0) continue;
            int depth = Blanks(line), level;
            if (Number(words) is { } numbered)
            {
                // A number that nothing was written behind yet is no point.
                if (numbered.Words.Length == 0) continue;
                (level, words) = numbered;
                blanks.Clear();
                above = Level(level, lines);
                level = above;
            }
            else if (Dash().Match(words) is { Success: true } dash)
            {
                words = words[dash.Length..];
                level = Level(above + 1, lines);
            }
            else
            {
                blanks.RemoveAll(b => b > depth);
                if (depth > 0 && !blanks.Contains(depth)) blanks.Add(depth);
                level = Level(blanks.Count, lines);
                above = level;
            }
            lines.Add(new PointLine(level, words));
        }
        return lines;
    }

    private static int Level(int wanted, List<PointLine> lines) => Math.Clamp(wanted, 0, lines.Count == 0 ? 0 : Math.Min(Deepest, lines[^1].Level + 1));

    /// <summary>How deep a typed number says that the line lies, and the line without it; null where it begins with no number of a point: «15.09.2026 …», «5 человек».</summary>
    private static (int Level, string Words)? Number(string line)
    {
        Match match = Numbering().Match(line);
        if (!match.Success) return null;
        string[] parts = match.Groups[1].Value.Split('.');
        bool counts = parts.All(p => p[0] != '0' && int.Parse(p, CultureInfo.InvariantCulture) < 100);
        bool ends = match.Groups[2].Value.Length > 0 || parts.Length > 1;
        return counts && ends ? (parts.Length - 1, line[match.Length..]) : null;
    }

    private static int Blanks(string line)
    {
        int blanks = 0;
        foreach (char sign in line)
            if (sign == '\t') blanks += 4;
            else if (char.IsWhiteSpace(sign)) blanks++;
            else break;
        return blanks;
    }

    [GeneratedRegex(@"^(\d{1,4}(?:\.\d{1,4})*)([.)]?)(?:\s+|$)")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^[-–—•*]\s+")]
    private static partial Regex Dash();
}
