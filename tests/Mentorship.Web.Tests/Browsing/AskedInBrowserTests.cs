using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Tests.Deciding;
using Mentorship.Web.Tests.Pages.Answers;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>Surveys and consents: accessible, nothing scrolls sideways, answered by thumb without scripts.</summary>
public sealed class AskedInBrowserTests
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(360, true)]
    public async Task Pages_InEveryLook_AreAccessibleAndFit(int width, bool dark)
    {
        await using Browser browser = await Browser.Start();
        await using Site site = Serve();
        FirstPerson first = await site.Create();
        Errand errand = new(site.Services, first.InstitutionId);
        Guid survey = await AskedPagesTests.StartAsync(errand, "Mentorship.Survey", AskedPagesTests.Form, first.PersonId);
        string surveyLink = await errand.TokenAsync(first.PersonId);
        Guid task = (await errand.WorkOfAsync(first.PersonId)).Id;
        Guid person = await errand.PersonAsync("Токарь", pin: "2468");
        Guid consents = await AskedPagesTests.StartAsync(errand, "Mentorship.Consents", AskedPagesTests.Consent, person);
        string consentLink = await errand.TokenAsync(person);
        Guid consent = (await errand.WorkOfAsync(person)).Id;
        IPage page = await browser.Open(site.ClientOptions.BaseAddress, width, dark: dark);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("почт").FillAsync("curator@example.org");
        await page.GetByLabel("Пароль").FillAsync(Site.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/today$");

        foreach ((string name, string path) in new[]
        {
            ("survey-link", $"/d/{surveyLink}"), ("consent-link", $"/d/{consentLink}"), ("survey-task", $"/task/{task}"), ("consent-task", $"/task/{consent}"),
            ("survey-inbox", $"/inbox?item={task}"), ("survey-answers", $"/answers/{survey}/asked"), ("consent-answers", $"/answers/{consents}/asked"),
        })
        {
            await page.GotoAsync(path);
            await ShellInBrowserTests.Keep(page, $"{name}-{width}-{(dark ? "dark" : "light")}");
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Empty(await Axe.FaultsAsync(page, path));
        }
    }

    [Fact]
    public async Task Survey_OnAPhoneWithoutScripts_IsAnsweredByThumb()
    {
        await using Browser browser = await Browser.Start();
        await using Site site = Serve();
        (_, string token, _) = await AskedPagesTests.AskAsync(site, "Mentorship.Survey", AskedPagesTests.Form);
        IPage page = await browser.Open(site.ClientOptions.BaseAddress, 390, script: false);

        await page.GotoAsync($"/d/{token}");
        await page.GetByRole(AriaRole.Radio, new() { Name = "4" }).TapAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "да" }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить ответы" }).TapAsync();

        await page.GetByText("Анкета заполнена").WaitForAsync();
    }

    private static Site Serve()
    {
        Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        return site;
    }
}
