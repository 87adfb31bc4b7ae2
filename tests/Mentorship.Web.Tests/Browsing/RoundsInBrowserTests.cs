using Mentorship.Domain.Documents;
using Mentorship.Web.Tests.Pages.Documents;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>What changed in a document that came back, on a desk and on a phone.</summary>
public sealed class RoundsInBrowserTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Pages_ThatShowWhatChanged_FitAndAreAccessible(int width)
    {
        await using Browser browser = await Browser.Start();
        await using Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        Rounds rounds = await Rounds.TypedAsync(site);
        Document order = await rounds.OrderAsync();
        Guid work = (await rounds.WaitingAsync()).Id;
        IPage page = await OrdersInBrowserTests.EnterAsync(browser, site, width);
        foreach ((string name, string path) in new[]
        {
            ("round-inbox", $"/inbox?item={work}"), ("round-task", $"/task/{work}"), ("round-link", "/d/" + await rounds.Errand.TokenAsync(rounds.School.First.PersonId)),
            ("round-case", $"/case/{order.CaseId}"), ("round-document", $"/documents/{order.Id}"), ("round-changes", $"/documents/{order.Id}/versions/{order.CurrentVersionId}/changes"),
        })
        {
            await page.GotoAsync(path);
            await ShellInBrowserTests.Keep(page, $"{name}-{width}");
            Assert.Empty(await Axe.FaultsAsync(page, path));
            Assert.True(width >= await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), $"{path} scrolls sideways");
        }
    }
}
