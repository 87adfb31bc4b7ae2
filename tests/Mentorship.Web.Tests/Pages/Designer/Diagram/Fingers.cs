using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Pages.Designer.Diagram;

/// <summary>Fingers on a screen.</summary>
public sealed class Fingers : IAsyncDisposable
{
    private const int Steps = 8;
    private readonly ICDPSession _screen;

    private Fingers(ICDPSession screen) => _screen = screen;

    public static async Task<Fingers> On(IPage page)
    {
        ICDPSession screen = await page.Context.NewCDPSessionAsync(page);
        await screen.SendAsync("Emulation.setTouchEmulationEnabled", new Dictionary<string, object> { ["enabled"] = true, ["maxTouchPoints"] = 2 });
        return new Fingers(screen);
    }

    /// <summary>One finger or two, from where to where.</summary>
    public async Task Move((float X, float Y)[] from, (float X, float Y)[] to)
    {
        await Send("touchStart", from);
        for (int i = 1; i <= Steps; i++)
        {
            float share = i / (float)Steps;
            await Send("touchMove", [.. from.Zip(to, (a, b) => (a.X + (b.X - a.X) * share, a.Y + (b.Y - a.Y) * share))]);
            await Task.Delay(20);
        }
        await Send("touchEnd", []);
    }

    public async Task Hold((float X, float Y) at)
    {
        await Send("touchStart", [at]);
        await Task.Delay(700);
        await Send("touchEnd", []);
    }

    public async ValueTask DisposeAsync() => await _screen.DetachAsync();

    private Task Send(string type, (float X, float Y)[] points) => _screen.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
    {
        ["type"] = type,
        ["touchPoints"] = points.Select((point, id) => new Dictionary<string, object> { ["x"] = point.X, ["y"] = point.Y, ["id"] = id }).ToArray(),
    });
}
