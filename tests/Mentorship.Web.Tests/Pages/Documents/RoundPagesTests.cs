using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.UseCases.Tests.Deciding;

namespace Mentorship.Web.Tests.Pages.Documents;

/// <summary>A document that came back, on every page that shows it: what changed, word by word.</summary>
public sealed class RoundPagesTests
{
    [Fact]
    public async Task InboxTaskAndLink_ShowTheWordsThatChanged()
    {
        await using Site site = new();
        Rounds rounds = await Rounds.TypedAsync(site);
        Visitor director = await rounds.School.SignIn();
        WorkItem work = await rounds.WaitingAsync();

        foreach (string page in new[]
        {
            await director.Read($"/inbox?item={work.Id}").Words(), await director.Read($"/task/{work.Id}").Words(),
            await site.Visitor().Read("/d/" + await rounds.Errand.TokenAsync(rounds.School.First.PersonId)).Words(),
        })
        {
            string words = Flat(page);
            Assert.Contains("Что изменилось после вашего замечания", words, StringComparison.Ordinal);
            Assert.Contains("«не тот срок»", words, StringComparison.Ordinal);
            Assert.Contains("По сравнению с редакцией 1 изменено 1\u00A0место.", words, StringComparison.Ordinal);
            Assert.Contains("<del><span class=\"unseen\">было: </span>12 500</del> <ins><span class=\"unseen\">стало: </span>13 500</ins>", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Link_OfAHugeRewrite_StaysLight()
    {
        await using Site site = new();
        OrderText Big(string word) => Errand.Text([.. Enumerable.Range(1, 600).Select(i => $"{word} {i} делает своё {word} дело по всей школе, {string.Join(' ', Enumerable.Repeat(word, 40))}.")]);
        Rounds rounds = await Rounds.CreateAsync(site, Big("наставник"), Big("куратор"));
        string page = await site.Visitor().Read("/d/" + await rounds.Errand.TokenAsync(rounds.School.First.PersonId));
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1000, 35_000);
        Assert.Contains("и ещё", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaseAndDocument_ListTheVersions_AndCompareThem()
    {
        await using Site site = new();
        Rounds rounds = await Rounds.CreateAsync(site, Errand.Text("Премировать Кравца И. С. до 15 сентября."), Errand.Text("Премировать Кравца И. С. до 20 сентября."));
        Visitor director = await rounds.School.SignIn();
        Document order = await rounds.OrderAsync();
        string changes = $"/documents/{order.Id}/versions/{order.CurrentVersionId}/changes";

        string page = Flat(await director.Read($"/case/{order.CaseId}").Words());
        Assert.Contains("Редакция 2", page, StringComparison.Ordinal);
        Assert.Contains("«исправлено»", page, StringComparison.Ordinal);
        Assert.Contains("возвращено «не тот срок»", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"href=\"{changes}\"", page, StringComparison.Ordinal);
        string document = Flat(await director.Read($"/documents/{order.Id}").Words());
        Assert.Contains("с прошлой редакции изменено 1\u00A0место", document, StringComparison.Ordinal);
        Assert.Contains($"href=\"{changes}\"", document, StringComparison.Ordinal);
        string compared = Flat(await director.Read(changes).Words());
        Assert.Contains("Что изменилось в редакции 2", compared, StringComparison.Ordinal);
        Assert.Contains("20</ins> сентября", compared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_OfAnotherInstitution_AreClosed()
    {
        await using Site site = new();
        Rounds rounds = await Rounds.CreateAsync(site, Errand.Text("Одно."), Errand.Text("Другое."));
        Document order = await rounds.OrderAsync();
        await site.Create("other@example.org", "Лицей № 2");
        Visitor stranger = await site.SignIn("other@example.org");
        string path = $"/documents/{order.Id}/versions/{order.CurrentVersionId}";
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(path + "/changes")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/case/{order.CaseId}")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await site.Visitor().Open(path + "/changes")).StatusCode);
    }

    private static string Flat(string page) => Regex.Replace(page, "[ \r\n]+", " ");
}
