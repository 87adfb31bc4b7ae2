using System.Net;
using System.Text;
using Mentorship.UseCases.Importing;
using Mentorship.UseCases.Installing;

namespace Mentorship.Web.Tests.Pages.Import;

public sealed class ImportPagesTests
{
    [Fact]
    public async Task File_Uploaded_IsShownCorrectedAssignedAndAccepted()
    {
        await using Site site = new();
        await site.Create();
        Visitor curator = await site.SignIn();
        HttpResponseMessage answer = await curator.Upload("002_school.docx", SeedFiles.Bytes("002_school.docx"), "2026-2027");
        string page = answer.Leads();
        Assert.StartsWith("/import/", page, StringComparison.Ordinal);
        Assert.Contains("2026/2027 учебный год", await curator.Read(page), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await curator.Post($"{page}?edit=0-0", "row", ("Form.Cells[0]", "Издание приказа <о наставниках>"))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await curator.Post(page, "who-0", ("Form.First", "role:curator"), ("Form.Second", ""))).StatusCode);
        string after = await curator.Read(page);
        Assert.Contains("&lt;о наставниках&gt;", after, StringComparison.Ordinal);
        Assert.Contains("выбрано", after, StringComparison.Ordinal);

        HttpResponseMessage accepted = await curator.Post(page, "accept");
        Assert.StartsWith("/roadmap/", accepted.Leads(), StringComparison.Ordinal);
        Assert.Contains("принята, ещё не отправлена на утверждение", await curator.Read(accepted.Leads()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatIsNoRoadmap_IsRefusedInWordsOnThePage()
    {
        await using Site site = new();
        await site.Create();
        Visitor curator = await site.SignIn();
        HttpResponseMessage answer = await curator.Upload("план.docx", Encoding.UTF8.GetBytes("просто текст"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("план.docx", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Выберите файл", await (await curator.Post("/import", "upload")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_FilledInTwice_TellsTheSecondWhatHappened()
    {
        await using Site site = new();
        await site.Create();
        Visitor curator = await site.SignIn();
        string page = (await curator.Upload("002_school.docx", SeedFiles.Bytes("002_school.docx"))).Leads();
        await curator.Post(page, "title", ("Form.Title", "Первое"));
        HttpResponseMessage late = await curator.Post(page, "title", ("Form.Title", "Второе"), ("Form.Version", "0"));
        Assert.Contains("загрузку изменил другой человек", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(">Первое</h1>", await curator.Read(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfAnotherInstitution_ShowNothing()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Guid programme = await site.Run(first);
        Guid import = (await site.Get<LookAtImport>().ListAsync(Site.Curator(first), default)).Value!.Single().Id;
        await site.Create("stranger@example.org", "Детский сад «Ручеёк»");
        Visitor stranger = await site.SignIn("stranger@example.org");
        Assert.DoesNotContain("наставник", (await stranger.Read($"/import/{import}")).Split("<main")[1].Split("</main>")[0], StringComparison.OrdinalIgnoreCase);
        foreach (string page in new[] { $"/roadmap/{programme}", $"/roadmap/{programme}/scheme", $"/roadmap/{programme}/item/s1-i1", $"/roadmap/{programme}/approval" })
            Assert.Contains("Такой дорожной карты нет", await stranger.Read(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/roadmap/{programme}/word")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await site.Visitor().Open($"/roadmap/{programme}/excel")).StatusCode);
    }
}
