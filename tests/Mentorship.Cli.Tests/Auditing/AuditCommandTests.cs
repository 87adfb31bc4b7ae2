using System.Text.Json;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.UseCases;
using Mentorship.UseCases.Installing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Cli.Tests.Auditing;

public sealed class AuditCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-").FullName;

    [Fact]
    public async Task Audit_OfAWholeInstallation_SaysSoInJson()
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddMentorship(new MentorshipSettings { DataFolder = _folder });
        await using (ServiceProvider installation = services.BuildServiceProvider())
        {
            await installation.GetRequiredService<PrepareStorage>().RunAsync(default);
            Assert.True((await installation.GetRequiredService<CreateInstitution>().RunAsync(new NewInstitution("Школа", "Школа", InstitutionKind.School, null, "Иванова", "Анна", null, Gender.Female,
                "first@example.org", "четыре слова подряд"), default)).Succeeded);
        }
        (int code, string output, string errors) = await RunAsync("--data", _folder);
        JsonElement report = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, "", true, 1), (code, errors, report.GetProperty("whole").GetBoolean(), report.GetProperty("streams").GetInt32()));
        Assert.Equal(0, report.GetProperty("faults").GetArrayLength());
    }

    [Fact]
    public async Task Audit_OfAFolderWithoutData_NamesTheFolderAndMakesNothing()
    {
        (int code, string output, string errors) = await RunAsync("--data", _folder);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(_folder, errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), errors = new();
        return (await Commands.RunAsync(["audit", .. args], output, errors), output.ToString(), errors.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
