using System.Diagnostics;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.UseCases;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>«Конструктор» with a real pointer and keyboard.</summary>
public sealed class DesignerInBrowserTests : DesignerSite
{
    [Fact]
    public async Task ADeadlineAndAResponsible_ChangedWithAPersonsPauses_ArePublishedWithinAMinute()
    {
        IPage page = await EnterAsync();
        Stopwatch clock = Stopwatch.StartNew();

        await OpenAsync(page, "Закрепление наставнических пар");
        await PauseAsync();
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = "Согласование приказа о парах" }).ClickAsync();
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
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = "Согласование приказа о парах" }).ClickAsync();
        await page.GetByLabel("Название шага").FillAsync("<script>alert(1)</script><b>жирно</b>");
        await page.GetByLabel("Название шага").PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "<script>alert(1)</script><b>жирно</b>" })).ToBeVisibleAsync();
        await Until.True(async () => (await SheetAsync("order-pairs")).Definition.Find("concur")!.Title.StartsWith("<script>", StringComparison.Ordinal));

        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Согласование приказа о парах" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Шаги", Exact = true }).ClickAsync();
        await page.Locator(".outline").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Вернуть", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "<script>" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Отменить", Exact = true }).ClickAsync();

        await Until.True(async () => (await SheetAsync("order-pairs")).Definition.Find("concur")!.Title == "Согласование приказа о парах");
        Assert.Equal(1, (await SheetAsync("order-pairs")).CurrentNumber);
    }

    [Fact]
    public async Task TwoEditors_TheSecondSeesWhoIsAtWork_TakesOver_AndTheFirstMerges()
    {
        Errand errand = new(Site.Services, First.InstitutionId);
        Guid other = await errand.PersonAsync("Крылова", Roles.Administrator);
        IPage mine = await EnterAsync();
        await OpenAsync(mine, "Закрепление наставнических пар");
        await NameAsync(mine, "Согласование приказа о парах", "Согласовать приказ");
        await Until.True(async () => (await SheetAsync("order-pairs")).Draft is not null);
        ProcessSheet sheet = await SheetAsync("order-pairs");
        Actor krylova = new(First.InstitutionId, other, new HashSet<string> { Roles.Administrator, Roles.Curator });
        Outcome<DraftStanding> held = await Site.Get<SaveDraft>().RunAsync(krylova, sheet.ProcessId, new DraftSave(sheet.Draft!.Revision, sheet.Definition), default);
        Assert.Equal("DraftHeld", held.Refusal!.Code);

        // She takes over and changes another step; then the first editor goes on without knowing it.
        ProcessDefinition hers = new SetInput("sign", "deadline", "7 рабочих дней").Apply(sheet.Definition).Definition!;
        Assert.True((await Site.Get<SaveDraft>().RunAsync(krylova, sheet.ProcessId, new DraftSave(sheet.Draft.Revision, hers, TakeOver: true), default)).Succeeded);
        await mine.GetByLabel("Срок").FillAsync("5 рабочих дней");
        await mine.GetByLabel("Срок").PressAsync("Tab");
        await Assertions.Expect(mine.GetByText("Процесс правит Крылова А. Н.")).ToBeVisibleAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Объединить правки" }).ClickAsync();
        await Assertions.Expect(mine.GetByText("Правки объединены и сохранены.")).ToBeVisibleAsync();

        ProcessDefinition both = (await SheetAsync("order-pairs")).Definition;
        Assert.Equal(("Согласовать приказ", "5 рабочих дней", "7 рабочих дней"), (both.Find("concur")!.Title, both.Find("concur")!.Text("deadline"), both.Find("sign")!.Text("deadline")));
        await Assertions.Expect(mine.Locator(".board")).ToContainTextAsync("7 рабочих дней");
    }

    [Fact]
    public async Task ADraftOfSomebodyElse_IsOnlyLookedAt_UntilItIsTakenOver()
    {
        Errand errand = new(Site.Services, First.InstitutionId);
        Actor krylova = new(First.InstitutionId, await errand.PersonAsync("Крылова", Roles.Administrator), new HashSet<string> { Roles.Administrator, Roles.Curator });
        ProcessSheet sheet = await SheetAsync("order-pairs");
        ProcessDefinition hers = new RenameStep("concur", "Её шаг").Apply(sheet.Definition).Definition!;
        Assert.True((await Site.Get<SaveDraft>().RunAsync(krylova, sheet.ProcessId, new DraftSave(0, hers), default)).Succeeded);
        IPage page = await EnterAsync();

        await OpenAsync(page, "Закрепление наставнических пар");
        await Assertions.Expect(page.GetByText("Процесс сейчас правит Крылова А. Н.")).ToBeVisibleAsync();
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = "Её шаг" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Название шага")).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Продолжить самому" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Название шага")).ToBeEnabledAsync();
        await page.GetByLabel("Название шага").FillAsync("Наш шаг");
        await page.GetByLabel("Название шага").PressAsync("Tab");

        await Until.True(async () => await SheetAsync("order-pairs") is { Draft.Mine: true } now && now.Definition.Find("concur")!.Title == "Наш шаг");
    }

    [Fact]
    public async Task ALostConnection_WhileOneTypes_LosesNothing()
    {
        await using SlowLine line = new(Site.ClientOptions.BaseAddress);
        IPage page = await EnterAsync(address: line.Address);
        await OpenAsync(page, "Закрепление наставнических пар");
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = "Согласование приказа о парах" }).ClickAsync();
        await page.GetByLabel("Срок").FillAsync("4 рабочих дня");
        line.Cut();
        await Assertions.Expect(page.GetByText("нет связи, изменения хранятся в этом браузере")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.EvaluateAsync("() => { const field = document.getElementById('step-deadline'); field.value = '6 рабочих дней'; field.dispatchEvent(new Event('input', { bubbles: true })); }");

        // The page is opened anew, as after a long break: what was typed is offered where it was.
        line.Mend();
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Вставить туда, где он был" }).ClickAsync();

        await Until.True(async () => (await SheetAsync("order-pairs")).Definition.Find("concur")!.Text("deadline") == "6 рабочих дней");
    }

    [Fact]
    public async Task AProcessOfTwelveSteps_BuiltFromNothing_IsPublishedAndRunToItsEnd()
    {
        IPage page = await EnterAsync();
        await page.GotoAsync("/designer");
        await page.GetByText("Начать с пустого").ClickAsync();
        await page.GetByLabel("Название процесса").FillAsync("Неделя наставника");
        await page.GetByRole(AriaRole.Button, new() { Name = "Начать", Exact = true }).First.ClickAsync();
        await page.Locator(".diagram[data-ready]").WaitForAsync();
        await page.GetByText("Поля для условий").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить поле" }).ClickAsync();
        await page.GetByLabel("Название поля").FillAsync("сумма");
        await page.GetByLabel("Что в нём").SelectOptionAsync("Number");
        await Assertions.Expect(page.GetByLabel("Значение вначале")).ToHaveValueAsync("0");
        await page.GetByLabel("Значение вначале").FillAsync("12 000");
        await page.GetByLabel("Значение вначале").PressAsync("Tab");
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = "Начало" }).FocusAsync();

        (string Kind, string Who)[] steps =
        [
            ("Поручение", "Кто выполняет"), ("Поручение", "Кто выполняет"), ("Согласование", "Кто согласует"), ("Поручение", "Кто выполняет"), ("Развилка", ""), ("Поручение", "Кто выполняет"),
            ("Поручение", "Кто выполняет"), ("Согласование", "Кто согласует"), ("Поручение", "Кто выполняет"), ("Поручение", "Кто выполняет"), ("Поручение", "Кто выполняет"), ("Конец ветви", ""),
        ];
        for (int i = 0; i < steps.Length; i++) await AddAsync(page, steps[i].Kind, $"Шаг {i + 1}", steps[i].Who);

        // The second approval may send back, which loops; the choice goes past a step when the sum is small.
        await ChooseAsync(page, "Шаг 8");
        await page.GetByLabel("Возвращено", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "→ Шаг 6" });
        await page.GetByLabel("Отклонено", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "→ Шаг 12" });
        await ChooseAsync(page, "Шаг 3");
        await page.GetByLabel("Возвращено", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "→ Шаг 1" });
        await page.GetByLabel("Отклонено", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "→ Шаг 12" });
        await ChooseAsync(page, "Шаг 5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить сравнение" }).ClickAsync();
        await page.GetByLabel("Сравнение", new() { Exact = true }).SelectOptionAsync(">");
        await page.GetByLabel("Значение", new() { Exact = true }).FillAsync("10 000");
        await page.GetByLabel("Значение", new() { Exact = true }).PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Если сумма больше 10\u00A0000.")).ToBeVisibleAsync();
        await page.GetByLabel("Нет", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "→ Шаг 7" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Опубликована версия 1")).ToBeVisibleAsync();

        ProcessSheet sheet = await SheetAsync(line => line.Name == "Неделя наставника");
        Assert.Equal(1, sheet.CurrentNumber);
        Guid run = await StartAsync(page, "Неделя наставника");
        await page.GotoAsync("/today");
        await page.GetByRole(AriaRole.Link, new() { Name = "Шаг 1", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Выполнено, подтверждения нет" }).ClickAsync();
        await Until.True(async () => await IsOpenAsync(run, "Шаг 2"));
        foreach (string answer in (string[])["2 Done", "3 Approved", "4 Done", "6 Done", "7 Done", "8 Returned", "6 Done", "7 Done", "8 Approved", "9 Done", "10 Done", "11 Done"])
        {
            string[] parts = answer.Split(' ');
            await AnswerAsync(run, $"Шаг {parts[0]}", parts[1]);
        }

        await page.GotoAsync($"/case/{run}");
        await Assertions.Expect(page.Locator(".chips")).ToContainTextAsync("завершено");
        await page.GotoAsync($"/designer/{sheet.ProcessId}?view=progress");
        await Assertions.Expect(page.Locator(".progress tr.item", new() { HasText = "Шаг 8" })).ToContainTextAsync("кругов: 2");
        await Assertions.Expect(page.Locator(".progress tr.item", new() { HasText = "ещё не начат" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ASignAndAValue_GivenFasterThanThePageIsDrawn_BothStay()
    {
        await using SlowLine line = new(Site.ClientOptions.BaseAddress, TimeSpan.FromMilliseconds(300));
        ProcessSheet sheet = await SheetAsync("order-pairs");
        Edited edited = new EditGroup([new SetVariable("sum", "Double", "1"), new AddStep(sheet.Definition.Root.Id, "Elsa.FlowDecision", "Крупная сумма") { Id = "large" }, new SetInput("large", "condition", new InputValue("variables.sum === 0", "JavaScript")),
            new AddStep(sheet.Definition.Root.Id, "Mentorship.Survey", "Опрос") { Id = "survey" }]).Apply(sheet.Definition);
        Assert.True((await Site.Get<SaveDraft>().RunAsync(Site.Curator(First), sheet.ProcessId, new DraftSave(0, edited.Definition!), default)).Succeeded);
        IPage page = await EnterAsync(address: line.Address);
        await OpenAsync(page, "Закрепление наставнических пар");
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = "Крупная сумма" }).ClickAsync();

        await page.GetByLabel("Сравнение", new() { Exact = true }).SelectOptionAsync(">");
        await page.GetByLabel("Значение", new() { Exact = true }).FillAsync("10 000");
        await page.GetByLabel("Значение", new() { Exact = true }).PressAsync("Tab");

        await Assertions.Expect(page.GetByText("Если sum больше 10\u00A0000.")).ToBeVisibleAsync();

        // A question: each of its fields is one part of the same text.
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = "Опрос" }).FocusAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить вопрос" }).ClickAsync();
        await page.GetByLabel("Как отвечают").SelectOptionAsync("multiple");
        await page.GetByLabel("Текст вопроса").FillAsync("Что помогло?");
        await page.GetByLabel("Варианты, каждый с новой строки").FillAsync("встречи\nплан");
        await page.GetByLabel("Варианты, каждый с новой строки").PressAsync("Tab");
        await Until.True(async () => (await SheetAsync("order-pairs")).Definition.Find("survey")?.Text("form") is { } form && form.Contains("multiple", StringComparison.Ordinal) && form.Contains("Что помогло?", StringComparison.Ordinal) && form.Contains("план", StringComparison.Ordinal));
    }

    private static async Task AddAsync(IPage page, string kind, string title, string who)
    {
        int before = await page.Locator("[data-node]").CountAsync();
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync(kind);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-node]")).ToHaveCountAsync(before + 1);
        await page.Keyboard.PressAsync("F2");
        await page.Locator("textarea.naming").WaitForAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(title);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#panel-title")).ToHaveTextAsync(title);
        if (who.Length > 0) await page.GetByLabel(who, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "куратор" });
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = title }).FocusAsync();
    }

    private static async Task ChooseAsync(IPage page, string title)
    {
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = title }).FocusAsync();
        await Assertions.Expect(page.Locator("#panel-title")).ToHaveTextAsync(title);
    }

    private static async Task NameAsync(IPage page, string step, string title)
    {
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = step }).ClickAsync();
        await page.GetByLabel("Название шага").FillAsync(title);
        await page.GetByLabel("Название шага").PressAsync("Tab");
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
        await page.GotoAsync("/designer");
        await LookAsync(page, "designer-list", found);
        await OpenAsync(page, "Закрепление наставнических пар");
        await LookAsync(page, "designer", found);
        await page.GetByRole(AriaRole.Button, new() { Name = "Шаги", Exact = true }).ClickAsync();
        await page.Locator(".outline").GetByRole(AriaRole.Button, new() { Name = "Согласование приказа о парах" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Название шага")).ToBeVisibleAsync();
        await LookAsync(page, "designer-step", found);
        if (width < 860) await page.GetByRole(AriaRole.Button, new() { Name = "Закрыть свойства" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "История" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Версия 1");
        await LookAsync(page, "designer-history", found);
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сравнить" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Отличий нет");
        await LookAsync(page, "designer-compare", found);
        await page.GotoAsync("/designer/library?template=002_school");
        await LookAsync(page, "designer-library", found);

        Assert.Empty(found);
    }

    /// <summary>As long as a person takes to read what came.</summary>
    private static Task PauseAsync() => Task.Delay(2500);
}
