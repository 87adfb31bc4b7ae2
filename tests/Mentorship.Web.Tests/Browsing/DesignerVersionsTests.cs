using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>What becomes of a process over its versions, with a real pointer and keyboard: merged, compared, restored, and running cases moved.</summary>
public sealed class DesignerVersionsTests : DesignerSite
{
    private const string Pairs = "Закрепление наставнических пар";

    [Fact]
    public async Task AVersionPublishedWhileOneWorks_IsMerged_WithTheSameThingsChosenOneByOne()
    {
        IPage page = await EnterAsync();
        await OpenAsync(page, Pairs);
        // She opens, changes and publishes while the page here still shows the version before.
        await PublishAsync(await KrylovaAsync(), new RenameStep("concur", "Её согласование"), new SetInput("concur", "deadline", "7 рабочих дней"), new SetInput("sign", "deadline", "9 рабочих дней"));
        await ChooseAsync(page, "Согласование приказа о парах");
        await TypeAsync(page.GetByLabel("Название шага"), "Наше согласование");
        await TypeAsync(page.GetByLabel("Срок"), "5 рабочих дней");
        await TypeAsync(page.GetByLabel("Как это сделать"), "Позвоните куратору.");

        await Assertions.Expect(page.GetByText("После начала правок опубликована версия 2.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Объединить правки" }).ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Обе правки касаются одного и того же" });
        await Assertions.Expect(dialog.Locator("fieldset")).ToHaveCountAsync(2);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Другого человека") }).First).ToBeCheckedAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Моё: .*5 рабочих дней") }).CheckAsync();
        List<string> found = [];
        await LookAsync(page, "designer-merge", found);
        // First looked at and put off: nothing is lost by that, and the same is asked again.
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Не сейчас" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Объединить правки" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Моё: .*5 рабочих дней") }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Объединить", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText("Правки объединены и сохранены.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".head")).ToContainTextAsync("черновик к версии 3");
        ProcessSheet merged = await SheetAsync("order-pairs");
        Assert.Equal((2, false), (merged.CurrentNumber, merged.Draft!.IsBehind));
        Activity concur = merged.Definition.Find("concur")!;
        Assert.Equal(("Её согласование", "5 рабочих дней", "Позвоните куратору.", "9 рабочих дней"), (concur.Title, concur.Text("deadline"), concur.Text("help"), merged.Definition.Find("sign")!.Text("deadline")));
        await PublishByHandAsync(page, "обе правки");
        Assert.Equal((3, "5 рабочих дней"), ((await SheetAsync("order-pairs")).CurrentNumber, (await SheetAsync("order-pairs")).Definition.Find("concur")!.Text("deadline")));
        Assert.Empty(found);
    }

    [Fact]
    public async Task ADraftTakenOverAndPublishedByAnother_AsksWhatToKeep_AndTheWorkHereGoesOn()
    {
        IPage page = await EnterAsync();
        await OpenAsync(page, Pairs);
        await ChooseAsync(page, "Согласование приказа о парах");
        await TypeAsync(page.GetByLabel("Срок"), "5 рабочих дней");
        await Until.True(async () => (await SheetAsync("order-pairs")).Draft is not null);
        await PublishAsync(await KrylovaAsync(), new SetInput("concur", "deadline", "7 рабочих дней"));

        await TypeAsync(page.GetByLabel("Срок"), "6 рабочих дней");
        await Assertions.Expect(page.GetByText("Ваш черновик тем временем опубликовали или отменили.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Объединить правки" }).ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("было «5 рабочих дней», стало «7 рабочих дней»");
        await dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Моё: ") }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Объединить", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText("Правки объединены и сохранены.")).ToBeVisibleAsync();
        ProcessSheet now = await SheetAsync("order-pairs");
        Assert.Equal((2, true, false, "6 рабочих дней"), (now.CurrentNumber, now.Draft!.Mine, now.Draft.IsBehind, now.Definition.Find("concur")!.Text("deadline")));
        await TypeAsync(page.GetByLabel("Срок"), "8 рабочих дней");
        await Until.True(async () => (await SheetAsync("order-pairs")).Definition.Find("concur")!.Text("deadline") == "8 рабочих дней");
    }

    [Fact]
    public async Task AnOldVersion_IsBroughtBackFromTheHistory_UndoneAndPublishedAnew()
    {
        await PublishAsync(Site.Curator(First), new RenameStep("concur", "Вторая редакция"));
        await PublishAsync(Site.Curator(First), new RemoveSteps(["concur"]));
        IPage page = await EnterAsync();
        await OpenAsync(page, Pairs);
        await ChooseAsync(page, "Подпись руководителя");
        await TypeAsync(page.GetByLabel("Срок"), "4 рабочих дня");

        await page.GetByRole(AriaRole.Button, new() { Name = "История" }).ClickAsync();
        ILocator versions = page.GetByRole(AriaRole.Dialog).Locator(".versions > li");
        await Assertions.Expect(versions).ToHaveCountAsync(3);
        await Assertions.Expect(versions.First).ToContainTextAsync("действует");
        await versions.Filter(new() { HasText = "Версия 2" }).GetByRole(AriaRole.Button, new() { Name = "Вернуть эту версию" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Версия 2 стала черновиком.")).ToBeVisibleAsync();
        await Assertions.Expect(Node(page, "Вторая редакция")).ToHaveCountAsync(1);

        // What stood here before is one undo away, and saved as it comes and goes.
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(Node(page, "Вторая редакция")).ToHaveCountAsync(0);
        await Until.True(async () => (await SheetAsync("order-pairs")).Definition is { } d && d.Find("concur") is null && d.Find("sign")!.Text("deadline") == "4 рабочих дня");
        await page.Keyboard.PressAsync("Control+y");
        await Assertions.Expect(Node(page, "Вторая редакция")).ToHaveCountAsync(1);
        await PublishByHandAsync(page, "вернули прежнее");

        ProcessSheet now = await SheetAsync("order-pairs");
        Assert.Equal((4, "Вторая редакция"), (now.CurrentNumber, now.Definition.Find("concur")!.Title));
    }

    [Fact]
    public async Task ANewerTemplate_IsTakenOver_ChangeByChange()
    {
        // As if the library had gone on since: a step of it is not here, a word and a deadline are others, and one is the school's own.
        await PublishAsync(Site.Curator(First), new RemoveSteps(["acquaint"]), new RenameStep("sign", "Прежняя подпись"), new SetInput("concur", "deadline", "10 рабочих дней"));
        IPage page = await EnterAsync();
        await OpenAsync(page, Pairs);
        await page.GetByRole(AriaRole.Button, new() { Name = "Сравнить" }).ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "С шаблоном" }).ClickAsync();

        await TakeAsync(dialog, "Добавлено: ознакомление");
        await TakeAsync(dialog, "«Прежняя подпись» теперь называется");
        List<string> found = [];
        await LookAsync(page, "designer-compare-template", found);
        await dialog.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "10 рабочих дней" }).GetByRole(AriaRole.Button, new() { Name = "Показать" }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel-title")).ToHaveTextAsync("Согласование приказа о парах");

        await Until.True(async () => (await SheetAsync("order-pairs")).Draft is not null);
        ProcessDefinition taken = (await SheetAsync("order-pairs")).Definition;
        FlowGraph graph = FlowGraph.From(taken);
        Assert.Equal(("Подпись руководителя", "10 рабочих дней"), (taken.Find("sign")!.Title, taken.Find("concur")!.Text("deadline")));
        Assert.Contains(graph.Connections, c => c.Target == "acquaint");
        Assert.Contains(graph.Connections, c => c.Source == "acquaint");
        // Compared anew, only what was left is left.
        await page.GetByRole(AriaRole.Button, new() { Name = "Сравнить" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "С шаблоном" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Listitem)).ToContainTextAsync("10 рабочих дней");
        await page.Keyboard.PressAsync("Escape");
        await PublishByHandAsync(page, "взято из шаблона");
        Assert.Empty(found);
    }

    [Fact]
    public async Task RunningCases_AreMoved_WhoseStepIsStillThere_TheOthersStay()
    {
        Guid process = await ProcessAsync();
        IPage page = await EnterAsync();
        Guid early = await StartAsync(page, "Поездка"), late = await StartAsync(page, "Поездка");
        await AnswerAsync(late, "Написать заявку", "Done");
        await page.GotoAsync($"/designer/{process}");
        await page.Locator(".diagram[data-ready]").WaitForAsync();
        await ChooseAsync(page, "Написать заявку");
        await page.GetByLabel("Кто выполняет", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "руководитель" });
        await TypeAsync(page.GetByLabel("Название шага"), "Подать заявку");
        await Node(page, "Подать заявку").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#panel-title")).ToHaveTextAsync("Проверить смету");
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(Node(page, "Проверить смету")).ToHaveCountAsync(0);
        await PublishByHandAsync(page, "без сметы");

        await page.GetByRole(AriaRole.Button, new() { Name = "Перевести начатые дела на новую версию: 2" }).ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Начатые дела" }), lines = dialog.Locator(".changes > li");
        await Assertions.Expect(dialog).ToContainTextAsync("По прежним версиям идёт дел: 2");
        await Assertions.Expect(lines).ToHaveCountAsync(2);
        ILocator moves = lines.Filter(new() { HasText = "перейдёт" }), stays = lines.Filter(new() { HasText = "останется по прежней версии" });
        await Assertions.Expect(moves).ToHaveCountAsync(1);
        await Assertions.Expect(stays).ToContainTextAsync("«Проверить смету»");
        List<string> found = [];
        await LookAsync(page, "designer-move", found);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Перевести", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("Переведено дел: 1, теперь они идут по версии 2.");
        await Assertions.Expect(lines.Filter(new() { HasText = "переведено" })).ToHaveCountAsync(1);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Закрыть" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "История" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Перевести начатые дела на новую версию: 1" })).ToBeVisibleAsync();

        await page.GotoAsync($"/case/{early}");
        await Assertions.Expect(page.Locator(".case > header")).ToContainTextAsync("версия процесса 2");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Подать заявку");
        await page.GotoAsync($"/case/{late}");
        await Assertions.Expect(page.Locator(".case > header")).ToContainTextAsync("версия процесса 1");
        // Both go on, each by its own version; a task that was open already is still called as its doer knows it.
        await AnswerAsync(early, "Написать заявку", "Done");
        await AnswerAsync(late, "Проверить смету", "Done");
        Assert.True(await IsOpenAsync(early, "Купить билеты"));
        Assert.True(await IsOpenAsync(late, "Купить билеты"));
        Assert.Empty(found);
    }

    private static async Task TakeAsync(ILocator dialog, string change)
    {
        ILocator line = dialog.GetByRole(AriaRole.Listitem).Filter(new() { HasText = change });
        await line.GetByRole(AriaRole.Button, new() { Name = "Взять", Exact = true }).ClickAsync();
        await Assertions.Expect(line.GetByRole(AriaRole.Button, new() { Name = "Взято" })).ToBeDisabledAsync();
    }

    private static ILocator Node(IPage page, string title) => page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = title });

    private static async Task ChooseAsync(IPage page, string title)
    {
        await Node(page, title).ClickAsync();
        await Assertions.Expect(page.Locator("#panel-title")).ToHaveTextAsync(title);
        await page.EvaluateAsync("document.querySelectorAll('.panel details').forEach(one => one.open = true)");
    }

    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.FillAsync(text);
        await field.PressAsync("Tab");
    }

    private static async Task PublishByHandAsync(IPage page, string note)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать…" }).ClickAsync();
        await page.GetByLabel("Что изменилось", new() { Exact = true }).FillAsync(note);
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Опубликована версия")).ToBeVisibleAsync();
    }

    private async Task<Actor> KrylovaAsync() =>
        new(First.InstitutionId, await new Errand(Site.Services, First.InstitutionId).PersonAsync("Крылова", Roles.Administrator), new HashSet<string> { Roles.Administrator, Roles.Curator });

    /// <summary>Somebody publishes changes of what stands now, elsewhere.</summary>
    private async Task PublishAsync(Actor actor, params Edit[] edits)
    {
        ProcessSheet sheet = await SheetAsync("order-pairs");
        Edited edited = new EditGroup(edits).Apply(sheet.Definition);
        Assert.Null(edited.Refusal);
        DraftStanding draft = (await Site.Get<SaveDraft>().RunAsync(actor, sheet.ProcessId, new DraftSave(sheet.Draft?.Revision ?? 0, edited.Definition!, TakeOver: true), default)).Value!;
        Publishing published = (await Site.Get<PublishProcess>().RunAsync(actor, sheet.ProcessId, new PublishRequest(draft.Revision, "новое", WarningsSeen: true), default)).Value!;
        Assert.True(published.Number is not null, string.Join("; ", published.Problems.Select(p => p.Message)));
    }

    /// <summary>An application that is written, whose estimate is checked, and which is decided upon.</summary>
    private async Task<Guid> ProcessAsync()
    {
        DefinitionBuilder builder = new("00000000000000c2", "trip", "Поездка");
        builder.Root.Add("Elsa.Start", "start", "Начало");
        foreach ((string id, string title) in new[] { ("ask", "Написать заявку"), ("check", "Проверить смету"), ("go", "Купить билеты") })
            builder.Root.Add("Mentorship.Task", id, title).Text("assignee", "role:curator").Text("deadline", "10 рабочих дней");
        builder.Root.Connect("start", "ask").Connect("ask", "check").Connect("check", "go");
        await using MentorshipDb db = new Errand(Site.Services, First.InstitutionId).Open();
        Process process = new() { InstitutionId = First.InstitutionId, Key = $"own-{Guid.CreateVersion7():N}", Name = "Поездка" };
        db.AddRange(process, process.Publish(DefinitionWriter.Write(builder.Build()), "начало", First.PersonId, DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
        return process.Id;
    }
}
