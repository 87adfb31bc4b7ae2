using System.Diagnostics;
using Mentorship.Flow;
using Mentorship.Web.Tests.Browsing;
using Mentorship.Web.Tests.Pages.Designer.Diagram;
using Microsoft.Playwright;

namespace Mentorship.Bench.Designer;

/// <summary>The diagram with 300 steps in a browser: how smoothly a step is dragged, how soon the board is there, and how soon an edit is seen over a slow line.</summary>
internal static class DesignerBench
{
    private const int Steps = 300, Columns = 20, Moves = 180, Edits = 12;
    private const double LimitFrame = 1000 / 60d, LimitOpen = 1000, LimitEdit = 100;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    /// <summary>Tells the time between frames, and the time that scripts take of each.</summary>
    private const string Watch = """
        window.frames300 = { intervals: [], work: [], on: false };
        const ask = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = act => ask(at => { const from = performance.now(); act(at); if (frames300.on) frames300.work.push(performance.now() - from); });
        let last = 0;
        ask(function tick(at) { if (frames300.on && last) frames300.intervals.push(at - last); last = at; ask(tick); });
        """;

    public static async Task<object> RunAsync()
    {
        string chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("There is no Chromium here.");
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        await using DiagramSite site = await DiagramSite.Start(new Draft(Flat()));
        Frames empty = await EmptyAsync(browser);
        (double open, Frames drag) = await DragAsync(browser, site.Address);
        await using SlowLine line = new(site.Address, Delay / 2);
        (double openSlow, double seen, double confirmed) = await EditAsync(browser, line.Address, site.Draft);
        return new
        {
            bench = "designer", steps = Steps,
            drag = new { medianMs = drag.Median, p95Ms = drag.P95, drag.Dropped, frames = drag.Count, scriptMedianMs = drag.Work, scriptP95Ms = drag.WorkP95 },
            emptyPage = new { medianMs = empty.Median, p95Ms = empty.P95, empty.Dropped, frames = empty.Count }, limitFrameMs = Math.Round(LimitFrame, 1),
            openMs = open, openWithDelayMs = openSlow, limitOpenMs = LimitOpen,
            delayMs = Delay.TotalMilliseconds, editSeenMs = seen, editConfirmedMs = confirmed, limitEditMs = LimitEdit,
        };
    }

    /// <summary>What this machine can do: the same moves over a page with nothing on it.</summary>
    private static async Task<Frames> EmptyAsync(IBrowser browser)
    {
        IPage page = await PageAsync(browser, null);
        await page.SetContentAsync("<p>Пусто</p>");
        return await MeasureAsync(page, () => MoveAsync(page, 600, 400));
    }

    private static async Task<(double Open, Frames Drag)> DragAsync(IBrowser browser, Uri address)
    {
        IPage page = await PageAsync(browser, address);
        await OpenAsync(page); // once to have the server warm
        double open = await OpenAsync(page);
        await page.ClickAsync("[data-act=fit]");
        float[] at = await page.EvaluateAsync<float[]>("(() => { const { x, y, width, height } = document.querySelector('[data-node=n150] .body').getBoundingClientRect(); return [x + width / 2, y + height / 2]; })()");
        await page.Mouse.MoveAsync(at[0], at[1]);
        await page.Mouse.DownAsync();
        Frames drag = await MeasureAsync(page, () => MoveAsync(page, at[0], at[1]));
        await page.Mouse.UpAsync();
        return (open, drag);
    }

    private static async Task<(double Open, double Seen, double Confirmed)> EditAsync(IBrowser browser, Uri address, Draft draft)
    {
        IPage page = await PageAsync(browser, address);
        double open = await OpenAsync(page);
        List<double> seen = [], confirmed = [];
        for (int i = 0; i < Edits; i++)
        {
            await page.FocusAsync($"[data-node=n{20 + i}] .face");
            int came = draft.Came.Count;
            long begun = Stopwatch.GetTimestamp();
            // From the key to the frame that shows the step gone.
            seen.Add(await page.EvaluateAsync<double>("""
                id => new Promise(done => {
                  const face = document.querySelector(`[data-node=${id}] .face`), from = performance.now();
                  face.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", code: "Delete", bubbles: true }));
                  requestAnimationFrame(() => setTimeout(() => done(document.querySelector(`[data-node=${id}]`) ? 1e9 : performance.now() - from)));
                })
                """, $"n{20 + i}"));
            while (draft.Came.Count == came) await Task.Delay(1);
            confirmed.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds + Delay.TotalMilliseconds / 2);
        }
        return (open, Middle(seen), Middle(confirmed));
    }

    private static async Task<IPage> PageAsync(IBrowser browser, Uri? address)
    {
        IBrowserContext profile = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address?.ToString(), ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        await profile.AddInitScriptAsync(Watch);
        return await profile.NewPageAsync();
    }

    private static async Task<double> OpenAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.WaitForSelectorAsync("[data-ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        return Math.Round(await page.EvaluateAsync<double>("performance.now()"), 0);
    }

    private static async Task MoveAsync(IPage page, float x, float y)
    {
        for (int i = 0; i < Moves; i++) await page.Mouse.MoveAsync(x + 120 * (float)Math.Sin(i / 12d), y + 60 * (float)Math.Cos(i / 9d));
    }

    private static async Task<Frames> MeasureAsync(IPage page, Func<Task> move)
    {
        await page.EvaluateAsync("frames300.on = true");
        await move();
        await page.EvaluateAsync("frames300.on = false");
        return new Frames(await page.EvaluateAsync<double[]>("frames300.intervals"), await page.EvaluateAsync<double[]>("frames300.work"));
    }

    /// <summary>A field of steps in rows, each leading to the next, with a way back in every row.</summary>
    private static ProcessDefinition Flat()
    {
        DefinitionBuilder builder = new("00000000000000b1", "field", "Триста шагов");
        builder.Root.Add("Elsa.Start", "start", "Начало").At(-400, 0);
        for (int i = 0; i < Steps; i++)
        {
            builder.Root.Add(i % 7 == 3 ? "Mentorship.Approval" : "Mentorship.Task", $"n{i}", $"Шаг {i + 1}: подготовить и согласовать").At(i % Columns * 360, i / Columns * 160);
            builder.Root.Connect(i == 0 ? "start" : $"n{i - 1}", $"n{i}", i > 0 && (i - 1) % 7 == 3 ? "Approved" : "Done");
            if (i % 7 == 3) builder.Root.Connect($"n{i}", $"n{i - 2}", "Returned");
        }
        return builder.Build();
    }

    private static double Middle(List<double> values) => Math.Round(values.Order().ElementAt(values.Count / 2), 1);

    /// <param name="intervals">Milliseconds from frame to frame.</param>
    /// <param name="work">Milliseconds that scripts took of a frame.</param>
    private sealed class Frames(double[] intervals, double[] work)
    {
        public double Median => At(intervals, 0.5);
        public double P95 => At(intervals, 0.95);
        public double Work => At(work, 0.5);
        public double WorkP95 => At(work, 0.95);
        public int Count => intervals.Length;

        /// <summary>Frames of the screen that passed without a new picture.</summary>
        public int Dropped => intervals.Sum(ms => Math.Max(0, (int)Math.Round(ms / LimitFrame) - 1));

        private static double At(double[] values, double share) => values.Length == 0 ? 0 : Math.Round(values.Order().ElementAt((int)(share * (values.Length - 1))), 2);
    }
}
