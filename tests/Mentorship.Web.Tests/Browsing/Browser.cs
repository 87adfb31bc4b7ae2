using Mentorship.Shared;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>Pages in a Chromium without a window, closed with their test; the test is skipped where there is none.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const float Patience = 20_000;
    private readonly IBrowser _chromium;
    private readonly List<IBrowserContext> _profiles = [];

    private Browser(IBrowser chromium) => _chromium = chromium;

    public static async Task<Browser> Start()
    {
        Requirement.Chromium();
        // A machine may be busy: what comes at all is waited for, what does not come still fails.
        Assertions.SetDefaultExpectTimeout(Patience);
        return new Browser(await Running.ChromiumAsync());
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
        _profiles.Add(profile);
        profile.SetDefaultTimeout(3 * Patience);
        return await profile.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IBrowserContext profile in _profiles) await profile.CloseAsync();
    }
}
