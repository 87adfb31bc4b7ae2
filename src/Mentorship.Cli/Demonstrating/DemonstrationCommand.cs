using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Mentorship.UseCases;
using Mentorship.UseCases.Demonstrating;

namespace Mentorship.Cli.Demonstrating;

/// <summary><c>demo --data FOLDER [--today 2026-11-21]</c>: builds the demonstration into an empty folder and prints what it holds.</summary>
public static class DemonstrationCommand
{
    private const string Usage = "Напишите так: mentorship demo --data ПАПКА, где папка новая или пустая.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        string? folder = null;
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        for (int i = 0; i + 1 < args.Length; i += 2)
            if (args[i] == "--data") folder = args[i + 1];
            else if (args[i] != "--today" || !DateOnly.TryParseExact(args[i + 1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out today)) return await RefuseAsync(errors, Usage);
        if (folder is null || args.Length % 2 != 0) return await RefuseAsync(errors, Usage);
        Outcome<DemonstrationSummary> built = await BuildDemonstration.RunAsync(folder, today, null, CancellationToken.None);
        if (built.Refusal is { } no) return await RefuseAsync(errors, no.Text);
        await output.WriteLineAsync(JsonSerializer.Serialize(built.Value, Json));
        return 0;
    }

    private static async Task<int> RefuseAsync(TextWriter errors, string text)
    {
        await errors.WriteLineAsync(text);
        return 2;
    }
}
