using Mentorship.Flow;
using Mentorship.UseCases.Authoring;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>The views of «Конструктор» beside the diagram, with a real pointer and keyboard.</summary>
public sealed class DesignerViewsTests : DesignerSite
{
    [Fact]
    public async Task Table_WrittenInByKeys_ChangesTheProcess_AndEscapeLeavesItAsItWas()
    {
        IPage page = await OpenAsync("Закрепление наставнических пар", "table");
        ILocator title = page.GetByLabel("Шаг, Согласование приказа о парах"), deadline = page.GetByLabel("Срок, Согласование приказа о парах");

        await title.FillAsync("не то");
        await title.PressAsync("Escape");
        await Assertions.Expect(title).ToHaveValueAsync("Согласование приказа о парах");
        await deadline.FillAsync("5 рабочих дней");
        await Assertions.Expect(page.GetByText("понято: считая с начала шага")).ToBeVisibleAsync();
        await deadline.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Срок, Подпись руководителя")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Кто, Согласование приказа о парах" }).ClickAsync();
        await page.Locator(".inplace select").First.SelectOptionAsync(new SelectOptionValue { Label = "куратор" });
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Кто, Согласование приказа о парах" })).ToBeFocusedAsync();

        await Until.True(async () => (await StepAsync("concur")) is { } step && step.Text("deadline") == "5 рабочих дней" && step.Text("approver") == "role:curator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отменить", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Отменить", Exact = true }).ClickAsync();
        await Assertions.Expect(deadline).ToHaveValueAsync("3 рабочих дня");
    }

    [Fact]
    public async Task Table_RowsAddedMovedAndRemoved_AndTheSelectionIsKeptAmongTheViews()
    {
        IPage page = await OpenAsync("Закрепление наставнических пар", "table");
        await page.GetByLabel("Шаг, Согласование приказа о парах").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить строку" }).ClickAsync();
        await Assertions.Expect(page.Locator("textarea:focus")).ToHaveValueAsync("Новое мероприятие");
        await page.Keyboard.TypeAsync("Проверить пары");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByLabel("Шаг, Проверить пары")).ToHaveCountAsync(1);
        Assert.Equal(["Согласование приказа о парах", "Проверить пары"], (await TitlesAsync(page)).Where(t => t.StartsWith("Согл", StringComparison.Ordinal) || t.StartsWith("Пров", StringComparison.Ordinal)));

        await page.GetByLabel("Шаг, Проверить пары").PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator("tr.item").First.Locator("td.title textarea")).ToHaveValueAsync("Проверить пары");
        await page.GetByRole(AriaRole.Button, new() { Name = "Словами" }).ClickAsync();
        await Assertions.Expect(page.Locator(".words li.on")).ToContainTextAsync("«Проверить пары»");
        await page.GetByRole(AriaRole.Button, new() { Name = "Таблица" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Удалить", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("Шаг, Проверить пары")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await page.Locator(".table-view").WaitForAsync();
    }

    [Fact]
    public async Task Words_AVariablePart_IsChangedInItsSentence()
    {
        IPage page = await OpenAsync("Закрепление наставнических пар", "words");
        ILocator sentence = page.Locator(".words li[data-step=sign]");
        await Assertions.Expect(sentence).ToContainTextAsync("подписывает «Подпись руководителя», 3 рабочих дня");

        await sentence.GetByRole(AriaRole.Button, new() { Name = "3 рабочих дня" }).ClickAsync();
        await page.Locator(".inplace #step-deadline").FillAsync("до 15 сентября");
        await page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(sentence).ToContainTextAsync("подписывает «Подпись руководителя», до 15 сентября");
        await Until.True(async () => (await StepAsync("sign")).Text("deadline") == "до 15 сентября");
    }

    [Fact]
    public async Task Calendar_ABarMovedByPointerAndByKeys_RewritesTheDeadlineInWords_AndUndoTakesItBack()
    {
        await WithStepAsync(step => new SetInput(step, "deadline", "с 1 по 15 октября 2026 г."));
        IPage page = await OpenAsync("Закрепление наставнических пар", "calendar");
        ILocator bar = page.Locator(".bar[data-node=report]");
        await Assertions.Expect(bar).ToHaveAttributeAsync("data-from", "2026-10-01");
        LocatorBoundingBoxResult box = (await bar.BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width / 2 + box.Width / 15 * 7.5f, box.Y + box.Height / 2, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await Until.True(async () => await bar.GetAttributeAsync("data-from") != "2026-10-01");
        Assert.Equal(14, Days(await bar.GetAttributeAsync("data-from"), await bar.GetAttributeAsync("data-to")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Отменить", Exact = true }).ClickAsync();
        await Assertions.Expect(bar).ToHaveAttributeAsync("data-from", "2026-10-01");

        await bar.FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("Alt+ArrowRight");
        await Assertions.Expect(bar).ToHaveAttributeAsync("data-to", "2026-10-23");

        await Until.True(async () => (await StepAsync("report")).Text("deadline") == "с 8 по 23 октября 2026 г.");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Escape");
        await Task.Delay(1000);
        Assert.Equal("с 8 по 23 октября 2026 г.", (await StepAsync("report")).Text("deadline"));
    }

    [Fact]
    public async Task Play_WithTheUsualAnswers_Ends_AndWithAnotherGoesRoundOnce()
    {
        IPage page = await OpenAsync("Закрепление наставнических пар", "play");
        await page.GetByRole(AriaRole.Button, new() { Name = "Проиграть", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(page.Locator(".play .sum")).ToContainTextAsync("Процесс закончится");

        await page.GetByLabel("Ответ на «Согласование приказа о парах").First.SelectOptionAsync("Returned");

        await Assertions.Expect(page.Locator(".play .days")).ToContainTextAsync("круг 2");
        ProcessLine line = (await Site.Get<LookAtProcesses>().RunAsync(Site.Curator(First), default)).Value!.Single(p => p.Key == "order-pairs");
        Assert.Equal((0, null), (line.Running, line.DraftBy));
    }

    [Fact]
    public async Task Play_OfAStepThatWaitsForAnEvent_GoesOnWhenAPersonSaysThatItHappened()
    {
        await WithStepAsync(step => new SetInput(step, "deadline", "по мере необходимости"));
        IPage page = await OpenAsync("Закрепление наставнических пар", "play");
        await page.GetByRole(AriaRole.Button, new() { Name = "Проиграть", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(page.Locator(".play .sum")).ToContainTextAsync("ждёт события");

        await page.GetByRole(AriaRole.Button, new() { Name = "Событие наступило: «Отчёт о работе пар»" }).ClickAsync();

        await Assertions.Expect(page.Locator(".play .sum")).ToContainTextAsync("Процесс закончится");
        await Assertions.Expect(page.Locator(".play .days")).ToContainTextAsync("событие наступило");
    }

    [Fact]
    public async Task Play_OfASurveyWhoseResultSteers_SaysWhereAnotherResultIsTold()
    {
        ProcessSheet sheet = await SheetAsync("order-pairs");
        Edited edited = new EditGroup([new SetVariable("mean", "Double", "5"), new SetProperty("fieldNames", System.Text.Json.JsonSerializer.SerializeToElement(new { mean = "средняя оценка" })),
            new AddStep(sheet.Definition.Root.Id, "Mentorship.Survey", "Спросить кураторов") { Id = "ask", From = new ArrowStart("start", "Done") }, new SetInput("ask", "people", "role:curator"),
            new SetInput("ask", "form", new InputValue("""{"questions":[{"kind":"scale","text":"Как прошло?","field":"mean"}]}""", "Object"))]).Apply(sheet.Definition);
        Assert.Null(edited.Refusal);
        Assert.True((await Site.Get<SaveDraft>().RunAsync(Site.Curator(First), sheet.ProcessId, new DraftSave(0, edited.Definition!), default)).Succeeded);
        IPage page = await OpenAsync("Закрепление наставнических пар", "play");
        await Assertions.Expect(page.GetByLabel("Поле «средняя оценка» вначале")).ToHaveValueAsync("5");

        await page.GetByRole(AriaRole.Button, new() { Name = "Проиграть", Exact = true }).Last.ClickAsync();

        await Assertions.Expect(page.Locator(".play .days")).ToContainTextAsync("итог («средняя оценка») здесь не считается: поле остаётся прежним");
        await ShellInBrowserTests.Keep(page, "play-survey");
    }

    [Fact]
    public async Task Progress_OfAProcessThatNeverRan_SaysWhatWillBeSeenHere()
    {
        IPage page = await OpenAsync("Закрепление наставнических пар", "progress");

        await Assertions.Expect(page.GetByText("Этот процесс ещё не запускали")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(768, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task Views_AtAnyWidthAndTheme_AreAccessibleAndFit(int width, bool dark)
    {
        List<string> found = [], refused = [];
        await WithStepAsync(step => new SetInput(step, "deadline", "с 1 по 15 октября 2026 г."));
        IPage page = await OpenAsync("Закрепление наставнических пар", "table", width, dark);
        page.Console += (_, message) => { if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) refused.Add(message.Text); };
        await page.GetByRole(AriaRole.Button, new() { Name = "Кто, Согласование приказа о парах" }).ClickAsync();
        await page.Locator(".inplace").WaitForAsync();
        await LookAsync(page, "views-table", found);
        await page.GetByRole(AriaRole.Button, new() { Name = "Словами" }).ClickAsync();
        await page.Locator(".words li.on .part").First.ClickAsync();
        await page.Locator(".inplace").WaitForAsync();
        await LookAsync(page, "views-words", found);
        await page.GetByRole(AriaRole.Button, new() { Name = "Календарь" }).ClickAsync();
        await page.Locator(".calendar .item").First.WaitForAsync();
        await LookAsync(page, "views-calendar", found);
        await page.Locator(".seg").GetByRole(AriaRole.Button, new() { Name = "Проиграть" }).ClickAsync();
        await page.Locator(".play").GetByRole(AriaRole.Button, new() { Name = "Проиграть", Exact = true }).ClickAsync();
        await page.Locator(".play .day").First.WaitForAsync();
        await LookAsync(page, "views-play", found);

        Assert.Empty(found);
        Assert.Empty(refused);
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(IPage page) => await page.EvaluateAsync<string[]>("[...document.querySelectorAll('td.title textarea')].map(t => t.value)");

    private static int Days(string? from, string? to) => DateOnly.Parse(to!, System.Globalization.CultureInfo.InvariantCulture).DayNumber - DateOnly.Parse(from!, System.Globalization.CultureInfo.InvariantCulture).DayNumber;

    /// <summary>A draft with one item more, that stands in a window of its own.</summary>
    private async Task WithStepAsync(Func<string, Edit> change)
    {
        ProcessSheet sheet = await SheetAsync("order-pairs");
        AddStep add = new(sheet.Definition.Root.Id, "Mentorship.Task", "Отчёт о работе пар") { Id = "report", From = new ArrowStart("acquaint", "Done"), To = "end" };
        Edited edited = new EditGroup([add, new SetInput("report", "assignee", "role:curator"), change("report")]).Apply(sheet.Definition);
        Assert.Null(edited.Refusal);
        Assert.True((await Site.Get<SaveDraft>().RunAsync(Site.Curator(First), sheet.ProcessId, new DraftSave(0, edited.Definition!), default)).Succeeded);
    }

    private async Task<FlowNode> StepAsync(string step) => FlowGraph.From((await SheetAsync("order-pairs")).Definition).Node(step);

    private async Task<IPage> OpenAsync(string process, string view, int width = 1280, bool dark = false)
    {
        IPage page = await EnterAsync(width, dark);
        await OpenAsync(page, process, view);
        return page;
    }
}
