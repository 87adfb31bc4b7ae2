using System.Xml.Linq;

namespace Mentorship.House.Tests;

/// <summary>The repository on disk, found by walking up to <c>Mentorship.sln</c>; build output and data folders are left out.</summary>
public static class Repository
{
    private static readonly HashSet<string> NotOurs =
        ["bin", "obj", ".git", "TestResults", ".vs", ".idea", "node_modules", "_framework"];

    private static readonly HashSet<string> NotOursAtTheRoot = ["data", "demo", "artifacts"];

    private static readonly HashSet<string> TextExtensions =
        [".cs", ".razor", ".css", ".js", ".csproj", ".props", ".targets", ".json", ".md", ".yml", ".yaml", ".sln", ".txt", ".tsv", ".html", ".svg", ".resx", ".sh", ""];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. Walk(Root).Where(IsText).Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path))).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public static IEnumerable<SourceFile> CSharp => Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Razor => Files.Where(file => file.Path.EndsWith(".razor", StringComparison.Ordinal));

    /// <summary>Project name → names of the projects it references, for everything below <c>src</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ProjectReferences { get; } = Files
        .Where(file => file.IsSource && file.Path.EndsWith(".csproj", StringComparison.Ordinal))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file.Path), ReferencesOf);

    private static IReadOnlyList<string> ReferencesOf(SourceFile project) =>
        [.. XDocument.Parse(project.Text).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))];

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder).Where(child => !IsNotOurs(folder, Path.GetFileName(child))).SelectMany(Walk));

    private static bool IsNotOurs(string folder, string child) => NotOurs.Contains(child) || (folder == Root && NotOursAtTheRoot.Contains(child));

    private static bool IsText(string path) =>
        TextExtensions.Contains(Path.GetExtension(path)) && Path.GetFileName(path) is not (".git" or "packages.lock.json");

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Mentorship.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("Mentorship.sln is in no folder above the tests.");
    }
}
