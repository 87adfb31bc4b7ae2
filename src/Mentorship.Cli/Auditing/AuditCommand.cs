using System.Text.Json;
using System.Text.Json.Serialization;
using Mentorship.UseCases;
using Mentorship.UseCases.Auditing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Cli.Auditing;

/// <summary><c>audit --data FOLDER</c>: is the event journal of an installation whole?</summary>
public static class AuditCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not ["--data", { Length: > 0 } folder])
        {
            await errors.WriteLineAsync("Пишите так: audit --data ПАПКА");
            return 2;
        }
        if (!File.Exists(Path.Combine(folder, "mentorship.db")))
        {
            await errors.WriteLineAsync($"В папке «{folder}» нет файла mentorship.db. Укажите папку с данными.");
            return 2;
        }
        ServiceCollection services = new();
        services.AddLogging();
        services.AddMentorship(new MentorshipSettings { DataFolder = folder });
        await using ServiceProvider provider = services.BuildServiceProvider();
        AuditReport report = await provider.GetRequiredService<CheckAudit>().RunAsync(CancellationToken.None);
        await output.WriteLineAsync(JsonSerializer.Serialize(report, Json));
        return report.Whole ? 0 : 1;
    }
}
