using Mentorship.Flow;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Pages.Designer.Diagram;

/// <summary>The board when the connection breaks, when a page is loaded anew, and when somebody else changes the process.</summary>
public sealed class DiagramOverALineTests(BoardBrowser browser) : IClassFixture<BoardBrowser>
{
    private static Draft Order() => new(DiagramDraftingTests.Process("order-pairs.json"));

    [Fact]
    public async Task LostConnection_InTheMiddleOfADrag_LosesNothingAndDoublesNothing()
    {
        await using Board board = await Board.Open(browser, Order(), overALine: true);
        await board.Fit();
        (float X, float Y) at = await board.Middle("sign");

        await board.Grab(at, (at.X, at.Y - 60));
        board.Line.Cut();
        await board.Page.Mouse.MoveAsync(at.X, at.Y - 120, new MouseMoveOptions { Steps = 6 });
        await board.Page.Mouse.UpAsync();
        await board.Press("F2");
        await board.Page.Keyboard.TypeAsync("Подпись без связи");
        await board.Press("Enter");
        await Until.True(async () => (await board.Page.InnerTextAsync("[data-waiting]")).Contains("Ждёт отправки: 2 изменения", StringComparison.Ordinal));
        (float X, float Y) moved = await board.Middle("sign");
        Assert.Empty(board.Draft.Came);
        board.Line.Mend();

        await Until.True(() => board.Draft.Came.Count >= 2);
        await Until.True(async () => (await board.Page.InnerTextAsync("[data-waiting]")).Length == 0);
        Assert.Equal(2, board.Draft.Came.Count);
        Assert.Equal("Подпись без связи", board.Draft.Definition.Find("sign")!.Title);
        Assert.InRange(moved.Y, at.Y - 135, at.Y - 105);
        Assert.Equal(moved.Y, (await board.Middle("sign")).Y, 12f);
    }

    [Fact]
    public async Task LayOut_ThatTakesItsTime_IsSaidToBeAtWorkAndHoldsNothingUp()
    {
        await using Board board = await Board.Open(browser, Order(), overALine: true);
        await board.Fit();
        (float X, float Y) at = await board.Middle("sign");
        board.Line.Cut();
        await board.Page.ClickAsync("[data-act=layOut]");
        Assert.Equal("true", await board.Page.GetAttributeAsync("[data-sheet]", "aria-busy"));
        Assert.NotEmpty(await board.Page.InnerTextAsync("[data-waiting]"));
        await board.Page.Mouse.ClickAsync(at.X, at.Y);
        await board.Press("F2");
        await board.Page.Keyboard.TypeAsync("Подпись во время раскладки");
        await board.Press("Enter");
        await Until.True(async () => (await board.Page.TextContentAsync("[data-node=sign]"))!.Contains("раскладки", StringComparison.Ordinal));
        Assert.Empty(board.Draft.Came);
        board.Line.Mend();

        await Until.True(async () => await board.Page.GetAttributeAsync("[data-sheet]", "aria-busy") == "false" && (await board.Page.InnerTextAsync("[data-waiting]")).Length == 0);
        await Until.True(() => board.Draft.Definition.Find("sign")!.Title == "Подпись во время раскладки");
        Assert.Equal(2, board.Draft.Came.Count);
    }

    [Fact]
    public async Task Reload_WithEditsUnsent_OffersThemAgain()
    {
        await using Board board = await Board.Open(browser, Order(), overALine: true);
        board.Line.Cut();
        await board.Step("sign").FocusAsync();
        await board.Press("F2");
        await board.Page.Keyboard.TypeAsync("Подпись заново");
        await board.Press("Enter");
        await Until.True(async () => (await board.Page.InnerTextAsync("[data-waiting]")).Length > 0);
        board.Line.Mend();
        // The page is loaded anew before the line has come back for it.
        await board.Page.ReloadAsync();
        await board.Ready();
        if (board.Draft.Came.Count == 0)
        {
            await board.Page.GetByRole(AriaRole.Button, new() { Name = "Применить" }).ClickAsync();
            await Until.True(() => board.Draft.Definition.Find("sign")!.Title == "Подпись заново");
        }

        Assert.Equal("Подпись заново", board.Draft.Definition.Find("sign")!.Title);
        await board.Page.ReloadAsync();
        await board.Ready();
        Assert.Equal(0, await board.Page.GetByRole(AriaRole.Button, new() { Name = "Применить" }).CountAsync());
    }

    [Fact]
    public async Task ChangeElsewhere_ArrivesAtTheBoardAndAtAnotherBrowser()
    {
        await using Board board = await Board.Open(browser, Order());
        board.Draft.ChangeElsewhere(new RenameStep("sign", "Подпись заведующего"));
        await Until.True(async () => (await board.Step("sign").GetAttributeAsync("aria-label"))!.Contains("заведующего", StringComparison.Ordinal));

        board.Draft.ChangeElsewhere(new RemoveSteps(["register"]));
        await Until.True(async () => !(await board.Steps()).Contains("register"));

        Assert.Contains("sign|Signed|acquaint", await board.Arrows());
    }

    [Fact]
    public async Task Refusal_GoesBackToTheTruthAndSaysWhy()
    {
        await using Board board = await Board.Open(browser, Order());
        // Gone meanwhile, and this browser has not heard of it.
        board.Draft.Do(new RemoveSteps(["register"]));
        await board.Step("register").FocusAsync();
        await board.Press("F2");
        await board.Page.Keyboard.TypeAsync("Реестр");
        await board.Press("Enter");

        await Until.True(async () => (await board.Said()).Contains("Шага «register» в процессе уже нет", StringComparison.Ordinal));
        await Until.True(async () => !(await board.Steps()).Contains("register"));
        Assert.DoesNotContain(board.Draft.Model.Nodes, n => n.Title == "Реестр");
    }

    [Fact]
    public async Task LongClip_LongerThanAMessage_ArrivesWhole()
    {
        Draft draft = Order();
        draft.Do(new RenameStep("rework", string.Concat(Enumerable.Repeat("я", 9_900))));
        for (int i = 0; i < 4; i++) draft.Do(new PasteSteps("flow", StepClip.Copy(draft.Definition, ["rework"])));
        string clip = StepClip.Copy(draft.Definition, [.. draft.Definition.Activities().Where(a => a.Id.StartsWith("rework", StringComparison.Ordinal)).Select(a => a.Id)]);
        Assert.True(clip.Length > 40_000);
        await using Board board = await Board.Open(browser, Order());
        await board.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", clip);
        await board.Step("end").FocusAsync();
        await board.Press("Control+v");

        await Until.True(() => board.Draft.Model.Nodes.Count == 12);
    }
}
