using System.Text.RegularExpressions;

namespace Mentorship.House.Tests;

/// <summary>How long files may grow, and how rare interfaces are.</summary>
public static partial class SizeRules
{
    public const int UsualLimit = 170;

    /// <summary>The most lines that this file may have; null where no rule speaks.</summary>
    public static int? Limit(SourceFile file) => file switch
    {
        { IsSource: false } or { IsMigration: true } => null,
        { Name: "Program.cs" } => 60,
        _ when file.Name.EndsWith(".razor.cs", StringComparison.Ordinal) => 250,
        _ when file.Name.EndsWith(".razor", StringComparison.Ordinal) => 200,
        _ when file.Name.EndsWith(".js", StringComparison.Ordinal) => 250,
        { Room: "Mentorship.UseCases" } when IsCSharp(file) => 160,
        _ when IsCSharp(file) => 300,
        _ => null,
    };

    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        files.Where(file => file.LineCount > Limit(file)).Select(file => $"{file.Path}: {file.LineCount} lines, at most {Limit(file)}");

    /// <summary>In the rooms of rules, 19 files of 20 are short (the 95th percentile by nearest rank).</summary>
    public static IEnumerable<string> UsuallyShort(string room, IEnumerable<SourceFile> files)
    {
        SourceFile[] sorted = [.. files.Where(file => file.Room == room && IsCSharp(file)).OrderBy(file => file.LineCount)];
        if (sorted.Length == 0) yield break;
        int percentile = sorted[(int)Math.Ceiling(sorted.Length * 0.95) - 1].LineCount;
        if (percentile > UsualLimit)
            yield return $"{room}: 95 % of its files have up to {percentile} lines, wanted {UsualLimit}: "
                + string.Join(", ", sorted.Where(file => file.LineCount > UsualLimit).Select(file => file.Name));
    }

    /// <summary>At most one file of twenty declares an interface.</summary>
    public static IEnumerable<string> TooManyInterfaces(IEnumerable<SourceFile> files)
    {
        SourceFile[] all = [.. files.Where(file => file.IsSource && IsCSharp(file) && !file.IsMigration)];
        SourceFile[] declaring = [.. all.Where(file => InterfaceDeclaration().IsMatch(file.Text))];
        if (declaring.Length * 20 > all.Length)
            yield return $"{declaring.Length} of {all.Length} files declare an interface: {string.Join(", ", declaring.Select(file => file.Name))}";
    }

    private static bool IsCSharp(SourceFile file) => file.Name.EndsWith(".cs", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|partial|unsafe|new)\s+)*interface\s+\w", RegexOptions.Multiline)]
    private static partial Regex InterfaceDeclaration();
}
