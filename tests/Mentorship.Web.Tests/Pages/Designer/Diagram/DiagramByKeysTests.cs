using Mentorship.Flow;
using Mentorship.Web.Pages.Designer.Diagram;
using Mentorship.Web.Parts;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Pages.Designer.Diagram;

/// <summary>The board without a mouse, for those who hear it, and on a phone.</summary>
public sealed class DiagramByKeysTests(BoardBrowser browser) : IClassFixture<BoardBrowser>
{
    private static Draft Order() => new(DiagramDraftingTests.Process("order-pairs.json"));

    [Fact]
    public async Task Tab_GoesThroughTheStepsInTheOrderOfTheFlow_AndEachSaysWhatItIs()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Page.FocusAsync(".skip");
        List<string> heard = [];
        for (int i = 0; i < 4; i++)
        {
            await board.Press("Tab");
            heard.Add(await board.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')"));
        }

        Assert.Equal(["Начало", "Согласование: Согласование приказа о парах", "Подпись: Подпись руководителя", "Документ: Реестр наставнических пар"], heard.Select(label => label.Split(". ")[0]));
        await Until.True(() => board.Draft.Selected is ["register"]);
    }

    [Fact]
    public async Task Undo_WhereThereIsNothing_SaysSo_AndComesToLifeWithTheFirstChange()
    {
        await using Board board = await Board.Open(browser, Order());
        ILocator undo = board.Page.Locator("[data-act=undo]"), redo = board.Page.Locator("[data-act=redo]");
        await Assertions.Expect(undo).ToHaveAttributeAsync("aria-disabled", "true");
        await board.Step("acquaint").FocusAsync();
        await board.Press("Control+z");
        await Until.True(async () => (await board.Said()).Contains("Отменять нечего", StringComparison.Ordinal));

        await board.Press("Delete");
        Assert.Null(await undo.GetAttributeAsync("aria-disabled"));
        await redo.ClickAsync(new() { Force = true });
        await Until.True(async () => (await board.Said()).Contains("Возвращать нечего", StringComparison.Ordinal));
        await undo.ClickAsync();
        await Until.True(() => board.Draft is { CanUndo: false, CanRedo: true });
        Assert.Null(await redo.GetAttributeAsync("aria-disabled"));
    }

    [Fact]
    public async Task Keys_BuildConnectRenameAndRemove()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Step("acquaint").FocusAsync();

        await board.Press("n");
        await board.Page.Keyboard.TypeAsync("поручение");
        await board.Press("Enter");
        await Until.True(() => board.Draft.Model.Nodes.Any(n => n.Type == "Mentorship.Task"));
        string made = board.Draft.Model.Nodes.Single(n => n.Type == "Mentorship.Task").Id;
        Assert.Equal(made, await Focused(board));
        await board.Press("F2");
        await board.Page.Keyboard.TypeAsync("Сообщить родителям");
        await board.Press("Enter");
        await Until.True(() => board.Draft.Definition.Find(made)!.Title == "Сообщить родителям");
        await board.Press("c");
        await board.Page.Keyboard.TypeAsync("Доработать");
        await board.Press("Enter");
        await Until.True(() => board.Draft.Model.Arrows.Any(a => a.Id == $"{made}|Done|rework"));
        float before = (await board.Middle(made)).Y;
        await board.Press("Control+ArrowDown", "Control+ArrowDown");
        await Until.True(() => board.Draft.Came[^1] is PlaceSteps);
        Assert.Equal(before + 16, (await board.Middle(made)).Y, 1f);
        await board.Press("ArrowLeft");
        Assert.Equal("acquaint", await Focused(board));
        await board.Press("ArrowRight", "Delete");
        await Until.True(() => board.Draft.Definition.Find(made) is null);

        // What led to the step leads on, and everything can be taken back.
        Assert.Contains("acquaint|Done|end", await board.Arrows());
        for (int i = 0; i < 5; i++) await board.Press("Control+z");
        await Until.True(() => board.Draft.Model.Nodes.Count == 7);
        await board.Press("Control+y");
        await Until.True(() => board.Draft.Definition.Find(made) is not null);
        await board.Press("Enter");
        await Until.True(() => board.Draft.Opened.Count == 1);
    }

    [Fact]
    public async Task ArrowList_ChangesOutcomeAndEndOfAnArrow()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Step("sign").FocusAsync();

        await board.Press("a");
        await board.Choose("(возвращено)");
        await board.Choose("Провести к другому шагу");
        await board.Choose("Согласование приказа");
        await Until.True(() => board.Draft.Model.Arrows.Any(a => a.Id == "sign|Returned|concur"));

        Assert.Equal("возвращено", board.Draft.Model.Arrows.Single(a => a.Id == "sign|Returned|concur").Label);
        Assert.True(board.Draft.Model.Arrows.Single(a => a.Id == "sign|Returned|concur").Back);
    }

    [Fact]
    public async Task Search_JumpsToAStepInAFoldedStage_WithoutChangingTheProcess()
    {
        await using Board board = await Board.Open(browser, new Draft(DiagramDraftingTests.Long(stages: 10, steps: 8)));
        Assert.Equal(0, await board.Step("s7-i3").CountAsync());
        await board.Step("s1").FocusAsync();

        await board.Press("Control+f");
        await board.Page.Keyboard.TypeAsync("пункт 7.3");
        await Until.True(() => board.Draft.Selected is ["s7-i3"]);

        (float x, float y) = await board.Middle("s7-i3");
        Assert.InRange(x, 200, 1280);
        Assert.InRange(y, 0, 900);
        Assert.Empty(board.Draft.Came);
    }

    [Fact]
    public async Task Names_OfScriptAndOfTenThousandSigns_AreOnlyWords()
    {
        Draft draft = Order();
        await using Board board = await Board.Open(browser, draft);
        await board.Step("sign").FocusAsync();
        const string script = "<script>window.hacked=1</script><img src=x onerror=\"window.hacked=1\">";
        await board.Press("F2");
        await board.Page.Keyboard.InsertTextAsync(script);
        await board.Press("Enter");
        await Until.True(() => draft.Definition.Find("sign")!.Title == script);
        await board.Press("F2");
        await board.Page.EvaluateAsync("document.querySelector('.naming').value = 'Слово '.repeat(1666)");
        await board.Press("Enter");

        await Until.True(() => draft.Definition.Find("sign")!.Title.Length == 9995);
        Assert.False(await board.Page.EvaluateAsync<bool>("'hacked' in window"));
        (float _, float _, float width, float height) = await board.Box("sign");
        Assert.InRange(height, 100, 200);
        float[] texts = await board.Page.EvaluateAsync<float[]>("[...document.querySelectorAll('[data-node=sign] text')].map(t => t.getBoundingClientRect().width)");
        Assert.All(texts, text => Assert.InRange(text, 0, width));
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(768, true)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task Board_InBothThemesAndAllWidths_IsAccessibleAndFits(int width, bool dark)
    {
        await using Board board = await Board.Open(browser, new Draft(DiagramDraftingTests.Process("000_kindergarten.json")), width, dark);
        if (width >= 640) await board.Step("s1").FocusAsync();
        if (width >= 640) await board.Press("Shift+F10");

        List<string> found = await Browsing.Axe.FaultsAsync(board.Page, "board");
        if (Environment.GetEnvironmentVariable("MENTORSHIP_SHOTS") is { Length: > 0 } folder)
            await board.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"diagram-{width}{(dark ? "-dark" : "")}.png"), FullPage = true });

        Assert.Empty(found);
        Assert.Equal(width, await board.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        float[] sizes = await board.Page.EvaluateAsync<float[]>("[...document.querySelectorAll('.board text')].map(t => parseFloat(getComputedStyle(t).fontSize))");
        Assert.All(sizes, size => Assert.True(size >= 12));
        Assert.Equal(width < 640, await board.Page.GetByText("Изменить процесс можно в таблице и словами").IsVisibleAsync());
    }

    [Fact]
    public async Task Phone_ShowsTheDiagramAndChangesNothing()
    {
        await using Board board = await Board.Open(browser, Order(), width: 390);
        await board.Step("concur").TapAsync();
        await Until.True(() => board.Draft.Selected is ["concur"]);
        await board.Press("Delete");
        await board.Press("n");
        await board.Page.ClickAsync("[data-do=open]");

        await Until.True(() => board.Draft.Opened is ["concur"]);
        Assert.Empty(board.Draft.Came);
        Assert.Equal(1, await board.Step("concur").CountAsync());
    }

    [Fact]
    public async Task Live_ShowsHowStepsStandAndOpensThem()
    {
        Draft draft = new(DiagramDraftingTests.Process("order-pairs.json"), new DiagramSurroundings(_ => "", [],
            new Dictionary<string, DiagramStanding> { ["concur"] = new(Tone.Ok, "согласовано 3 октября"), ["sign"] = new(Tone.Late, "ждёт Лебедеву К. О. с 1 октября") }));
        await using Board board = await Board.Open(browser, draft);

        await board.Step("sign").ClickAsync();
        await Until.True(() => draft.Opened is ["sign"]);
        (float X, float Y) at = await board.Middle("sign");
        await board.Drag(at, (at.X + 60, at.Y + 60));
        await board.Press("Delete");

        Assert.Contains("ждёт Лебедеву К. О. с 1 октября", await board.Step("sign").GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        Assert.Equal(0, await board.Page.Locator(".palette, [data-act=undo], .port").CountAsync());
        Assert.Empty(draft.Came);
        // Dragging moves the board and not the step.
        Assert.Equal(at.X + 60, (await board.Middle("sign")).X, 2f);
    }

    private static Task<string> Focused(Board board) => board.Page.EvaluateAsync<string>("document.activeElement.closest('[data-node]')?.dataset.node ?? ''");
}
