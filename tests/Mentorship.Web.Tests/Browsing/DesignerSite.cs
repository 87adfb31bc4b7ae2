using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>An institution of its own with a curator at «Конструктор», in a real browser; the product around it is shared.</summary>
public abstract class DesignerSite : IAsyncLifetime
{
    private Browser _browser = null!;

    /// <summary>With which the curator signs in.</summary>
    private protected string Email { get; } = Running.Email();

    private protected static Site Site => Running.Site;
    private protected FirstPerson First { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.Start();
        First = await Site.Create(Email, roles: [Roles.Curator, Roles.Director, Roles.Deputy]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser of its own, signed in.</summary>
    private protected async Task<IPage> EnterAsync(int width = 1280, bool dark = false, Uri? address = null)
    {
        IPage page = await _browser.Open(address ?? Site.ClientOptions.BaseAddress, width, 900, dark);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Электронная почта").FillAsync(Email);
        await page.GetByLabel("Пароль").FillAsync(Site.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await page.ArriveAsync("/today$");
        return page;
    }

    private protected static async Task OpenAsync(IPage page, string process, string? view = null)
    {
        await page.GotoAsync("/designer");
        await page.GetByRole(AriaRole.Link, new() { Name = process, Exact = true }).ClickAsync();
        await page.Locator(".designer[data-ready]").WaitForAsync();
        if (view is not null)
        {
            await page.GotoAsync($"{page.Url}?view={view}");
            await page.Locator(".designer[data-ready]").WaitForAsync();
            // Its keys come with a module of its own.
            if (view == "table") await page.Locator(".table-view[data-ready]").WaitForAsync();
        }
        else
        {
            await page.Locator(".diagram[data-ready], .outline").First.WaitForAsync();
        }
    }

    private protected Task<ProcessSheet> SheetAsync(string key) => SheetAsync(line => line.Key == key);

    private protected async Task<ProcessSheet> SheetAsync(Func<ProcessLine, bool> wanted)
    {
        ProcessLine line = (await Site.Get<LookAtProcesses>().RunAsync(Site.Curator(First), default)).Value!.Single(wanted);
        return (await Site.Get<LookAtProcess>().RunAsync(Site.Curator(First), line.Id, default)).Value!;
    }

    /// <summary>Starts a published process by its button, as a person does.</summary>
    private protected static async Task<Guid> StartAsync(IPage page, string process)
    {
        await page.GotoAsync("/designer");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Запустить «{process}»" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Запустить", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Где дело сейчас" }).WaitForAsync();
        return Guid.Parse(new Uri(page.Url).Segments[^1]);
    }

    private protected async Task<bool> IsOpenAsync(Guid run, string step)
    {
        await using MentorshipDb db = new Errand(Site.Services, First.InstitutionId).Open();
        return await db.WorkItems.AnyAsync(w => w.CaseId == run && w.Title == step && w.Status == WorkStatus.Open);
    }

    /// <summary>The curator answers an open task of a case.</summary>
    private protected async Task AnswerAsync(Guid run, string step, string outcome)
    {
        await using MentorshipDb db = new Errand(Site.Services, First.InstitutionId).Open();
        WorkItem task = await db.WorkItems.AsNoTracking().SingleAsync(w => w.CaseId == run && w.Title == step && w.Status == WorkStatus.Open);
        Answer answer = new(outcome) { Comment = outcome == "Returned" ? "не тот срок" : null, Evidence = new EvidenceGiven { Unproved = true } };
        Outcome<DecisionReceipt> decided = await Site.Get<DecideWorkItem>().RunAsync(Site.Curator(First), task.Id, answer, default);
        Assert.True(decided.Succeeded, $"{step}: {decided.Refusal?.Text}");
    }

    /// <summary>Keeps a picture, and notes what is not accessible or wider than the window.</summary>
    private protected static async Task LookAsync(IPage page, string name, List<string> found)
    {
        await ShellInBrowserTests.Keep(page, $"{name}-{page.ViewportSize!.Width}-{await page.EvaluateAsync<string>("matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'")}");
        found.AddRange(await Axe.FaultsAsync(page, name));
        int inner = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (inner > page.ViewportSize!.Width) found.Add($"{name} is {inner} wide");
    }
}
