using System.Net;
using Mentorship.Domain.Cases;
using Mentorship.Storage;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Tests.Deciding;
using Mentorship.Web.Tests.Pages.Decide;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Web.Tests.Pages.Tasks;

/// <summary>Сегодня, задание and Исходящая почта as a browser without scripts sees them.</summary>
public sealed class TaskPagesTests
{
    [Fact]
    public async Task Today_ForTheCurator_ShowsWhoHoldsWhatAndReminds()
    {
        await using Site site = new();
        (_, _) = await DecideTests.WithTaskAsync(site);
        Visitor curator = await site.SignIn();

        string page = await curator.Read("/today");
        Assert.Contains("Провести диагностику", page, StringComparison.Ordinal);
        Assert.Contains("Токарь\u00A0А.\u00A0Н.", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Guid work = await WorkAsync(site);
        HttpResponseMessage answer = await curator.Post("/today", "remind", ("Remind.Work", work.ToString()));

        Assert.Equal("/today?said=reminded", answer.Leads());
        Assert.Contains("сегодня напомнили", await curator.Read("/today?said=reminded"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_ForItsHolder_IsDecidedWithCommentAndHistory()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Errand errand = new(site.Services, first.InstitutionId);
        await errand.TaskAsync(first.PersonId, mayFail: true);
        Visitor curator = await site.SignIn();
        string address = $"/task/{await WorkAsync(site)}";

        await curator.Post(address, "comment", ("text", "начали с пятых классов"));
        HttpResponseMessage unproved = await curator.Post(address, "answer", ("outcome", "Done"));
        HttpResponseMessage done = await curator.Post(address, "answer", ("outcome", "Done"), ("number", "справка № 4"));

        Assert.Contains("Приложите, чем это подтверждается", await unproved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(address, done.Leads());
        string page = await curator.Read(address);
        Assert.Contains("справка № 4", page, StringComparison.Ordinal);
        Assert.Contains("«начали с пятых классов»", page, StringComparison.Ordinal);
        Assert.Contains("выполнено", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_ThatAsksForFields_ShowsThemWithTheHelp_AndRefusesWithoutThem()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Errand errand = new(site.Services, first.InstitutionId);
        await errand.FilledTaskAsync(first.PersonId, await errand.PersonAsync("Лебедева", Mentorship.Domain.People.Roles.Director));
        Visitor curator = await site.SignIn();
        string address = $"/task/{await WorkAsync(site)}";

        string page = await curator.Read(address);
        Assert.Contains("Сколько нужно?", page, StringComparison.Ordinal);
        Assert.Contains("name=\"q.sum\"", page, StringComparison.Ordinal);
        Assert.Contains("Спросите наставников пары.", page, StringComparison.Ordinal);
        Assert.Contains("Заполнить и закрыть", await curator.Read($"/inbox?item={await WorkAsync(site)}"), StringComparison.Ordinal);

        string refused = await (await curator.Post(address, "answer", ("outcome", "DoneUnproved"), ("q.sum", "много"), ("q.form", "онлайн"))).Content.ReadAsStringAsync();
        HttpResponseMessage done = await curator.Post(address, "answer", ("outcome", "DoneUnproved"), ("q.sum", "500"), ("q.form", "онлайн"));

        Assert.Contains("Сколько нужно?: впишите число", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"много\"", refused, StringComparison.Ordinal);
        Assert.Equal(address, done.Leads());
    }

    [Fact]
    public async Task Link_ToATaskThatAsksForFields_IsAnsweredWithoutAScript()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Errand errand = new(site.Services, first.InstitutionId);
        Guid doer = await errand.PersonAsync("Токарь");
        await errand.FilledTaskAsync(doer, first.PersonId);
        string link = $"/d/{await errand.TokenAsync(doer)}";
        HttpClient client = site.CreateClient();

        string page = await client.GetStringAsync(link);
        Assert.Contains("name=\"q.form\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        using MultipartFormDataContent form = new() { { new StringContent("DoneUnproved"), "outcome" }, { new StringContent("12000"), "q.sum" }, { new StringContent("очно"), "q.form" } };
        HttpResponseMessage answer = await client.PostAsync(link, form);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal("Согласовать у директора", (await errand.WorkOfAsync(first.PersonId)).Title);
    }

    [Fact]
    public async Task Task_OfAnotherInstitution_IsNotThere()
    {
        await using Site site = new();
        (Errand errand, _) = await DecideTests.WithTaskAsync(site);
        Guid work = await WorkAsync(site);
        await site.Create("other@example.org", "Лицей № 2");
        Visitor stranger = await site.SignIn("other@example.org");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/task/{work}")).StatusCode);
        await using MentorshipDb db = errand.Open();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/mail/{await db.Mails.Select(m => m.Id).FirstAsync()}")).StatusCode);
    }

    [Fact]
    public async Task Mail_WhenItIsNoDemonstration_MasksTheLinks()
    {
        await using Site site = new();
        (Errand errand, string token) = await DecideTests.WithTaskAsync(site);
        Visitor curator = await site.SignIn();
        await using MentorshipDb db = errand.Open();
        Guid mail = await db.Mails.Select(m => m.Id).SingleAsync();

        string list = await curator.Read("/mail"), one = await curator.Read($"/mail/{mail}");

        Assert.Contains("/d/••••", list, StringComparison.Ordinal);
        Assert.Contains("/d/••••", one, StringComparison.Ordinal);
        Assert.DoesNotContain(token, list + one, StringComparison.Ordinal);
        Assert.Contains("Вам поручено задание", one, StringComparison.Ordinal);
    }

    private static async Task<Guid> WorkAsync(Site site)
    {
        await using MentorshipDb db = new Errand(site.Services, Guid.Empty).Open();
        return await db.WorkItems.IgnoreQueryFilters().Where(w => w.Status == WorkStatus.Open).Select(w => w.Id).SingleAsync();
    }
}
