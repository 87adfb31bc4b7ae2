using System.Net;
using System.Text.RegularExpressions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Tests.Deciding;

namespace Mentorship.Web.Tests.Pages.Templates;

/// <summary>Templates and the documents by them as a browser without scripts sees them.</summary>
public sealed class TemplatePagesTests
{
    private static readonly (string, string?)[] Typed =
    [
        ("Form.Name", "Ответственный"), ("Form.Shape", "Order"), ("Form.Word", "РАСПОРЯЖЕНИЕ"), ("Form.Heading", "О назначении ответственного"), ("Form.Preamble", "В целях порядка"), ("Form.Command", "ОБЯЗЫВАЮ:"),
        ("Form.Points", "1. Назначить {ответственный:винительный} с {срок:дата}.\n1.1. <script>alert(1)</script>"), ("Form.Control", "Контроль {контроль}."), ("Form.Annexes", "# Список\nпервое"),
    ];

    [Fact]
    public async Task Template_IsShownFirst_ThenKept_ThenADocumentIsWrittenByIt()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        Visitor admin = await school.SignIn();
        Assert.Contains("Положение о наставничестве", await admin.Read("/templates").Words(), StringComparison.Ordinal);

        string raw = await (await admin.Post("/templates/new", "template", [.. Typed, ("Form.Act", "show")])).Content.ReadAsStringAsync(), shown = WebUtility.HtmlDecode(raw);
        Assert.Contains("РАСПОРЯЖЕНИЕ", shown, StringComparison.Ordinal);
        Assert.Contains("Назначить __________ с __________.", shown, StringComparison.Ordinal);
        Assert.Matches("ответственный <span[^>]*>человек</span>", shown);
        Assert.DoesNotContain("<script>alert", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("Ответственный", await admin.Read("/templates").Words(), StringComparison.Ordinal);

        string kept = (await admin.Post("/templates/new", "template", [.. Typed, ("Form.Act", "save")])).Leads();
        Assert.Contains("Шаблон сохранён", await admin.Read(kept).Words(), StringComparison.Ordinal);
        string late = await admin.Post(kept[..kept.IndexOf('?', StringComparison.Ordinal)], "template", [.. Typed, ("Form.Seen", "7"), ("Form.Act", "save")]).Words();
        Assert.Contains("шаблон изменил другой человек", late, StringComparison.Ordinal);
        Assert.Contains("Шаблон с таким названием уже есть", await admin.Post("/templates/new", "template", [.. Typed, ("Form.Act", "save")]).Words(), StringComparison.Ordinal);

        string by = Regex.Match(await admin.Read("/documents"), "href=\"(/documents/by/own-[0-9a-f]+)\"").Groups[1].Value;
        string form = await admin.Read(by).Words();
        Assert.Contains("Ответственный", form, StringComparison.Ordinal);
        (string, string?)[] answers = [("Form.Answers[0].Name", "ответственный"), ("Form.Answers[0].Value", school.MentorId.ToString()), ("Form.Answers[1].Name", "срок"), ("Form.What", "Save")];
        Assert.Contains("Дату «скоро» прочитать не удалось", await admin.Post(by, "order", [.. answers, ("Form.Answers[1].Value", "скоро")]).Words(), StringComparison.Ordinal);
        string document = (await admin.Post(by, "order", [.. answers, ("Form.Answers[1].Value", "2026-10-15")])).Leads();
        string draft = await admin.Read(document).Words();
        Assert.Contains("РАСПОРЯЖЕНИЕ", draft, StringComparison.Ordinal);
        Assert.Contains("с 15.10.2026.", draft, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-10-15\"", await admin.Read(document + "/edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATemplate_IsCopied_AndTakenOffTheList()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        Visitor admin = await school.SignIn();
        string list = await admin.Read("/templates");
        string path = Regex.Match(list, "href=\"(/templates/[0-9a-f-]{36})\"").Groups[1].Value, copy = $"/templates/new?from={path[11..]}";
        Assert.Contains("(копия)", await admin.Read(copy).Words(), StringComparison.Ordinal);

        Assert.Equal($"{path}?said=retire", (await admin.Post(path, "template", ("Form.Seen", "0"), ("Form.Act", "retire"))).Leads());
        Assert.Contains("не предлагается", await admin.Read("/templates").Words(), StringComparison.Ordinal);
        Assert.Equal($"{path}?said=return", (await admin.Post(path, "template", ("Form.Seen", "1"), ("Form.Act", "return"))).Leads());
    }

    [Fact]
    public async Task ATask_LeadsToAForm_ThatItsProcessHasFilledIn_AndIsDoneBySending()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        Visitor admin = await school.SignIn();
        await admin.Post("/templates/new", "template", [.. Typed, ("Form.Act", "save")]);
        string code = Regex.Match(await admin.Read("/documents"), "/documents/by/(own-[0-9a-f]+)").Groups[1].Value;
        Guid id = await new Errand(site.Services, school.First.InstitutionId).StartAsync("Назначение", steps =>
        {
            steps.Add("Mentorship.Document", "write", "Подготовить распоряжение").Text("kind", "order-own").Text("template", code).Text("drafter", $"person:{school.First.PersonId}");
            steps.Add("Mentorship.Approval", "agree", "Согласовать").Text("approver", $"person:{school.First.PersonId}");
            steps.Connect("write", "agree");
        }, define: process => process.Variable("срок", "String", "2026-12-24").Variable("ответственный", "String", $"person:{school.MentorId}"));

        string inbox = await admin.Read("/inbox");
        string task = Regex.Match(inbox, "href=\"(/task/[0-9a-f-]{36})\"").Groups[1].Value;
        string form = Regex.Match(await admin.Read(task), $"href=\"(/documents/by/{code}\\?task=[0-9a-f-]{{36}})\"").Groups[1].Value;
        string page = await admin.Read(form);
        Assert.Contains("value=\"2026-12-24\"", page, StringComparison.Ordinal);
        Assert.Matches($"value=\"{school.MentorId}\" selected", page);
        string document = (await admin.Post(form, "order", ("Form.Answers[0].Name", "ответственный"), ("Form.Answers[0].Value", school.MentorId.ToString()), ("Form.Answers[1].Name", "срок"), ("Form.Answers[1].Value", "2026-12-25"), ("Form.What", "Save"))).Leads();
        Assert.Contains(document, await admin.Read(task), StringComparison.Ordinal);
        Assert.Equal(document, (await admin.Post(document, "act", ("Act.What", "Submit"))).Leads());

        Assert.Contains("с 25.12.2026.", await admin.Read("/inbox").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(task, await admin.Read("/inbox"), StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, id);
    }

    [Fact]
    public async Task WhoMayNot_SeesNothing_AndAnotherInstitutionFindsNothing()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        Visitor admin = await school.SignIn();
        string path = Regex.Match(await admin.Read("/templates"), "href=\"(/templates/[0-9a-f-]{36})\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.Found, (await site.Visitor().Open("/templates")).StatusCode);
        await site.Create("other@example.org", "МБДОУ «Ласточка»", Roles.Director, Roles.Curator);
        Visitor stranger = await site.SignIn("other@example.org");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/templates/new?from={path[11..]}")).StatusCode);
    }
}
