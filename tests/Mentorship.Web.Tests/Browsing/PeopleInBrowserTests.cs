using Mentorship.Domain.People;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.People;
using Mentorship.Web.Tests.Pages.People;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>The ways in and the pages about people, in a real browser: accessible, and nothing scrolls sideways.</summary>
public sealed class PeopleInBrowserTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Pages_AboutPeople_AreAccessibleAndFit(int width)
    {
        await using Browser browser = await Browser.Start();
        await using Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        IPage page = await browser.Open(site.ClientOptions.BaseAddress, width, width == 390 ? 844 : 800);
        await Look(page, "/start", $"start-{width}");
        FirstPerson first = await site.Create();
        await Look(page, "/sign-in", $"sign-in-{width}");
        await page.GetByLabel("Электронная почта").FillAsync("curator@example.org");
        await page.GetByLabel("Пароль").FillAsync(Site.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await page.ArriveAsync("/today$");
        await Look(page, "/people", $"people-alone-{width}");
        Guid id = await Populate(site, first);
        Guid body = (await site.Get<SaveBody>().RunAsync(Site.Curator(first), null, null, new BodyCard("Рабочая группа по наставничеству", Roles.WorkingGroup, first.PersonId, [id], false), CancellationToken.None)).Value;
        Invited invited = (await site.Get<InvitePerson>().RunAsync(Site.Curator(first), id, CancellationToken.None)).Value!;

        foreach ((string path, string name) in new[]
        {
            ("/people", "people"), ("/people?q=zzz", "people-nobody"), ("/people/new", "person-new"), ($"/people/{id}", "person"), ("/people/bodies", "bodies"), ($"/people/bodies/{body}", "body"),
            ("/me", "me"), (new Uri(invited.ByHand!).AbsolutePath, "join"), ("/join/nothing", "join-void"),
        })
            await Look(page, path, $"{name}-{width}");
    }

    private static async Task<Guid> Populate(Site site, FirstPerson first)
    {
        Guid last = Guid.Empty;
        foreach ((string surname, string role) in new[] { ("Лебедева", Roles.Director), ("Крылова-Воскресенская", Roles.Secretary), ("Юсупова", Roles.Mentor) })
            last = await StaffTests.Add(site, first, surname, $"{Guid.CreateVersion7():N}@example.org", new RoleTerm(role), new RoleTerm("institution:педагог-психолог"));
        return last;
    }

    private static async Task Look(IPage page, string path, string name)
    {
        await page.GotoAsync(path);
        Assert.Empty(await Axe.FaultsAsync(page, path));
        Assert.Equal($"{path} {page.ViewportSize!.Width}", $"{path} {await page.EvaluateAsync<int>("document.documentElement.scrollWidth")}");
        if (Environment.GetEnvironmentVariable("MENTORSHIP_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
