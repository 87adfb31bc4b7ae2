using System.Net;

namespace Mentorship.Web.Tests.Pages.Entering;

public sealed class EnterTests
{
    [Fact]
    public async Task Enter_WithTheRightPassword_OpensASessionOutOfReachOfScripts()
    {
        await using Site site = new();
        await site.Create();

        HttpResponseMessage answer = await site.Visitor().Post("/sign-in", "enter", ("Form.Email", " Curator@Example.org "), ("Form.Password", Site.Password));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/today", answer.Leads());
        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), text => text.StartsWith("mentorship.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("curator@example.org", "другие четыре слова")]
    [InlineData("nobody@example.org", Site.Password)]
    [InlineData("", "")]
    public async Task Enter_WithWrongWords_SaysTheSameAndGivesNoSession(string email, string password)
    {
        await using Site site = new();
        await site.Create();

        HttpResponseMessage answer = await site.Visitor().Post("/sign-in", "enter", ("Form.Email", email), ("Form.Password", password));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Адрес или пароль не подошли", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) && cookies.Any(text => text.StartsWith("mentorship.session", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Enter_AfterTenWrongPasswords_IsClosedForTheRightOneToo()
    {
        await using Site site = new();
        await site.Create();
        Visitor visitor = site.Visitor();
        for (int i = 0; i < 10; i++) await visitor.Post("/sign-in", "enter", ("Form.Email", "curator@example.org"), ("Form.Password", $"неверный пароль {i}"));

        HttpResponseMessage answer = await visitor.Post("/sign-in", "enter", ("Form.Email", "curator@example.org"), ("Form.Password", Site.Password));

        Assert.Contains("вход закрыт на 15 минут", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_WithoutTheTokenOfThePage_IsRefused()
    {
        await using Site site = new();
        await site.Create();
        using FormUrlEncodedContent forged = new([KeyValuePair.Create("_handler", "enter"), KeyValuePair.Create("Form.Email", "curator@example.org"), KeyValuePair.Create("Form.Password", Site.Password)]);

        HttpResponseMessage answer = await site.Visitor().Client.PostAsync("/sign-in", forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Страница устарела", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/people", "/people")]
    [InlineData("//evil.example", "/today")]
    [InlineData("/\\evil.example", "/today")]
    [InlineData("https://evil.example", "/today")]
    public async Task Enter_WithAnAddressToReturnTo_StaysInsideTheProduct(string from, string expected)
    {
        await using Site site = new();
        await site.Create();

        HttpResponseMessage answer = await site.Visitor().Post("/sign-in?from=" + Uri.EscapeDataString(from), "enter", ("Form.Email", "curator@example.org"), ("Form.Password", Site.Password));

        Assert.Equal(expected, answer.Leads());
    }

    [Fact]
    public async Task Home_ForEverybody_LeadsOn()
    {
        await using Site site = new();
        Assert.Equal("/start", (await site.Visitor().Open("/")).Leads());
        await site.Create();

        Assert.Equal("/sign-in", (await site.Visitor().Open("/")).Leads());
        Assert.Equal("/today", (await (await site.SignIn()).Open("/")).Leads());
    }
}
