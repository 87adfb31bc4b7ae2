using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Web.Tests.Pages.Decide;

public sealed partial class DecideTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Link_WhenLookedAt_ChangesNothing(string method)
    {
        await using Site site = new();
        (Errand errand, string token) = await WithTaskAsync(site);
        string before = await errand.EverythingAsync();

        foreach (string path in new[] { $"/d/{token}", $"/d/{token}/document", $"/d/{token}?outcome=Done" })
            Assert.Equal(HttpStatusCode.OK, (await site.CreateClient().SendAsync(new HttpRequestMessage(new HttpMethod(method), path))).StatusCode);

        Assert.Equal(before, await errand.EverythingAsync());
    }

    [Fact]
    public async Task Link_WhenOpened_KeepsItsSecretAndCarriesNoScript()
    {
        await using Site site = new();
        (_, string token) = await WithTaskAsync(site);

        HttpResponseMessage answer = await site.CreateClient().GetAsync($"/d/{token}");
        string page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("noindex, nofollow", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", answer.Headers.ToString(), StringComparison.Ordinal);
        Assert.Contains("Анна Николаевна, вам поручено задание", page, StringComparison.Ordinal);
        Assert.Contains("Справка о диагностике", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_WithTheLongestDocument_WeighsNoMoreThanFiftyKilobytes()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Errand errand = new(site.Services, first.InstitutionId);
        Guid director = await errand.PersonAsync("Лебедева", Roles.Director);
        string longText = string.Concat(Enumerable.Repeat("Провести диагностику профессиональных дефицитов молодых педагогов. ", 6));
        TextTable table = new([.. Enumerable.Range(1, 7).Select(i => new TextColumn($"Столбец {i}", 1))], [.. Enumerable.Range(0, 150).Select(_ => new TextRow([.. Enumerable.Repeat(longText, 7)]))]);
        await errand.OrderAsync(DocumentKind.RoadmapApproval, first.PersonId, [], Errand.Text(longText, longText) with { Annexes = [new OrderAnnex("Дорожная карта", table)] });
        string token = await errand.TokenAsync(director);
        HttpClient client = site.CreateClient();

        byte[] page = await client.GetByteArrayAsync($"/d/{token}");
        string markup = Encoding.UTF8.GetString(page);
        int weight = page.Length;
        foreach (Match style in Styles().Matches(markup)) weight += (await client.GetByteArrayAsync(style.Groups[1].Value)).Length;

        Assert.Equal(3, Styles().Count(markup));
        Assert.InRange(weight, 20_000, 50 * 1024);
        Assert.Contains($"/d/{token}/document", markup, StringComparison.Ordinal);
        Assert.Contains("Войти и подписать", markup, StringComparison.Ordinal);
        Assert.True((await client.GetByteArrayAsync($"/d/{token}/document")).Length > 500_000);
    }

    [Fact]
    public async Task Post_ByTheTokenAlone_DecidesAndShowsWhatWasRecorded()
    {
        await using Site site = new();
        (Errand errand, string token) = await WithTaskAsync(site);
        Visitor visitor = site.Visitor();

        HttpResponseMessage missing = await visitor.Client.PostAsync($"/d/{token}", Form(("outcome", "Done"), ("comment", "всё сделано")));
        HttpResponseMessage done = await visitor.Client.PostAsync($"/d/{token}", Form(("outcome", "Done"), ("number", "справка № 4 от 07.09.2026")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        string asked = await missing.Content.ReadAsStringAsync();
        Assert.Contains("Приложите, чем это подтверждается", asked, StringComparison.Ordinal);
        Assert.Contains("всё сделано", asked, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, $"/d/{token}"), (done.StatusCode, done.Leads()));
        string page = await visitor.Read($"/d/{token}");
        Assert.Contains("Решение записано", page, StringComparison.Ordinal);
        Assert.Contains("Прислать новую ссылку", page, StringComparison.Ordinal);
        await using MentorshipDb db = errand.Open();
        Assert.Equal(Door.Link, (await db.Decisions.SingleAsync()).Door);
    }

    [Fact]
    public async Task Post_WithASessionButAWrongToken_GainsNothingFromTheSession()
    {
        await using Site site = new();
        (Errand errand, _) = await WithTaskAsync(site);
        Visitor curator = await site.SignIn();
        string before = await errand.EverythingAsync();

        HttpResponseMessage answer = await curator.Client.PostAsync($"/d/{new string('A', 43)}", Form(("outcome", "Done"), ("number", "1")));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before, await errand.EverythingAsync());
    }

    [Fact]
    public async Task Post_WithAPhoto_StoresItAsWhatItIs()
    {
        await using Site site = new();
        (Errand errand, string token) = await WithTaskAsync(site);
        using ByteArrayContent photo = new([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);
        using MultipartFormDataContent form = new() { { new StringContent("Done"), "outcome" }, { photo, "files", "../../фото урока.html" } };

        HttpResponseMessage answer = await site.Visitor().Client.PostAsync($"/d/{token}", form);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await using MentorshipDb db = errand.Open();
        Domain.Files.StoredFile file = await db.Files.SingleAsync();
        Assert.Equal(("фото урока.html.jpg", "image/jpeg"), (file.Name, file.ContentType));
    }

    [Fact]
    public async Task WrongLink_WhenGuessedTooOften_MustWait()
    {
        await using Site site = new();
        (_, string token) = await WithTaskAsync(site);
        HttpClient client = site.CreateClient();
        List<HttpStatusCode> answers = [];
        for (int i = 0; i < 22; i++) answers.Add((await client.GetAsync($"/d/{new string('A', 42)}{(char)('a' + i)}")).StatusCode);

        Assert.Equal(20, answers.Count(a => a == HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync($"/d/{token}")).StatusCode);
    }

    [Fact]
    public async Task Fresh_WhetherOrNotThereIsSuchALink_AnswersTheSame()
    {
        await using Site site = new();
        (_, string token) = await WithTaskAsync(site);
        HttpClient client = site.CreateClient();

        string known = await (await client.PostAsync($"/d/{token}/fresh", null)).Content.ReadAsStringAsync();
        string unknown = await (await client.PostAsync($"/d/{new string('A', 43)}/fresh", null)).Content.ReadAsStringAsync();

        Assert.Contains("Проверьте почту", known, StringComparison.Ordinal);
        Assert.Equal(known, unknown);
    }

    internal static async Task<(Errand Errand, string Token)> WithTaskAsync(Site site)
    {
        FirstPerson first = await site.Create();
        Errand errand = new(site.Services, first.InstitutionId);
        Guid person = await errand.PersonAsync("Токарь");
        await errand.TaskAsync(person);
        return (errand, await errand.TokenAsync(person));
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex Styles();
}
