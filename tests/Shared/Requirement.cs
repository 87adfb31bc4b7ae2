namespace Mentorship.Shared;

/// <summary>
/// A program outside .NET that a test needs. Where it is missing the test is skipped with its reason;
/// where <c>MENTORSHIP_REQUIRE</c> (names by comma) holds the name, its absence fails the test instead.
/// </summary>
internal static class Requirement
{
    public const string Variable = "MENTORSHIP_REQUIRE";

    /// <summary>The path of a Chromium browser, or a skip.</summary>
    public static string Chromium() =>
        Demand("chromium", Find(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]), "the browser Chromium");

    /// <summary>The path of LibreOffice's <c>soffice</c>, or a skip.</summary>
    public static string LibreOffice() =>
        Demand("libreoffice", Find(["/usr/bin/soffice", "/usr/bin/libreoffice"]), "LibreOffice");

    /// <summary>The folder that holds <c>initdb</c> and <c>postgres</c> of the newest PostgreSQL server, or a skip.</summary>
    public static string Postgres() => Demand("postgres", PostgresOrNull(), "a PostgreSQL server");

    /// <summary>The same for a fixture, which cannot skip: null where there is none.</summary>
    public static string? PostgresOrNull()
    {
        string root = "/usr/lib/postgresql";
        return !Directory.Exists(root) ? null : Directory.GetDirectories(root)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out int version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
    }

    /// <summary>What is to be done about something absent: the reason to skip for, or an exception where it is required.</summary>
    /// <param name="required">The value of <see cref="Variable"/>.</param>
    public static string ReasonToSkip(string name, string what, string? required)
    {
        string[] names = (required ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? throw new InvalidOperationException($"{Variable} asks for {name}, and {what} is not installed.")
            : $"needs {what}, which is not installed";
    }

    private static string Demand(string name, string? path, string what)
    {
        if (path is null) Assert.Skip(ReasonToSkip(name, what, Environment.GetEnvironmentVariable(Variable)));
        return path!;
    }

    private static string? Find(IEnumerable<string> candidates) => candidates.FirstOrDefault(File.Exists);
}
