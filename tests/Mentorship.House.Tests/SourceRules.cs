using System.Text.RegularExpressions;

namespace Mentorship.House.Tests;

/// <summary>What may stand in a source text. Every rule takes files and returns complaints that name file and line.</summary>
public static partial class SourceRules
{
    private static readonly HashSet<string> FoldersByKind = ["Services", "Models", "Interfaces", "Helpers"];

    /// <summary>Time and chance come from outside, so that a day can be played again.</summary>
    public static IEnumerable<string> WallClock(IEnumerable<SourceFile> files) => Matches(files.Where(file => file.IsSource), Clock());

    /// <summary>What the browser's policy would refuse: style attributes and elements, inline handlers, inline scripts.</summary>
    public static IEnumerable<string> Inline(IEnumerable<SourceFile> files) => Matches(files.Where(file => file.IsSource), InlineMarkup());

    /// <summary>Words of the machine on which something was written: folders of a home, hosts of package registries.</summary>
    public static IEnumerable<string> MachineWords(IEnumerable<SourceFile> files) => Matches(files, Machine());

    /// <summary>What somebody meant to come back to.</summary>
    public static IEnumerable<string> Unfinished(IEnumerable<SourceFile> files) => Matches(files.Where(file => file.IsSource), Postponed());

    /// <summary>Style sheets that are in force round the board ask nothing about what an element holds: every arrow drawn anew would have the style of all steps found anew.</summary>
    public static IEnumerable<string> LookingInside(IEnumerable<SourceFile> files) =>
        Matches(files.Where(file => RoundTheBoard.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal)) && file.Path.EndsWith(".css", StringComparison.Ordinal)), Has());

    private static readonly string[] RoundTheBoard = ["src/Mentorship.Web/Layout/", "src/Mentorship.Web/Pages/Designer/Diagram/", "src/Mentorship.Web/Pages/Designer/DesignerDesk", "src/Mentorship.Web/wwwroot/app"];

    /// <summary>A text with a name that another text has is silently left out.</summary>
    public static IEnumerable<string> DoubledTexts(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.EndsWith(".resx", StringComparison.Ordinal)
        from doubled in TextName().Matches(file.Text).GroupBy(name => name.Value, StringComparer.OrdinalIgnoreCase)
        where doubled.Count() > 1
        select $"{file.Path}: {doubled.Key} stands {doubled.Count()} times";

    /// <summary>Folders are named for what the business does, never for kinds of class.</summary>
    public static IEnumerable<string> FolderNames(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Segments[..^1].Any(FoldersByKind.Contains)).Select(file => $"{file.Path}: a folder named for a kind of class");

    /// <summary>The namespace says the folder; Flow may keep its root namespace in sub-folders.</summary>
    public static IEnumerable<string> Namespaces(IEnumerable<SourceFile> files)
    {
        foreach (SourceFile file in files.Where(file => file.Room != "" && !file.IsMigration))
        {
            string root = file.Room.StartsWith("Mentorship.", StringComparison.Ordinal) ? file.Room : "Mentorship." + file.Room;
            string expected = string.Join('.', file.Segments[2..^1].Prepend(root));
            string? found = Namespace().Match(file.Text) is { Success: true } match ? match.Groups[1].Value : null;
            if (found is not null && found != expected && !(root == "Mentorship.Flow" && found == root)) yield return $"{file.Path}: namespace {found}, expected {expected}";
        }
    }

    /// <summary>The changelog has an open section with at least one line in it.</summary>
    public static IEnumerable<string> Changelog(string text)
    {
        Match section = Unreleased().Match(text);
        if (!section.Success) yield return "CHANGELOG.md has no section «## Unreleased»";
        else if (!section.Value.Contains("\n- ", StringComparison.Ordinal)) yield return "CHANGELOG.md says nothing under «## Unreleased»";
    }

    private static IEnumerable<string> Matches(IEnumerable<SourceFile> files, Regex forbidden) =>
        from file in files
        from Match match in forbidden.Matches(file.Text)
        select $"{file.Path}:{1 + file.Text.AsSpan(0, match.Index).Count('\n')}: {match.Value.Trim()}";

    [GeneratedRegex(@"\bDateTime(?:Offset)?\s*\.\s*(?:Now|UtcNow|Today)\b|\bGuid\s*\.\s*NewGuid\b|\bThread\s*\.\s*Sleep\b")]
    private static partial Regex Clock();

    [GeneratedRegex("""<[a-zA-Z][^<>]*?\sstyle\s*=|<style\b|<[a-zA-Z][^<>]*?\son[a-z]+\s*=|<script>""")]
    private static partial Regex InlineMarkup();

    [GeneratedRegex(@":has\(\s*[^)\s]")]
    private static partial Regex Has();

    [GeneratedRegex("<data\\s+name=\"[^\"]+\"")]
    private static partial Regex TextName();

    // Bracketed letters keep this line from being a finding of its own.
    [GeneratedRegex(@"/wor[k]/|/tm[p]/\w|/roo[t]/|/hom[e]/\w|/User[s]/\w|[A-Z]:\\User[s]|nuge[t]\.org|npm[j]s\.(?:org|com)|pyp[i]\.org")]
    private static partial Regex Machine();

    [GeneratedRegex(@"\bTOD[O]\b|\bFIXM[E]\b|\bHAC[K]\b|\bNotImplementedExceptio[n]\b")]
    private static partial Regex Postponed();

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^## Unreleased\s*$(?:(?!^## )[\s\S])*", RegexOptions.Multiline)]
    private static partial Regex Unreleased();
}
