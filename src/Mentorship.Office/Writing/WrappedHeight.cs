namespace Mentorship.Office.Writing;

/// <summary>How high a wrapped text stands in a spreadsheet cell: the file has to say it, since rows do not grow by themselves.</summary>
internal static class WrappedHeight
{
    /// <summary>The highest row that Excel knows, in points, less a little.</summary>
    public const double Most = 400;

    /// <param name="width">Of the cell, in millimetres.</param>
    /// <param name="size">Of the letters, in points.</param>
    public static double Of(string? text, double width, double size, bool bold)
    {
        double letter = size * 25.4 / 72 * (bold ? 0.51 : 0.47);
        double perLine = Math.Max(1, (width - 2) / letter);
        int lines = CleanText.Lines(text).Sum(line => LinesOf(line, perLine));
        return (Math.Max(1, lines) * size * 1.24) + 3;
    }

    private static int LinesOf(string line, double perLine)
    {
        int lines = 1;
        double used = 0;
        foreach (string word in line.Split(' '))
        {
            double length = LengthOf(word);
            if (used > 0 && used + 0.5 + length > perLine)
            {
                lines++;
                used = 0;
            }
            else if (used > 0) used += 0.5;
            used += length;
            for (; used > perLine; used -= perLine) lines++;
        }
        return lines;
    }

    /// <summary>In letters of usual width; capitals and the broad letters take more.</summary>
    private static double LengthOf(string word) => word.Sum(sign => char.IsUpper(sign) || "жшщюмыфъ—№".Contains(sign, StringComparison.Ordinal) ? 1.45 : 1);
}
