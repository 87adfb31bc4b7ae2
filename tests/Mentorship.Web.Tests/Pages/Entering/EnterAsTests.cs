using System.Net;
using System.Text.RegularExpressions;

namespace Mentorship.Web.Tests.Pages.Entering;

public sealed partial class EnterAsTests
{
    [Fact]
    public async Task Door_InADemonstration_NamesThePeopleOfEveryInstitutionAndAsksNoPassword()
    {
        await using Site site = await Demonstration();

        string page = await site.Visitor().Read("/sign-in");

        Assert.Contains(SmallDemonstration.Kindergarten, page, StringComparison.Ordinal);
        Assert.Contains(SmallDemonstration.School, page, StringComparison.Ordinal);
        Assert.Contains("заведующий", page, StringComparison.Ordinal);
        Assert.Contains("Подписывает приказы", page, StringComparison.Ordinal);
        Assert.Equal(10, People().Count(page));
        Assert.DoesNotContain("type=\"password\"", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Ладогина", StringComparison.Ordinal) < page.IndexOf("Юдина", StringComparison.Ordinal), "the director comes first");
    }

    [Theory]
    [InlineData("Ладогина Вера Павловна", "Ладогина В. П.")]
    [InlineData("Юдина Анна Петровна", "Юдина А. П.")]
    public async Task EnterAs_WithAndWithoutAnAccount_OpensASession(string person, string shown)
    {
        await using Site site = await Demonstration();
        Visitor visitor = site.Visitor();

        HttpResponseMessage answer = await visitor.Post("/sign-in", "enter-as", ("Person", Id(await visitor.Read("/sign-in"), person)));

        Assert.Equal("/today", answer.Leads());
        Assert.Contains(shown, WebUtility.HtmlDecode(await (await visitor.Open("/nothing-here")).Content.ReadAsStringAsync()).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Войти как …", await visitor.Read("/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnterAs_WithoutTheTokenOfThePage_IsRefused()
    {
        await using Site site = await Demonstration();
        string person = Id(await site.Visitor().Read("/sign-in"), "Ладогина Вера Павловна");
        using FormUrlEncodedContent forged = new([KeyValuePair.Create("_handler", "enter-as"), KeyValuePair.Create("Person", person)]);

        HttpResponseMessage answer = await site.Visitor().Client.PostAsync("/sign-in", forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task EnterAs_AsNobody_SaysToChooseAnother()
    {
        await using Site site = await Demonstration();

        HttpResponseMessage answer = await site.Visitor().Post("/sign-in", "enter-as", ("Person", Guid.CreateVersion7().ToString()));

        Assert.Contains("Выберите другого", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnterAs_OutsideADemonstration_IsNotThere()
    {
        await using Site site = new();
        Guid person = (await site.Create()).PersonId;
        Visitor visitor = site.Visitor();
        string page = await visitor.Read("/sign-in");
        using FormUrlEncodedContent forged = new(
        [
            KeyValuePair.Create("_handler", "enter-as"), KeyValuePair.Create("Person", person.ToString()),
            KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
        ]);

        HttpResponseMessage answer = await visitor.Client.PostAsync("/sign-in", forged);

        Assert.DoesNotContain("Войти как", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("/sign-in", (await visitor.Open("/")).Leads());
    }

    private static async Task<Site> Demonstration()
    {
        Site site = new();
        await SmallDemonstration.Put(site.Folder);
        return site;
    }

    private static string Id(string page, string person) => Regex.Match(page, $"value=\"([0-9a-f-]{{36}})\"[^>]*>\\s*<span[^>]*><b[^>]*>{person}").Groups[1].Value;

    [GeneratedRegex("<button class=\"as\"")]
    private static partial Regex People();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
