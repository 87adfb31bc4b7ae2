using System.Text.RegularExpressions;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.People;
using Mentorship.UseCases.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>The main job from end to end, by the pages alone: from a Word file to a signed order and its files.</summary>
public sealed partial class MainJobTests
{
    private const string Curator = "curator@example.org", Director = "director@example.org", Pin = "2468";
    private const string FirstItem = "Подготовка и принятие локальных нормативных правовых актов";

    [Fact]
    public async Task Roadmap_FromTheWordFile_RunsToASignedOrderAndItsFiles()
    {
        await using Browser browser = await Browser.Start();
        await using Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        Staff staff = await Staff.HireAsync(site);
        IPage curator = await EnterAsync(browser, site, Curator), director = await EnterAsync(browser, site, Director);
        SchoolYear year = SchoolYear.Of(staff.Today);

        await UploadAsync(curator, "002_school.docx");
        await GiveAsync(curator, "«Куратор программы»", staff.Performer);
        await AcceptAsync(curator);
        await CarryAsync(curator, year);
        await AcceptAsync(curator);
        await SubmitRoadmapAsync(curator);
        string approval = await SignAsync(director, "дорожной карты", Pin);

        string token = await staff.MailedTokenAsync(FirstItem);
        await curator.GotoAsync("/mail");
        await Assertions.Expect(curator.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "shilova@example.org" }).First).ToBeVisibleAsync();
        Assert.DoesNotContain(token, await curator.ContentAsync(), StringComparison.Ordinal);
        await DoByMailAsync(browser, site, token, staff.Today);
        await curator.GotoAsync("/roadmap");
        ILocator done = curator.GetByRole(AriaRole.Row).Filter(new() { HasText = FirstItem });
        await Assertions.Expect(done).ToContainTextAsync("выполнено");
        await Assertions.Expect(done).ToContainTextAsync("приказ № 3");

        await AddPairAsync(curator, staff);
        await MakeOrderAsync(curator);
        string number = await SignAsync(director, "пар");

        Assert.NotEqual(approval, number);
        await curator.ReloadAsync();
        IPage print = await curator.RunAndWaitForPopupAsync(() => curator.GetByRole(AriaRole.Link, new() { Name = "Печатный вид" }).ClickAsync());
        await Assertions.Expect(print.GetByText(new Regex($@"^№\s*{Regex.Escape(number)}$"))).ToBeVisibleAsync();
        await Assertions.Expect(print.Locator("body")).ToContainTextAsync("Кравец");
        await DownloadAsync(curator, ".docx", curator.GetByRole(AriaRole.Link, new() { Name = "Скачать Word" }));
        await DownloadAsync(curator, ".xlsx", curator.GetByRole(AriaRole.Link, new() { NameRegex = Spreadsheet() }));
        await curator.GotoAsync("/pairs");
        await Assertions.Expect(curator.GetByText("закреплена", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task<IPage> EnterAsync(Browser browser, Site site, string email)
    {
        IPage page = await browser.Open(site.ClientOptions.BaseAddress);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Электронная почта").FillAsync(email);
        await page.GetByLabel("Пароль").FillAsync(Site.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await page.ArriveAsync("/today$");
        return page;
    }

    private static async Task UploadAsync(IPage page, string seed)
    {
        await page.GotoAsync("/import");
        await page.GetByLabel("Файл дорожной карты").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "Seeds", seed));
        await page.GetByRole(AriaRole.Button, new() { Name = "Загрузить и прочитать" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("«Учитель – учитель»");
    }

    /// <summary>Says which person is meant by a text of the column «Ответственные».</summary>
    private static async Task GiveAsync(IPage page, string text, Guid person)
    {
        ILocator row = page.Locator(".person").Filter(new() { HasText = text });
        await row.GetByText("Исправить", new() { Exact = true }).ClickAsync();
        await row.GetByLabel("Кто это").SelectOptionAsync($"person:{person:N}");
        await row.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("выбрано");
    }

    private static async Task AcceptAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Принять", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("принята, ещё не отправлена на утверждение")).ToBeVisibleAsync();
    }

    private static async Task CarryAsync(IPage page, SchoolYear year)
    {
        await page.GetByText("Перенести на другой год", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("На какой учебный год").FillAsync(year.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Перенести", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText($"{year} учебный год").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Принять", Exact = true })).ToBeVisibleAsync();
    }

    private static async Task SubmitRoadmapAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Отправить на утверждение" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Открыть приказ" })).ToBeVisibleAsync();
    }

    /// <summary>The director reads the order, signs it, does not wait out the minute, and opens it as registered.</summary>
    /// <param name="pin">Null where this session still remembers it.</param>
    /// <returns>The number that the order got.</returns>
    private static async Task<string> SignAsync(IPage page, string about, string? pin = null)
    {
        await page.GotoAsync("/inbox");
        ILocator inQueue = page.GetByRole(AriaRole.Form, new() { Name = "Очередь" }).GetByRole(AriaRole.Link).Filter(new() { HasText = about });
        await page.GotoAsync((await inQueue.First.GetAttributeAsync("href"))!);
        await Assertions.Expect(page.GetByRole(AriaRole.Article)).ToContainTextAsync("ПРИКАЗ", new() { IgnoreCase = true });
        if (pin is not null) await page.GetByLabel("ПИН").FillAsync(pin);
        await page.GetByRole(AriaRole.Button, new() { Name = "Подписать", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Подпись поставлена.")).ToBeVisibleAsync();
        ILocator waiting = page.Locator("[data-seconds]");
        string order = (await waiting.GetByRole(AriaRole.Link).GetAttributeAsync("href"))!;
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить сейчас" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Документ подписан и зарегистрирован.")).ToBeVisibleAsync();
        await page.GotoAsync(order);
        ILocator number = page.GetByText(NumberAndDate());
        await Assertions.Expect(number.First).ToBeVisibleAsync();
        return NumberAndDate().Match(await number.First.InnerTextAsync()).Groups[1].Value;
    }

    /// <summary>The performer has no account here: the mail came, and two taps on a phone without scripts are enough.</summary>
    private static async Task DoByMailAsync(Browser browser, Site site, string token, DateOnly today)
    {
        IPage phone = await browser.Open(site.ClientOptions.BaseAddress, 390, 844, script: false);
        await phone.GotoAsync("/d/" + token);
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(FirstItem);
        Assert.Equal(390, await phone.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        ILocator proof = phone.GetByLabel("Номер и дата документа");
        await proof.TapAsync();
        await proof.PressSequentiallyAsync($"приказ № 3 от {today:dd.MM.yyyy}");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Выполнено", Exact = true }).TapAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Решение записано" })).ToBeVisibleAsync();
    }

    /// <summary>Two employees: the pair needs the consent of both and the agreement.</summary>
    private static async Task AddPairAsync(IPage page, Staff staff)
    {
        string today = $"{staff.Today:yyyy-MM-dd}";
        await page.GotoAsync("/pairs");
        await page.GetByRole(AriaRole.Link, new() { Name = "Добавить пару" }).ClickAsync();
        await page.GetByLabel("Наставник", new() { Exact = true }).SelectOptionAsync(staff.Mentor.ToString());
        await page.GetByLabel("Наставляемый", new() { Exact = true }).SelectOptionAsync(staff.Mentee.ToString());
        await page.GetByLabel("Форма наставничества").FillAsync("педагог – педагог");
        await page.GetByLabel("Согласие наставника от").FillAsync(today);
        await page.GetByLabel("Согласие наставляемого от").FillAsync(today);
        await page.GetByLabel("Номер соглашения").FillAsync("12-Н");
        await page.GetByLabel("Дата соглашения").FillAsync(today);
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Assertions.Expect(page.GetByText("готова к приказу")).ToBeVisibleAsync();
    }

    private static async Task MakeOrderAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Сделать приказ: 1 пара" }).ClickAsync();
        await page.ArriveAsync("/documents/[^/]+$");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить на подпись" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Сейчас у кого" })).ToBeVisibleAsync();
    }

    /// <summary>A file comes by a click, with a name of its kind, and is a package as Word and Excel write.</summary>
    private static async Task DownloadAsync(IPage page, string ending, ILocator link)
    {
        IDownload file = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.EndsWith(ending, file.SuggestedFilename, StringComparison.Ordinal);
        await using FileStream content = File.OpenRead(await file.PathAsync());
        using System.IO.Compression.ZipArchive package = new(content);
        Assert.Contains(package.Entries, entry => entry.FullName == "[Content_Types].xml");
    }

    [GeneratedRegex(@"^№\s*(\S+) от ")]
    private static partial Regex NumberAndDate();

    [GeneratedRegex(@"\.xlsx$")]
    private static partial Regex Spreadsheet();

    /// <summary>A school with a curator, a director who signs electronically, and three teachers, one of whom only ever sees mails.</summary>
    private sealed class Staff
    {
        private readonly Site _site;
        private readonly FirstPerson _first;

        private Staff(Site site, FirstPerson first) => (_site, _first) = (site, first);

        public Guid Performer { get; private set; }
        public Guid Mentor { get; private set; }
        public Guid Mentee { get; private set; }
        public DateOnly Today => DateOnly.FromDateTime(_site.Get<TimeProvider>().GetUtcNow().UtcDateTime);

        public static async Task<Staff> HireAsync(Site site)
        {
            FirstPerson first = await site.Create(Curator);
            Staff staff = new(site, first);
            Assert.True((await site.Get<EnterElectronicDecision>().RunAsync(Site.Curator(first), "15-од", staff.Today.AddDays(-30), "письмо учредителя № 44", default)).Succeeded);
            Guid director = await staff.AddAsync("Лебедева", "Ксения", "Олеговна", Gender.Female, "директор", Director, Roles.Director);
            Invited invited = (await site.Get<InvitePerson>().RunAsync(Site.Curator(first), director, default)).Value!;
            Assert.True((await site.Get<AcceptInvitation>().RunAsync(new Uri(invited.ByHand!).Segments[^1], Site.Password, Pin, default)).Succeeded);
            staff.Performer = await staff.AddAsync("Шилова", "Анна", "Дмитриевна", Gender.Female, "учитель математики", "shilova@example.org");
            staff.Mentor = await staff.AddAsync("Кравец", "Иван", "Сергеевич", Gender.Male, "учитель физики", "kravets@example.org", Roles.Mentor);
            staff.Mentee = await staff.AddAsync("Юсупов", "Тимур", "Маратович", Gender.Male, "учитель химии", "yusupov@example.org");
            return staff;
        }

        /// <summary>The token behind the link of the mail that asks the performer to do this item.</summary>
        public async Task<string> MailedTokenAsync(string activity)
        {
            await using MentorshipDb db = _site.Get<IDbContextFactory<MentorshipDb>>().CreateDbContext();
            db.Scope = _first.InstitutionId;
            WorkItem work = Assert.Single(await db.WorkItems.Where(w => w.PersonId == Performer && w.Kind == WorkKind.Do && w.Status == WorkStatus.Open).ToListAsync(), w => w.Title.StartsWith(activity, StringComparison.Ordinal));
            ActionLink link = await db.Links.SingleAsync(l => l.WorkItemId == work.Id);
            Assert.Single(await db.Mails.Where(m => m.LinkId == link.Id).ToListAsync());
            return link.Token(_site.Get<InstallationKey>().Bytes);
        }

        private async Task<Guid> AddAsync(string surname, string given, string patronymic, Gender gender, string post, string email, params string[] roles)
        {
            var added = await _site.Get<AddPerson>().RunAsync(Site.Curator(_first), new PersonCard
            {
                Surname = surname, GivenName = given, Patronymic = patronymic, Gender = gender, Post = post, Email = email, Kind = MemberKind.Employee,
                JoinedAgreementOn = Today.AddDays(-20), Roles = [.. roles.Select(role => new RoleTerm(role))],
            }, default);
            Assert.True(added.Succeeded, added.Refusal?.Text);
            return added.Value;
        }
    }
}
