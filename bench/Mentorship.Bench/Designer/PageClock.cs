using Microsoft.Playwright;

namespace Mentorship.Bench.Designer;

/// <summary>What a page says about its time: frames, and the answers of the server to gestures.</summary>
internal static class PageClock
{
    public const double LimitFrame = 1000 / 60d;

    /// <summary>Tells the time between frames, the time that scripts take of each, and when an answer of the server to a call came.</summary>
    private const string Watch = """
        window.frames300 = { intervals: [], work: [], on: false };
        const ask = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = act => ask(at => { const from = performance.now(); act(at); if (frames300.on) frames300.work.push(performance.now() - from); });
        let last = 0;
        ask(function tick(at) { if (frames300.on && last) frames300.intervals.push(at - last); last = at; ask(tick); });
        window.answers300 = [];
        window.WebSocket = class extends WebSocket {
          constructor(...given) {
            super(...given);
            this.addEventListener("message", ({ data }) => { if (new TextDecoder("latin1").decode(data).includes("EndInvokeDotNet")) answers300.push(performance.now()); });
          }
        };
        """;

    public static async Task<IPage> PageAsync(IBrowser browser, Uri? address)
    {
        IBrowserContext profile = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address?.ToString(), ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        await profile.AddInitScriptAsync(Watch);
        return await profile.NewPageAsync();
    }

    /// <summary>From the asking for a page to the moment when what it is for can be used.</summary>
    public static async Task<double> OpenAsync(IPage page, string path, string ready)
    {
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        return Math.Round(await page.EvaluateAsync<double>("""
            wanted => new Promise(done => (function look() { document.querySelector(wanted) ? done(performance.now()) : requestAnimationFrame(look); })())
            """, ready), 0);
    }

    public static async Task<Frames> FramesAsync(IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("frames300.intervals.length = frames300.work.length = 0, frames300.on = true");
        await act();
        await page.EvaluateAsync("frames300.on = false");
        return new Frames(await page.EvaluateAsync<double[]>("frames300.intervals"), await page.EvaluateAsync<double[]>("frames300.work"));
    }

    public static double Middle(IReadOnlyCollection<double> values) => Math.Round(values.Order().ElementAt(values.Count / 2), 1);
}

/// <param name="intervals">Milliseconds from frame to frame.</param>
/// <param name="work">Milliseconds that scripts took of a frame.</param>
internal sealed class Frames(double[] intervals, double[] work)
{
    public double MedianMs => At(intervals, 0.5);
    public double P95Ms => At(intervals, 0.95);
    public double ScriptMedianMs => At(work, 0.5);
    public double ScriptP95Ms => At(work, 0.95);
    public int Count => intervals.Length;

    /// <summary>Frames of the screen that passed without a new picture.</summary>
    public int Dropped => intervals.Sum(ms => Math.Max(0, (int)Math.Round(ms / PageClock.LimitFrame) - 1));

    private static double At(double[] values, double share) => values.Length == 0 ? 0 : Math.Round(values.Order().ElementAt((int)(share * (values.Length - 1))), 2);
}
