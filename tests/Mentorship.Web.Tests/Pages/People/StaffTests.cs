using System.Net;
using System.Text.RegularExpressions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.UseCases;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.People;

namespace Mentorship.Web.Tests.Pages.People;

public sealed partial class StaffTests
{
    [Fact]
    public async Task Add_Invite_Join_LetsAPersonInWithTheirOwnMenu()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Visitor curator = await site.SignIn();

        HttpResponseMessage added = await curator.Post("/people/new", "person", ("Form.Surname", "Крылова"), ("Form.GivenName", "Мария"), ("Form.Patronymic", "Ивановна"), ("Form.Email", "krylova@example.org"),
            ("Form.Post", "секретарь"), (await RoleField(curator, "/people/new", Roles.Secretary), "true"));
        Assert.True(added.StatusCode == HttpStatusCode.Found, await added.Content.ReadAsStringAsync());
        string card = added.Leads();
        Assert.Contains("Человек добавлен", await curator.Read(card), StringComparison.Ordinal);
        string page = await (await curator.Post(card, "invite")).Content.ReadAsStringAsync();
        string join = Join().Match(page).Value;

        Visitor invited = site.Visitor();
        Assert.Contains("krylova@example.org", await invited.Read(join), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await invited.Post(join, "join", ("Form.Password", "мои четыре новых слова"), ("Form.Pin", "2468"))).StatusCode);

        string me = await invited.Read("/me");
        Assert.Contains("Крылова Мария Ивановна", me, StringComparison.Ordinal);
        Assert.Contains("href=\"/documents\"", me, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/import\"", me, StringComparison.Ordinal);
        HttpResponseMessage again = await site.Visitor().Open(join);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Contains("уже придумали пароль", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True((await site.SignIn("krylova@example.org", "мои четыре новых слова")).Client is not null);
        Assert.NotEqual(first.PersonId, Guid.Empty);
    }

    [Fact]
    public async Task Edit_OfACard_KeepsWhatWasNotTouched()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Visitor curator = await site.SignIn();
        Guid id = await Add(site, first, "Крылова", "krylova@example.org", new RoleTerm(Roles.Mentor));

        HttpResponseMessage answer = await curator.Post($"/people/{id}", "person", ("Form.Post", "учитель физики"), ("Form.Cases[1].Text", "Крыловой Марье"));

        Assert.Equal($"/people/{id}?said=saved", answer.Leads());
        PersonSheet sheet = (await site.Get<PersonView>().RunAsync(Site.Curator(first), id, CancellationToken.None)).Value!;
        Assert.Equal(("учитель физики", "krylova@example.org"), (sheet.Card.Post, sheet.Card.Email));
        Assert.Equal(Roles.Mentor, Assert.Single(sheet.Card.Roles).Role);
        Assert.Equal([KeyValuePair.Create(GrammaticalCase.Dative, "Крыловой Марье")], sheet.Card.NameCases);
    }

    [Theory]
    [InlineData("Form.LeftOn", "завтра", "Дата «завтра» не читается")]
    [InlineData("Form.Email", "не адрес", "не похоже на адрес почты")]
    [InlineData("Form.Stamp", "чужая", "изменил кто-то другой")]
    public async Task Edit_WithBadInput_SaysWhatToDoAndKeepsTheForm(string field, string value, string words)
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Visitor curator = await site.SignIn();
        Guid id = await Add(site, first, "Крылова", "krylova@example.org");

        string page = await (await curator.Post($"/people/{id}", "person", (field, value), ("Form.Post", "учитель пения"))).Content.ReadAsStringAsync();

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("учитель пения", page, StringComparison.Ordinal);
        Assert.Equal("учитель", (await site.Get<PersonView>().RunAsync(Site.Curator(first), id, CancellationToken.None)).Value!.Card.Post);
    }

    [Fact]
    public async Task Pages_OfAnotherInstitution_AreNotThere()
    {
        await using Site site = new();
        await site.Create();
        FirstPerson other = await site.Create("other@example.org", "МАУ ДО «Центр»");
        Guid body = (await site.Get<SaveBody>().RunAsync(Site.Curator(other), null, null, new BodyCard("Педсовет", "", other.PersonId, [], false), CancellationToken.None)).Value;
        Visitor curator = await site.SignIn();

        foreach (string path in new[] { $"/people/{other.PersonId}", $"/people/bodies/{body}", $"/people/{Guid.Empty}" })
            Assert.Equal(HttpStatusCode.NotFound, (await curator.Open(path)).StatusCode);
        Assert.DoesNotContain("Педсовет", await curator.Read("/people/bodies"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_ForWhoEditsNobody_ShowNamesAndPosts()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Guid id = await Add(site, first, "Крылова", "krylova@example.org", new RoleTerm(Roles.Mentor));
        Visitor mentor = await Enter(site, first, id);

        string list = await mentor.Read("/people");

        Assert.Contains("Мотылёва Екатерина Константиновна", list, StringComparison.Ordinal);
        Assert.DoesNotContain("curator@example.org", list, StringComparison.Ordinal);
        foreach (string path in new[] { $"/people/{first.PersonId}", "/people/new", "/people/bodies/new" })
        {
            HttpResponseMessage answer = await mentor.Open(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("Эта страница вам не открыта", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/people/new")]
    [InlineData("/people/bodies")]
    [InlineData("/me")]
    public async Task Page_ForNobody_AsksToSignInAndRemembersTheWay(string path)
    {
        await using Site site = new();
        await site.Create();

        HttpResponseMessage answer = await site.Visitor().Open(path);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/sign-in?from=" + Uri.EscapeDataString(path), answer.Leads());
    }

    [Fact]
    public async Task Search_ByAPartOfAName_FindsWhateverItsLetters()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        await Add(site, first, "Ёлкина", "yolkina@example.org");
        Visitor curator = await site.SignIn();

        string page = await curator.Read("/people?q=" + Uri.EscapeDataString("ЕЛКИНА мар"));

        Assert.Contains("Ёлкина Мария", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Мотылёва Екатерина", page, StringComparison.Ordinal);
        Assert.Contains("Никого не нашли", await curator.Read("/people?q=zzz"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_MadeChangedAndRemoved_IsSeenSo()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Guid id = await Add(site, first, "Крылова", "krylova@example.org");
        Visitor curator = await site.SignIn();

        string made = (await curator.Post("/people/bodies/new", "body", ("Form.Name", "Рабочая группа"), ("Form.Lead", first.PersonId.ToString()), ("Form.Members", id.ToString()))).Leads();
        string path = made.Split('?')[0];
        Assert.Contains("Крылова М.", WebUtility.HtmlDecode(await curator.Read("/people/bodies")).Replace('\u00a0', ' '), StringComparison.Ordinal);
        await curator.Post(path, "body", ("Form.Lead", id.ToString()), ("Form.Members", null));
        Assert.Equal([id], Assert.Single((await site.Get<BodiesView>().RunAsync(Site.Curator(first), CancellationToken.None)).Bodies).Card.Members);

        Assert.Equal("/people/bodies?said=removed", (await curator.Post(path, "remove")).Leads());
        Assert.Contains("Групп пока нет", await curator.Read("/people/bodies"), StringComparison.Ordinal);
    }

    internal static async Task<Guid> Add(Site site, FirstPerson first, string surname, string email, params RoleTerm[] roles) => (await site.Get<AddPerson>().RunAsync(Site.Curator(first),
        new PersonCard { Surname = surname, GivenName = "Мария", Email = email, Post = "учитель", Gender = Gender.Female, Roles = roles }, CancellationToken.None)).Value;

    /// <summary>The person accepts an invitation and comes in.</summary>
    private static async Task<Visitor> Enter(Site site, FirstPerson first, Guid person)
    {
        Outcome<Invited> invited = await site.Get<InvitePerson>().RunAsync(Site.Curator(first), person, CancellationToken.None);
        Visitor visitor = site.Visitor();
        await visitor.Post(new Uri(invited.Value!.ByHand!).AbsolutePath, "join", ("Form.Password", Site.Password), ("Form.Pin", "2468"));
        return visitor;
    }

    private static async Task<string> RoleField(Visitor visitor, string path, string role) =>
        Regex.Match(await visitor.Read(path), $"name=\"(Form\\.Roles\\[\\d+\\])\\.Code\" value=\"{role}\"").Groups[1].Value + ".Held";

    [GeneratedRegex("/join/[A-Za-z0-9_-]{43}")]
    private static partial Regex Join();
}
