using Mentorship.Domain.Auditing;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Auditing;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Administering;

/// <summary>What an administrator does with a case that does not go on by itself: an order's route here, a roadmap elsewhere.</summary>
public sealed class AdministerCaseTests
{
    private const string Why = "согласующий в отпуске";

    [Fact]
    public async Task Step_NobodyHolds_IsRetriedOnceSomebodyDoes()
    {
        await using World world = await World.CreateAsync();
        Guid id = await world.Errand.StartAsync("Закупка", steps =>
        {
            steps.Add("Mentorship.Task", "held", "Собрать заявки").Text("assignee", $"person:{world.DirectorId}").Text("deadline", "в течение года");
            steps.Add("Mentorship.Task", "unheld", "Проверить смету").Text("assignee", "role:accountant").Text("deadline", "в течение года");
        });
        CaseView before = await LookAsync(world, id);
        CaseStep step = before.Steps[0];
        Assert.Equal((CaseStepKind.Attention, "unheld#1"), (step.Kind, step.Id));
        Assert.Contains("Некому поручить", step.Reason, StringComparison.Ordinal);
        Assert.Single((await world.Get<TodayView>().RunAsync(world.Curator, default)).Troubles, t => t.Id == id);
        Assert.Empty((await world.Get<TodayView>().RunAsync(world.Director, default)).Troubles);

        await world.AddAsync("Токарь", "Анна", "Николаевна", Gender.Female, "бухгалтер", Roles.Accountant);
        Good(await world.Get<RetryStep>().RunAsync(world.Curator, id, step.Id, "назначен бухгалтер", default));

        CaseView after = await LookAsync(world, id);
        Assert.All(after.Steps, s => Assert.Equal(CaseStepKind.Open, s.Kind));
        Assert.Contains(after.History, l => l.What.Contains("шаг повторён", StringComparison.Ordinal) && l.Text == "назначен бухгалтер" && l.Who.Length > 0);
        Assert.Empty((await world.Get<TodayView>().RunAsync(world.Curator, default)).Troubles);
    }

    [Fact]
    public async Task Skip_GoesOnByTheOutcomeChosen_AndTellsTheHolderWhy()
    {
        await using World world = await World.CreateAsync();
        (Guid deputy, Guid second) = (await world.Errand.PersonAsync("Иванова"), await world.Errand.PersonAsync("Петрова"));
        Guid id = await RouteAsync(world, deputy, second);
        string token = await world.Errand.TokenAsync(deputy);
        Assert.Equal("ReasonMissing", (await world.Get<SkipStep>().RunAsync(world.Curator, id, "first#1", "Approved", " ", default)).Refusal?.Code);
        Assert.Equal("NotAllowed", (await world.Get<SkipStep>().RunAsync(world.Director, id, "first#1", "Approved", Why, default)).Refusal?.Code);
        Assert.Equal("UnknownOutcome", (await world.Get<SkipStep>().RunAsync(world.Curator, id, "first#1", "Signed", Why, default)).Refusal?.Code);

        Good(await world.Get<SkipStep>().RunAsync(world.Curator, id, "first#1", "Approved", Why, default));

        Assert.Equal("second#1", Assert.Single((await LookAsync(world, id)).Steps).Id);
        LinkView link = (await world.Get<OpenLink>().RunAsync(token, default))!;
        Assert.Equal((LinkState.Withdrawn, Why), (link.State, link.Comment));
        await AuditIsWholeAsync(world);
    }

    [Fact]
    public async Task Move_StartsTheOtherStepAsANewRound_AndWithdrawsTheWork()
    {
        await using World world = await World.CreateAsync();
        (Guid deputy, Guid second) = (await world.Errand.PersonAsync("Иванова"), await world.Errand.PersonAsync("Петрова"));
        Guid id = await RouteAsync(world, deputy, second);
        await DecideAsync(world, deputy, "Approved");
        CaseStep step = Assert.Single((await LookAsync(world, id)).Steps);
        Assert.Contains(step.Targets, t => t.NodeId == "first");
        Assert.Equal("NotBeside", (await world.Get<MoveToken>().RunAsync(world.Curator, id, step.Id, "nowhere", Why, default)).Refusal?.Code);

        Good(await world.Get<MoveToken>().RunAsync(world.Curator, id, step.Id, "first", Why, default));

        CaseStep again = Assert.Single((await LookAsync(world, id)).Steps);
        Assert.Equal(("first#2", 2), (again.Id, again.Round));
        Assert.Equal(WorkStatus.Withdrawn, (await world.Errand.WorkOfAsync(second)).Status);
        await DecideAsync(world, deputy, "Approved");
        await DecideAsync(world, second, "Approved");
        Assert.Equal(CaseStatus.Finished, (await LookAsync(world, id)).Status);
    }

    [Fact]
    public async Task Suspended_NothingIsDecidedNorFires_AndAllOfItHappensAfterwards()
    {
        await using World world = await World.CreateAsync();
        Guid deputy = await world.Errand.PersonAsync("Иванова");
        Guid id = await world.Errand.StartAsync("Закупка", steps =>
        {
            steps.Add("Mentorship.Task", "item", "Собрать заявки").Text("assignee", $"person:{deputy}").Text("deadline", "в течение года");
            steps.Add("Elsa.Delay", "delay", "Подождать сутки").Text("timeSpan", "1.00:00:00");
            steps.Add("Mentorship.Task", "later", "Подвести итог").Text("assignee", $"person:{world.DirectorId}").Text("deadline", "в течение года");
            steps.Connect("delay", "later");
        });
        string token = await world.Errand.TokenAsync(deputy);
        Good(await world.Get<SuspendCase>().RunAsync(world.Curator, id, "ждём решения учредителя", default));
        Assert.Equal("CaseSuspended", (await world.Get<SuspendCase>().RunAsync(world.Curator, id, "ещё раз", default)).Refusal?.Code);

        world.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await world.Get<FireDueTimers>().RunAsync(default));
        Assert.Equal("CaseSuspended", (await world.Get<DecideByLink>().RunAsync(token, Done, default)).Refusal?.Code);
        Assert.Equal(LinkState.Suspended, (await world.Get<OpenLink>().RunAsync(token, default))!.State);
        WorkItem work = await world.Errand.WorkOfAsync(deputy);
        Assert.Equal("CaseSuspended", (await world.Get<HandOverWork>().RunAsync(world.Curator, work.Id, world.DirectorId, default)).Refusal?.Code);
        Assert.Equal("CaseSuspended", (await world.Get<RemindOfWork>().RunAsync(world.Curator, work.Id, default)).Refusal?.Code);
        Actor holder = world.Act(deputy);
        Assert.True(Assert.Single((await world.Get<InboxView>().RunAsync(holder, "s", null, default)).Items).IsSuspended);
        Assert.False((await world.Get<TaskView>().RunAsync(holder, work.Id, default)).Value!.MayDecide);
        Assert.Equal(("ждём решения учредителя", CaseStatus.Suspended), ((await LookAsync(world, id)).SuspendedBecause, (await LookAsync(world, id)).Status));

        Good(await world.Get<SuspendCase>().ResumeAsync(world.Curator, id, default));
        Assert.Equal("NotSuspended", (await world.Get<SuspendCase>().ResumeAsync(world.Curator, id, default)).Refusal?.Code);
        Assert.Equal(1, await world.Get<FireDueTimers>().RunAsync(default));
        Good(await world.Get<DecideByLink>().RunAsync(token, Done, default));
        await DecideAsync(world, world.DirectorId, "Done");
        Assert.Equal(CaseStatus.Finished, (await LookAsync(world, id)).Status);
        await AuditIsWholeAsync(world);
    }

    [Fact]
    public async Task Cancel_OfAnOrdersRoute_LeavesADraftAndTellsWhy_EvenWhileSuspended()
    {
        await using World world = await World.CreateAsync();
        Guid deputy = await world.Errand.PersonAsync("Иванова", Roles.Deputy);
        Document order = await world.Errand.OrderAsync(DocumentKind.RoadmapApproval, world.CuratorId, []);
        string token = await world.Errand.TokenAsync(deputy);
        Good(await world.Get<SuspendCase>().RunAsync(world.Curator, order.CaseId!.Value, Why, default));

        Good(await world.Get<CancelCase>().RunAsync(world.Curator, order.CaseId!.Value, "приказ больше не нужен", default));

        await using MentorshipDb db = world.Open();
        Document draft = await db.Documents.SingleAsync(d => d.Id == order.Id);
        Assert.Equal((DocumentStatus.Draft, (Guid?)null), (draft.Status, draft.CaseId));
        LinkView link = (await world.Get<OpenLink>().RunAsync(token, default))!;
        Assert.Equal((LinkState.Withdrawn, "приказ больше не нужен"), (link.State, link.Comment));
        Assert.Equal("CaseEnded", (await world.Get<CancelCase>().RunAsync(world.Curator, order.CaseId!.Value, Why, default)).Refusal?.Code);
        await AuditIsWholeAsync(world);
    }

    [Fact]
    public async Task TwoAdministratorsAtOnce_TheStepIsSkippedOnce()
    {
        await using World world = await World.CreateAsync();
        (Guid deputy, Guid second) = (await world.Errand.PersonAsync("Иванова"), await world.Errand.PersonAsync("Петрова"));
        Guid id = await RouteAsync(world, deputy, second);

        Outcome<Done>[] both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.Get<SkipStep>().RunAsync(world.Curator, id, "first#1", "Approved", Why, default)));

        Assert.Equal((1, 1), (both.Count(o => o.Succeeded), both.Count(o => o.Refusal?.Code == "NotOpen")));
        Assert.Equal("second#1", Assert.Single((await LookAsync(world, id)).Steps).Id);
        await AuditIsWholeAsync(world);
    }

    [Fact]
    public async Task DecisionAgainstSuspension_OneComesFirst_NothingIsLost()
    {
        await using World world = await World.CreateAsync();
        Guid deputy = await world.Errand.PersonAsync("Иванова");
        for (int i = 0; i < 5; i++)
        {
            Guid id = await RouteAsync(world, deputy, world.DirectorId);
            WorkItem work = await world.Errand.WorkOfAsync(deputy);
            Task<Outcome<DecisionReceipt>> decision = world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(work.Id, deputy, "Approved", Door.Session), default);
            Task<Outcome<Done>> suspension = world.Get<SuspendCase>().RunAsync(world.Curator, id, Why, default);
            await Task.WhenAll(decision, suspension);

            Assert.True((await suspension).Succeeded);
            bool decided = (await decision).Succeeded;
            if (!decided) Assert.Equal("CaseSuspended", (await decision).Refusal?.Code);
            CaseView view = await LookAsync(world, id);
            Assert.Equal((CaseStatus.Suspended, decided ? "second#1" : "first#1"), (view.Status, Assert.Single(view.Steps).Id));
        }
    }

    [Fact]
    public async Task Case_OfAnotherInstitution_IsNotThere()
    {
        await using World world = await World.CreateAsync();
        Guid id = await RouteAsync(world, world.DirectorId, world.CuratorId);
        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Roles.Administrator, Roles.Curator });
        string before = await world.Errand.EverythingAsync();

        Assert.Equal("NoCase", (await world.Get<LookAtCase>().RunAsync(stranger, id, default)).Refusal?.Code);
        Assert.Equal("NoCase", (await world.Get<RetryStep>().RunAsync(stranger, id, "first#1", null, default)).Refusal?.Code);
        Assert.Equal("NoCase", (await world.Get<SkipStep>().RunAsync(stranger, id, "first#1", "Approved", Why, default)).Refusal?.Code);
        Assert.Equal("NoCase", (await world.Get<MoveToken>().RunAsync(stranger, id, "first#1", "second", Why, default)).Refusal?.Code);
        Assert.Equal("NoCase", (await world.Get<TriggerStep>().RunAsync(stranger, id, "first#1", default)).Refusal?.Code);
        Assert.Equal("NoCase", (await world.Get<SuspendCase>().RunAsync(stranger, id, Why, default)).Refusal?.Code);
        Assert.Equal("NoCase", (await world.Get<SuspendCase>().ResumeAsync(stranger, id, default)).Refusal?.Code);
        Assert.Equal("NoCase", (await world.Get<CancelCase>().RunAsync(stranger, id, Why, default)).Refusal?.Code);
        Assert.Equal(before, await world.Errand.EverythingAsync());
    }

    private static Answer Done { get; } = new("Done") { Evidence = new EvidenceGiven { Unproved = true } };

    /// <summary>Two who concur, one after the other.</summary>
    private static Task<Guid> RouteAsync(World world, Guid first, Guid second) => world.Errand.StartAsync("Положение", steps =>
    {
        steps.Add("Mentorship.Approval", "first", "Первое согласование").Text("approver", $"person:{first}");
        steps.Add("Mentorship.Approval", "second", "Второе согласование").Text("approver", $"person:{second}");
        steps.Connect("first", "second", "Approved");
    });

    private static async Task DecideAsync(World world, Guid person, string outcome)
    {
        WorkItem work = await world.Errand.WorkOfAsync(person);
        Good(await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(work.Id, person, outcome, Door.Session), default));
    }

    private static async Task<CaseView> LookAsync(World world, Guid id) => Good(await world.Get<LookAtCase>().RunAsync(world.Curator, id, default));

    private static async Task AuditIsWholeAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        foreach (IGrouping<Guid, AuditEvent> stream in (await db.Audit.ToListAsync()).GroupBy(e => e.StreamId))
        {
            string previous = "";
            foreach (AuditEvent entry in stream.OrderBy(e => e.Number))
            {
                Assert.Equal(entry.Seal(previous), entry.Hash);
                previous = entry.Hash;
            }
        }
    }

    private static T Good<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Succeeded, outcome.Refusal?.Text);
        return outcome.Value!;
    }
}
