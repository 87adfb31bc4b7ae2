using Mentorship.Domain.Cases;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Authoring.Rehearsing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Authoring.Rehearsing;

public sealed class RehearsalTests
{
    private static readonly DateOnly Start = new(2026, 9, 7);
    private static readonly Dictionary<string, string> UsualAnswers = [];

    [Fact]
    public async Task Play_OnTheStaffOfTheInstitution_TellsWhoGetsWhatAndEnds_AndLeavesNoTrace()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        string before = await CountAsync(world);

        RehearsalView view = await PlayAsync(world, desk, process, new RehearsalRequest(Start, UsualAnswers));

        List<RehearsalLine> lines = [.. view.Days.SelectMany(d => d.Lines)];
        Assert.Equal([("ask", RehearsalLineKind.Asked), ("ask", RehearsalLineKind.Answered), ("sign", RehearsalLineKind.Asked), ("sign", RehearsalLineKind.Answered)], lines.Select(l => (l.NodeId, l.Kind)));
        Assert.All(lines, l => Assert.NotEmpty(l.Who));
        Assert.NotNull(view.EndsOn);
        Assert.Empty(view.Halts);
        Assert.Contains(view.Loads, l => l.Tasks > 0 && !l.IsTooMuch);
        Assert.Equal(before, await CountAsync(world));
    }

    [Fact]
    public async Task Play_WithAChosenAnswer_GoesRound_AndEndlessReturnsAreStopped()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();

        RehearsalView once = await PlayAsync(world, desk, process, new RehearsalRequest(Start, new Dictionary<string, string> { ["sign#1"] = "Returned" }));

        Assert.Contains(once.Days.SelectMany(d => d.Lines), l => l is { NodeId: "ask", Round: 2 });
        Assert.NotNull(once.EndsOn);
        Dictionary<string, string> always = Enumerable.Range(1, 4000).ToDictionary(n => $"sign#{n}", _ => "Returned");
        RehearsalView endless = await PlayAsync(world, desk, process, new RehearsalRequest(Start, always, DaysToAnswer: 0));
        Assert.Equal((true, null), (endless.Truncated, endless.EndsOn));
    }

    [Fact]
    public async Task Play_WhereNobodyHoldsTheRoleOrADeadlineIsMissing_SaysWhereItStands()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync(root =>
        {
            root.Add("Mentorship.Task", "alone", "Проверить счета").Text("assignee", "role:accountant").Text("deadline", "сентябрь 2026");
            root.Add("Mentorship.Task", "undated", "Когда-нибудь").Text("number", "1.2").Text("assignee", "role:curator");
            root.Add("Mentorship.Task", "event", "Помочь новичку").Text("assignee", "role:curator").Text("deadline", "по мере необходимости");
            root.StartAll("start");
        });

        RehearsalView view = await PlayAsync(world, desk, process, new RehearsalRequest(Start, UsualAnswers));

        Assert.Null(view.EndsOn);
        Assert.Equal([("alone", RehearsalHaltKind.Nobody), ("event", RehearsalHaltKind.AwaitsEvent), ("undated", RehearsalHaltKind.NeedsDeadline)], view.Halts.Select(h => (h.NodeId, h.Kind)).Order());
    }

    [Fact]
    public async Task Play_WhereAPersonSaysThatAnEventHappens_GoesOnFromThatDay()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Elsa.Event", "grant", "Получен грант");
            root.Add("Mentorship.Task", "help", "Помочь новичку").Text("assignee", "role:curator").Text("deadline", "по мере необходимости");
            root.Connect("start", "grant").Connect("grant", "help");
        });
        RehearsalHalt first = Assert.Single((await PlayAsync(world, desk, process, new RehearsalRequest(Start, UsualAnswers))).Halts);
        Assert.Equal(("grant", RehearsalHaltKind.AwaitsEvent), (first.NodeId, first.Kind));

        DateOnly came = Start.AddDays(30);
        RehearsalView on = await PlayAsync(world, desk, process, new RehearsalRequest(Start, UsualAnswers) { Events = new Dictionary<string, DateOnly> { [first.StepId] = came } });
        Assert.Contains(on.Days.Single(d => d.Day == came).Lines, l => l is { NodeId: "grant", Kind: RehearsalLineKind.Happened });
        RehearsalHalt second = Assert.Single(on.Halts);
        Assert.Equal("help", second.NodeId);

        // A day before the step was reached is the day on which it is reached; an event that nobody waits for changes nothing.
        RehearsalView end = await PlayAsync(world, desk, process, new RehearsalRequest(Start, UsualAnswers) { Events = new Dictionary<string, DateOnly> { [first.StepId] = came, [second.StepId] = Start, ["nothing#1"] = Start } });
        Assert.Equal([came], end.Days.Where(d => d.Lines.Any(l => l.Kind == RehearsalLineKind.Happened)).Select(d => d.Day));
        Assert.NotNull(end.EndsOn);
        Assert.Empty(end.Halts);
    }

    [Fact]
    public async Task Play_OfManyTasksAtOnce_SaysWhoHasTooMuch()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync(root =>
        {
            for (int i = 0; i < 12; i++) root.Add("Mentorship.Task", $"t{i}", $"Дело {i}").Text("assignee", "role:curator").Text("deadline", "с 1 по 30 октября 2026 г.");
            root.StartAll("start");
        });

        RehearsalLoad load = (await PlayAsync(world, desk, process, new RehearsalRequest(Start, UsualAnswers))).Loads[0];

        Assert.Equal((12, 12, true, new DateOnly(2026, 10, 1)), (load.Tasks, load.AtOnce, load.IsTooMuch, load.On));
    }

    [Fact]
    public async Task Play_OfAnotherInstitutionOrByWhoMayNot_OrOfErrors_IsRefused()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        ProcessDefinition definition = (await desk.LookAsync(process)).Definition;
        RehearseProcess play = world.Get<RehearseProcess>();
        RehearsalRequest request = new(Start, UsualAnswers);

        Assert.Equal("NoProcess", (await play.RunAsync(desk.Curator with { InstitutionId = Guid.CreateVersion7() }, process, definition, request, default)).Refusal!.Code);
        Assert.Equal("NotAllowed", (await play.RunAsync(desk.Curator with { Roles = new HashSet<string> { Domain.People.Roles.Mentor } }, process, definition, request, default)).Refusal!.Code);
        Assert.Equal("RehearsalInThePast", (await play.RunAsync(desk.Curator, process, definition, request with { From = Start.AddDays(-1) }, default)).Refusal!.Code);
        Assert.Equal("RehearsalPace", (await play.RunAsync(desk.Curator, process, definition, request with { DaysToAnswer = 1000 }, default)).Refusal!.Code);
        ProcessDefinition broken = Desk.Edited(definition, new AddStep(definition.Root.Id, "Elsa.FlowDecision", "Развилка") { Id = "fork", From = new ArrowStart("sign", "Signed") }, new SetInput("fork", "condition", new InputValue("(((", "JavaScript")));
        Assert.Equal("RehearsalOfErrors", (await play.RunAsync(desk.Curator, process, broken, request, default)).Refusal!.Code);
    }

    [Fact]
    public async Task Play_OfASurveyThatSteers_GoesByWhatThePersonSaidOfItsField()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Survey", "survey", "Анкета").Text("people", "role:curator").Text("form", """{"questions":[{"kind":"scale","text":"Помогает?","field":"mean"}]}""");
            root.Add("Elsa.FlowDecision", "low", "Ниже 3").JavaScript("condition", "variables.mean < 3");
            root.Add("Mentorship.Task", "talk", "Обсудить").Text("assignee", "role:curator").Text("deadline", "сентябрь 2026");
            root.Add("Mentorship.Task", "on", "Продолжать").Text("assignee", "role:curator").Text("deadline", "сентябрь 2026");
            root.Connect("start", "survey").Connect("survey", "low").Connect("low", "talk", "True").Connect("low", "on", "False");
        });
        ProcessDefinition definition = Desk.Edited((await desk.LookAsync(process)).Definition, new SetVariable("mean", "Double", "5"));

        async Task<string[]> AskedAsync(Dictionary<string, object?>? variables)
        {
            RehearsalView view = Desk.Value(await world.Get<RehearseProcess>().RunAsync(desk.Curator, process, definition, new RehearsalRequest(Start, UsualAnswers, Variables: variables), default));
            RehearsalLine[] lines = [.. view.Days.SelectMany(d => d.Lines)];
            Assert.Equal("survey", Assert.Single(lines, l => l.Kind == RehearsalLineKind.SummedUp).NodeId);
            Assert.NotNull(view.EndsOn);
            return [.. lines.Where(l => l.Kind == RehearsalLineKind.Asked).Select(l => l.NodeId)];
        }

        Assert.Equal(["survey", "on"], await AskedAsync(null));
        Assert.Equal(["survey", "talk"], await AskedAsync(new() { ["mean"] = 2.5 }));
    }

    private static async Task<RehearsalView> PlayAsync(World world, Desk desk, Guid process, RehearsalRequest request) =>
        Desk.Value(await world.Get<RehearseProcess>().RunAsync(desk.Curator, process, (await desk.LookAsync(process)).Definition, request, default));

    private static async Task<string> CountAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        return $"{await db.Cases.CountAsync()} {await db.WorkItems.CountAsync()} {await db.Audit.CountAsync()} {await db.Timers.CountAsync()} {await db.Drafts.CountAsync()}";
    }
}
