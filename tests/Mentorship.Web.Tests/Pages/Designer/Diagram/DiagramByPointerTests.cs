using Mentorship.Flow;
using Mentorship.Web.Pages.Designer.Diagram;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Pages.Designer.Diagram;

/// <summary>The board under a mouse: every gesture is seen at once and arrives as an edit.</summary>
public sealed class DiagramByPointerTests(BoardBrowser browser) : IClassFixture<BoardBrowser>
{
    private static Draft Order() => new(DiagramDraftingTests.Process("order-pairs.json"));

    [Fact]
    public async Task AStepThatWaits_IsDrawnAsOthers_UntilItsStateIsKnown()
    {
        ProcessDefinition order = DiagramDraftingTests.Process("order-pairs.json");
        ProcessDefinition waiting = new AddStep(order.Root.Id, "Elsa.Event", "Ответ бухгалтерии") { Id = "answer", At = new Mentorship.Flow.Position(0, 400) }.Apply(order).Definition!;
        Task<string> Edge(Board board, string step) => board.Page.EvaluateAsync<string>("step => getComputedStyle(document.querySelector(`[data-node='${step}'] .body`)).stroke", step);

        await using (Board board = await Board.Open(browser, new Draft(waiting))) Assert.Equal(await Edge(board, "sign"), await Edge(board, "answer"));
        DiagramSurroundings running = new(_ => "", [], new Dictionary<string, DiagramStanding> { ["answer"] = new(Mentorship.Web.Parts.Tone.Wait, "ждёт ответа") });
        await using (Board board = await Board.Open(browser, new Draft(waiting, running))) Assert.NotEqual(await Edge(board, "sign"), await Edge(board, "answer"));
    }

    [Fact]
    public async Task Drag_AStep_MovesItWithItsArrowsAndIsUndoneByKeys()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Fit();
        (float X, float Y) at = await board.Middle("sign");
        string arrow = "concur|Approved|sign";
        string before = (await board.Page.GetAttributeAsync($"[data-arrow='{arrow}'] .reach", "d"))!;

        await board.Grab(at, (at.X, at.Y - 120));
        string during = (await board.Page.GetAttributeAsync($"[data-arrow='{arrow}'] .reach", "d"))!;
        await board.Page.Mouse.UpAsync();
        await Until.True(() => board.Draft.Came.Count == 1);
        (float X, float Y) moved = await board.Middle("sign");
        await board.Press("Control+z");

        Assert.NotEqual(before, during);
        Assert.InRange(moved.Y, at.Y - 130, at.Y - 110);
        Assert.Equal(at.X, moved.X, 1f);
        // What was laid out for the eye became true with the first edit.
        Assert.IsType<PlaceSteps>(Assert.IsType<EditGroup>(Assert.Single(board.Draft.Came)).Edits[1]);
        await Until.True(async () => Math.Abs((await board.Middle("sign")).Y - at.Y) < 1);
        await Until.True(() => board.Draft.Model.Settle is not null);
    }

    [Fact]
    public async Task DragHandle_ToAStepWithSeveralOutcomes_AsksInRussianAndConnects()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Fit();

        await board.DragHandle("concur", await board.Middle("register"));
        string[] offered = await board.Page.Locator(".menu button b").AllInnerTextsAsync() is { } texts ? [.. texts] : [];
        await board.Choose("согласовано");

        Assert.Equal(["согласовано", "возвращено", "отклонено"], offered);
        await Until.True(() => board.Draft.Model.Arrows.Any(a => a.Id == "concur|Approved|register"));
        Assert.Contains("concur|Approved|register", await board.Arrows());
        Assert.Contains("Стрелка от «Согласование приказа о парах»", await board.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DragHandle_DroppedOnNothing_AsksForAStepAndAppendsIt()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Fit();
        (float X, float Y) at = await board.Middle("rework");

        await board.DragHandle("rework", (at.X - 100, at.Y + 170));
        await board.Page.Keyboard.TypeAsync("анке");
        await board.Press("Enter");

        await Until.True(() => board.Draft.Model.Nodes.Any(n => n.Type == "Mentorship.Survey"));
        string made = board.Draft.Model.Nodes.Single(n => n.Type == "Mentorship.Survey").Id;
        Assert.Contains($"rework|Done|{made}", await board.Arrows());
    }

    [Fact]
    public async Task Palette_DroppedOnAnArrow_PutsTheStepOnItsWay()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Fit();
        LocatorBoundingBoxResult button = (await board.Page.Locator("[data-kind='Mentorship.Task']").BoundingBoxAsync())!;

        await board.Drag((button.X + 60, button.Y + 20), await board.OnArrow("register|Done|acquaint"));

        await Until.True(() => board.Draft.Model.Nodes.Any(n => n.Type == "Mentorship.Task"));
        string made = board.Draft.Model.Nodes.Single(n => n.Type == "Mentorship.Task").Id;
        IReadOnlyList<string> arrows = await board.Arrows();
        Assert.Contains($"register|Done|{made}", arrows);
        Assert.Contains($"{made}|Done|acquaint", arrows);
        Assert.DoesNotContain("register|Done|acquaint", arrows);
    }

    [Fact]
    public async Task Arrow_SelectedByPointer_CanBeBentLedElsewhereAndCut()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Fit();
        (float X, float Y) on = await board.OnArrow("rework|Done|concur");
        await board.Page.Mouse.ClickAsync(on.X, on.Y);

        (float X, float Y) bend = await board.Of(".grip-bend.level");
        await board.Drag(bend, (bend.X, bend.Y + 60));
        await Until.True(() => board.Draft.Came.Count == 1);
        await board.Drag(await board.Of("[data-end=target]"), await board.Middle("sign"));
        await Until.True(() => board.Draft.Model.Arrows.Any(a => a.Id == "rework|Done|sign"));
        await board.Press("Delete");

        await Until.True(() => !board.Draft.Model.Arrows.Any(a => a.Source == "rework"));
        await Until.True(async () => !(await board.Arrows()).Any(id => id.StartsWith("rework|", StringComparison.Ordinal)));
        Assert.Contains(board.Draft.Came.SelectMany(e => e is EditGroup group ? group.Edits : [e]).OfType<BendArrow>(), bent => bent.Vertices.Count > 1);
    }

    [Fact]
    public async Task Marquee_OverSteps_SelectsAlignsCopiesAndPastesThem()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Fit();
        (float X, float Y, float Width, float Height) a = await board.Box("sign"), b = await board.Box("rework");

        await board.Drag((a.X - 30, Math.Min(a.Y, b.Y) - 60), (b.X + 20, b.Y + b.Height + 8));
        await Until.True(() => board.Draft.Selected.Contains("sign") && board.Draft.Selected.Contains("rework"));
        await board.Page.ClickAsync("[data-do=top]");
        await Until.True(() => board.Draft.Came.Count == 1);
        await board.Press("Control+c");
        await Until.True(async () => (await board.Said()).Contains("Скопировано", StringComparison.Ordinal));
        int before = board.Draft.Model.Nodes.Count, taken = board.Draft.Selected.Count;
        await board.Press("Control+v");

        await Until.True(() => board.Draft.Model.Nodes.Count == before + taken);
        await Until.True(async () => (await board.Steps()).Count == before + taken);
        Assert.Equal(board.Draft.Definition.Find("sign")!.Position!.Value.Y, board.Draft.Definition.Find("rework")!.Position!.Value.Y);
    }

    [Fact]
    public async Task Paste_OfGarbage_IsASentenceAndNothingElse()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Page.Mouse.ClickAsync(900, 150);
        string script = "<img src=x onerror=window.hacked=1>";
        foreach (string garbage in new[] { script, "{\"steps\":5}", "{", new string('я', 200_000) })
        {
            await board.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", garbage);
            await board.Press("Control+v");
            await Until.True(async () => (await board.Said()).Contains("В буфере нет шагов процесса", StringComparison.Ordinal));
            await board.Press("Escape");
        }
        await board.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", "{\"steps\":[{\"type\":7}]}");
        await board.Press("Control+v");
        await Until.True(async () => (await board.Said()).Contains("В буфере нет шагов процесса", StringComparison.Ordinal));

        Assert.Equal(7, board.Draft.Model.Nodes.Count);
        Assert.False(await board.Page.EvaluateAsync<bool>("'hacked' in window"));
    }

    [Fact]
    public async Task Stage_IsFoldedAndAStepIsDraggedIntoIt()
    {
        Draft draft = new(DiagramDraftingTests.Long(stages: 2, steps: 2));
        await using Board board = await Board.Open(browser, draft);
        await board.Fit();

        await board.Drag(await board.Middle("s1-i2"), await Floor(board, "s2"));
        await Until.True(() => draft.Model.Nodes.Single(n => n.Id == "s1-i2").Parent == "s2");
        (float X, float Y) fold = await board.Of("[data-node=s1] > .own > .tools > [data-fold]");
        await board.Page.Mouse.ClickAsync(fold.X, fold.Y);
        await Until.True(() => draft.Model.Nodes.Single(n => n.Id == "s1").Folded);

        Assert.Equal(0, await board.Step("s1-i1").CountAsync());
        Assert.Equal("false", await board.Step("s1").GetAttributeAsync("aria-expanded"));
        Assert.Equal(1, await board.Page.Locator("[data-node=s2] [data-node=s1-i2]").CountAsync());
    }

    [Fact]
    public async Task Zoom_ByWheelAndButtons_StaysBetweenTenAndFourHundredPercent()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Page.Mouse.MoveAsync(700, 300);
        await board.Page.Keyboard.DownAsync("Control");
        for (int i = 0; i < 20; i++) await board.Page.Mouse.WheelAsync(0, 400);
        await Until.True(async () => await board.Page.InnerTextAsync("[data-zoom]") == "10 %");
        for (int i = 0; i < 40; i++) await board.Page.Mouse.WheelAsync(0, -400);
        await Until.True(async () => await board.Page.InnerTextAsync("[data-zoom]") == "400 %");
        await board.Page.Keyboard.UpAsync("Control");
        await board.Page.ClickAsync("[data-act=zoomWhole]");

        Assert.Equal("100 %", await board.Page.InnerTextAsync("[data-zoom]"));
    }

    [Fact]
    public async Task Minimap_LeadsToWhatIsNotSeen_AndCoversNothingWhereAllIs()
    {
        await using Board board = await Board.Open(browser, Order());
        await board.Fit();
        await Assertions.Expect(board.Page.Locator("[data-minimap]")).ToBeHiddenAsync();
        for (int i = 0; i < 9; i++) await board.Page.ClickAsync("[data-act=zoomIn]");
        await Assertions.Expect(board.Page.Locator("[data-minimap]")).ToBeVisibleAsync();
        string before = await WorldAsync(board);
        await board.Page.ClickAsync("[data-minimap] svg", new() { Position = new() { X = 12, Y = 56 } });
        await Until.True(async () => await WorldAsync(board) != before);

        static async Task<string> WorldAsync(Board board) => (await board.Page.Locator("[data-sheet] svg.board > g").First.GetAttributeAsync("transform"))!;
    }

    [Fact]
    public async Task Touch_DragsPinchesAndHolds()
    {
        await using Board board = await Board.Open(browser, Order(), width: 1024);
        await using Fingers fingers = await Fingers.On(board.Page);
        await board.Fit();
        (float X, float Y) at = await board.Middle("sign");

        await fingers.Move([at], [(at.X, at.Y - 90)]);
        await Until.True(() => board.Draft.Came.Count == 1);
        string before = await board.Page.InnerTextAsync("[data-zoom]");
        await fingers.Move([(500, 500), (600, 500)], [(400, 500), (700, 500)]);
        await Until.True(async () => await board.Page.InnerTextAsync("[data-zoom]") != before);
        await board.Fit();
        await fingers.Hold(await board.Middle("concur"));

        await Until.True(async () => await board.Page.EvaluateAsync<bool>("document.activeElement.dataset.do === 'append'"));
        await Until.True(() => board.Draft.Selected is ["concur"]);
        Assert.Single(board.Draft.Came);
    }

    /// <summary>A free place in a stage, below what it holds.</summary>
    private static async Task<(float X, float Y)> Floor(Board board, string stage)
    {
        (float x, float y, float width, float height) = await board.Box(stage);
        return (x + width / 2, y + height - 6);
    }
}
