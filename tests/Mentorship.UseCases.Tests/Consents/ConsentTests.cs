using Mentorship.Domain.Cases;
using Mentorship.Domain.Consents;
using Mentorship.Domain.Files;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Consents;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Files;
using Mentorship.UseCases.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Consents;

/// <summary>Consent to the processing of personal data: by link and PIN, after signing in, on paper.</summary>
public sealed class ConsentTests
{
    private const string Text = "Я даю согласие на публикацию своего имени и фотографии на сайте школы.";
    private const string Form = $$"""{"purpose":"публикация на сайте","text":"{{Text}}"}""";
    private static readonly Upload Scan = new("лист.pdf", "%PDF-1.7 лист"u8.ToArray());

    private static Task<Guid> AskAsync(World world, params Guid[] people) => world.Errand.StartAsync("Согласия", steps =>
        steps.Add("Mentorship.Consents", "consents", "Согласие на публикацию").Text("people", string.Join(',', people.Select(p => $"person:{p}"))).Text("form", Form));

    private static async Task<string?> ByLinkAsync(World world, Guid person, string outcome, string? pin) =>
        (await world.Get<DecideByLink>().RunAsync(await world.Errand.TokenAsync(person), new Answer(outcome) { Pin = pin }, default)).Refusal?.Code;

    private static async Task<List<Consent>> KeptAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        return await db.Consents.OrderBy(c => c.Id).ToListAsync();
    }

    [Fact]
    public async Task ByLink_WithThePin_IsKeptWithTextDoorAndDay()
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Кравец", pin: "2468");
        await AskAsync(world, person);

        Assert.Equal("PinNeeded", await ByLinkAsync(world, person, "Done", null));
        Assert.Equal("PinWrong", await ByLinkAsync(world, person, "Done", "1357"));
        Assert.Empty(await KeptAsync(world));
        Assert.Null(await ByLinkAsync(world, person, "Done", "2468"));

        Consent kept = Assert.Single(await KeptAsync(world));
        Assert.Equal((person, "публикация на сайте", true, new DateOnly(2026, 9, 7), Door.LinkWithPin, Hash.OfText(Text)), (kept.PersonId, kept.Purpose, kept.Given, kept.On, kept.Door, kept.TextSha256));
        Assert.Equal("AlreadyDecided", await ByLinkAsync(world, person, "Refused", "2468"));
        Assert.Single(await KeptAsync(world));
    }

    [Fact]
    public async Task ARefusal_NeedsThePinToo_AndIsAnAnswer()
    {
        await using World world = await World.CreateAsync();
        Guid yes = await world.Errand.PersonAsync("Кравец", pin: "2468"), no = await world.Errand.PersonAsync("Шилова", pin: "1359");
        Guid asked = await AskAsync(world, yes, no);

        Assert.Equal("PinNeeded", await ByLinkAsync(world, no, "Refused", null));
        Assert.Null(await ByLinkAsync(world, no, "Refused", "1359"));
        Assert.Null(await ByLinkAsync(world, yes, "Done", "2468"));

        Assert.Equal([(no, false), (yes, true)], (await KeptAsync(world)).Select(c => (c.PersonId, c.Given)));
        await using MentorshipDb db = world.Open();
        Assert.True((await db.Cases.SingleAsync(c => c.Id == asked)).NeedsAttention);
        StepAnswers view = (await world.Get<AnswersView>().RunAsync(world.Curator, asked, "consents", default)).Value!;
        Assert.Equal([("Кравец\u00A0А.\u00A0Н.", true), ("Шилова\u00A0А.\u00A0Н.", false)], view.Consents.Select(c => (c.Person, c.Given!.Value)));
    }

    [Fact]
    public async Task OnPaper_IsEnteredWithItsScan()
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Юсупов", kind: MemberKind.Pupil);
        await AskAsync(world, person);
        Guid item = (await world.Errand.WorkOfAsync(person)).Id;
        EnterPaperConsent enter = world.Get<EnterPaperConsent>();
        DateOnly day = new(2026, 9, 4);

        Assert.Equal("NotAllowed", (await enter.RunAsync(world.Act(person, Roles.Mentee), item, true, day, Scan, default)).Refusal!.Code);
        Assert.Equal("ScanMissing", (await enter.RunAsync(world.Curator, item, true, day, null, default)).Refusal!.Code);
        Assert.Equal("DayMissing", (await enter.RunAsync(world.Curator, item, true, null, Scan, default)).Refusal!.Code);
        Assert.Equal("DayAhead", (await enter.RunAsync(world.Curator, item, true, new DateOnly(2026, 9, 8), Scan, default)).Refusal!.Code);
        Assert.Equal("ScanKind", (await enter.RunAsync(world.Curator, item, true, day, new Upload("лист.pdf", "лист"u8.ToArray()), default)).Refusal!.Code);
        Actor stranger = world.Curator with { InstitutionId = await world.AnotherInstitutionAsync() };
        Assert.Equal("NotOpen", (await enter.RunAsync(stranger, item, true, day, Scan, default)).Refusal!.Code);
        Assert.Empty(await KeptAsync(world));
        Assert.True((await enter.RunAsync(world.Curator, item, true, day, Scan, default)).Succeeded);

        Consent kept = Assert.Single(await KeptAsync(world));
        Assert.Equal((person, true, day, Door.Paper, world.CuratorId), (kept.PersonId, kept.Given, kept.On, kept.Door, kept.EnteredBy!.Value));
        Assert.Equal(Scan.Content, (await enter.ScanAsync(world.Curator, kept.Id, default)).Value!.Content);
        Assert.Equal("NoScan", (await enter.ScanAsync(stranger, kept.Id, default)).Refusal!.Code);
        Assert.Equal("NotAllowed", (await enter.ScanAsync(world.Act(person, Roles.Mentee), kept.Id, default)).Refusal!.Code);
        Assert.Equal("AlreadyDecided", (await enter.RunAsync(world.Curator, item, true, day, Scan, default)).Refusal!.Code);
    }

    [Fact]
    public async Task TheMail_AsksWithoutSayingWhat()
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Кравец");
        await AskAsync(world, person);
        await using MentorshipDb db = world.Open();
        Assert.StartsWith("Нужен ваш ответ о согласии", Domain.Mailing.MailText.Render(await db.Mails.SingleAsync(), "", null).Subject, StringComparison.Ordinal);
    }
}
