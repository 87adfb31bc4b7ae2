namespace Mentorship.Web.Tests.Pages.Pairs;

public sealed class PairsTests
{
    [Fact]
    public async Task Pair_FromTheFormToTheOrder_SaysWhatIsMissingOnTheWay()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        Visitor curator = await school.SignIn();
        (string, string?)[] pair =
        [
            ("Form.Mentor", school.MentorId.ToString()), ("Form.Mentee", school.PupilId.ToString()), ("Form.Kind", "педагог – ученик"), ("Form.From", "2026-09-15"), ("Form.To", "2027-05-31"),
            ("Form.MentorConsentOn", "2025-09-01"), ("Form.What", "Save"),
        ];
        Assert.Equal("/pairs", (await curator.Post("/pairs/new", "pair", pair)).Leads());
        string table = await curator.Read("/pairs").Words();
        Assert.Contains("Нет согласия наставляемого (или его законного представителя)", table, StringComparison.Ordinal);
        string edit = System.Text.RegularExpressions.Regex.Match(table, "href=\"(/pairs/[0-9a-f-]{36})\"").Groups[1].Value;

        Assert.Equal("/pairs", (await curator.Post(edit, "pair", [.. pair, ("Form.MenteeConsentOn", "02.09.2025")])).Leads());
        Assert.Contains("Сделать приказ: 1\u00a0пара", await curator.Read("/pairs").Words(), StringComparison.Ordinal);
        string order = (await curator.Post("/pairs", "order")).Leads();

        Assert.StartsWith("/documents/", order, StringComparison.Ordinal);
        Assert.Contains("наставника учителя физики Кравца", (await curator.Read(order).Words()).Replace("\u00a0", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(order, (await curator.Post(order, "act", ("Act.What", "Submit"))).Leads());
        Assert.Contains("уже на маршруте", await curator.Post(edit, "pair", [.. pair]).Words(), StringComparison.Ordinal);
    }
}
