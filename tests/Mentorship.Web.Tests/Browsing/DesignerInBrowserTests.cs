using System.Diagnostics;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Installing;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>«Конструктор» with a real pointer and keyboard.</summary>
public sealed class DesignerInBrowserTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private Browser _browser = null!;
    private FirstPerson _first = null!;

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.Start();
        _site.UseKestrel(0);
        _site.StartServer();
        _first = await _site.Create(roles: [Roles.Curator, Roles.Director, Roles.Deputy]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task ADeadlineAndAResponsible_ChangedWithAPersonsPauses_ArePublishedWithinAMinute()
    {
        IPage page = await EnterAsync();
        Stopwatch clock = Stopwatch.StartNew();

        await OpenAsync(page, "Закрепление наставнических пар");
        await PauseAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Согласование приказа о парах" }).ClickAsync();
        await PauseAsync();
        await page.GetByLabel("Срок").FillAsync("5 рабочих дней");
        await Assertions.Expect(page.Locator("#step-deadline-means")).ToContainTextAsync("если начать сегодня, до");
        await page.GetByLabel("Срок").PressAsync("Tab");
        await PauseAsync();
        await page.GetByLabel("Кто согласует", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "куратор" });
        await PauseAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать…" }).ClickAsync();
        await page.GetByLabel("Что изменилось").FillAsync("срок пять дней");
        await PauseAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Опубликована версия 2")).ToBeVisibleAsync();

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        ProcessSheet published = await SheetAsync("order-pairs");
        Assert.Equal((2, null), (published.CurrentNumber, published.Draft));
        FlowNode step = FlowGraph.From(published.Definition).Node("concur");
        Assert.Equal(("5 рабочих дней", "role:curator"), (step.Text("deadline"), step.Text("approver")));
    }

    [Fact]
    public async Task Undo_ByKeyAndButton_GoesBackAndTheDraftFollows()
    {
        IPage page = await EnterAsync();
        await OpenAsync(page, "Закрепление наставнических пар");
        await page.GetByRole(AriaRole.Button, new() { Name = "Согласование приказа о парах" }).ClickAsync();
        await page.GetByLabel("Название шага").FillAsync("<script>alert(1)</script><b>жирно</b>");
        await page.GetByLabel("Название шага").PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "<script>alert(1)</script><b>жирно</b>" })).ToBeVisibleAsync();
        await Until.True(async () => (await SheetAsync("order-pairs")).Definition.Find("concur")!.Title.StartsWith("<script>", StringComparison.Ordinal));

        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Согласование приказа о парах" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Вернуть", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "<script>" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Отменить", Exact = true }).ClickAsync();

        await Until.True(async () => (await SheetAsync("order-pairs")).Definition.Find("concur")!.Title == "Согласование приказа о парах");
        Assert.Equal(1, (await SheetAsync("order-pairs")).CurrentNumber);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(768, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task Pages_AtAnyWidthAndTheme_AreAccessibleAndFit(int width, bool dark)
    {
        IPage page = await EnterAsync(width, dark);
        List<string> found = [];
        await LookAsync(page, "designer-list", found);
        await OpenAsync(page, "Закрепление наставнических пар");
        await LookAsync(page, "designer", found);
        await page.GetByRole(AriaRole.Button, new() { Name = "Согласование приказа о парах" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Название шага")).ToBeVisibleAsync();
        await LookAsync(page, "designer-step", found);
        if (width < 860) await page.GetByRole(AriaRole.Button, new() { Name = "Закрыть свойства" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "История" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Версия 1");
        await LookAsync(page, "designer-history", found);

        Assert.Empty(found);
    }

    private static async Task LookAsync(IPage page, string name, List<string> found)
    {
        await ShellInBrowserTests.Keep(page, $"{name}-{page.ViewportSize!.Width}-{await page.EvaluateAsync<string>("matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'")}");
        AxeResult rules = await page.RunAxe();
        found.AddRange(rules.Violations.Select(violation => $"{name}: {violation.Id}: {violation.Nodes[0].Html}"));
        int inner = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (inner > page.ViewportSize!.Width) found.Add($"{name} is {inner} wide");
    }

    /// <summary>As long as a person takes to read what came.</summary>
    private static Task PauseAsync() => Task.Delay(2500);

    private static async Task OpenAsync(IPage page, string process)
    {
        await page.GotoAsync("/designer");
        await page.GetByRole(AriaRole.Link, new() { Name = process }).ClickAsync();
        await page.Locator(".designer[data-ready]").WaitForAsync();
    }

    private async Task<ProcessSheet> SheetAsync(string key)
    {
        ProcessLine line = (await _site.Get<LookAtProcesses>().RunAsync(Site.Curator(_first), default)).Value!.Single(p => p.Key == key);
        return (await _site.Get<LookAtProcess>().RunAsync(Site.Curator(_first), line.Id, default)).Value!;
    }

    private async Task<IPage> EnterAsync(int width = 1280, bool dark = false)
    {
        IPage page = await _browser.Open(_site.ClientOptions.BaseAddress, width, dark: dark);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Электронная почта").FillAsync("curator@example.org");
        await page.GetByLabel("Пароль").FillAsync(Site.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await page.WaitForURLAsync("**/today");
        return page;
    }
}
