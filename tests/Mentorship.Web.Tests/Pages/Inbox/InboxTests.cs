using System.Net;
using System.Text.RegularExpressions;

namespace Mentorship.Web.Tests.Pages.Inbox;

public sealed class InboxTests
{
    [Fact]
    public async Task Sign_WithoutScripts_WaitsAMinuteIsTakenBackAndSentAtOnce()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        (Guid document, Guid work) = await school.WaitingAsync();
        Visitor director = await school.SignIn();
        string inbox = await director.Read("/inbox").Words();
        Assert.Contains("На подпись", inbox, StringComparison.Ordinal);
        Assert.Contains("1\u00a0человек · 12\u00a0500\u00a0₽", inbox, StringComparison.Ordinal);

        Assert.Contains("Введите ПИН", await director.Post($"/inbox?item={work}", "decide", ("Form.Outcome", "Signed")).Words(), StringComparison.Ordinal);
        Assert.Equal("/inbox?said=Signed", (await director.Post($"/inbox?item={work}", "decide", ("Form.Outcome", "Signed"), ("Form.Pin", School.Pin))).Leads());
        Assert.Equal("/inbox?said=Undone", (await director.Post("/inbox", "pending", ("Change.Undo", Pending(await director.Read("/inbox").Words(), "Undo")))).Leads());
        Assert.DoesNotContain("name=\"Form.Pin\"", await director.Read($"/inbox?item={work}").Words(), StringComparison.Ordinal);
        Assert.Equal("/inbox?said=Signed", (await director.Post($"/inbox?item={work}", "decide", ("Form.Outcome", "Signed"))).Leads());
        string waiting = Pending(await director.Read("/inbox").Words(), "Now");
        Assert.Equal("/inbox?said=Sent", (await director.Post("/inbox", "pending", ("Change.Now", waiting))).Leads());
        Assert.Contains("уже закрыто", await director.Post("/inbox", "pending", ("Change.Now", waiting)).Words(), StringComparison.Ordinal);

        string page = await director.Read($"/documents/{document}").Words();
        Assert.Contains("№ 1-к от", page, StringComparison.Ordinal);
        Assert.Contains("Документ подписан простой электронной подписью", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_WithAChipAlone_GoesBackWithThatReason()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        (Guid document, Guid work) = await school.WaitingAsync();
        Visitor director = await school.SignIn();

        Assert.Contains("Напишите, что нужно исправить", await director.Post($"/inbox?item={work}", "decide", ("Form.Outcome", "Returned")).Words(), StringComparison.Ordinal);
        Assert.Equal("/inbox?said=Returned", (await director.Post($"/inbox?item={work}", "decide", ("Form.Outcome", "Returned"), ("Form.Reason", "сумма"))).Leads());

        Assert.Contains("вернули: сумма", await director.Read("/inbox").Words(), StringComparison.Ordinal);
        string returned = await director.Read($"/documents/{document}").Words();
        Assert.Contains("Отправить снова", returned, StringComparison.Ordinal);
        Assert.DoesNotContain("Круг 1", returned, StringComparison.Ordinal);

        await director.Post($"/documents/{document}", "act", ("Act.What", "Submit"), ("Act.Seen", Regex.Match(returned, "name=\"Act.Seen\" value=\"(\\d+)\"").Groups[1].Value), ("Act.Change", "уменьшена сумма"));
        string again = Regex.Replace(await director.Read($"/documents/{document}").Words(), "\\s+", " ");
        Assert.Matches("<h3[^>]*>Круг 1</h3>.*сумма.*<h3[^>]*>Круг 2: уменьшена сумма</h3>.*Решений ещё нет", again);
    }

    [Fact]
    public async Task SignBatch_ShowsWhatIsSignedAndDropsWhatIsGone()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        (_, Guid first) = await school.WaitingAsync(1000);
        (_, Guid second) = await school.WaitingAsync(2000);
        Visitor director = await school.SignIn();
        string path = $"/inbox/sign?item={first}&item={second}&item={Guid.CreateVersion7()}";

        string list = await director.Read(path).Words();
        Assert.Contains("Кравец\u00a0И.\u00a0С.: выплата 2\u00a0000\u00a0₽", list, StringComparison.Ordinal);
        Assert.Contains("изменились или ушли: 1\u00a0документ", list, StringComparison.Ordinal);
        Assert.Contains("ПИН не подошёл", await director.Post(path, "batch", ("Form.Pin", "0000")).Words(), StringComparison.Ordinal);
        string done = await director.Post(path, "batch", ("Form.Pin", School.Pin)).Words();
        Assert.Contains("Подпись поставлена: 2\u00a0документа", done, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(await director.Read("/inbox").Words(), "data-seconds="));
    }

    [Fact]
    public async Task Inbox_WhenTheTaskIsClosedMeanwhile_SaysSoAndShowsTheRest()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        (_, Guid work) = await school.WaitingAsync();
        Visitor director = await school.SignIn(), other = await school.SignIn();
        await other.Post($"/inbox?item={work}", "decide", ("Form.Outcome", "Returned"), ("Form.Reason", "оформление"));

        HttpResponseMessage late = await director.Post("/inbox", "decide", ("Form.WorkItem", work.ToString()), ("Form.Outcome", "Signed"), ("Form.Pin", School.Pin));

        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Contains("уже закрыто", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Pending(string page, string button) => Regex.Match(page, $"name=\"Change\\.{button}\" value=\"([^\"]+)\"").Groups[1].Value;
}
