using Mentorship.Domain.People;
using Mentorship.UseCases;
using Mentorship.UseCases.Importing;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Tests.Deciding;
using Mentorship.Web.Tests.Pages.Import;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>The pages of a working year as its curator and director sees them, on a desk and on the narrowest phone.</summary>
public sealed class PagesAreAccessibleTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Pages_OfARunningRoadmap_FitAndAreAccessible(int width)
    {
        await using Browser browser = await Browser.Start();
        await using Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        FirstPerson first = await site.Create(roles: [Roles.Curator, Roles.Director]);
        Actor curator = Site.Curator(first);
        Guid running = await site.Run(first);
        Guid accepted = await site.Run(first, "002_school.docx", 2030, start: false);
        Guid import = (await site.Get<UploadRoadmap>().RunAsync(curator, "004_college.docx", SeedFiles.Bytes("004_college.docx"), null, null, default)).Value;
        Guid held = await new Errand(site.Services, first.InstitutionId).StartAsync("Закупка оборудования для кабинета наставничества", steps =>
        {
            steps.Add("Mentorship.Approval", "held", "Согласовать перечень").Text("approver", $"person:{first.PersonId}");
            steps.Add("Mentorship.Approval", "unheld", "Проверить смету").Text("approver", "role:accountant");
        });
        IPage page = await EnterAsync(browser, site, width);
        List<string> found = [];
        foreach ((string name, string path) in new[]
        {
            ("today", "/today"), ("roadmap", $"/roadmap/{running}"), ("scheme", $"/roadmap/{running}/scheme"), ("item", $"/roadmap/{running}/item/s1-i1"),
            ("roadmap-accepted", $"/roadmap/{accepted}"), ("approval", $"/roadmap/{accepted}/approval"), ("uploads", "/import"), ("reading", $"/import/{import}"), ("reading-edit", $"/import/{import}?edit=0-0"),
            ("inbox", "/inbox"), ("documents", "/documents"), ("reminders", "/reminders"), ("calendar", "/calendar"), ("templates", "/templates"), ("template", "/templates/new"), ("by-template", "/documents/by/order-regulation"), ("pairs", "/pairs"), ("people", "/people"), ("mail", "/mail"), ("case", $"/case/{held}"), ("case-step", $"/case/{held}?step=held%231"),
        })
            found.AddRange(await LookAsync(page, path, $"{name}-{width}"));

        Assert.Empty(found);
    }

    /// <returns>What is wrong with the page, one line each.</returns>
    private static async Task<List<string>> LookAsync(IPage page, string path, string name)
    {
        IResponse answer = (await page.GotoAsync(path))!;
        Assert.True(answer.Ok, $"{path} answered {answer.Status}");
        await ShellInBrowserTests.Keep(page, name);
        List<string> found = await Axe.FaultsAsync(page, path);
        int inner = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (inner > page.ViewportSize!.Width) found.Add($"{path} is {inner} wide");
        return found;
    }

    private static async Task<IPage> EnterAsync(Browser browser, Site site, int width)
    {
        IPage page = await browser.Open(site.ClientOptions.BaseAddress, width);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Электронная почта").FillAsync("curator@example.org");
        await page.GetByLabel("Пароль").FillAsync(Site.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await page.ArriveAsync("/today$");
        return page;
    }
}
