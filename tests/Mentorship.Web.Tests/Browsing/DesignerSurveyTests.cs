using Mentorship.Domain.Processes;
using Mentorship.Domain.Surveys;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>A survey and a consent written in «Конструктор» and answered on the pages that people get.</summary>
public sealed class DesignerSurveyTests : DesignerSite
{
    [Fact]
    public async Task QuestionsOfEveryKind_WrittenMovedAndRemoved_AreAnsweredByThoseAsked_AndCountedInTheResults()
    {
        Guid person = await new Errand(Site.Services, First.InstitutionId).PersonAsync("Токарь", pin: "2468");
        ProcessSheet sheet = await BeginAsync();
        IPage page = await EnterAsync();
        await page.GotoAsync($"/designer/{sheet.ProcessId}");
        await ChooseAsync(page, "Опрос");

        await page.GetByLabel("Кого спрашивают", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "куратор" });
        await TypeAsync(page.GetByLabel("Заголовок анкеты"), "Как прошёл месяц <b>?");
        await TypeAsync(page.GetByLabel("Вступление"), "Займёт минуту.");
        await AddAsync(page, 1, "Встречались ли вы?", "один вариант");
        await AddAsync(page, 2, "Лишний вопрос", "своими словами");
        await AddAsync(page, 3, "Что добавить?", "своими словами");
        await AddAsync(page, 4, "Что помогло?", "несколько вариантов");
        await TypeAsync(Question(page, 4).GetByLabel("Варианты, каждый с новой строки"), "встречи\n\nплан\nвстречи\nпримеры уроков");
        await AddAsync(page, 5, "Насколько вы довольны?", "шкала");
        await Question(page, 5).GetByLabel("До").SelectOptionAsync("7");
        await TypeAsync(Question(page, 5).GetByLabel("Что значит 1"), "совсем нет");
        await TypeAsync(Question(page, 5).GetByLabel("Что значит 7"), "очень");
        await AddAsync(page, 6, "", "один вариант");
        await Assertions.Expect(page.Locator(".survey .message")).ToBeVisibleAsync();

        // The last has no words and goes; so does the second; the scale moves to the front, the open question to the end.
        await Question(page, 6).GetByRole(AriaRole.Button, new() { Name = "Убрать" }).ClickAsync();
        await Question(page, 2).GetByRole(AriaRole.Button, new() { Name = "Убрать" }).ClickAsync();
        await Assertions.Expect(page.Locator(".survey fieldset.question")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator(".survey .message")).ToHaveCountAsync(0);
        for (int place = 4; place > 1; place--) await MoveAsync(page, "Насколько вы довольны?", "Выше", place - 1);
        for (int place = 3; place < 4; place++) await MoveAsync(page, "Что добавить?", "Ниже", place + 1);
        await Question(page, 2).GetByLabel("Ответ обязателен").UncheckAsync();
        await Question(page, 2).GetByLabel("Ответ обязателен").CheckAsync();
        await Question(page, 2).GetByLabel("Текст вопроса").FillAsync("Встречались ли вы в этом месяце?");
        await Question(page, 2).GetByLabel("Текст вопроса").PressAsync("Tab");

        await ChooseAsync(page, "Согласие на публикацию");
        await page.GetByLabel("Кто даёт согласие", new() { Exact = true }).SelectOptionAsync($"person:{person:N}");
        await TypeAsync(page.GetByLabel("Цель согласия, одна"), "публикация на сайте");
        await TypeAsync(page.GetByLabel("Полный текст согласия"), "Я согласна на публикацию имени.\nСогласие можно отозвать.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Опубликована версия 1")).ToBeVisibleAsync();

        Guid run = await StartAsync(page, "Опрос и согласие");
        await AnswerAsync(page);
        await page.GotoAsync($"/answers/{run}/ask");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Как прошёл месяц <b>?");
        await Assertions.Expect(page.Locator(".questions > li h2")).ToHaveTextAsync(["Насколько вы довольны?", "Встречались ли вы в этом месяце?", "Что помогло?", "Что добавить?"]);
        await using MentorshipDb db = new Errand(Site.Services, First.InstitutionId).Open();
        SurveyAnswer answer = await db.SurveyAnswers.SingleAsync(a => a.CaseId == run);
        Assert.Equal("""{"q5":6,"q1":"да","q4":["встречи","примеры уроков"],"q3":"больше встреч"}""", answer.Content.Replace("\\u0022", "\"", StringComparison.Ordinal));
        await ConsentAsync(page, run, await new Errand(Site.Services, First.InstitutionId).TokenAsync(person));
    }

    /// <summary>The curator answers what she is asked herself, from her list of today.</summary>
    private static async Task AnswerAsync(IPage page)
    {
        await page.GotoAsync("/today");
        await page.GetByRole(AriaRole.Link, new() { Name = "Опрос", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { NameRegex = new("Насколько вы довольны") })).ToContainTextAsync("совсем нет");
        await page.GetByRole(AriaRole.Radio, new() { Name = "6", Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "да", Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "встречи" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "примеры уроков" }).CheckAsync();
        await page.GetByLabel("Что добавить?").FillAsync("больше встреч");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить ответы" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Анкета заполнена").First).ToBeVisibleAsync();
    }

    /// <summary>The person who was chosen gives the consent from her mail, and the list of the step shows it.</summary>
    private static async Task ConsentAsync(IPage page, Guid run, string token)
    {
        await page.GotoAsync($"/d/{token}");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Согласие можно отозвать.");
        await page.GetByLabel("Ваш ПИН").FillAsync("2468");
        await page.GetByRole(AriaRole.Button, new() { Name = "Даю согласие" }).ClickAsync();
        await page.GotoAsync($"/answers/{run}/consent");
        await Assertions.Expect(page.Locator(".people li")).ToContainTextAsync("Токарь");
        await Assertions.Expect(page.Locator(".people li")).ToContainTextAsync("дано");
    }

    private static ILocator Question(IPage page, int number) => page.Locator(".survey fieldset.question").Filter(new() { Has = page.Locator("legend", new() { HasTextRegex = new($"^Вопрос {number}$") }) });

    private static async Task AddAsync(IPage page, int number, string text, string kind)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить вопрос" }).ClickAsync();
        await Question(page, number).GetByLabel("Как отвечают").SelectOptionAsync(new SelectOptionValue { Label = kind });
        await TypeAsync(Question(page, number).GetByLabel("Текст вопроса"), text);
    }

    private static async Task MoveAsync(IPage page, string text, string where, int to)
    {
        int from = await page.EvaluateAsync<int>("text => [...document.querySelectorAll('.survey fieldset.question')].findIndex(q => q.querySelector('textarea').value === text) + 1", text);
        await Question(page, from).GetByRole(AriaRole.Button, new() { Name = where, Exact = true }).ClickAsync();
        await Assertions.Expect(Question(page, to).GetByLabel("Текст вопроса")).ToHaveValueAsync(text);
    }

    private static async Task ChooseAsync(IPage page, string title)
    {
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = title }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel-title")).ToHaveTextAsync(title);
        await page.EvaluateAsync("document.querySelectorAll('.panel details').forEach(one => one.open = true)");
    }

    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.FillAsync(text);
        await field.PressAsync("Tab");
    }

    /// <summary>A draft of two steps side by side, with nothing set.</summary>
    private async Task<ProcessSheet> BeginAsync()
    {
        Guid process = (await Site.Get<StartProcess>().EmptyAsync(Site.Curator(First), "Опрос и согласие", default)).Value!.ProcessId;
        ProcessSheet sheet = (await Site.Get<LookAtProcess>().RunAsync(Site.Curator(First), process, default)).Value!;
        string root = sheet.Definition.Root.Id;
        Edited edited = new EditGroup([new AddStep(root, "Mentorship.Survey", "Опрос") { Id = "ask", From = new ArrowStart("start", "Done") }, new AddStep(root, "Mentorship.Consents", "Согласие на публикацию") { Id = "consent", From = new ArrowStart("start", "Done") }]).Apply(sheet.Definition);
        Assert.Null(edited.Refusal);
        Assert.True((await Site.Get<SaveDraft>().RunAsync(Site.Curator(First), process, new DraftSave(sheet.Draft!.Revision, edited.Definition!), default)).Succeeded);
        return sheet;
    }
}
