using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>The frame in a real browser, by eye of the accessibility rules and by thumb.</summary>
public sealed class ShellInBrowserTests
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task Shell_InEveryLook_IsAccessibleAndFits(int width, bool dark)
    {
        await using Browser browser = await Browser.Start();
        await using WebHost host = Serve();
        IPage page = await browser.Open(host.ClientOptions.BaseAddress, width, dark: dark);
        List<string> refused = [];
        page.Console += (_, message) => { if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) refused.Add(message.Text); };

        await page.GotoAsync("/nothing-here");

        Assert.Empty(await Axe.FaultsAsync(page, page.Url));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(refused);
        await Keep(page, $"shell-{width}-{(dark ? "dark" : "light")}");
    }

    [Fact]
    public async Task More_OnAPhoneWithoutScripts_OpensTheOtherEntries()
    {
        await using Browser browser = await Browser.Start();
        await using WebHost host = Serve();
        IPage page = await browser.Open(host.ClientOptions.BaseAddress, 360, script: false);
        await page.GotoAsync("/nothing-here");
        ILocator people = page.Locator(".dock a[href='/people']");
        Assert.False(await people.IsVisibleAsync());

        await page.Locator(".dock summary").TapAsync();

        Assert.True(await people.IsVisibleAsync());
        Assert.True((await people.BoundingBoxAsync())!.Height >= 44);
        await Keep(page, "shell-360-more");
    }

    [Fact]
    public async Task SkipLink_WithTheKeyboard_ComesFirstAndReachesTheContent()
    {
        await using Browser browser = await Browser.Start();
        await using WebHost host = Serve();
        IPage page = await browser.Open(host.ClientOptions.BaseAddress, script: false);
        await page.GotoAsync("/nothing-here?page=2");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Перейти к содержанию", await page.Locator(":focus").InnerTextAsync());
        await page.Keyboard.PressAsync("Enter");

        Assert.EndsWith("/nothing-here?page=2#main", page.Url, StringComparison.Ordinal);
        Assert.Equal("main", await page.Locator(":focus").GetAttributeAsync("id"));
    }

    [Fact]
    public async Task Reconnect_WhileConnected_IsOutOfSightAndSpeaksWhenLost()
    {
        await using Browser browser = await Browser.Start();
        await using WebHost host = Serve();
        IPage page = await browser.Open(host.ClientOptions.BaseAddress, 360);
        await page.GotoAsync("/nothing-here");
        ILocator reload = page.Locator("#components-reconnect-modal a");
        Assert.False(await page.Locator("#components-reconnect-modal").IsVisibleAsync());

        await page.EvaluateAsync("document.getElementById('components-reconnect-modal').className = 'reconnect components-reconnect-show'");
        Assert.True(await page.GetByText("Связь прервалась.").IsVisibleAsync());
        Assert.False(await reload.IsVisibleAsync());
        await page.EvaluateAsync("document.getElementById('components-reconnect-modal').className = 'reconnect components-reconnect-failed'");

        Assert.True(await reload.IsVisibleAsync());
        Assert.False(await page.GetByText("Связь прервалась.").IsVisibleAsync());
        await Keep(page, "shell-360-lost");
    }

    [Fact]
    public async Task Shell_OnPaper_LeavesOutTheMenu()
    {
        await using Browser browser = await Browser.Start();
        await using WebHost host = Serve();
        IPage page = await browser.Open(host.ClientOptions.BaseAddress);
        await page.GotoAsync("/nothing-here");

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.False(await page.Locator(".rail").IsVisibleAsync());
        Assert.False(await page.Locator(".demo").IsVisibleAsync());
        Assert.True(await page.Locator("h1").IsVisibleAsync());
    }

    private static WebHost Serve()
    {
        WebHost host = new(WebHost.Director);
        host.UseKestrel(0);
        host.StartServer();
        return host;
    }

    /// <summary>A picture for the eye, where <c>MENTORSHIP_SHOTS</c> names a folder for them.</summary>
    internal static async Task Keep(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MENTORSHIP_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }
}
