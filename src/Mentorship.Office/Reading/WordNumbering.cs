using System.Text;
using System.Xml.Linq;

namespace Mentorship.Office.Reading;

/// <summary>
/// Counts what Word counts by itself: the number of a list paragraph is not in the text, it follows from
/// the paragraphs before it. Ask in the order of the document.
/// </summary>
internal sealed class WordNumbering
{
    private readonly Dictionary<string, string> abstractOf = [];
    private readonly Dictionary<(string Abstract, int Level), XElement> levels = [];
    private readonly Dictionary<(string List, int Level), XElement> overrides = [];
    private readonly Dictionary<string, (string? List, int? Level, string? Base)> styles = [];
    private readonly Dictionary<string, int[]> counters = [];
    private readonly HashSet<string> restarted = [];
    private const int Levels = 9;

    public WordNumbering(XElement? numbering, XElement? styleSheet)
    {
        foreach (XElement definition in numbering.Children("abstractNum"))
            foreach (XElement level in definition.Children("lvl"))
                levels[(definition.Text("abstractNumId") ?? "", level.Number("ilvl") ?? 0)] = level;
        foreach (XElement list in numbering.Children("num"))
        {
            string id = list.Text("numId") ?? "";
            abstractOf[id] = list.Child("abstractNumId").Text("val") ?? "";
            foreach (XElement change in list.Children("lvlOverride")) overrides[(id, change.Number("ilvl") ?? 0)] = change;
        }
        foreach (XElement style in styleSheet.Children("style"))
        {
            XElement? place = style.Child("pPr").Child("numPr");
            styles[style.Text("styleId") ?? ""] = (place.Child("numId").Text("val"), place.Child("ilvl").Number("val"), style.Child("basedOn").Text("val"));
        }
    }

    /// <summary>The number of the paragraph («1.2.»), empty when it has none or only a bullet.</summary>
    public string NumberOf(XElement paragraph)
    {
        (string? list, int level) = Place(paragraph.Child("pPr"));
        if (list is null or "0" || !abstractOf.TryGetValue(list, out string? definition) || level is < 0 or >= Levels) return "";
        XElement? own = LevelOf(list, definition, level);
        if (own is null) return "";
        Count(list, definition, level);
        string format = own.Child("numFmt").Text("val") ?? "decimal";
        if (format is "bullet" or "none") return "";
        return Write(own.Child("lvlText").Text("val") ?? "", list, definition, own.IsOn("isLgl"));
    }

    private (string? List, int Level) Place(XElement? properties)
    {
        XElement? direct = properties.Child("numPr");
        string? list = direct.Child("numId").Text("val");
        int? level = direct.Child("ilvl").Number("val");
        string? style = properties.Child("pStyle").Text("val");
        for (int steps = 0; list is null && style is not null && steps < 20 && styles.TryGetValue(style, out var found); steps++)
        {
            list = found.List;
            level ??= found.Level;
            style = found.Base;
        }
        return (list, level ?? 0);
    }

    private XElement? LevelOf(string list, string definition, int level) =>
        overrides.GetValueOrDefault((list, level)).Child("lvl") ?? levels.GetValueOrDefault((definition, level));

    private void Count(string list, string definition, int level)
    {
        if (!counters.TryGetValue(definition, out int[]? counts))
        {
            counts = new int[Levels];
            for (int each = 0; each < Levels; each++) counts[each] = Start(list, definition, each) - 1;
            counters[definition] = counts;
        }
        // A list that overrides a start begins anew once, at its first paragraph.
        if (restarted.Add($"{list}/{level}") && overrides.GetValueOrDefault((list, level)).Child("startOverride").Number("val") is int start) counts[level] = start - 1;
        for (int upper = 0; upper < level; upper++)
            if (counts[upper] < Start(list, definition, upper)) counts[upper] = Start(list, definition, upper);
        counts[level]++;
        for (int deeper = level + 1; deeper < Levels; deeper++) counts[deeper] = Start(list, definition, deeper) - 1;
    }

    private int Start(string list, string definition, int level) => LevelOf(list, definition, level).Child("start").Number("val") ?? 1;

    private string Write(string pattern, string list, string definition, bool isLegal)
    {
        StringBuilder text = new();
        for (int at = 0; at < pattern.Length; at++)
        {
            bool isPlace = pattern[at] == '%' && at + 1 < pattern.Length && pattern[at + 1] is >= '1' and <= '9';
            if (!isPlace) { text.Append(pattern[at]); continue; }
            int level = pattern[++at] - '1';
            string format = isLegal ? "decimal" : LevelOf(list, definition, level).Child("numFmt").Text("val") ?? "decimal";
            text.Append(NumberFormat.Write(counters[definition][level], format));
        }
        return text.ToString().Trim();
    }
}
