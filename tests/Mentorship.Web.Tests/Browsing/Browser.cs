using Mentorship.Shared;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>A Chromium without a window, closed with its test; the test is skipped where there is none.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const float Patience = 20_000;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _chromium;

    private Browser(IPlaywright playwright, IBrowser chromium) => (_playwright, _chromium) = (playwright, chromium);

    public static async Task<Browser> Start()
    {
        string path = Requirement.Chromium();
        // A machine may be busy: what comes at all is waited for, what does not come still fails.
        Assertions.SetDefaultExpectTimeout(Patience);
        IPlaywright playwright = await Playwright.CreateAsync();
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Headless = true,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        }));
    }

    /// <summary>A page of its own profile. A width up to 500 is a phone: touch and a coarse pointer.</summary>
    public async Task<IPage> Open(Uri address, int width = 1280, int height = 800, bool dark = false, bool script = true)
    {
        IBrowserContext profile = await _chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            HasTouch = width <= 500,
            IsMobile = width <= 500,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            Locale = "ru-RU",
        });
        profile.SetDefaultTimeout(3 * Patience);
        return await profile.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }
}
