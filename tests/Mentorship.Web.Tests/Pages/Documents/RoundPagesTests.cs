using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Storage;
using Mentorship.UseCases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>An order that its director sent back and that its author has mended.</summary>
    private sealed record Rounds(School School, Errand Errand, Guid Id)
    {
        public static async Task<Rounds> CreateAsync(Site site, OrderText before, OrderText after)
        {
            School school = await School.CreateAsync(site);
            Errand errand = new(site.Services, school.First.InstitutionId);
            Guid id = await errand.ReturnedAsync(DocumentKind.Incentive, school.First.PersonId, before);
            await errand.ResubmitAsync(id, after, "исправлено");
            return new Rounds(school, errand, id);
        }

        /// <summary>The same with an order that was typed on its form.</summary>
        public static async Task<Rounds> TypedAsync(Site site)
        {
            School school = await School.CreateAsync(site);
            (Guid id, Guid work) = await school.WaitingAsync(12500);
            Rounds rounds = new(school, new Errand(site.Services, school.First.InstitutionId), id);
            Good(await site.Get<DecideWorkItem>().RunAsync(school.First.InstitutionId, new DecisionRequest(work, school.First.PersonId, "Returned", Door.Session, "не тот срок", (await rounds.OrderAsync()).CurrentVersionId), default));
            IncentiveOrderForm form = new() { Period = "2025/2026 учебный год", Rows = [new AwardLine(AwardKind.Payment, school.MentorId, "за высокие результаты в наставничестве", 13500)] };
            Good(await site.Get<EditOrder>().RunAsync(school.Actor, id, (await rounds.OrderAsync()).Version, form, default));
            Good(await site.Get<SubmitOrder>().RunAsync(school.Actor, id, (await rounds.OrderAsync()).Version, "увеличена сумма", default));
            return rounds;
        }

        private static void Good<T>(Outcome<T> outcome) => Assert.True(outcome.Succeeded, outcome.Refusal?.Text);

        public async Task<WorkItem> WaitingAsync()
        {
            await using MentorshipDb db = School.Open();
            return await db.WorkItems.SingleAsync(w => w.DocumentId == Id && w.Status == WorkStatus.Open);
        }

        public async Task<Document> OrderAsync()
        {
            await using MentorshipDb db = School.Open();
            return await db.Documents.SingleAsync(d => d.Id == Id);
        }
    }
}
