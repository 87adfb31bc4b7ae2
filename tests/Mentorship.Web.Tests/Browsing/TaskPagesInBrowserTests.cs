using Mentorship.Domain.Documents;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>Сегодня, the page of a task and Исходящая почта: accessible, and nothing scrolls sideways.</summary>
public sealed class TaskPagesInBrowserTests
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, false)]
    [InlineData(360, true)]
    public async Task Pages_InEveryLook_AreAccessibleAndFit(int width, bool dark)
    {
        await using Browser browser = await Browser.Start();
        await using Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        FirstPerson first = await site.Create();
        Errand errand = new(site.Services, first.InstitutionId);
        await errand.TaskAsync(first.PersonId, "Подготовить и провести установочный семинар для наставников и наставляемых, ознакомить с положением", mayFail: true);
        await errand.TaskAsync(await errand.PersonAsync("Токарь"));
        await errand.PersonAsync("Лебедева", Roles.Director);
        await errand.OrderAsync(DocumentKind.RoadmapApproval, first.PersonId, []);
        Guid task = (await errand.WorkOfAsync(first.PersonId)).Id;
        await errand.FilledTaskAsync(first.PersonId, first.PersonId);
        Guid filled = (await errand.WorkOfAsync(first.PersonId)).Id;
        await using MentorshipDb db = errand.Open();
        Guid mail = await db.Mails.Select(m => m.Id).FirstAsync();
        IPage page = await browser.Open(site.ClientOptions.BaseAddress, width, dark: dark);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("почт").FillAsync("curator@example.org");
        await page.GetByLabel("Пароль").FillAsync(Site.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/today$");

        foreach ((string name, string path) in new[] { ("today", "/today"), ("task", $"/task/{task}"), ("task-filled", $"/task/{filled}"), ("mails", "/mail"), ("mail", $"/mail/{mail}") })
        {
            await page.GotoAsync(path);
            await ShellInBrowserTests.Keep(page, $"{name}-{width}-{(dark ? "dark" : "light")}");
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Empty(await Axe.FaultsAsync(page, path));
        }
    }
}
