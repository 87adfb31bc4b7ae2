using System.Net;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Roadmaps;
using Mentorship.Web.Pages.Roadmap;
using Mentorship.Web.Tests.Pages.Import;

namespace Mentorship.Web.Tests.Pages.Roadmap;

public sealed class RoadmapPagesTests
{
    [Fact]
    public async Task Table_OfARunningRoadmap_SaysHowEachItemStands()
    {
        await using Site site = new();
        Guid programme = await site.Run(await site.Create());
        Visitor curator = await site.SignIn();
        string page = await curator.Read("/roadmap");
        Assert.Contains("утверждено ранее: приказ № 7 от 01.09.2026", page, StringComparison.Ordinal);
        Assert.Contains("у кого: Мотылёва", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("0 из 1", page, StringComparison.Ordinal);
        HttpResponseMessage word = await curator.Open($"/roadmap/{programme}/word"), excel = await curator.Open($"/roadmap/{programme}/excel");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word.Content.Headers.ContentType!.MediaType);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", excel.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Deadline_Changed_IsShownInItsMeaningBeforeItIsSaved()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Guid programme = await site.Run(first);
        Visitor curator = await site.SignIn();
        string page = $"/roadmap/{programme}/item/s1-i1";
        ItemForm form = (await site.Get<LookAtItem>().RunAsync(Site.Curator(first), programme, "s1-i1", default)).Value!;
        int deadline = form.Cells.ToList().FindIndex(cell => cell.Column.Meaning == Domain.Roadmaps.ColumnMeaning.Deadline);
        (string, string?)[] typed = [($"Form.Cells[{deadline}]", "до 15 мая 2027"), ("Form.First", "role:curator")];
        string preview = WebUtility.HtmlDecode(await (await curator.Post(page, "item", typed)).Content.ReadAsStringAsync());
        Assert.Contains("Новый срок понимается так: до 15\u00A0мая 2027\u00A0г. включительно", preview, StringComparison.Ordinal);
        Assert.Equal(1, (await site.Get<LookAtItem>().RunAsync(Site.Curator(first), programme, "s1-i1", default)).Value!.Version);
        HttpResponseMessage saved = await curator.Post(page, "item", [.. typed, ("Form.Confirmed", "до 15 мая 2027")]);
        Assert.Equal($"/roadmap/{programme}#s1-i1", saved.Headers.Location!.ToString().Replace("http://localhost", "", StringComparison.Ordinal));
        Assert.Contains("до 15 мая 2027", await curator.Read($"/roadmap/{programme}"), StringComparison.Ordinal);
        Assert.Contains("изменил другой человек", await (await curator.Post(page, "item", [("Form.Version", "1"), ("Form.Cells[0]", "другое"), ("Form.First", "role:curator")])).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roadmap_SentForApproval_WaitsForTheDirector()
    {
        await using Site site = new();
        Guid programme = await site.Run(await site.Create(roles: ["curator", "director"]), start: false);
        Visitor curator = await site.SignIn();
        HttpResponseMessage sent = await curator.Post($"/roadmap/{programme}/approval", "approval", ("Form.AcquaintBy", "2100-01-15"));
        Assert.Equal($"/roadmap/{programme}", sent.Leads());
        Assert.Contains("на утверждении", await curator.Read($"/roadmap/{programme}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CarryOver_LeadsToANewUpload()
    {
        await using Site site = new();
        Guid programme = await site.Run(await site.Create(), "002_school.docx", 2023);
        Visitor curator = await site.SignIn();
        HttpResponseMessage carried = await curator.Post($"/roadmap/{programme}", "carry", ("Form.Year", "2026/2027"));
        Assert.Contains("2026/2027 учебный год", await curator.Read(carried.Leads()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scheme_HasAFocusableNamedNodeForEveryShownItem()
    {
        await using Site site = new();
        Guid programme = await site.Run(await site.Create());
        string page = WebUtility.HtmlDecode(await (await site.SignIn()).Read($"/roadmap/{programme}/scheme"));
        Assert.Equal(7, page.Split("class=\"node ").Length - 1);
        Assert.Contains($"href=\"/roadmap/{programme}#s1-i1\" aria-label=\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Очень длинное название мероприятия, которое никак не помещается в одну строку схемы", 30, 2)]
    [InlineData("Оченьдлинноесловобезпробеловкотороененачемразорвать", 10, 3)]
    [InlineData("", 10, 3)]
    public void Wrap_OfAnyText_KeepsItsLinesShort(string text, int width, int most)
    {
        IReadOnlyList<string> lines = SvgText.Wrap(text, width, most);
        Assert.True(lines.Count <= most);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, width));
        Assert.Equal(text.Length > 0 && lines[^1].EndsWith('…'), text.Length > width * most - 12 && text.Length > 0);
    }
}
