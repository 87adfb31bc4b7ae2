using Mentorship.Bench.Starting;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.UseCases;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Installing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mentorship.Bench.Designer;

/// <summary>The product as a process of its own, with one school, its curator, and a process of 300 steps in «Конструктор».</summary>
internal sealed class DesignerHouse : IAsyncDisposable
{
    private const string Email = "bench@example.org", Password = "четыре слова подряд";
    private readonly string _folder;
    private readonly WebProcess _web;
    private readonly Guid _process;

    private DesignerHouse(string folder, WebProcess web, Guid process) => (_folder, _web, _process) = (folder, web, process);

    public Uri Address => _web.Address;

    /// <summary>The address of the process, in one of its views.</summary>
    public string Path(string view) => $"/designer/{_process}?view={view}";

    public static async Task<DesignerHouse> CreateAsync()
    {
        string folder = Directory.CreateTempSubdirectory("mentorship-designer-").FullName;
        Guid process = await FillAsync(folder);
        return new DesignerHouse(folder, await WebProcess.StartAsync(folder), process);
    }

    public static async Task EnterAsync(IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Электронная почта").FillAsync(Email);
        await page.GetByLabel("Пароль").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await page.WaitForURLAsync("**/today", new() { WaitUntil = WaitUntilState.Commit });
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Guid> FillAsync(string folder)
    {
        ServiceCollection services = new();
        services.AddLogging().AddMentorship(new MentorshipSettings { DataFolder = folder });
        await using ServiceProvider verbs = services.BuildServiceProvider();
        await verbs.GetRequiredService<PrepareStorage>().RunAsync(CancellationToken.None);
        FirstPerson first = (await verbs.GetRequiredService<CreateInstitution>().RunAsync(
            new NewInstitution("Школа", "Школа", InstitutionKind.School, "Город", "Иванова", "Анна", "Петровна", Gender.Female, Email, Password) { Roles = [Roles.Curator] }, CancellationToken.None)).Value!;
        Actor curator = new(first.InstitutionId, first.PersonId, new HashSet<string> { Roles.Curator, Roles.Administrator });
        return (await verbs.GetRequiredService<StartProcess>().ImportAsync(curator, DefinitionWriter.Write(Field.Definition()), null, CancellationToken.None)).Value!.ProcessId;
    }
}
