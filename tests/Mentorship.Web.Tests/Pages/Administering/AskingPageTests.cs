using System.Net;
using System.Text.RegularExpressions;
using Mentorship.Domain.People;

namespace Mentorship.Web.Tests.Pages.Administering;

/// <summary>The settings of reminders as a browser without scripts sees them.</summary>
public sealed class AskingPageTests
{
    [Fact]
    public async Task Typed_IsShownFirst_ThenSaved_AndWrongNumbersAreExplained()
    {
        await using Site site = new();
        await site.Create(roles: [Roles.Curator]);
        Visitor admin = await site.SignIn();
        string page = await admin.Read("/reminders").Words();
        Assert.Contains("Никому не напоминаем.", page, StringComparison.Ordinal);
        string seen = Regex.Match(page, "name=\"Asking.Seen\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        (string, string)[] rules = [("Asking.Seen", seen), ("Asking.Before", "3, 1"), ("Asking.After", "2"), ("Asking.To", "role:director"), ("Asking.TellAfter", "4")];

        string shown = await admin.Post("/reminders", "asking", [.. rules, ("Asking.Act", "show")]).Words();
        Assert.Contains("Так будет, если сохранить", shown, StringComparison.Ordinal);
        Assert.Contains("после срока каждые 2\u00A0дня, не больше 5\u00A0раз", shown, StringComparison.Ordinal);
        Assert.Contains("Например, задание открыто", shown, StringComparison.Ordinal);
        Assert.Contains("value=\"3, 1\"", shown, StringComparison.Ordinal);
        Assert.Contains("Никому не напоминаем.", await admin.Read("/reminders").Words(), StringComparison.Ordinal);
        Assert.Contains("Дни до срока напишите числами", await admin.Post("/reminders", "asking", ("Asking.Seen", seen), ("Asking.Before", "завтра"), ("Asking.Act", "save")).Words(), StringComparison.Ordinal);

        Assert.Equal("/reminders?said=saved", (await admin.Post("/reminders", "asking", [.. rules, ("Asking.Act", "save")])).Leads());
        Assert.Contains("за 3\u00A0дня до срока", await admin.Read("/reminders").Words(), StringComparison.Ordinal);
        string late = await admin.Post("/reminders", "asking", ("Asking.Seen", seen), ("Asking.Before", "7"), ("Asking.Act", "save")).Words();
        Assert.Contains("другой администратор изменил", late, StringComparison.Ordinal);
        Assert.Contains("value=\"7\"", late, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsNoAdministrator_ReadsThem_OrNotAtAll()
    {
        await using Site site = new();
        await site.Create();
        Assert.Equal(HttpStatusCode.Found, (await site.Visitor().Open("/reminders")).StatusCode);
        Assert.Contains("/reminders", await (await site.SignIn()).Read("/documents/books"), StringComparison.Ordinal);
    }
}
