using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Mentorship.Domain.People;

namespace Mentorship.Web.Tests.Pages.Documents;

public sealed class DocumentTests
{
    [Fact]
    public async Task Files_OfAForeignInstitution_AreNotThere()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        (Guid document, Guid work) = await school.WaitingAsync();
        await site.Create("other@example.org", "МБДОУ «Ласточка»", Roles.Director, Roles.Curator);
        Visitor stranger = await site.SignIn("other@example.org"), director = await school.SignIn();

        foreach (string path in new[] { $"/documents/{document}", $"/documents/{document}/print", $"/documents/{document}/order.docx", $"/documents/{document}/files/{Guid.CreateVersion7()}", $"/pairs/{document}/consent/mentor" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(path)).StatusCode);
        Assert.DoesNotContain("поощрен", await stranger.Read($"/inbox?item={work}").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(document.ToString(), await stranger.Read("/documents").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await director.Open($"/documents/{document}")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await site.Visitor().Open($"/documents/{document}/print")).StatusCode);
    }

    [Fact]
    public async Task Print_BringsItsOwnStyleAndNothingElse()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        (Guid document, _) = await school.WaitingAsync();
        Visitor director = await school.SignIn();

        HttpResponseMessage print = await director.Open($"/documents/{document}/print");
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", Assert.Single(print.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("Проект", await print.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        HttpResponseMessage word = await director.Open($"/documents/{document}/order.docx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word.Content.Headers.ContentType!.MediaType);
        Assert.Equal("PK"u8.ToArray(), (await word.Content.ReadAsByteArrayAsync())[..2]);
    }

    [Fact]
    public async Task Paper_FromTheNumberOverASpoiltPrintToTheScan()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site, electronic: false);
        (Guid document, Guid work) = await school.WaitingAsync();
        Visitor director = await school.SignIn();
        string path = $"/documents/{document}";
        Assert.Contains("Подписать на бумаге…", await director.Read($"/inbox?item={work}").Words(), StringComparison.Ordinal);

        Assert.Equal(path, (await director.Post(path, "act", ("Act.What", "Print"))).Leads());
        Assert.Equal(path, (await director.Post(path, "act", ("Act.What", "Void"), ("Act.Reason", "залили чаем"))).Leads());
        Assert.Equal(path, (await director.Post(path, "act", ("Act.What", "Print"))).Leads());
        string page = await director.Read(path);
        using MultipartFormDataContent form = new();
        foreach (Match hidden in Regex.Matches(Regex.Match(page, "<form[^>]*multipart[\\s\\S]*?</form>").Value, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")) form.Add(new StringContent(hidden.Groups[2].Value), hidden.Groups[1].Value);
        form.Add(new StringContent("папка 02-05"), "Scan.KeptAt");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("%PDF-1.7 скан")), "Scan.File", "скан.pdf");
        HttpResponseMessage scanned = await director.Client.PostAsync(path, form);

        Assert.Equal(path, scanned.Leads());
        string signed = await director.Read(path).Words();
        Assert.Contains("№ 2-к от", signed, StringComparison.Ordinal);
        Assert.Contains("Оригинал хранится: папка 02-05", signed, StringComparison.Ordinal);
        string book = await director.Read("/documents/books").Words();
        Assert.Contains("залили чаем", book, StringComparison.Ordinal);
        Assert.Contains("№\u00a02-к", book, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewOrder_KeepsWhatWasTypedWhenARowIsAddedAndIsFoundByNameAfterwards()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        Visitor curator = await school.SignIn();
        (string, string?)[] typed = [("Form.Awards[0].Person", school.MentorId.ToString()), ("Form.Awards[0].Kind", "Payment"), ("Form.Awards[0].Ground", "за подготовку олимпиады"), ("Form.Awards[0].Sum", "12 500,50")];

        string more = await curator.Post("/documents/new/order-incentive", "order", [.. typed, ("Form.What", "Add")]).Words();
        Assert.Contains("за подготовку олимпиады", more, StringComparison.Ordinal);
        Assert.Contains("Form.Awards[1].Person", more, StringComparison.Ordinal);
        string wrong = await curator.Post("/documents/new/order-incentive", "order", [.. typed[..3], ("Form.Awards[0].Sum", "тысяча"), ("Form.What", "Save")]).Words();
        Assert.Contains("Сумму «тысяча» прочитать не удалось", wrong, StringComparison.Ordinal);
        string draft = (await curator.Post("/documents/new/order-incentive", "order", [.. typed, ("Form.What", "Save")])).Leads();

        Assert.Contains("12\u00a0500,50\u00a0руб.", await curator.Read(draft).Words(), StringComparison.Ordinal);
        Assert.Contains(draft, await curator.Read("/documents?q=" + Uri.EscapeDataString("КРАВЕЦ выплат") + "&kind=order-incentive&status=Draft").Words(), StringComparison.Ordinal);
        Assert.Contains("Ничего не нашлось", await curator.Read("/documents?q=" + Uri.EscapeDataString("Иванова")).Words(), StringComparison.Ordinal);
        Assert.Equal(draft, (await curator.Post(draft, "act", ("Act.What", "Submit"))).Leads());
        Assert.Contains("Сейчас у кого", await curator.Read(draft).Words(), StringComparison.Ordinal);
    }
}
