using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>Finds the title among the lines above a roadmap; it can run over several lines.</summary>
internal static partial class TitleReader
{
    private const int LongestTitle = 400;

    public static bool IsTitle(string text) => text.Length < 300 && Start().IsMatch(text);

    /// <summary>A line that names the year and nothing else («на 2023-2024 учебный год»).</summary>
    public static bool IsYear(string text) => Year().IsMatch(text);

    /// <summary>The title, or null; <paramref name="taken"/> are the lines that are already understood, the title's are added.</summary>
    public static string? Find(IReadOnlyList<PreambleLine> lines, HashSet<int> taken)
    {
        int first = -1;
        for (int index = lines.Count - 1; index >= 0; index--)
            if (!taken.Contains(index) && IsTitle(lines[index].Text)) { first = index; break; }
        if (first < 0) first = FindByLook(lines, taken);
        if (first < 0) return null;
        // «ПЛАН МЕРОПРИЯТИЙ» over «(ДОРОЖНАЯ КАРТА) …»: the upper line begins the title.
        while (first > 0 && !taken.Contains(first - 1) && !lines[first].AfterGap && IsTitle(lines[first - 1].Text)) first--;

        List<string> parts = [lines[first].Text];
        taken.Add(first);
        for (int index = first + 1; index < lines.Count && !taken.Contains(index); index++)
        {
            if (!Belongs(lines[index], lines[index - 1]) || parts.Sum(part => part.Length) + lines[index].Text.Length > LongestTitle) break;
            parts.Add(lines[index].Text);
            taken.Add(index);
        }
        return string.Join(' ', parts);
    }

    private static bool Belongs(PreambleLine line, PreambleLine above)
    {
        if (line.Group == above.Group && line.Alignment != LineAlignment.Unknown) return true;
        if (IsYear(line.Text) || GoalReader.IsGoal(line.Text) || Labelled().IsMatch(line.Text) || StageHeading.Parse(line.Text).Number is not null) return false;
        if (IsTitle(line.Text) || Institution().IsMatch(line.Text) || TextFolding.StartsLower(line.Text)) return true;
        if (line.AfterGap) return false;
        return (line.Alignment == LineAlignment.Center && above.Alignment == LineAlignment.Center && line.IsBold == above.IsBold) || line.Text[0] is '«' or '(';
    }

    // No word of a plan: the last centred or bold line is the heading of the table.
    private static int FindByLook(IReadOnlyList<PreambleLine> lines, HashSet<int> taken)
    {
        for (int index = lines.Count - 1; index >= 0; index--)
        {
            PreambleLine line = lines[index];
            bool looks = line.Alignment == LineAlignment.Center || line.IsBold;
            if (!taken.Contains(index) && looks && line.Text.Length is > 5 and < 300 && !IsYear(line.Text) && !GoalReader.IsGoal(line.Text) && !Labelled().IsMatch(line.Text))
                return index;
        }
        return -1;
    }

    [GeneratedRegex(@"^[«""(\s]*(проект\s+)?(дорожн\p{L}+\s+карт|план\b|плана\b|план-|программ[аы]\b|(примерн|индивидуальн|персонализированн|перспективн|годов|комплексн|типов|календарн|рабоч|сетев|единый|общий)\p{L}*(\s+[\p{L}-]+)?\s+(план|программ|дорожн|график|маршрут)|комплекс\s+(мер|мероприятий)|график\b|циклограмма|маршрут)", RegexOptions.IgnoreCase)]
    private static partial Regex Start();
    [GeneratedRegex(@"^\(?\s*(на|в|за)?\s*(период\s*)?(с\s*)?(20\d\d|гггг|_+)\s*([-–—/\\]|по|и)?\s*(20\d\d|\d\d|гг+|_+)?\s*-?\s*(уч\.?\p{L}*\.?)?\s*(год\p{L}*|гг?\.?(\s?г\.?)?)?\s*\)?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Year();
    [GeneratedRegex(@"^[^:]{2,60}:\s*\S|^[^:]{2,60}:$|_{3,}")] private static partial Regex Labelled();
    [GeneratedRegex(@"^(в\s+)?(М[БАК]?[ОД]{1,2}У|МБУ|МАУ|ГБ\p{Lu}*|ГА\p{Lu}*|КОГ\p{Lu}*|ГК\p{Lu}*|ОГ\p{Lu}*|МК\p{Lu}*|муниципальн|государственн|краев|областн)", RegexOptions.IgnoreCase)]
    private static partial Regex Institution();
}
