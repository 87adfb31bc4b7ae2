using Mentorship.Web.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Running))]

namespace Mentorship.Web.Tests;

/// <summary>
/// What tests share while they run: one browser, and one product in which each test has an institution of its own. Both come with the first
/// that asks and go with the last.
/// </summary>
public sealed class Running : IAsyncDisposable
{
    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Chromium)>> Browsing = new(LaunchAsync);
    private static readonly Lazy<Site> Serving = new(Serve);
    private static int _people;

    /// <summary>The running product. What is asked of it is asked in the name of an institution.</summary>
    public static Site Site => Serving.Value;

    public static async Task<IBrowser> ChromiumAsync() => (await Browsing.Value).Chromium;

    /// <summary>An address that nobody else signs in with.</summary>
    public static string Email() => $"curator{Interlocked.Increment(ref _people)}@example.org";

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Serving.IsValueCreated) await Site.DisposeAsync();
        if (!Browsing.IsValueCreated) return;
        (IPlaywright driver, IBrowser chromium) = await Browsing.Value;
        await chromium.DisposeAsync();
        driver.Dispose();
    }

    private static Site Serve()
    {
        Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        return site;
    }

    private static async Task<(IPlaywright, IBrowser)> LaunchAsync()
    {
        IPlaywright driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Mentorship.Shared.Requirement.Chromium(),
            Headless = true,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        }));
    }
}
