using System.Net;
using Mentorship.UseCases.Installing;

namespace Mentorship.Web.Tests.Pages.Start;

public sealed class FirstStartTests
{
    [Fact]
    public async Task Start_WithTheCodeOfTheConsole_MakesTheInstitutionAndSignsIn()
    {
        await using Site site = new();
        Visitor visitor = site.Visitor();

        HttpResponseMessage answer = await visitor.Post("/start", "start", Answers(site.Get<SetupCode>().Text));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/today", (await visitor.Open("/")).Leads());
        Assert.Equal("/", (await site.Visitor().Open("/start")).Leads());
    }

    [Fact]
    public async Task Start_WithoutARole_MakesAnAdministrator()
    {
        await using Site site = new();
        Visitor visitor = site.Visitor();

        await visitor.Post("/start", "start", [.. Answers(site.Get<SetupCode>().Text).Where(answer => answer.Name != "Form.Roles"), ("Form.Roles", null)]);

        Assert.Contains("Роли: администратор", await visitor.Read("/me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAWrongCode_MakesNothing()
    {
        await using Site site = new();

        HttpResponseMessage answer = await site.Visitor().Post("/start", "start", Answers("AAAA-AAAA"));

        Assert.Contains("Код не подошёл", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/start", (await site.Visitor().Open("/")).Leads());
    }

    [Fact]
    public async Task Start_WithTenWrongCodes_VoidsTheRightOne()
    {
        await using Site site = new();
        Visitor visitor = site.Visitor();
        for (int i = 0; i < 10; i++) await visitor.Post("/start", "start", Answers("AAAA-AAAA"));

        HttpResponseMessage answer = await visitor.Post("/start", "start", Answers(site.Get<SetupCode>().Text));

        Assert.Contains("Перезапустите программу", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAnAnswerMissing_KeepsTheCodeAndTheOtherAnswers()
    {
        await using Site site = new();
        Visitor visitor = site.Visitor();
        (string, string?)[] answers = [.. Answers(site.Get<SetupCode>().Text).Where(answer => answer.Name != "Form.Password"), ("Form.Password", "коротко")];

        string page = await (await visitor.Post("/start", "start", answers)).Content.ReadAsStringAsync();

        Assert.Contains("не короче 10 знаков", page, StringComparison.Ordinal);
        Assert.Contains("Морозова Анна Петровна", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await visitor.Post("/start", "start", Answers(site.Get<SetupCode>().Text))).StatusCode);
    }

    private static (string Name, string? Value)[] Answers(string code) =>
    [
        ("Form.Code", code), ("Form.Institution", "МБДОУ «Детский сад № 5»"), ("Form.Kind", "Kindergarten"), ("Form.Name", "Морозова Анна Петровна"),
        ("Form.Email", "anna@example.org"), ("Form.Password", Site.Password), ("Form.Roles", "curator"), ("Form.Roles", "secretary"), ("Form.Zone", "Asia/Tomsk"),
    ];
}
