using Mentorship.Flow;
using Mentorship.UseCases.Authoring;
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
