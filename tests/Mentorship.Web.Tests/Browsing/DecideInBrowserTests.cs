using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Tests.Deciding;
using Mentorship.Web.Tests.Pages.Decide;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>The page behind a mail link, by thumb and without scripts.</summary>
public sealed class DecideInBrowserTests
{
    [Fact]
    public async Task Task_OnAPhoneWithoutScripts_IsDoneInTwoTaps()
    {
        await using Browser browser = await Browser.Start();
        await using Site site = Serve();
        (Errand errand, string token) = await DecideTests.WithTaskAsync(site);
        IPage page = await browser.Open(site.ClientOptions.BaseAddress, 390, script: false);

        await page.GotoAsync($"/d/{token}");
        await ShellInBrowserTests.Keep(page, "decide-do-390");
        await page.GetByRole(AriaRole.Button, new() { Name = "Выполнено", Exact = true }).TapAsync();
        await page.GetByText("Приложите, чем это подтверждается").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "подтверждения нет" }).TapAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Решение записано" }).WaitForAsync();
        await ShellInBrowserTests.Keep(page, "decide-done-390");
        await using MentorshipDb db = errand.Open();
        Assert.True((await db.WorkItems.Include(w => w.Evidence).SingleAsync()).IsUnproved);
    }

    [Fact]
    public async Task Order_OnAPhoneWithoutScripts_IsReturnedInThreeTapsByAReasonChip()
    {
        await using Browser browser = await Browser.Start();
        await using Site site = Serve();
        (Errand errand, string token, Guid order) = await WithOrderAsync(site);
        IPage page = await browser.Open(site.ClientOptions.BaseAddress, 390, script: false);

        await page.GotoAsync($"/d/{token}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Вернуть…" }).TapAsync();
        await ShellInBrowserTests.Keep(page, "decide-return-390");
        await page.GetByRole(AriaRole.Radio, new() { Name = "не тот срок" }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Вернуть", Exact = true }).TapAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Решение записано" }).WaitForAsync();
        await using MentorshipDb db = errand.Open();
        Assert.Equal((DocumentStatus.Returned, "не тот срок"), await db.Documents.Where(d => d.Id == order).Select(d => ValueTuple.Create(d.Status, d.ReturnReason!)).SingleAsync());
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(360, false)]
    public async Task Order_InEveryLook_IsAccessibleAndFits(int width, bool dark)
    {
        await using Browser browser = await Browser.Start();
        await using Site site = Serve();
        (_, string token, _) = await WithOrderAsync(site);
        IPage page = await browser.Open(site.ClientOptions.BaseAddress, width, dark: dark);

        await page.GotoAsync($"/d/{token}");

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await ShellInBrowserTests.Keep(page, $"decide-concur-{width}-{(dark ? "dark" : "light")}");
        Assert.Empty(await Axe.FaultsAsync(page, page.Url));
    }

    private static async Task<(Errand Errand, string Token, Guid Order)> WithOrderAsync(Site site)
    {
        FirstPerson first = await site.Create();
        Errand errand = new(site.Services, first.InstitutionId);
        Guid accountant = await errand.PersonAsync("Токарь", Roles.Accountant, "2580");
        Document order = await errand.OrderAsync(DocumentKind.Incentive, first.PersonId, [], Errand.Text("Объявить благодарность за высокие результаты наставнической деятельности в 2025/26 учебном году.", "Контроль за исполнением приказа возложить на заместителя директора."));
        return (errand, await errand.TokenAsync(accountant), order.Id);
    }

    private static Site Serve()
    {
        Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        return site;
    }
}
