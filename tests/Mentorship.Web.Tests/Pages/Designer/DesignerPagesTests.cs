using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Installing;

namespace Mentorship.Web.Tests.Pages.Designer;

public sealed class DesignerPagesTests
{
    [Fact]
    public async Task List_ForAnAdministrator_ShowsTheProcessesAndIsInTheMenu()
    {
        await using Site site = new();
        await site.Create();
        Visitor visitor = await site.SignIn();

        string page = await visitor.Read("/designer").Words();

        Assert.Contains("Закрепление наставнических пар", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/designer\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfOneInstitution_ShowsNothingOfAnother()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        FirstPerson other = await site.Create("other@example.org", "Другая школа");
        ProcessLine theirs = (await site.Get<LookAtProcesses>().RunAsync(Site.Curator(other), default)).Value![0];
        Visitor visitor = await site.SignIn();

        string page = await visitor.Read("/designer");

        Assert.DoesNotContain(theirs.Id.ToString(), page, StringComparison.Ordinal);
        Assert.Equal("NoProcess", (await site.Get<LookAtProcess>().RunAsync(Site.Curator(first), theirs.Id, default)).Refusal!.Code);
    }

    [Fact]
    public async Task List_BeginsProcesses_EmptyCopiedFromTheLibraryAndFromAnElsaFile()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Visitor visitor = await site.SignIn();
        Guid route = (await Lines(site, first)).Single(l => l.Key == "order-pairs").Id;

        Assert.StartsWith("/designer/", (await visitor.Post("/designer", "empty", ("Name", "Наставник <b>года</b>"))).Leads(), StringComparison.Ordinal);
        Assert.StartsWith("/designer/", (await visitor.Post("/designer", $"copy-{route:N}")).Leads(), StringComparison.Ordinal);
        Assert.StartsWith("/designer/", (await visitor.Post("/designer/library?template=002_school", "begin", ("Name", "Школа наставника"))).Leads(), StringComparison.Ordinal);
        using MultipartFormDataContent form = await FormAsync(visitor, """{"id":"x","definitionId":"x","name":"Из файла","version":1,"root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"r","type":"Acme.Robot","name":"Робот"}]}}""");
        Assert.StartsWith("/designer/", (await visitor.Client.PostAsync("/designer", form)).Leads(), StringComparison.Ordinal);

        string[] names = [.. (await Lines(site, first)).Select(l => l.Name)];
        Assert.Contains("Наставник <b>года</b>", names);
        Assert.Contains("Закрепление наставнических пар (копия)", names);
        Assert.Contains("Школа наставника", names);
        Assert.Contains("Из файла", names);
        Assert.DoesNotContain("<b>года</b>", await visitor.Read("/designer"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Это не процесс")]
    [InlineData("{}")]
    [InlineData("[[[[")]
    [InlineData("")]
    public async Task List_WithAFileThatIsNoProcess_SaysSoInRussian(string content)
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Visitor visitor = await site.SignIn();
        int before = (await Lines(site, first)).Count;
        using MultipartFormDataContent form = await FormAsync(visitor, content);

        string page = await visitor.Client.PostAsync("/designer", form).Words();

        Assert.Contains("class=\"refused\"", page, StringComparison.Ordinal);
        Assert.Equal(before, (await Lines(site, first)).Count);
    }

    [Fact]
    public async Task Export_GivesTheOwnFileOnly()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        FirstPerson other = await site.Create("other@example.org", "Другая школа");
        Visitor visitor = await site.SignIn();
        Guid mine = (await Lines(site, first))[0].Id, theirs = (await Lines(site, other))[0].Id;

        HttpResponseMessage file = await visitor.Open($"/designer/{mine}/elsa?version=1");

        Assert.Equal("application/json", file.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(Mentorship.Flow.DefinitionReader.Read(await file.Content.ReadAsStringAsync()).Definition);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await visitor.Open($"/designer/{theirs}/elsa?version=1")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await visitor.Open($"/designer/{mine}/elsa?version=77")).StatusCode);
    }

    [Fact]
    public async Task Library_ARoadmap_IsTakenAsTheInstitutionsOwn()
    {
        await using Site site = new();
        await site.Create();
        Visitor visitor = await site.SignIn();

        string page = await visitor.Read("/designer/library?template=roadmap-school").Words();
        string leads = (await visitor.Post("/designer/library?template=roadmap-school", "roadmap")).Leads();

        Assert.Contains("Взять за дорожную карту", page, StringComparison.Ordinal);
        Assert.Contains("отправите на утверждение", page, StringComparison.Ordinal);
        Assert.StartsWith("/import/", leads, StringComparison.Ordinal);
        Assert.Contains("Издать приказ о закреплении наставнических пар", await visitor.Read(leads).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_ShowsEveryTemplateAndItsSentences()
    {
        await using Site site = new();
        await site.Create();
        Visitor visitor = await site.SignIn();

        string page = await visitor.Read("/designer/library?template=order-pairs").Words();

        Assert.Contains("Закрепление наставнических пар", page, StringComparison.Ordinal);
        Assert.Contains("Начать по этому шаблону", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Начать по этому шаблону", await visitor.Read("/designer/library?template=../appsettings").Words(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<ProcessLine>> Lines(Site site, FirstPerson person) => (await site.Get<LookAtProcesses>().RunAsync(Site.Curator(person), default)).Value!;

    private static async Task<MultipartFormDataContent> FormAsync(Visitor visitor, string content)
    {
        string page = await visitor.Read("/designer");
        string token = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value);
        return new MultipartFormDataContent { { new StringContent("elsa"), "_handler" }, { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(content), "file", "process.json" } };
    }

    [Fact]
    public async Task Island_ForAVisitorWhoHasNotSignedIn_IsBehindTheDoor()
    {
        await using Site site = new();
        await site.Create();

        HttpResponseMessage answer = await site.Visitor().Open($"/designer/{Guid.Empty}");

        Assert.StartsWith("/sign-in", answer.Leads(), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await site.Visitor().Client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null)).Leads(), StringComparison.Ordinal);
    }
}
