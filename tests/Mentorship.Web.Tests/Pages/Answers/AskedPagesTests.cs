using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Consents;
using Mentorship.Domain.Surveys;
using Mentorship.Storage;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Web.Tests.Pages.Answers;

/// <summary>Surveys, consents and pairs behind a mail link and behind the sign-in, as a browser without scripts sees them.</summary>
public sealed partial class AskedPagesTests
{
    internal const string Form = """
        {"title":"Анкета наставника","intro":"Займёт минуту.","questions":[
          {"id":"help","kind":"scale","text":"Насколько вам помогает программа?","low":"мало","high":"очень"},
          {"id":"go","kind":"single","text":"Продолжите работу?","options":["да","нет"]},
          {"id":"what","kind":"multiple","text":"Что помогло?","options":["встречи","план"]},
          {"id":"more","kind":"text","text":"Что добавить?"}]}
        """;

    internal const string Consent = """{"purpose":"публикация на сайте","text":"Я даю согласие на публикацию своего имени.\nСогласие можно отозвать."}""";

    [Fact]
    public async Task Survey_ByLink_IsAnsweredWithoutAScript()
    {
        await using Site site = new();
        (Errand errand, string token, _) = await AskAsync(site, "Mentorship.Survey", Form);
        Visitor visitor = site.Visitor();

        string page = await visitor.Read($"/d/{token}").Words();
        Assert.Contains("заполните анкету", page, StringComparison.Ordinal);
        Assert.Contains("<legend>Насколько вам помогает программа?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        HttpResponseMessage missing = await visitor.Client.PostAsync($"/d/{token}", Fields(("outcome", "Done"), ("q.help", "4"), ("q.what", "план"), ("q.more", "больше встреч")));
        string asked = await missing.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        Assert.Contains("Ответьте на вопрос «Продолжите работу?»", WebUtility.HtmlDecode(asked), StringComparison.Ordinal);
        Assert.Matches("name=\"q.help\" value=\"4\" checked", asked);
        Assert.Matches("name=\"q.what\" value=\"план\" checked", WebUtility.HtmlDecode(asked));
        Assert.Contains("больше встреч", WebUtility.HtmlDecode(asked), StringComparison.Ordinal);
        HttpResponseMessage done = await visitor.Client.PostAsync($"/d/{token}", Fields(("outcome", "Done"), ("q.help", "4"), ("q.go", "да"), ("q.what", "план"), ("q.what", "встречи")));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("Анкета заполнена", await visitor.Read($"/d/{token}").Words(), StringComparison.Ordinal);
        await using MentorshipDb db = errand.Open();
        SurveyAnswer answer = await db.SurveyAnswers.SingleAsync();
        Assert.Equal("""{"help":4,"go":"да","what":["встречи","план"]}""", answer.Content);
    }

    [Fact]
    public async Task Survey_OfTheGreatestLength_WeighsNoMoreThanFiftyKilobytes()
    {
        await using Site site = new();
        string text = new('ш', 120);
        string[] questions = [.. Enumerable.Range(1, 15).Select(i => $$"""{"kind":"scale","text":"{{text}}","to":10}"""), .. Enumerable.Range(1, 4).Select(i => $$"""{"kind":"single","text":"?","options":["{{text}}1","{{text}}2"]}""")];
        (_, string token, _) = await AskAsync(site, "Mentorship.Survey", $$"""{"title":"Анкета","questions":[{{string.Join(',', questions)}}]}""");
        HttpClient client = site.CreateClient();

        byte[] page = await client.GetByteArrayAsync($"/d/{token}");
        int weight = page.Length;
        foreach (Match style in Styles().Matches(Encoding.UTF8.GetString(page))) weight += (await client.GetByteArrayAsync(style.Groups[1].Value)).Length;

        Assert.InRange(weight, 30_000, 50 * 1024);
    }

    [Fact]
    public async Task Consent_ByLink_IsGivenByThePin()
    {
        await using Site site = new();
        (Errand errand, string token, _) = await AskAsync(site, "Mentorship.Consents", Consent, pin: "2468");
        Visitor visitor = site.Visitor();

        string page = await visitor.Read($"/d/{token}").Words();
        Assert.Contains("Цель: публикация на сайте", page, StringComparison.Ordinal);
        Assert.Contains("<p>Согласие можно отозвать.</p>", page, StringComparison.Ordinal);
        HttpResponseMessage wrong = await visitor.Client.PostAsync($"/d/{token}", Fields(("outcome", "Done"), ("pin", "1111")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        HttpResponseMessage done = await visitor.Client.PostAsync($"/d/{token}", Fields(("outcome", "Done"), ("pin", "2468")));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("Согласие дано", await visitor.Read($"/d/{token}").Words(), StringComparison.Ordinal);
        await using MentorshipDb db = errand.Open();
        Consent kept = await db.Consents.SingleAsync();
        Assert.Equal((true, Door.LinkWithPin), (kept.Given, kept.Door));
    }

    [Fact]
    public async Task Consent_WithoutAPin_SaysHowToGetOne()
    {
        await using Site site = new();
        (_, string token, _) = await AskAsync(site, "Mentorship.Consents", Consent);
        string page = await site.Visitor().Read($"/d/{token}").Words();
        Assert.Contains("подтверждают ПИНом", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Done\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_OnPaper_IsEnteredOnThePageOfTheTask()
    {
        await using Site site = new();
        (Errand errand, _, Guid person) = await AskAsync(site, "Mentorship.Consents", Consent);
        Visitor curator = await site.SignIn();
        Guid work = (await errand.WorkOfAsync(person)).Id;
        string page = await curator.Read($"/task/{work}").Words();
        Assert.Contains("Внести ответ с бумаги", page, StringComparison.Ordinal);
        string token = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using ByteArrayContent scan = new("%PDF-1.7 лист"u8.ToArray());
        using MultipartFormDataContent form = new() { { new StringContent("paper"), "_handler" }, { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Done"), "outcome" }, { new StringContent("2026-01-15"), "on" }, { scan, "scan", "лист.pdf" } };

        Assert.Equal($"/task/{work}", (await curator.Client.PostAsync($"/task/{work}", form)).Leads());

        string answers = Regex.Match(await curator.Read($"/task/{work}"), "href=\"(/answers/[^\"]+)\"").Groups[1].Value;
        string list = await curator.Read(answers).Words();
        Assert.Contains("согласие дано", list, StringComparison.Ordinal);
        string link = Regex.Match(list, "href=\"(/consents/[^\"]+/scan)\"").Groups[1].Value;
        Assert.Equal("application/pdf", (await curator.Open(link)).Content.Headers.ContentType!.MediaType);
        await site.Create("other@example.org", "Лицей № 2");
        Visitor stranger = await site.SignIn("other@example.org");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(answers)).StatusCode);
    }

    [Fact]
    public async Task Survey_AfterSigningIn_IsFoundAnsweredAndSummedUp()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Errand errand = new(site.Services, first.InstitutionId);
        Guid survey = await StartAsync(errand, "Mentorship.Survey", Form, first.PersonId);
        Visitor curator = await site.SignIn();
        string address = $"/task/{(await errand.WorkOfAsync(first.PersonId)).Id}";
        Assert.Contains($"href=\"{address}\"", await curator.Read("/today"), StringComparison.Ordinal);
        Assert.Contains("Заполнить анкету", await curator.Read("/today").Words(), StringComparison.Ordinal);
        Assert.Contains($"href=\"{address}\"", await curator.Read("/inbox"), StringComparison.Ordinal);

        Assert.Equal(address, (await curator.Post(address, "answer", ("outcome", "Done"), ("q.help", "5"), ("q.go", "нет"), ("q.more", "Спасибо"))).Leads());

        string results = await curator.Read($"/answers/{survey}/asked").Words();
        Assert.Contains("Ответили 1 из 1", results, StringComparison.Ordinal);
        Assert.Contains("Среднее 5", results, StringComparison.Ordinal);
        Assert.Contains("Спасибо", results, StringComparison.Ordinal);
        HttpResponseMessage file = await curator.Open($"/answers/{survey}/asked/excel");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Pairs_AreConfirmedOnTheirPage()
    {
        await using Site site = new();
        School school = await School.CreateAsync(site);
        Visitor curator = await school.SignIn();
        await curator.Post("/pairs/new", "pair", ("Form.Mentor", school.MentorId.ToString()), ("Form.Mentee", school.TeacherId.ToString()), ("Form.Kind", "педагог – педагог"), ("Form.From", "2026-09-15"), ("Form.To", "2027-05-31"), ("Form.What", "Save"));
        Errand errand = new(site.Services, school.First.InstitutionId);
        await errand.StartAsync("Пары", steps => steps.Add("Mentorship.Pairs", "asked", "Подтвердить пары").Text("people", $"person:{school.First.PersonId}").Text("enough", "1"));
        Guid work = (await errand.WorkOfAsync(school.First.PersonId)).Id;

        Assert.Contains("Подтверждено пар: 0 из 1", await curator.Read($"/task/{work}").Words(), StringComparison.Ordinal);
        string page = await curator.Read("/pairs");
        string pair = Regex.Match(page, "name=\"Confirm.Pairs\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.Equal("/pairs?said=some", (await curator.Post("/pairs", "confirm", ("Confirm.Work", work.ToString()))).Leads());
        Assert.Equal("/pairs?said=confirmed", (await curator.Post("/pairs", "confirm", ("Confirm.Work", work.ToString()), ("Confirm.Pairs", pair))).Leads());
        Assert.DoesNotContain("Confirm.Pairs", await curator.Read("/pairs?said=confirmed"), StringComparison.Ordinal);
    }

    internal static async Task<(Errand Errand, string Token, Guid Person)> AskAsync(Site site, string type, string form, string? pin = null)
    {
        FirstPerson first = await site.Create();
        Errand errand = new(site.Services, first.InstitutionId);
        Guid person = await errand.PersonAsync("Токарь", pin: pin);
        await StartAsync(errand, type, form, person);
        return (errand, await errand.TokenAsync(person), person);
    }

    internal static Task<Guid> StartAsync(Errand errand, string type, string form, Guid person) =>
        errand.StartAsync("Опрос", steps => steps.Add(type, "asked", "Анкета наставников").Text("people", $"person:{person}").Text("form", form));

    private static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex Styles();
}
