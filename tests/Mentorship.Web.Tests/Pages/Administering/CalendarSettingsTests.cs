using System.Net;
using System.Text.RegularExpressions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Tests.Deciding;

namespace Mentorship.Web.Tests.Pages.Administering;

/// <summary>The institution's calendar as a browser without scripts sees it.</summary>
public sealed class CalendarSettingsTests
{
    private static (string, string?)[] Schedule(int year, string act, string seen, string firstTo)
    {
        string[][] terms = [[$"{year}-09-01", firstTo], [$"{year}-11-05", $"{year}-12-28"], [$"{year + 1}-01-11", $"{year + 1}-03-20"], [$"{year + 1}-04-01", $"{year + 1}-05-26"]];
        return [("Study.Seen", seen), ("Study.Kind", "quarter"), ("Study.Act", act), .. terms.SelectMany((t, i) => new (string, string?)[] { ($"Study.Terms[{i}].From", t[0]), ($"Study.Terms[{i}].To", t[1]) }),
            ("Study.Holidays[0].From", $"{year}-10-27"), ("Study.Holidays[0].To", $"{year}-11-04"), ("Study.Holidays[1].From", ""), ("Study.Holidays[1].To", "")];
    }

    [Fact]
    public async Task Schedule_IsProposed_Shown_ThenSaved_AndWhoComesSecondLosesNothing()
    {
        await using Site site = new();
        await site.Create(roles: [Roles.Curator]);
        Visitor admin = await site.SignIn();
        string page = await admin.Read("/calendar").Words();
        int year = int.Parse(Regex.Match(page, "/calendar\\?year=(\\d{4})").Groups[1].Value);
        string to = $"/calendar?year={year}", seen = Regex.Match(page, "name=\"Study.Seen\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        Assert.Contains($"На {year}/{year + 1} учебный год график не внесён", page, StringComparison.Ordinal);

        string usual = await admin.Post(to, "study", ("Study.Seen", seen), ("Study.Kind", "trimester"), ("Study.Act", "usual")).Words();
        Assert.Contains("Это предложение, а не ваш график", usual, StringComparison.Ordinal);
        Assert.Matches($"name=\"Study.Terms\\[2\\].From\" value=\"{year + 1}-03-01\"", usual);
        Assert.Contains("график не внесён", await admin.Read(to).Words(), StringComparison.Ordinal);

        string shown = await admin.Post(to, "study", Schedule(year, "show", seen, $"{year}-10-26")).Words();
        Assert.Contains("Так будет, если сохранить", shown, StringComparison.Ordinal);
        Assert.Contains($"«до конца I\u00A0четверти»", shown, StringComparison.Ordinal);
        Assert.Contains($"до 26\u00A0октября {year}\u00A0г. включительно", shown, StringComparison.Ordinal);
        Assert.Contains($"name=\"Study.Terms[0].To\" value=\"{year}-10-26\"", shown, StringComparison.Ordinal);
        Assert.Contains("Осенние каникулы (27\u00A0октября – 4\u00A0ноября) заходят на I\u00A0четверть", await admin.Post(to, "study", Schedule(year, "show", seen, $"{year}-10-27")).Words(), StringComparison.Ordinal);
        string wrong = await admin.Post(to, "study", Schedule(year, "save", seen, "")).Words();
        Assert.True(wrong.IndexOf("укажите и первый, и последний день", StringComparison.Ordinal) > wrong.IndexOf("id=\"study-card\"", StringComparison.Ordinal), "The page comes back at the schedule, so the sentence stands there");

        Assert.Equal($"/calendar?year={year}&said=study&found=0", (await admin.Post(to, "study", Schedule(year, "save", seen, $"{year}-10-26"))).Leads());
        Assert.Contains($"1\u00A0сентября – 26\u00A0октября", await admin.Read($"/calendar?year={year}&said=study&found=3").Words(), StringComparison.Ordinal);
        string late = await admin.Post(to, "study", Schedule(year, "save", seen, $"{year}-10-24")).Words();
        Assert.Contains("другой администратор изменил", late, StringComparison.Ordinal);
        Assert.Contains($"name=\"Study.Terms[0].To\" value=\"{year}-10-24\"", late, StringComparison.Ordinal);
        Assert.Contains($"график не внесён", await admin.Read($"/calendar?year={year + 1}").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_ShownWhileACaseStandsStill_SaysWhatFindsItsDaysLater()
    {
        await using Site site = new();
        FirstPerson first = await site.Create(roles: [Roles.Curator]);
        Guid id = await new Errand(site.Services, first.InstitutionId).StartAsync("Дорожная карта", steps =>
            steps.Add("Mentorship.Task", "item", "Провести круглый стол").Text("assignee", $"person:{first.PersonId}").Text("deadline", "I четверть"));
        Visitor admin = await site.SignIn();
        string page = await admin.Read("/calendar").Words();
        int year = int.Parse(Regex.Match(page, "/calendar\\?year=(\\d{4})").Groups[1].Value);
        string to = $"/calendar?year={year}", seen = Regex.Match(page, "name=\"Study.Seen\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        Assert.Contains("Сразу получат срок: 1\u00A0пункт.", await admin.Post(to, "study", Schedule(year, "show", seen, $"{year}-10-26")).Words(), StringComparison.Ordinal);
        Assert.True((await site.Get<SuspendCase>().RunAsync(Site.Curator(first), id, "проверка", default)).Succeeded);

        string shown = await admin.Post(to, "study", Schedule(year, "show", seen, $"{year}-10-26")).Words();

        Assert.Contains("Получат срок, когда приостановленные дела возобновят: 1\u00A0пункт.", shown, StringComparison.Ordinal);
        Assert.Contains("Провести круглый стол", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Сразу получат срок", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeekAndDays_AreMarkedAndUnmarked_AndAWrongDateIsExplained()
    {
        await using Site site = new();
        await site.Create(roles: [Roles.Curator]);
        Visitor admin = await site.SignIn();
        int next = int.Parse(Regex.Match(await admin.Read("/calendar"), "/calendar\\?year=(\\d{4})").Groups[1].Value) + 1;
        Assert.Equal("/calendar?said=week", (await admin.Post("/calendar", "week", ("Week.Seen", "5"), ("Week.Days", "6"))).Leads());
        Assert.Equal("/calendar?said=marked", (await admin.Post("/calendar", "mark", ("Mark.As", "off"), ("Mark.Days", $"с 12.05.{next} по 14.05.{next}"), ("Mark.Note", "День здоровья <b>"))).Leads());
        string page = await admin.Read("/calendar?said=marked").Words();
        Assert.Contains($"12–14\u00A0мая {next}\u00A0г.", page, StringComparison.Ordinal);
        Assert.Contains("нерабочий, День здоровья <b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("здоровья <b>", await admin.Read("/calendar"), StringComparison.Ordinal);
        string wrong = await admin.Post("/calendar", "mark", ("Mark.As", "on"), ("Mark.Days", "когда-нибудь потом"), ("Mark.Note", "моё")).Words();
        Assert.Contains("Не понято: «когда-нибудь потом»", wrong, StringComparison.Ordinal);
        Assert.Contains("когда-нибудь потом</textarea>", wrong, StringComparison.Ordinal);
        Assert.Contains("value=\"моё\"", wrong, StringComparison.Ordinal);
        Assert.Equal("/calendar?said=unmarked", (await admin.Post("/calendar", "unmark", ("Unmark.Days", $"{next}-05-12/{next}-05-14/off"))).Leads());
        Assert.Contains("Пока ни одного", await admin.Read("/calendar").Words(), StringComparison.Ordinal);
        Assert.Equal("/calendar?said=unmarked", (await admin.Post("/calendar", "unmark", ("Unmark.Days", $"{next}-05-12/{next}-05-14/off"))).Leads());
        Assert.Equal(HttpStatusCode.OK, (await admin.Post("/calendar", "unmark", ("Unmark.Days", "мусор"))).StatusCode);
    }

    [Fact]
    public async Task TimeZone_IsChosenByItsCities_AndWhoComesSecondIsTold()
    {
        await using Site site = new();
        await site.Create(roles: [Roles.Curator]);
        Visitor admin = await site.SignIn();
        string page = await admin.Read("/calendar").Words();
        Assert.Contains("Москва: МСК. Сейчас по нему ", page, StringComparison.Ordinal);
        Assert.Equal(12, Regex.Count(page, "<option value=\"(Europe|Asia)/"));
        Assert.Matches("<option value=\"Europe/Moscow\" selected", page);

        Assert.Equal("/calendar?said=zone", (await admin.Post("/calendar", "zone", ("Zone.Seen", "Europe/Moscow"), ("Zone.Id", "Asia/Kamchatka"))).Leads());
        page = await admin.Read("/calendar?said=zone").Words();
        Assert.Contains("Часовой пояс сохранён.", page, StringComparison.Ordinal);
        Assert.Contains("Петропавловск-Камчатский, Анадырь: МСК+9. Сейчас по нему ", page, StringComparison.Ordinal);
        Assert.Contains("другой администратор изменил", await admin.Post("/calendar", "zone", ("Zone.Seen", "Europe/Moscow"), ("Zone.Id", "Asia/Omsk")).Words(), StringComparison.Ordinal);
        Assert.Contains("Выберите часовой пояс из списка.", await admin.Post("/calendar", "zone", ("Zone.Seen", "Asia/Kamchatka"), ("Zone.Id", "Mars/Phobos")).Words(), StringComparison.Ordinal);
        Assert.Contains("Выберите часовой пояс из списка.", await admin.Post("/calendar", "zone", ("Zone.Id", "")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsNotSignedIn_IsAskedToEnter_AndTheWayThereIsBesideTheReminders()
    {
        await using Site site = new();
        await site.Create();
        Assert.Equal(HttpStatusCode.Found, (await site.Visitor().Open("/calendar")).StatusCode);
        Visitor admin = await site.SignIn();
        Assert.Contains("href=\"/calendar\"", await admin.Read("/documents/books"), StringComparison.Ordinal);
    }
}
