using System.Diagnostics;
using System.Text.RegularExpressions;
using Mentorship.Shared;

namespace Mentorship.Office.Tests.Writing;

/// <summary>An office file turned into pages by LibreOffice, as a reader would print it.</summary>
internal sealed partial class Printed : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mentorship-print-");

    /// <summary>Converts the file, or skips the test where LibreOffice is missing.</summary>
    public Printed(byte[] bytes, string extension)
    {
        string office = Requirement.LibreOffice();
        string source = Path.Combine(_folder.FullName, "file." + extension);
        File.WriteAllBytes(source, bytes);
        Run(office, $"-env:UserInstallation=file://{_folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder.FullName, source);
        string pdf = Path.Combine(_folder.FullName, "file.pdf");
        Pages = int.Parse(PageCount().Match(Run("pdfinfo", pdf)).Groups[1].Value);
        Text = Run("pdftotext", "-layout", pdf, "-").Replace('\u00A0', ' ');
    }

    public int Pages { get; }
    public string Text { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
    }

    [GeneratedRegex(@"Pages:\s+(\d+)")] private static partial Regex PageCount();
}
