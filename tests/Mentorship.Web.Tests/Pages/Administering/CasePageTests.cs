using System.Net;
using Mentorship.Domain.People;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Tests.Deciding;

namespace Mentorship.Web.Tests.Pages.Administering;

/// <summary>The page of a case as a browser without scripts sees it.</summary>
public sealed class CasePageTests
{
    [Fact]
    public async Task AStepInAttention_IsOnToday_AndIsSkippedWithAReason()
    {
        await using Site site = new();
        (Guid id, _, _) = await HeldAsync(site);
        Visitor admin = await site.SignIn();

        string today = await admin.Read("/today").Words();
        Assert.Contains("Нужно внимание администратора", today, StringComparison.Ordinal);
        Assert.Contains($"/case/{id}", today, StringComparison.Ordinal);
        string page = await admin.Read($"/case/{id}").Words();
        Assert.Contains("Некому поручить шаг «Проверить смету»", page, StringComparison.Ordinal);
        HttpResponseMessage unreasoned = await admin.Post($"/case/{id}", "skip");
        Assert.Contains("Напишите причину", await Task.FromResult(unreasoned).Words(), StringComparison.Ordinal);
        HttpResponseMessage skipped = await admin.Post($"/case/{id}", "skip", ("Act.SkipWhy", "смету уже проверили"));

        Assert.Equal($"/case/{id}", skipped.Leads());
        page = await admin.Read($"/case/{id}").Words();
        Assert.Contains("Проверить смету: шаг пропущен", page, StringComparison.Ordinal);
        Assert.Contains("«смету уже проверили»", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Нужно внимание администратора", await admin.Read("/today").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspended_ThePageAndTheLinkSayIt_UntilItIsResumed()
    {
        await using Site site = new();
        (Guid id, Errand errand, Guid holder) = await HeldAsync(site);
        string link = "/d/" + await errand.TokenAsync(holder);
        Visitor admin = await site.SignIn();

        Assert.Equal($"/case/{id}", (await admin.Post($"/case/{id}", "suspend", ("Act.SuspendWhy", "ждём учредителя"))).Leads());
        string page = await admin.Read($"/case/{id}").Words();
        Assert.Contains("Дело приостановлено", page, StringComparison.Ordinal);
        Assert.Contains("«ждём учредителя»", page, StringComparison.Ordinal);
        string behind = await site.Visitor().Read(link).Words();
        Assert.Contains("Дело приостановлено", behind, StringComparison.Ordinal);
        Assert.DoesNotContain("Новая ссылка", behind, StringComparison.Ordinal);

        Assert.Equal($"/case/{id}", (await admin.Post($"/case/{id}", "resume")).Leads());
        Assert.Contains("Собрать заявки", await site.Visitor().Read(link).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Дело приостановлено", await site.Visitor().Read(link).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moved_AndCancelled_TheHistorySaysBoth()
    {
        await using Site site = new();
        (Guid id, Errand errand, Guid holder) = await HeldAsync(site);
        Visitor admin = await site.SignIn();

        HttpResponseMessage moved = await admin.Post($"/case/{id}?step=held%231", "move", ("Act.To", "unheld"), ("Act.MoveWhy", "заявки не нужны"));
        Assert.Equal($"/case/{id}", moved.Leads());
        Assert.Contains("дело переведено на шаг «Проверить смету», ", await admin.Read($"/case/{id}").Words(), StringComparison.Ordinal);
        Assert.Equal($"/case/{id}", (await admin.Post($"/case/{id}", "cancel", ("Act.CancelWhy", "закупка отменена"))).Leads());

        string page = await admin.Read($"/case/{id}").Words();
        Assert.Contains("Дело отменено", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Отменить дело…", page, StringComparison.Ordinal);
        Assert.Contains("заявки не нужны", await site.Visitor().Read("/d/" + await errand.TokenAsync(holder)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADecision_IsTakenBackBehindItsLink_AndOnThePageOfTheTask()
    {
        await using Site site = new();
        (_, Errand errand, Guid holder) = await HeldAsync(site);
        string link = "/d/" + await errand.TokenAsync(holder);
        Visitor mail = site.Visitor(), admin = await site.SignIn();
        using FormUrlEncodedContent done = new([KeyValuePair.Create("outcome", "Done"), KeyValuePair.Create("number", "справка № 4")]), nothing = new([]), again = new([KeyValuePair.Create("outcome", "Done"), KeyValuePair.Create("number", "справка № 5")]);

        Assert.Equal(HttpStatusCode.SeeOther, (await mail.Client.PostAsync(link, done)).StatusCode);
        Assert.Contains("Отменить решение", await mail.Read(link).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await mail.Client.PostAsync(link + "/take-back", nothing)).StatusCode);
        Assert.DoesNotContain("Отменить решение", await mail.Read(link).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mail.Client.PostAsync(link + "/take-back", nothing)).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await mail.Client.PostAsync(link, again)).StatusCode);
        string task = $"/task/{(await errand.WorkOfAsync(holder)).Id}";
        Assert.Contains("Напишите причину", await admin.Post(task, "take-back").Words(), StringComparison.Ordinal);
        Assert.Equal(task, (await admin.Post(task, "take-back", ("why", "не тот документ"))).Leads());
        Assert.Contains("(решение отменено)", await admin.Read(task).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_OfAnotherInstitutionOrWithoutTheRole_IsClosed()
    {
        await using Site site = new();
        (Guid id, _, _) = await HeldAsync(site);
        await site.Create("other@example.org", "Лицей № 2");
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn("other@example.org")).Open($"/case/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await site.Visitor().Open($"/case/{id}")).StatusCode);
    }

    /// <summary>Two branches: one that somebody holds, one for which there is nobody.</summary>
    internal static async Task<(Guid Case, Errand Errand, Guid Holder)> HeldAsync(Site site)
    {
        FirstPerson first = await site.Create(roles: [Roles.Curator]);
        Errand errand = new(site.Services, first.InstitutionId);
        Guid holder = await errand.PersonAsync("Токарь");
        Guid id = await errand.StartAsync("Закупка оборудования", steps =>
        {
            steps.Add("Mentorship.Task", "held", "Собрать заявки").Text("assignee", $"person:{holder}").Text("deadline", "в течение года");
            steps.Add("Mentorship.Task", "unheld", "Проверить смету").Text("assignee", "role:accountant").Text("deadline", "в течение года");
        });
        return (id, errand, holder);
    }
}
