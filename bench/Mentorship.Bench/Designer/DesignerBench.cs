using Mentorship.Web.Tests.Browsing;
using Mentorship.Web.Tests.Pages.Designer.Diagram;
using Microsoft.Playwright;

namespace Mentorship.Bench.Designer;

/// <summary>300 steps in a browser, on the bare board and on the page of «Конструктор»: how smoothly a step is dragged, how soon it is open, how soon an edit is seen and answered over a slow line.</summary>
internal static class DesignerBench
{
    private const int Moves = 180, Edits = 12;
    private const double LimitOpen = 1000, LimitEdit = 100;
    private const string Board = ".diagram[data-ready]", FirstRow = ".table-view tr.item";
    private static readonly string LastRow = $".table-view tr[data-row=n{Field.Steps - 1}]";
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    public static async Task<object> RunAsync()
    {
        string chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("There is no Chromium here.");
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        Frames empty = await EmptyAsync(browser);
        object board, page;
        await using (DiagramSite site = await DiagramSite.Start(new Draft(Field.Definition()))) board = await BoardAsync(browser, site.Address);
        await using (DesignerHouse house = await DesignerHouse.CreateAsync()) page = await PageAsync(browser, house);
        return new { bench = "designer", steps = Field.Steps, delayMs = Delay.TotalMilliseconds, emptyPage = empty, board, page, limitFrameMs = Math.Round(PageClock.LimitFrame, 1), limitOpenMs = LimitOpen, limitEditMs = LimitEdit };
    }

    /// <summary>What this machine can do: the same moves over a page with nothing on it.</summary>
    private static async Task<Frames> EmptyAsync(IBrowser browser)
    {
        IPage page = await PageClock.PageAsync(browser, null);
        await page.SetContentAsync("<p>Пусто</p>");
        return await PageClock.FramesAsync(page, () => MoveAsync(page, 600, 400));
    }

    private static async Task<object> BoardAsync(IBrowser browser, Uri address)
    {
        IPage near = await PageClock.PageAsync(browser, address);
        double open = await WarmAsync(near, "/", Board);
        Frames drag = await DragAsync(near);
        await using SlowLine line = new(address, Delay / 2);
        IPage far = await PageClock.PageAsync(browser, line.Address);
        double openSlow = await PageClock.OpenAsync(far, "/", Board);
        (double seen, double answered) = await GesturesAsync(far);
        return new { drag, openMs = open, openWithDelayMs = openSlow, editSeenMs = seen, editAnsweredMs = answered };
    }

    private static async Task<object> PageAsync(IBrowser browser, DesignerHouse house)
    {
        IPage near = await PageClock.PageAsync(browser, house.Address);
        await DesignerHouse.EnterAsync(near);
        double open = await WarmAsync(near, house.Path("diagram"), Board), table = await WarmAsync(near, house.Path("table"), FirstRow), wholeTable = await PageClock.OpenAsync(near, house.Path("table"), LastRow);
        await PageClock.OpenAsync(near, house.Path("diagram"), Board);
        Frames drag = await DragAsync(near);
        await using SlowLine line = new(house.Address, Delay / 2);
        IPage far = await PageClock.PageAsync(browser, line.Address);
        await DesignerHouse.EnterAsync(far);
        double openSlow = await PageClock.OpenAsync(far, house.Path("diagram"), Board);
        (double seen, double answered) = await GesturesAsync(far);
        double panel = await PanelAsync(far);
        await PageClock.OpenAsync(far, house.Path("table"), LastRow);
        return new { drag, openMs = open, openWithDelayMs = openSlow, openTableMs = table, wholeTableMs = wholeTable, editSeenMs = seen, editAnsweredMs = answered, panelAnsweredMs = panel, tableAnsweredMs = await TableAsync(far) };
    }

    /// <summary>Once to have the server warm, then in earnest.</summary>
    private static async Task<double> WarmAsync(IPage page, string path, string ready)
    {
        await PageClock.OpenAsync(page, path, ready);
        return await PageClock.OpenAsync(page, path, ready);
    }

    private static async Task<Frames> DragAsync(IPage page)
    {
        await page.ClickAsync("[data-act=fit]");
        float[] at = await page.EvaluateAsync<float[]>("(() => { const { x, y, width, height } = document.querySelector('[data-node=n150] .body').getBoundingClientRect(); return [x + width / 2, y + height / 2]; })()");
        await page.Mouse.MoveAsync(at[0], at[1]);
        await page.Mouse.DownAsync();
        Frames drag = await PageClock.FramesAsync(page, () => MoveAsync(page, at[0], at[1]));
        await page.Mouse.UpAsync();
        return drag;
    }

    /// <summary>From the key that removes a step to the frame that shows it gone, and to the answer of the server.</summary>
    private static async Task<(double Seen, double Answered)> GesturesAsync(IPage page)
    {
        List<double> seen = [], answered = [];
        for (int i = 0; i < Edits; i++)
        {
            await page.FocusAsync($"[data-node=n{20 + i}] .face");
            // The page is told of the selection first: that is another gesture.
            await Task.Delay(4 * Delay);
            double[] times = await page.EvaluateAsync<double[]>("""
                id => new Promise((done, fail) => {
                  setTimeout(() => fail(new Error(`The removal of ${id} was not answered`)), 20000);
                  const face = document.querySelector(`[data-node=${id}] .face`), from = performance.now();
                  let seen;
                  answers300.length = 0;
                  face.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", code: "Delete", bubbles: true }));
                  requestAnimationFrame(() => setTimeout(() => seen = document.querySelector(`[data-node=${id}]`) ? 1e9 : performance.now() - from));
                  (function look() { answers300.length ? done([seen, answers300[0] - from]) : setTimeout(look, 5); })();
                })
                """, $"n{20 + i}");
            seen.Add(times[0]);
            answered.Add(times[1]);
        }
        return (PageClock.Middle(seen), PageClock.Middle(answered));
    }

    /// <summary>From the leaving of the title in the panel to the heading that shows what the server made of it.</summary>
    private static async Task<double> PanelAsync(IPage page)
    {
        await page.FocusAsync("[data-node=n60] .face");
        await page.Locator("#panel-title", new() { HasText = "Шаг 61" }).WaitForAsync();
        return await TypedAsync(page, "#step-title", "() => document.querySelector('#panel-title').textContent");
    }

    private static Task<double> TableAsync(IPage page) => TypedAsync(page, "tr[data-row=n60] td.title textarea", "() => document.querySelector('tr[data-row=n60] td.title textarea').getAttribute('aria-label')");

    private static async Task<double> TypedAsync(IPage page, string field, string shown)
    {
        List<double> times = [];
        for (int i = 0; i < Edits; i++)
        {
            times.Add(await page.EvaluateAsync<double>($$"""
                ([field, text]) => new Promise(done => {
                  const shown = {{shown}}, element = document.querySelector(field), from = performance.now();
                  element.value = text;
                  element.dispatchEvent(new Event("change", { bubbles: true }));
                  (function look() { shown().includes(text) ? done(performance.now() - from) : setTimeout(look, 2); })();
                })
                """, new[] { field, $"Другое название {i}" }));
            await Task.Delay(4 * Delay);
        }
        return PageClock.Middle(times);
    }

    private static async Task MoveAsync(IPage page, float x, float y)
    {
        for (int i = 0; i < Moves; i++) await page.Mouse.MoveAsync(x + 120 * (float)Math.Sin(i / 12d), y + 60 * (float)Math.Cos(i / 9d));
    }
}
