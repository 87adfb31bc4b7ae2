using Mentorship.Web.Tests.Browsing;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Pages.Designer.Diagram;

/// <summary>One browser for all tests of the diagram.</summary>
public sealed class BoardBrowser : IAsyncLifetime
{
    public Browser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Browser = await Browser.Start();

    public ValueTask DisposeAsync() => Browser?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>The board in a browser, used as a person uses it: by pointer and keys.</summary>
public sealed class Board : IAsyncDisposable
{
    private readonly DiagramSite _site;
    private readonly SlowLine? _line;
    private readonly List<string> _faults = [];

    private Board(DiagramSite site, SlowLine? line, IPage page) => (_site, _line, Page) = (site, line, page);

    public IPage Page { get; }
    public Draft Draft => _site.Draft;
    public SlowLine Line => _line!;

    public static async Task<Board> Open(BoardBrowser browser, Draft draft, int width = 1280, bool dark = false, bool overALine = false)
    {
        DiagramSite site = await DiagramSite.Start(draft);
        SlowLine? line = overALine ? new SlowLine(site.Address) : null;
        Board board = new(site, line, await browser.Browser.Open(line?.Address ?? site.Address, width, 900, dark));
        await board.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        board.Page.PageError += (_, fault) => board._faults.Add(fault);
        await board.Page.GotoAsync("/");
        await board.Ready();
        return board;
    }

    public Task Ready() => Page.WaitForSelectorAsync("[data-ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });

    /// <summary>Fails the test if a script has failed.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        if (_line is not null) await _line.DisposeAsync();
        await _site.DisposeAsync();
        Assert.Empty(_faults);
    }

    public ILocator Step(string id) => Page.Locator($"[data-node='{id}'] > .own > .face");

    public Task<IReadOnlyList<string>> Steps() => List("[data-node]", "node");

    public Task<IReadOnlyList<string>> Arrows() => List(".arrow", "arrow");

    public async Task<(float X, float Y, float Width, float Height)> Box(string id)
    {
        float[] box = await Page.EvaluateAsync<float[]>("id => { const { x, y, width, height } = document.querySelector(`[data-node='${id}'] > .own > .looks > .body`).getBoundingClientRect(); return [x, y, width, height]; }", id);
        return (box[0], box[1], box[2], box[3]);
    }

    /// <summary>The middle of anything on the page, once it is there.</summary>
    public async Task<(float X, float Y)> Of(string selector)
    {
        await Page.Locator(selector).First.WaitForAsync();
        float[] at = await Page.EvaluateAsync<float[]>("selector => { const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect(); return [x + width / 2, y + height / 2]; }", selector);
        return (at[0], at[1]);
    }

    public async Task<(float X, float Y)> Middle(string id)
    {
        (float x, float y, float width, float height) = await Box(id);
        return (x + width / 2, y + height / 2);
    }

    /// <summary>Presses at a point, moves in small steps and stays there, still pressed.</summary>
    public async Task Grab((float X, float Y) from, (float X, float Y) to)
    {
        await Page.Mouse.MoveAsync(from.X, from.Y);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(to.X, to.Y, new MouseMoveOptions { Steps = 8 });
    }

    public async Task Drag((float X, float Y) from, (float X, float Y) to)
    {
        await Grab(from, to);
        await Page.Mouse.UpAsync();
    }

    /// <summary>From the handle of a step.</summary>
    public async Task DragHandle(string id, (float X, float Y) to)
    {
        (float x, float y, float width, float height) = await Box(id);
        await Page.Mouse.MoveAsync(x + width / 2, y + height / 2);
        await Drag((x + width, y + height / 2), to);
    }

    /// <summary>A point in the middle of an arrow.</summary>
    public async Task<(float X, float Y)> OnArrow(string arrow)
    {
        float[] at = await Page.EvaluateAsync<float[]>("id => { const way = document.querySelector(`[data-arrow=\"${id}\"] .reach`), at = way.getPointAtLength(way.getTotalLength() / 2).matrixTransform(way.getScreenCTM()); return [at.x, at.y]; }", arrow);
        return (at[0], at[1]);
    }

    public Task Press(params string[] keys) => Page.Keyboard.PressAsync(keys[0]).ContinueWith(_ => keys.Length > 1 ? Press(keys[1..]) : Task.CompletedTask, TaskScheduler.Default).Unwrap();

    public Task Choose(string label) => Page.Locator(".menu button", new PageLocatorOptions { HasText = label }).First.ClickAsync();

    /// <summary>What the live region and the notice say.</summary>
    public Task<string> Said() => Page.EvaluateAsync<string>("[...document.querySelectorAll('[data-live], [data-notice-text]')].map(e => e.textContent).join(' ').trim()");

    public Task Fit() => Page.ClickAsync("[data-act=fit]");

    private async Task<IReadOnlyList<string>> List(string selector, string name) => await Page.EvaluateAsync<string[]>("([selector, name]) => [...document.querySelectorAll(selector)].map(e => e.dataset[name])", new[] { selector, name });
}
