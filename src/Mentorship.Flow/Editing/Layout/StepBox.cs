using System.Text.RegularExpressions;

namespace Mentorship.Flow;

/// <summary>How large a step is drawn: wide and high enough for its title, so that nothing is written over another.</summary>
public static partial class StepBox
{
    public const double Width = 220;
    public const double HeaderHeight = 44;
    public const double Padding = 24;
    private const double LineHeight = 20;
    private const int LettersInLine = 18;
    private const int MostLines = 6;

    /// <summary>A step by itself, or a folded stage. Beyond six lines the title is cut where it is drawn.</summary>
    public static (double Width, double Height) Of(string title, string type) =>
        type is "Elsa.Start" or "Elsa.End" or "Elsa.Finish" ? (120, 44) : (Width, HeaderHeight + LineHeight * Math.Clamp(Lines(title), 1, MostLines));

    /// <summary>An open stage around what it holds.</summary>
    public static (double Width, double Height) Around(string title, double width, double height)
    {
        double wide = Math.Max(Width, width + 2 * Padding);
        int letters = Math.Max(LettersInLine, (int)(wide / Width * LettersInLine));
        return (wide, HeaderHeight + LineHeight * Math.Clamp(Lines(title, letters), 1, MostLines) + height + 2 * Padding);
    }

    /// <summary>Where the inside of an open stage begins, below its title.</summary>
    public static Position Inside(string title, double width, double height)
    {
        (_, double full) = Around(title, width, height);
        return new Position(Padding, full - height - Padding);
    }

    public static bool IsFolded(Activity step) =>
        step.Json.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == System.Text.Json.JsonValueKind.Object
        && metadata.TryGetProperty("folded", out var folded) && folded.ValueKind == System.Text.Json.JsonValueKind.True;

    /// <summary>Lines of a title that is broken between words and after the hyphens of long ones; a word longer than a line is broken inside.</summary>
    private static int Lines(string title, int letters = LettersInLine)
    {
        int lines = 1, used = 0;
        foreach (Range range in title.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = title.AsSpan(range);
            int gap = used > 0 ? 1 : 0;
            foreach (Range part in AfterHyphen().EnumerateSplits(word))
            {
                int length = word[part].Length;
                if (used > 0 && used + gap + length > letters) (lines, used, gap) = (lines + 1, 0, 0);
                used += gap + length;
                gap = 0;
                while (used > letters) (lines, used) = (lines + 1, used - letters);
                if (lines > MostLines) return lines;
            }
        }
        return lines;
    }

    /// <summary>«научно-|методический», but never «54-р».</summary>
    [GeneratedRegex(@"(?<=[^\s-]{3}-)(?=[^\s-]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex AfterHyphen();
}
