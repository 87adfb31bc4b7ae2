using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.UseCases;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Mailing;
using Mentorship.UseCases.Templates;
using Mentorship.Workload;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>What comes out of a step: chosen in «Конструктор», read on the pages of those who work, and sent by mail.</summary>
public sealed partial class DesignerDocumentsTests : DesignerSite
{
    [Fact]
    public async Task ADocumentByATemplate_IsAgreedTo_AndGoesWithTheMail()
    {
        await using SmtpListener post = new();
        await using Site site = new(("MENTORSHIP_SMTP_HOST", "127.0.0.1"), ("MENTORSHIP_SMTP_PORT", $"{post.Port}"), ("MENTORSHIP_SMTP_FROM", "school@example.org"), ("MENTORSHIP_SMTP_STARTTLS", "false"));
        site.UseKestrel(0);
        site.StartServer();
        await BeginAsync(site, await site.Create(Email, roles: [Roles.Curator, Roles.Director]));
        IPage page = await EnterAsync(address: site.ClientOptions.BaseAddress);

        await ShapeAsync(page);
        await StartAsync(page, "Закупка");
        await DraftAsync(page);
        await AgreeAsync(page);
        await site.Get<SendOutgoingMail>().RunAsync(default);

        string mail = Assert.Single(post.Mails, m => m.Contains("Content-Disposition: attachment", StringComparison.OrdinalIgnoreCase));
        string word = Word(mail);
        Assert.Contains("Закупить доску на сумму 12\u00A0500 рублей.", word, StringComparison.Ordinal);
        Assert.DoesNotContain("Впустить", word, StringComparison.Ordinal);
        await page.GotoAsync("/mail");
        await page.GetByRole(AriaRole.Link, new() { Name = "Для вас: приказ о закупке" }).ClickAsync();
        await Assertions.Expect(page.Locator(".letter")).ToContainTextAsync("Приказ о закупке (проект).docx");
    }

    /// <summary>All by hand: by which template, about what, to whom and with what.</summary>
    private static async Task ShapeAsync(IPage page)
    {
        await OpenAsync(page, "Закупка", "steps");
        await ChooseAsync(page, "Приказ о закупке");
        await page.GetByLabel("По шаблону").SelectOptionAsync(new SelectOptionValue { Label = "Закупка" });
        await page.GetByLabel("Кто готовит", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "куратор" });
        await ChooseAsync(page, "Пропуск рабочим");
        await page.GetByLabel("По шаблону").SelectOptionAsync(new SelectOptionValue { Label = "Пропуск" });
        await ChooseAsync(page, "Согласовать закупку");
        await page.GetByLabel("Кто согласует", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "куратор" });
        // Unset, it would be about what was written last.
        await page.GetByLabel("О чём").SelectOptionAsync(new SelectOptionValue { Label = "то, что составлено шагом «Приказ о закупке»" });
        await ChooseAsync(page, "Разослать");
        await page.GetByLabel("Кому письмо", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "куратор" });
        await TypeAsync(page.Locator(".panel input[type=text]").First, "Для вас: приказ о закупке");
        await TypeAsync(page.Locator(".panel textarea").Last, "Приказ во вложении.");
        await page.GetByLabel("То, что пишет шаг «Приказ о закупке»").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Опубликована версия 1")).ToBeVisibleAsync();
    }

    /// <summary>The curator is asked only what the template does not know, and sends the order on its way.</summary>
    private static async Task DraftAsync(IPage page)
    {
        await page.GotoAsync("/today");
        await page.GetByRole(AriaRole.Link, new() { Name = "Приказ о закупке", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Составить документ" }).ClickAsync();
        await page.Locator("#answer").GetByRole(AriaRole.Link, new() { Name = "Составить документ" }).ClickAsync();
        await page.GetByLabel("Что закупить").FillAsync("доску");
        await page.GetByLabel("Сумма").FillAsync("12\u00A0500 рублей");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить черновик" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить на подпись" }).ClickAsync();
        await Assertions.Expect(page.GetByText("на маршруте")).ToBeVisibleAsync();
    }

    private static async Task AgreeAsync(IPage page)
    {
        await page.GotoAsync("/today");
        await page.GetByRole(AriaRole.Link, new() { Name = "Согласовать закупку" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Закупить доску на сумму 12\u00A0500 рублей.");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Впустить рабочих");
        await page.GetByRole(AriaRole.Button, new() { Name = "Согласовать" }).ClickAsync();
    }

    private static async Task ChooseAsync(IPage page, string title)
    {
        await page.Locator(".outline").GetByRole(AriaRole.Button, new() { Name = title }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel-title")).ToHaveTextAsync(title);
        await page.EvaluateAsync("document.querySelectorAll('.panel details').forEach(one => one.open = true)");
    }

    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.FillAsync(text);
        await field.PressAsync("Tab");
    }

    /// <summary>Two templates, and a draft of four steps in a row with nothing set.</summary>
    private static async Task BeginAsync(Site site, FirstPerson first)
    {
        Actor curator = Site.Curator(first);
        foreach ((string name, string heading, string points) in new[] { ("Закупка", "О закупке", "1. Закупить {что закупить} на сумму {сумма}."), ("Пропуск", "О пропуске", "1. Впустить рабочих.") })
            Assert.True((await site.Get<SaveTemplate>().RunAsync(curator, null, 0, name, new TemplateText { Heading = heading, Command = "ПРИКАЗЫВАЮ:", Points = points }, default)).Succeeded);
        Guid process = (await site.Get<StartProcess>().EmptyAsync(curator, "Закупка", default)).Value!.ProcessId;
        ProcessSheet sheet = (await site.Get<LookAtProcess>().RunAsync(curator, process, default)).Value!;
        string root = sheet.Definition.Root.Id;
        Edited edited = new EditGroup(
        [
            new AddStep(root, "Mentorship.Document", "Приказ о закупке") { Id = "order", From = new ArrowStart("start", "Done") },
            new AddStep(root, "Mentorship.Document", "Пропуск рабочим") { Id = "pass", From = new ArrowStart("order", "Done") },
            new AddStep(root, "Mentorship.Approval", "Согласовать закупку") { Id = "agree", From = new ArrowStart("pass", "Done") },
            new AddStep(root, "Mentorship.Mail", "Разослать") { Id = "mail", From = new ArrowStart("agree", "Approved") },
        ]).Apply(sheet.Definition);
        Assert.Null(edited.Refusal);
        Assert.True((await site.Get<SaveDraft>().RunAsync(curator, process, new DraftSave(sheet.Draft!.Revision, edited.Definition!), default)).Succeeded);
    }

    /// <summary>The text of the one file that a mail carries.</summary>
    private static string Word(string mail)
    {
        string coded = Assert.Single(Files().Matches(mail)).Groups[1].Value;
        using ZipArchive file = new(new MemoryStream(Convert.FromBase64String(coded.Replace("\n", "", StringComparison.Ordinal))));
        using StreamReader reader = new(file.GetEntry("word/document.xml")!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"application/vnd\.openxmlformats[^\n]*\n(?:[^\n]+\n)*?\n([A-Za-z0-9+/=\n]+)")]
    private static partial Regex Files();
}
