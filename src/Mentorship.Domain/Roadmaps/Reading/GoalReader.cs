using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Reads the goals written above the table («Цель: к концу 2024 года …»).</summary>
internal static partial class GoalReader
{
    public static bool IsGoal(string text) => Label().IsMatch(text);

    public static List<string> Find(IReadOnlyList<PreambleLine> lines, HashSet<int> taken)
    {
        List<string> goals = [];
        for (int index = 0; index < lines.Count; index++)
        {
            if (taken.Contains(index) || Label().Match(lines[index].Text) is not { Success: true } label) continue;
            taken.Add(index);
            string text = label.Groups["text"].Value.Trim();
            if (text.Length > 0)
            {
                goals.Add(text);
                continue;
            }
            // «Цели:» alone: the list below it.
            for (int below = index + 1; below < lines.Count && !taken.Contains(below) && ListItem().Match(lines[below].Text) is { Success: true } item; below++)
            {
                goals.Add(item.Groups["text"].Value.Trim());
                taken.Add(below);
            }
        }
        return goals;
    }

    [GeneratedRegex(@"^\s*цел(ь|и)(\s+(?!групп)\p{L}+){0,5}\s*:\s*(?<text>.*)$", RegexOptions.IgnoreCase)] private static partial Regex Label();
    [GeneratedRegex(@"^\s*(?:[-–—•*]|\d{1,2}[.)])\s*(?<text>.+)$")] private static partial Regex ListItem();
}
