using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Comparing;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Files;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Deciding;

public sealed class DecideByLinkTests
{
    private static readonly Answer Proved = new("Done") { Evidence = new EvidenceGiven { NumberAndDate = "справка № 4 от 07.09.2026" } };

    [Fact]
    public async Task Decide_WhenClickedFiftyTimesAtOnce_IsOneDecisionAndTheOthersAreToldWhoAndWhen()
    {
        await using World world = await World.CreateAsync();
        Errand errand = world.Errand;
        Guid person = await errand.PersonAsync("Токарь");
        await errand.TaskAsync(person);
        string token = await errand.TokenAsync(person);

        Outcome<DecisionReceipt>[] clicks = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => world.Get<DecideByLink>().RunAsync(token, Proved, default))));

        Assert.Single(clicks, c => c.Succeeded);
        Assert.All(clicks.Where(c => !c.Succeeded), c =>
        {
            Assert.Equal("AlreadyDecided", c.Refusal!.Code);
            Assert.Contains("выполнено, Токарь\u00A0А.\u00A0Н., 07.09.2026 в 09:00", c.Refusal.Text, StringComparison.Ordinal);
        });
        await using MentorshipDb db = world.Open();
        Assert.Equal(1, await db.Decisions.CountAsync());
        Assert.Equal(Door.Link, (await db.Decisions.SingleAsync()).Door);
        Assert.Single((await errand.WorkOfAsync(person)).Evidence);
    }

    [Fact]
    public async Task Decide_WhenFiftyApproveAtOnce_AllSucceed()
    {
        await using World world = await World.CreateAsync();
        Errand errand = world.Errand;
        List<Guid> people = [];
        for (int i = 0; i < 50; i++) people.Add(await errand.PersonAsync($"Согласующий{i}"));
        Guid caseId = await errand.StartAsync("Положение", steps => steps.Add("Mentorship.Approval", "all", "Согласование").Text("approver", string.Join(',', people.Select(p => $"person:{p}"))).Text("mode", "all"));
        List<string> tokens = [];
        foreach (Guid person in people) tokens.Add(await errand.TokenAsync(person));

        Outcome<DecisionReceipt>[] answers = await Task.WhenAll(tokens.Select(token => Task.Run(() => world.Get<DecideByLink>().RunAsync(token, new Answer("Approved"), default))));

        Assert.All(answers, a => Assert.True(a.Succeeded, a.Refusal?.Text));
        await using MentorshipDb db = world.Open();
        Assert.Equal(50, await db.Decisions.CountAsync());
        Assert.Equal(CaseStatus.Finished, (await db.Cases.SingleAsync(c => c.Id == caseId)).Status);
    }

    [Fact]
    public async Task Decide_WhenPeopleAreTouched_AsksThePinAndClosesItAfterFiveWrongOnes()
    {
        await using World world = await World.CreateAsync();
        Errand errand = world.Errand;
        Guid accountant = await errand.PersonAsync("Токарь", Roles.Accountant, "2580");
        await errand.OrderAsync(DocumentKind.Incentive, world.CuratorId, []);
        string token = await errand.TokenAsync(accountant);
        DecideByLink decide = world.Get<DecideByLink>();

        Assert.Equal("PinNeeded", (await decide.RunAsync(token, new Answer("Approved"), default)).Refusal?.Code);
        for (int i = 0; i < 5; i++) Assert.Equal("PinWrong", (await decide.RunAsync(token, new Answer("Approved") { Pin = "1111" }, default)).Refusal?.Code);
        Assert.Equal("PinClosed", (await decide.RunAsync(token, new Answer("Approved") { Pin = "2580" }, default)).Refusal?.Code);
        await using (MentorshipDb db = world.Open()) Assert.Equal(0, await db.Decisions.CountAsync());

        world.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.True((await decide.RunAsync(token, new Answer("Approved") { Pin = "2580" }, default)).Succeeded);
        await using MentorshipDb after = world.Open();
        Assert.Equal(Door.LinkWithPin, (await after.Decisions.SingleAsync()).Door);
    }

    [Fact]
    public async Task Pin_WhenTriedThroughLinksOfSeveralCasesAtOnce_IsCountedEachTime()
    {
        await using World world = await World.CreateAsync();
        Guid accountant = await world.Errand.PersonAsync("Токарь", Roles.Accountant, "2580");
        List<string> tokens = [];
        for (int order = 0; order < 8; order++)
        {
            await world.Errand.OrderAsync(DocumentKind.Incentive, world.CuratorId, []);
            tokens.Add(await world.Errand.TokenAsync(accountant));
        }

        // Half of them come by another process, which shares nothing with this one but the database.
        DecideByLink here = world.Get<DecideByLink>(), elsewhere = new(new Work(world.Get<IDbContextFactory<MentorshipDb>>(), new CaseGate(), world.Time), world.Get<LinkDesk>(), world.Get<DecisionDesk>(), world.Get<PinDesk>());
        Outcome<DecisionReceipt>[] tries = await Task.WhenAll(tokens.Select((token, i) => Task.Run(() => (i % 2 == 0 ? here : elsewhere).RunAsync(token, new Answer("Approved") { Pin = "1111" }, default))));

        Assert.Equal((5, 3), (tries.Count(t => t.Refusal?.Code == "PinWrong"), tries.Count(t => t.Refusal?.Code == "PinClosed")));
        Assert.Equal("PinClosed", (await world.Get<DecideByLink>().RunAsync(tokens[0], new Answer("Approved") { Pin = "2580" }, default)).Refusal?.Code);
    }

    [Fact]
    public async Task Decide_WhenThereIsNoPin_SaysSoAndStillTakesAReturn()
    {
        await using World world = await World.CreateAsync();
        Errand errand = world.Errand;
        Guid accountant = await errand.PersonAsync("Токарь", Roles.Accountant);
        Document order = await errand.OrderAsync(DocumentKind.Incentive, world.CuratorId, []);
        string token = await errand.TokenAsync(accountant);
        DecideByLink decide = world.Get<DecideByLink>();

        Assert.Equal("PinMissing", (await decide.RunAsync(token, new Answer("Approved"), default)).Refusal?.Code);
        Assert.Equal("ReasonNeeded", (await decide.RunAsync(token, new Answer("Returned"), default)).Refusal?.Code);
        Assert.True((await decide.RunAsync(token, new Answer("Returned") { Comment = "сумма" }, default)).Succeeded);

        await using MentorshipDb db = world.Open();
        Document returned = await db.Documents.SingleAsync(d => d.Id == order.Id);
        Assert.Equal((DocumentStatus.Returned, "сумма"), (returned.Status, returned.ReturnReason));
    }

    [Fact]
    public async Task Open_WhenTheOrderCameBack_ShowsWhatChangedAfterTheRemark()
    {
        await using World world = await World.CreateAsync();
        Errand errand = world.Errand;
        Guid accountant = await errand.PersonAsync("Токарь", Roles.Accountant, "2580");
        Document order = await errand.OrderAsync(DocumentKind.Incentive, world.CuratorId, [], Errand.Text("Премировать Кравца И. С.", "Контроль оставляю за собой."));
        string first = await errand.TokenAsync(accountant);
        Assert.True((await world.Get<DecideByLink>().RunAsync(first, new Answer("Returned") { Comment = "не тот срок" }, default)).Succeeded);
        world.Time.Advance(TimeSpan.FromHours(1));
        await errand.ResubmitAsync(order.Id, Errand.Text("Премировать Кравца И. С. до 1 октября.", "Контроль оставляю за собой."), "уточнён срок");

        LinkView old = (await world.Get<OpenLink>().RunAsync(first, default))!;
        LinkView fresh = (await world.Get<OpenLink>().RunAsync(await errand.TokenAsync(accountant), default))!;

        Assert.Equal(LinkState.DecidedByYou, old.State);
        Assert.StartsWith("Возвращено 07.09.2026", old.Fate, StringComparison.Ordinal);
        SheetDocument sheet = fresh.Sheet!.Document!;
        Assert.Equal((2, "не тот срок", true, "уточнён срок"), (sheet.Number, sheet.Changed!.Remark, sheet.Changed.IsOwnRemark, sheet.Changed.Note));
        Assert.Equal("п.\u00A01: добавлено “до 1 октября.”", ChangeWords.Short(sheet.Changed.Changes));
    }

    [Fact]
    public async Task Decide_WhenAnotherTabHasTheOldVersion_IsRefused()
    {
        await using World world = await World.CreateAsync();
        Errand errand = world.Errand;
        Guid accountant = await errand.PersonAsync("Токарь", Roles.Accountant, "2580");
        await errand.OrderAsync(DocumentKind.Incentive, world.CuratorId, []);
        string token = await errand.TokenAsync(accountant);

        Outcome<DecisionReceipt> stale = await world.Get<DecideByLink>().RunAsync(token, new Answer("Approved") { Pin = "2580", SeenVersion = Guid.CreateVersion7() }, default);

        Assert.Equal("OtherVersion", stale.Refusal?.Code);
    }

    [Fact]
    public async Task Decide_BySignatureOrRework_IsLeftToThePagesBehindTheSignIn()
    {
        await using World world = await World.CreateAsync();
        Errand errand = world.Errand;
        Document order = await errand.OrderAsync(DocumentKind.RoadmapApproval, world.CuratorId, []);
        string toSign = await errand.TokenAsync(world.DirectorId);
        DecideByLink decide = world.Get<DecideByLink>();

        Assert.Equal("SignInInbox", (await decide.RunAsync(toSign, new Answer("Signed"), default)).Refusal?.Code);
        Assert.True((await decide.RunAsync(toSign, new Answer("Returned") { Comment = "оформление" }, default)).Succeeded);
        Assert.Equal("ReworkOnPage", (await decide.RunAsync(await errand.TokenAsync(world.CuratorId), new Answer("Done"), default)).Refusal?.Code);
        await using MentorshipDb db = world.Open();
        Assert.Equal(DocumentStatus.Returned, (await db.Documents.SingleAsync(d => d.Id == order.Id)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'")]
    public async Task Open_WithAWrongToken_FindsNothing(string token)
    {
        await using World world = await World.CreateAsync();

        Assert.Null(await world.Get<OpenLink>().RunAsync(token, default));
        Assert.Equal("LinkUnknown", (await world.Get<DecideByLink>().RunAsync(token, Proved, default)).Refusal?.Code);
    }

    [Fact]
    public async Task Open_OfAnotherInstitution_ShowsThatInstitutionAndNothingOfThisOne()
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Токарь");
        await world.Errand.TaskAsync(person);
        string token = await world.Errand.TokenAsync(person);
        Errand other = await world.StrangersErrandAsync();
        Guid stranger = await other.PersonAsync("Чужова");
        await other.TaskAsync(stranger, "Чужое задание");

        LinkView view = (await world.Get<OpenLink>().RunAsync(await other.TokenAsync(stranger), default))!;

        Assert.Equal(("Детский сад «Ручеёк»", "Чужое задание"), (view.Institution, view.Title));
        Assert.True((await world.Get<DecideByLink>().RunAsync(await other.TokenAsync(stranger), Proved, default)).Succeeded);
        Assert.Equal(LinkState.Open, (await world.Get<OpenLink>().RunAsync(token, default))!.State);
    }
}
