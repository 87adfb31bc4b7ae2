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
    public async Task Island_ForAVisitorWhoHasNotSignedIn_IsBehindTheDoor()
    {
        await using Site site = new();
        await site.Create();

        HttpResponseMessage answer = await site.Visitor().Open($"/designer/{Guid.Empty}");

        Assert.StartsWith("/sign-in", answer.Leads(), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await site.Visitor().Client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null)).Leads(), StringComparison.Ordinal);
    }
}
