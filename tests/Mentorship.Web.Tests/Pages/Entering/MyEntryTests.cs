using System.Net;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.People;

namespace Mentorship.Web.Tests.Pages.Entering;

public sealed class MyEntryTests
{
    [Fact]
    public async Task ChangePassword_WithTheOldOne_KeepsThisSessionAndEndsOthers()
    {
        await using Site site = new();
        await site.Create();
        Visitor here = await site.SignIn(), elsewhere = await site.SignIn();

        HttpResponseMessage answer = await here.Post("/me", "password", ("Form.OldPassword", Site.Password), ("Form.NewPassword", "совсем другие слова"));

        Assert.Equal("/me?said=password", answer.Leads());
        Assert.Contains("Пароль сменён", await here.Read("/me?said=password"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.Open("/me")).StatusCode);
    }

    [Fact]
    public async Task ChangePin_WithAWrongPassword_IsRefused()
    {
        await using Site site = new();
        await site.Create();
        Visitor visitor = await site.SignIn();

        string refused = await (await visitor.Post("/me", "pin", ("Form.PasswordForPin", "не тот"), ("Form.Pin", "2468"))).Content.ReadAsStringAsync();

        Assert.Contains("Нынешний пароль не подошёл", refused, StringComparison.Ordinal);
        Assert.Equal("/me?said=pin", (await visitor.Post("/me", "pin", ("Form.PasswordForPin", Site.Password), ("Form.Pin", "2468"))).Leads());
        Assert.Contains("ПИН есть", await visitor.Read("/me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_WhenPressed_EndsTheSession()
    {
        await using Site site = new();
        await site.Create();
        Visitor visitor = await site.SignIn();

        Assert.Equal("/sign-in", (await visitor.Post("/me", "sign-out")).Leads());

        Assert.Equal(HttpStatusCode.Found, (await visitor.Open("/me")).StatusCode);
    }

    [Fact]
    public async Task Switch_ToAnotherOwnInstitution_ShowsItsPages()
    {
        await using Site site = new();
        FirstPerson first = await site.Create(name: "МБОУ «Заречная СОШ»");
        FirstPerson other = await site.Create("other@example.org", "МАУ ДО «Центр»");
        await site.Get<AddPerson>().RunAsync(Site.Curator(other), new PersonCard
        {
            Surname = "Мотылёва", GivenName = "Екатерина", Patronymic = "Константиновна", Email = "curator@example.org", Post = "методист",
        }, CancellationToken.None);
        Visitor visitor = await site.SignIn();
        Guid there = (await visitor.Read("/me")).Contains(other.InstitutionId.ToString(), StringComparison.Ordinal) ? other.InstitutionId : first.InstitutionId;

        Assert.Equal("/", (await visitor.Post("/me", "switch", ("Form.Institution", there.ToString()))).Leads());

        string name = there == other.InstitutionId ? "МАУ ДО «Центр»" : "МБОУ «Заречная СОШ»";
        Assert.Contains($"<b>{name}</b>", WithoutScopes(await visitor.Read("/me")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_ToAStrangeInstitution_IsRefused()
    {
        await using Site site = new();
        FirstPerson other = await site.Create("other@example.org", "МАУ ДО «Центр»");
        await site.Create();
        Visitor visitor = await site.SignIn();
        await site.Get<AddPerson>().RunAsync(Site.Curator(other), new PersonCard { Surname = "Мотылёва", GivenName = "Екатерина", Patronymic = "Константиновна", Email = "curator@example.org", Post = "методист" }, CancellationToken.None);
        FirstPerson strange = await site.Create("third@example.org", "Колледж");

        string page = await (await visitor.Post("/me", "switch", ("Form.Institution", strange.InstitutionId.ToString()))).Content.ReadAsStringAsync();

        Assert.Contains("не числитесь в этом учреждении", page, StringComparison.Ordinal);
    }

    private static string WithoutScopes(string page) => System.Text.RegularExpressions.Regex.Replace(page, " b-[a-z0-9]{10}", "");
}
