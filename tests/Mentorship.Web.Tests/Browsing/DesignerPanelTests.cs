using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>The properties of a step, with a real pointer and keyboard.</summary>
public sealed class DesignerPanelTests : DesignerSite
{
    [Fact]
    public async Task CasesOfASwitch_AddedNamedAndConditioned_LeadWhereTheyAreTold_AndTheirArrowsFollowANewName()
    {
        await DraftAsync(new SetVariable("sum", "Double", "0"), new AddStep(await RootAsync(), "Elsa.FlowSwitch", "Размер") { Id = "size" }, new AddStep(await RootAsync(), "Mentorship.Task", "Малая выплата") { Id = "small" },
            new AddStep(await RootAsync(), "Mentorship.Task", "Крупная выплата") { Id = "large" });
        IPage page = await EnterAsync();
        await OpenAsync(page, "Закрепление наставнических пар");
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = "Размер" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить случай" }).ClickAsync();
        await page.GetByLabel("Как он называется").FillAsync("крупный");
        await page.GetByLabel("Как он называется").PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить сравнение" }).ClickAsync();
        await page.GetByLabel("Сравнение", new() { Exact = true }).SelectOptionAsync(">");
        await page.GetByLabel("Значение", new() { Exact = true }).FillAsync("10 000");
        await page.GetByLabel("Значение", new() { Exact = true }).PressAsync("Tab");
        await page.GetByLabel("крупный", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "→ Крупная выплата" });
        await page.GetByLabel("Иначе", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "→ Малая выплата" });
        await page.GetByLabel("Как он называется").FillAsync("очень крупный");
        await page.GetByLabel("Как он называется").PressAsync("Tab");

        await Assertions.Expect(page.GetByText("Если sum больше 10\u00A0000.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("очень крупный", new() { Exact = true })).ToHaveValueAsync("large");
        await Until.True(async () => Arrows((await SheetAsync("order-pairs")).Definition).SequenceEqual(["Default → small", "очень крупный → large"]));
        FlowNode node = FlowGraph.From((await SheetAsync("order-pairs")).Definition).Node("size");
        Assert.Equal(("очень крупный", "variables.sum > 10000"), (node.Cases.Single().Label, node.Cases.Single().Condition!.Text));
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.GetByLabel("Как он называется")).ToHaveValueAsync("крупный");
    }

    [Fact]
    public async Task FieldsForTheDoer_AndALoopAndAnotherProcess_AreSetWithoutCode()
    {
        await DraftAsync(new AddStep(await RootAsync(), "Mentorship.Task", "Собрать заявку") { Id = "ask", At = new Mentorship.Flow.Position(0, 400) }, new AddStep(await RootAsync(), "Elsa.ForEach", "По каждому") { Id = "loop", At = new Mentorship.Flow.Position(500, 400) });
        IPage page = await EnterAsync();
        await OpenAsync(page, "Закрепление наставнических пар");

        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = "Собрать заявку" }).ClickAsync();
        await page.GetByText("Что заполняет исполнитель").First.ClickAsync();
        await page.GetByLabel("Добавить вопрос").SelectOptionAsync("Number");
        await page.GetByLabel("Вопрос исполнителю").FillAsync("Сколько нужно денег?");
        await page.GetByLabel("Вопрос исполнителю").PressAsync("Tab");
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = "По каждому" }).FocusAsync();
        await Assertions.Expect(page.Locator("#panel-title")).ToHaveTextAsync("По каждому");
        await page.GetByLabel("Кого или что перебрать").SelectOptionAsync("pairs");

        await Until.True(async () => (await SheetAsync("order-pairs")).Definition.Find("loop")?.Text("items") == "pairs");
        ProcessDefinition saved = (await SheetAsync("order-pairs")).Definition;
        FlowGraph graph = FlowGraph.From(saved);
        WorkField field = Assert.Single(WorkFields.Of(graph, graph.Node("ask")));
        Assert.Equal(("Сколько нужно денег?", WorkFieldKind.Number, true), (field.Label, field.Kind, field.Required));
        Assert.DoesNotContain(GraphChecker.Check(graph, new CheckContext()), p => p.Code is "BadFields" or "NoItems");
    }

    [Fact]
    public async Task TheResultOfASurvey_GoesIntoANewField_ByOneGesture_AndIsUndoneByOne()
    {
        await DraftAsync(new AddStep(await RootAsync(), "Mentorship.Survey", "Спросить участников") { Id = "ask", At = new Mentorship.Flow.Position(0, 400) },
            new SetInput("ask", "people", "role:mentor"), new SetInput("ask", "form", new InputValue("""{"questions":[{"id":"q1","kind":"scale","text":"Как прошло?"}]}""", "Object")));
        IPage page = await EnterAsync();
        await OpenAsync(page, "Закрепление наставнических пар");
        await page.Locator(".board").GetByRole(AriaRole.Button, new() { Name = "Спросить участников" }).ClickAsync();

        ILocator result = page.GetByLabel("Итог – в поле", new() { Exact = true });
        await result.SelectOptionAsync(new SelectOptionValue { Label = "новое поле – число" });

        await Assertions.Expect(result.Locator("option:checked")).ToHaveTextAsync("средняя оценка, вопрос 1");
        await Until.True(async () => (await SheetAsync("order-pairs")).Definition.Variables.Count > 0);
        FlowGraph graph = FlowGraph.From((await SheetAsync("order-pairs")).Definition);
        Assert.Equal(graph.Definition.Variables.Select(v => v.Name), SurveyForm.Of(graph.Node("ask"))!.Fields);
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(result).ToHaveValueAsync("");
        await Until.True(async () => (await SheetAsync("order-pairs")).Definition.Variables.Count == 0);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task EveryFieldOfTheLeadingSteps_AtAnyWidthAndTheme_IsAccessibleAndFits(int width, bool dark)
    {
        await OfEveryKindAsync();
        IPage page = await EnterAsync(width, dark);
        await OpenAsync(page, "Закрепление наставнических пар");
        await page.GetByRole(AriaRole.Button, new() { Name = "Шаги", Exact = true }).ClickAsync();
        List<string> found = [];
        foreach ((string type, string title, _) in Leading)
        {
            await page.Locator(".outline").GetByRole(AriaRole.Button, new() { Name = title }).First.ClickAsync();
            await Assertions.Expect(page.Locator("#panel-title")).ToHaveTextAsync(title);
            await page.EvaluateAsync("document.querySelectorAll('.panel details').forEach(one => one.open = true)");
            await LookAsync(page, "panel-" + type, found);
            if (width < 860) await page.GetByRole(AriaRole.Button, new() { Name = "Закрыть свойства" }).ClickAsync();
        }
        await page.GotoAsync("/designer/library?template=roadmap-school");
        await LookAsync(page, "library-neutral", found);
        await page.GotoAsync("/documents/books");
        await page.GetByText("Добавить журнал").First.ClickAsync();
        await LookAsync(page, "books-own", found);

        Assert.Empty(found);
    }

    /// <summary>Steps that lead the process, each with something set.</summary>
    private static readonly (string Type, string Title, Edit[] Settings)[] Leading =
    [
        ("Elsa.FlowSwitch", "Выбор по сумме", [new SetCases("Elsa-FlowSwitch", [new("крупная", Condition: new("variables.sum > 10000 && variables.day <= '2026-10-01' && variables.urgent === true", "JavaScript")), new("очень сложная", Condition: new("variables.sum * 2 > 7", "JavaScript"))])]),
        ("Elsa.ForEach", "Каждому ученику", [new SetInput("Elsa-ForEach", "items", "people:role:mentor"), new SetInput("Elsa-ForEach", "enough", "80%")]),
        ("Elsa.ExecuteWorkflow", "Запустить выплату", [new SetInput("Elsa-ExecuteWorkflow", "workflowDefinitionId", "own-other"), new SetInput("Elsa-ExecuteWorkflow", "input", new InputValue("""{"total":{"type":"Variable","value":"sum"},"note":"срочно"}""", "Object")), new SetInput("Elsa-ExecuteWorkflow", "outputs", new InputValue("""{"sum":"total"}""", "Object"))]),
        ("Elsa.SetVariable", "Запомнить сумму", [new PutProperty("Elsa-SetVariable", "variable", System.Text.Json.JsonSerializer.SerializeToElement(new { id = "sum", name = "sum" })), new SetInput("Elsa-SetVariable", "value", "500")]),
        ("Elsa.Cron", "Ждать пятницы", [new SetInput("Elsa-Cron", "cronExpression", "0 17 * * 5")]),
        ("Elsa.PublishEvent", "Объявить событие", [new SetInput("Elsa-PublishEvent", "eventName", "выплата готова")]),
        ("Elsa.SetName", "Назвать дело", [new SetInput("Elsa-SetName", "value", new InputValue("'Выплата ' + variables.sum", "JavaScript"))]),
        ("Elsa.Complete", "Закончить часть", [new SetInput("Elsa-Complete", "outcomes", "Отказ")]),
        ("Mentorship.Task", "Собрать заявку", [new SetInput("Mentorship-Task", "fields", new InputValue("""[{"name":"sum","label":"Сколько нужно денег?","required":true},{"name":"note","options":["очно","онлайн"]}]""", "Object"))]),
        ("Mentorship.Survey", "Спросить участников", [new SetInput("Mentorship-Survey", "form", new InputValue("""{"questions":[{"id":"q1","kind":"scale","text":"Как прошло?","from":1,"to":5,"low":"плохо","high":"отлично","field":"sum"},{"id":"q2","kind":"single","text":"Повторим?","options":["да","нет"]}],"anonymous":true}""", "Object"))]),
    ];

    /// <summary>One step of each, and fields of every kind; another process stands ready to be started.</summary>
    private async Task OfEveryKindAsync()
    {
        DefinitionBuilder other = new("0123456789abcdef", "own-other", "Выплата наставнику");
        other.Variable("total", "Double", "0").Variable("note", "String", null);
        other.Root.Add("Elsa.Start", "start", "Начало");
        await using (MentorshipDb db = new Errand(Site.Services, First.InstitutionId).Open())
        {
            Process process = new() { InstitutionId = First.InstitutionId, Key = "own-other", Name = "Выплата наставнику" };
            db.AddRange(process, process.Publish(DefinitionWriter.Write(other.Build()), "", null, DateTimeOffset.UnixEpoch));
            await db.SaveChangesAsync();
        }
        string root = await RootAsync();
        await DraftAsync([new SetVariable("sum", "Double", "0"), new SetVariable("urgent", "Boolean", "false"), new SetVariable("day"), new SetVariable("note"), new SetProperty("fieldKinds", System.Text.Json.JsonSerializer.SerializeToElement(new { day = "date" })),
            .. Leading.SelectMany(step => step.Settings.Prepend(new AddStep(root, step.Type, step.Title) { Id = step.Type.Replace('.', '-') }))]);
    }

    private async Task<string> RootAsync() => (await SheetAsync("order-pairs")).Definition.Root.Id;

    private async Task DraftAsync(params Edit[] edits)
    {
        ProcessSheet sheet = await SheetAsync("order-pairs");
        Edited edited = new EditGroup(edits).Apply(sheet.Definition);
        Assert.Null(edited.Refusal);
        Assert.True((await Site.Get<SaveDraft>().RunAsync(Site.Curator(First), sheet.ProcessId, new DraftSave(0, edited.Definition!), default)).Succeeded);
    }

    private static IEnumerable<string> Arrows(ProcessDefinition definition) => FlowGraph.From(definition).Connections.Where(c => c.Source == "size").Select(c => $"{c.Outcome} → {c.Target}").Order(StringComparer.Ordinal);
}
