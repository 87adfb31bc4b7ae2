using System.Text.Json;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Surveys;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Surveys;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Surveys;

/// <summary>A survey from the first link to its results.</summary>
public sealed class SurveyTests
{
    private const string Form = """{"title":"Анкета","questions":[{"id":"help","kind":"scale","text":"Помогает?"},{"id":"more","kind":"text","text":"Ещё?"}]}""";
    private const string Anonymous = """{"title":"Анкета","anonymous":true,"questions":[{"id":"help","kind":"scale","text":"Помогает?"}]}""";

    private static Task<Guid> AskAsync(World world, string form, string? enough, params Guid[] people) => world.Errand.StartAsync("Опрос", steps =>
        steps.Add("Mentorship.Survey", "survey", "Анкета наставников").Text("people", string.Join(',', people.Select(p => $"person:{p}"))).Text("form", form).Text("enough", enough));

    private static async Task<Guid[]> PeopleAsync(World world, int count)
    {
        Guid[] people = new Guid[count];
        for (int i = 0; i < count; i++) people[i] = await world.Errand.PersonAsync($"Кравец{(char)('а' + i)}");
        return people;
    }

    private static Answer Mark(string mark, string? more = null) => new("Done")
    {
        Filled = new Dictionary<string, IReadOnlyList<string>> { ["help"] = [mark], ["more"] = more is null ? [] : [more] },
    };

    private static async Task<Outcome<DecisionReceipt>> ByLinkAsync(World world, Guid person, Answer answer) =>
        await world.Get<DecideByLink>().RunAsync(await world.Errand.TokenAsync(person), answer, default);

    [Fact]
    public async Task Answers_ByLink_AreRowsOfTheirOwn_AndEnoughOfThemWithdrawTheRest()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 3);
        Guid survey = await AskAsync(world, Form, "2", people);

        Assert.True((await ByLinkAsync(world, people[0], Mark("4", "встреч"))).Succeeded);
        Assert.Equal("AlreadyDecided", (await ByLinkAsync(world, people[0], Mark("1"))).Refusal!.Code);
        Assert.True((await ByLinkAsync(world, people[1], Mark("5"))).Succeeded);

        await using MentorshipDb db = world.Open();
        List<SurveyAnswer> answers = await db.SurveyAnswers.OrderBy(a => a.Id).ToListAsync();
        Assert.Equal([people[0], people[1]], answers.Select(a => a.PersonId!.Value));
        Assert.Equal("""{"help":4,"more":"встреч"}""", answers[0].Content);
        Case @case = await db.Cases.SingleAsync(c => c.Id == survey);
        Assert.Equal(CaseStatus.Finished, @case.Status);
        Assert.DoesNotContain("встреч", @case.State, StringComparison.Ordinal);
        WorkItem rest = await world.Errand.WorkOfAsync(people[2]);
        Assert.Equal((WorkKind.Survey, WorkStatus.Withdrawn, WithdrawReason.EnoughAnswered), (rest.Kind, rest.Status, rest.WithdrawReason!.Value));
    }

    [Fact]
    public async Task AForm_WithAnAnswerMissing_OrNoForm_IsRefusedAndKeepsNothing()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 1);
        await AskAsync(world, Form, null, people);
        string before = await world.Errand.EverythingAsync();

        Assert.Equal("AnswerMissing", (await ByLinkAsync(world, people[0], new Answer("Done"))).Refusal!.Code);
        Assert.Equal("AnswerUnknown", (await ByLinkAsync(world, people[0], Mark("9"))).Refusal!.Code);
        Guid item = (await world.Errand.WorkOfAsync(people[0])).Id;
        Assert.Equal("FormNeeded", (await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(item, people[0], "Done", Door.Session), default)).Refusal!.Code);

        Assert.Equal(before, await world.Errand.EverythingAsync());
    }

    [Fact]
    public async Task AnAnonymousAnswer_SaysNeitherWhoNorWhen()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 5);
        Guid survey = await AskAsync(world, Anonymous, null, people);
        foreach (Guid person in people[..4]) Assert.True((await ByLinkAsync(world, person, Mark("5"))).Succeeded);

        SurveyResults few = (await world.Get<AnswersView>().RunAsync(world.Curator, survey, "survey", default)).Value!.Survey!;
        Assert.True(few.IsTooFew);
        Assert.True((await ByLinkAsync(world, people[4], Mark("3"))).Succeeded);
        SurveyResults results = (await world.Get<AnswersView>().RunAsync(world.Curator, survey, "survey", default)).Value!.Survey!;
        Assert.Equal((5, 4.6m), (results.Answered, results.Questions[0].Mean));

        await using MentorshipDb db = world.Open();
        List<SurveyAnswer> answers = await db.SurveyAnswers.ToListAsync();
        Assert.All(answers, a => Assert.Equal((null, null), (a.PersonId, a.At)));
        Assert.All(answers, a => Assert.Equal(4, a.Id.Version));
        Assert.DoesNotContain(await db.Audit.ToListAsync(), e => answers.Any(a => e.Data.Contains(a.Id.ToString(), StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Results_AreForWhoRunsTheProgramme_InThisInstitution()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 1);
        Guid survey = await AskAsync(world, Form, null, people);
        await ByLinkAsync(world, people[0], Mark("4"));
        AnswersView view = world.Get<AnswersView>();

        Assert.Equal("NotAllowed", (await view.RunAsync(world.Act(people[0], Roles.Mentor), survey, "survey", default)).Refusal!.Code);
        Actor stranger = world.Curator with { InstitutionId = await world.AnotherInstitutionAsync() };
        Assert.Equal("NoStep", (await view.RunAsync(stranger, survey, "survey", default)).Refusal!.Code);
        Assert.Equal("NoStep", (await view.DownloadAsync(stranger, survey, "survey", default)).Refusal!.Code);
        Assert.Equal("NoStep", (await view.RunAsync(world.Curator, survey, "start", default)).Refusal!.Code);
        FileToSend file = (await view.DownloadAsync(world.Curator, survey, "survey", default)).Value!;
        Assert.Equal("PK"u8.ToArray(), file.Content[..2]);
    }

    [Fact]
    public async Task ABody_IsAskedOneByOne()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 3);
        Body body = new() { InstitutionId = world.InstitutionId, Name = "Методическое объединение", Role = Roles.MethodicalAssociation, LeadId = people[0] };
        body.Members.AddRange(people[1..].Select(p => new BodyMember { BodyId = body.Id, PersonId = p }));
        await using (MentorshipDb db = world.Open())
        {
            db.Add(body);
            (await db.Institutions.SingleAsync()).StaffChanged();
            await db.SaveChangesAsync();
        }
        await world.Errand.StartAsync("Опрос", steps => steps.Add("Mentorship.Survey", "survey", "Анкета").Text("people", $"body:{body.Id}").Text("form", Form));
        foreach (Guid person in people) Assert.Equal(WorkKind.Survey, (await world.Errand.WorkOfAsync(person)).Kind);
    }
}
