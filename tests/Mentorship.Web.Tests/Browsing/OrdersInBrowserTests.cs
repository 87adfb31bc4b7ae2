using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>Inbox, documents and pairs by thumb, by keyboard and by eye of the accessibility rules.</summary>
public sealed class OrdersInBrowserTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Pages_OnADeskAndOnAPhone_FitAndAreAccessible(int width)
    {
        await using Browser browser = await Browser.Start();
        await using Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        School school = await School.CreateAsync(site);
        (Guid document, Guid work) = await school.WaitingAsync();
        await school.WaitingAsync(3000);
        IPage page = await EnterAsync(browser, site, width);
        foreach ((string name, string path) in new[]
        {
            ("inbox", "/inbox"), ("inbox-item", $"/inbox?item={work}"), ("inbox-sign", $"/inbox/sign?item={work}"), ("documents", "/documents"), ("document", $"/documents/{document}"),
            ("order-new", "/documents/new/order-incentive"), ("books", "/documents/books"), ("pairs", "/pairs"), ("pair-new", "/pairs/new"),
        })
        {
            await page.GotoAsync(path);
            await KeepAsync(page, $"{name}-{width}");
            Assert.Empty(await Axe.FaultsAsync(page, path));
            Assert.True(width >= await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), $"{path} scrolls sideways");
        }
    }

    [Fact]
    public async Task Keys_InTheInbox_MoveAndSign()
    {
        await using Browser browser = await Browser.Start();
        await using Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        School school = await School.CreateAsync(site);
        await school.WaitingAsync();
        await school.WaitingAsync(3000);
        IPage page = await EnterAsync(browser, site, 1280);
        await page.GotoAsync("/inbox");
        string? first = await page.Locator(".row.on a").GetAttributeAsync("href");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".row.on a")).Not.ToHaveAttributeAsync("href", first!);
        await page.Keyboard.PressAsync("s");
        Assert.Equal("Form.Pin", await page.Locator(":focus").GetAttributeAsync("name"));
        await page.Keyboard.TypeAsync(School.Pin);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("[data-seconds]")).ToHaveCountAsync(1);
        await KeepAsync(page, "inbox-pending");
        // The next order has come when the keyboard is no longer in the PIN of the last one.
        await Assertions.Expect(page.Locator("input:focus")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator("details[data-key=r][open]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task APin_TypedBeforeTheNextOrderHasCome_StaysTyped()
    {
        await using Browser browser = await Browser.Start();
        await using Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        School school = await School.CreateAsync(site);
        await school.WaitingAsync();
        await school.WaitingAsync(3000);
        IPage page = await EnterAsync(browser, site, 1280);
        await page.GotoAsync("/inbox");
        ILocator next = page.Locator(".row:not(.on) a"), pin = page.Locator("input[name='Form.Pin']");
        string path = (await next.GetAttributeAsync("href"))!;
        TaskCompletionSource come = new();
        await page.RouteAsync("**" + path, async route =>
        {
            await come.Task;
            await route.ContinueAsync();
        });

        await next.ClickAsync();
        await pin.FillAsync(School.Pin);
        come.SetResult();

        await Assertions.Expect(page.Locator(".row.on a")).ToHaveAttributeAsync("href", path);
        await Assertions.Expect(page.Locator("input[name='Form.WorkItem']")).ToHaveValueAsync(path.Split('=')[1]);
        Assert.Equal(School.Pin, await pin.InputValueAsync());
        await page.ClickAsync("button[value=Signed]");
        await Assertions.Expect(page.Locator("[data-seconds]")).ToHaveCountAsync(1);
    }

    internal static async Task<IPage> EnterAsync(Browser browser, Site site, int width)
    {
        IPage page = await browser.Open(site.ClientOptions.BaseAddress, width);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[name='Form.Email']", School.Email);
        await page.FillAsync("input[name='Form.Password']", Site.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/today$");
        return page;
    }

    /// <summary>Pictures for the eye, where a folder for them is named.</summary>
    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MENTORSHIP_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
