using Mentorship.Domain.Cases;
using Mentorship.Domain.Surveys;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Surveys;

/// <summary>What a survey came to chooses the way of the process, and tells of nobody.</summary>
public sealed class SurveyFieldsTests
{
    private static string Form(bool anonymous) => $$"""
        {"title":"Анкета","anonymous":{{(anonymous ? "true" : "false")}},"questions":[
          {"id":"help","kind":"scale","text":"Помогает?","field":"mean"},{"id":"go","kind":"single","text":"Продолжать?","options":["да","нет"],"required":false,"field":"choice"}]}
        """;

    /// <summary>A survey; below 3 the curator talks to the mentors, else she goes on. After the talk it is asked anew where that is said.</summary>
    private static Task<Guid> AskAsync(World world, bool anonymous, Guid[] people, bool again = false, Action<FlowchartBuilder>? more = null) => world.Errand.StartAsync("Опрос", steps =>
    {
        steps.Add("Mentorship.Survey", "survey", "Анкета наставников").Text("people", string.Join(',', people.Select(p => $"person:{p}"))).Text("form", Form(anonymous)).Text("deadline", "до 20 сентября 2026 г.").Text("notEnough", "true");
        steps.Add("Elsa.FlowDecision", "low", "Оценка ниже 3").JavaScript("condition", "variables.mean < 3");
        steps.Add("Mentorship.Task", "talk", "Обсудить с наставниками").Text("assignee", $"person:{world.CuratorId}").Text("deadline", "в течение года");
        steps.Add("Mentorship.Task", "on", "Продолжать встречи").Text("assignee", $"person:{world.CuratorId}").Text("deadline", "в течение года");
        steps.Connect("survey", "low").Connect("survey", "low", "NotEnough").Connect("low", "talk", "True").Connect("low", "on", "False");
        if (again)
        {
            steps.Add("Elsa.WriteLine", "open", "Открыть опрос").Text("text", "Опрос открыт");
            steps.Connect("open", "survey").Connect("talk", "survey");
        }
        more?.Invoke(steps);
    }, define: process => process.Variable("mean", "Double", "5").Variable("choice", "String", "ещё не решили"));

    private static async Task<Guid[]> PeopleAsync(World world, int count)
    {
        Guid[] people = new Guid[count];
        for (int i = 0; i < count; i++) people[i] = await world.Errand.PersonAsync($"Кравец{(char)('а' + i)}");
        return people;
    }

    private static async Task AnswerAsync(World world, Guid person, int mark, string? go = null)
    {
        Answer answer = new("Done") { Filled = new Dictionary<string, IReadOnlyList<string>> { ["help"] = [mark.ToString(System.Globalization.CultureInfo.InvariantCulture)], ["go"] = go is null ? [] : [go] } };
        Outcome<DecisionReceipt> answered = await world.Get<DecideByLink>().RunAsync(await world.Errand.TokenAsync(person), answer, default);
        Assert.True(answered.Succeeded, answered.Refusal?.Text);
    }

    private static async Task<(string Open, object? Mean, object? Choice)> LookAsync(World world, Guid id)
    {
        await using MentorshipDb db = world.Open();
        FlowState state = FlowStateJson.Read((await db.Cases.SingleAsync(c => c.Id == id)).State);
        return (string.Join(' ', state.OpenSteps.Select(s => s.NodeId).Order()), state.Variables["mean"], state.Variables["choice"]);
    }

    [Fact]
    public async Task SixAnswers_ThatComeBelowThree_LeadToTheTalk()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 6);
        Guid id = await AskAsync(world, false, people);
        int[] marks = [2, 3, 3, 2, 4, 2];
        for (int i = 0; i < 5; i++) await AnswerAsync(world, people[i], marks[i], i < 3 ? "нет" : "да");
        Assert.Equal(("survey", 5.0, "ещё не решили"), await LookAsync(world, id));

        await AnswerAsync(world, people[5], marks[5]);

        Assert.Equal(("talk", 2.67, "нет"), await LookAsync(world, id));
        Assert.Equal("Обсудить с наставниками", (await world.Errand.WorkOfAsync(world.CuratorId)).Title);
    }

    [Fact]
    public async Task SixAnswers_ThatComeToThree_GoOn_AndOnATieTheFirstOptionIsTaken()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 6);
        Guid id = await AskAsync(world, true, people);
        foreach (Guid person in people) await AnswerAsync(world, person, 3, Array.IndexOf(people, person) % 2 == 0 ? "нет" : "да");
        Assert.Equal(("on", 3.0, "да"), await LookAsync(world, id));
    }

    [Fact]
    public async Task Anonymous_WithFourAnswers_SetsNothing_AndNoRowTellsASum()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 4);
        Guid id = await AskAsync(world, true, people);
        foreach (Guid person in people) await AnswerAsync(world, person, 1, "нет");
        Assert.Equal(("on", 5.0, "ещё не решили"), await LookAsync(world, id));
    }

    [Fact]
    public async Task Anonymous_AQuestionThatFewAnswered_SetsNothing_ThoughTheOthersDo()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 5);
        Guid id = await AskAsync(world, true, people);
        foreach (Guid person in people) await AnswerAsync(world, person, 2, person == people[0] ? "нет" : null);
        Assert.Equal(("talk", 2.0, "ещё не решили"), await LookAsync(world, id));
    }

    [Fact]
    public async Task Anonymous_WhatIsStored_NeverChangesWithOneAnswerMore()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 6);
        Guid id = await AskAsync(world, true, people);
        foreach (Guid person in people[..5])
        {
            await AnswerAsync(world, person, person == people[0] ? 1 : 5);
            Assert.Equal(("survey", 5.0, "ещё не решили"), await LookAsync(world, id));
        }
        await using MentorshipDb db = world.Open();
        Case @case = await db.Cases.SingleAsync(c => c.Id == id);
        Assert.DoesNotContain("SurveySummedUp", @case.Recent, StringComparison.Ordinal);
        await AnswerAsync(world, people[5], 5);
        Assert.Equal(4.33, (await LookAsync(world, id)).Mean);
        Assert.DoesNotContain(await db.Audit.ToListAsync(), e => e.Data.Contains("4.33", StringComparison.Ordinal) || e.Data.Contains("4,33", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ByTheDeadline_WhatIsThere_Counts()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 6);
        Guid id = await AskAsync(world, false, people);
        foreach (Guid person in people[..2]) await AnswerAsync(world, person, 1);
        world.Time.GoTo(new DateTimeOffset(2026, 9, 21, 6, 0, 0, TimeSpan.Zero));
        await world.Get<FireDueTimers>().RunAsync(default);
        Assert.Equal(("talk", 1.0, "ещё не решили"), await LookAsync(world, id));
        await using MentorshipDb db = world.Open();
        Assert.Contains(await db.Audit.Where(e => e.StreamId == id && e.Kind == "StepLeft").Select(e => e.Data).ToListAsync(), d => d == "survey#1 NotEnough");
    }

    [Fact]
    public async Task AnAdministrator_WhoGoesPast_TakesWhatIsThere()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 3);
        Guid id = await AskAsync(world, false, people);
        await AnswerAsync(world, people[0], 2, "нет");
        Assert.True((await world.Get<SkipStep>().RunAsync(world.Curator, id, "survey#1", "Done", "больше не ответят", default)).Succeeded);
        Assert.Equal(("talk", 2.0, "нет"), await LookAsync(world, id));
    }

    [Fact]
    public async Task AnotherRound_CountsItsOwnAnswersOnly()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 2);
        Guid id = await AskAsync(world, false, people, again: true);
        foreach (Guid person in people) await AnswerAsync(world, person, 1, "нет");
        WorkItem talk = await world.Errand.WorkOfAsync(world.CuratorId);
        Assert.True((await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, Plain(talk), default)).Succeeded);
        foreach (Guid person in people) await AnswerAsync(world, person, 4);
        Assert.Equal(("on", 4.0, "нет"), await LookAsync(world, id));
    }

    [Fact]
    public async Task ADecisionBeside_TakenBack_LeavesWhatTheSurveyCameTo()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 2);
        Guid beside = await world.Errand.PersonAsync("Соседова");
        Guid id = await AskAsync(world, false, people, more: steps => steps.Add("Mentorship.Task", "beside", "Рядом").Text("assignee", $"person:{beside}").Text("deadline", "в течение года"));
        await AnswerAsync(world, people[0], 1);
        WorkItem work = await world.Errand.WorkOfAsync(beside);
        Assert.True((await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, Plain(work), default)).Succeeded);
        await AnswerAsync(world, people[1], 2);
        Assert.Equal(("talk", 1.5, "ещё не решили"), await LookAsync(world, id));

        Outcome<Done> back = await world.Get<TakeBackDecision>().RunAsync(world.Act(beside), work.Id, null, default);

        Assert.True(back.Succeeded, back.Refusal?.Text);
        Assert.Equal(("beside talk", 1.5, "ещё не решили"), await LookAsync(world, id));
    }

    [Fact]
    public async Task TwoWhoAnswerLastAtOnce_AreBothCounted()
    {
        await using World world = await World.CreateAsync();
        Guid[] people = await PeopleAsync(world, 6);
        Guid id = await AskAsync(world, false, people);
        await Task.WhenAll(people.Select((person, i) => Task.Run(() => AnswerAsync(world, person, i % 2 + 1))));
        Assert.Equal(("talk", 1.5, "ещё не решили"), await LookAsync(world, id));
        await using MentorshipDb db = world.Open();
        Assert.Equal(6, await db.SurveyAnswers.CountAsync());
    }

    private static DecisionRequest Plain(WorkItem item) => new(item.Id, item.PersonId!.Value, "Done", Door.Session);
}
