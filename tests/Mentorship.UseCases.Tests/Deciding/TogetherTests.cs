using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Auditing;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Running;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Deciding;

/// <summary>Many people at one case at once: nobody waits in vain, nothing is decided twice.</summary>
public sealed class TogetherTests
{
    private const int Many = 50;

    [Fact]
    public async Task FiftyPeople_WhenDecidingTheirStepsOfOneCaseAtOnce_AllSucceed()
    {
        await using World world = await World.CreateAsync();
        List<Guid> people = await PeopleAsync(world);
        Guid subject = await world.Errand.StartAsync("Регламент", steps => AskAll(steps, people));
        Dictionary<Guid, Guid> items;
        await using (MentorshipDb db = world.Open()) items = await db.WorkItems.Where(w => w.CaseId == subject).ToDictionaryAsync(w => w.Id, w => w.PersonId!.Value);
        Assert.Equal(Many, items.Count);

        Outcome<DecisionReceipt>[] decided = await Task.WhenAll(items.Select(item => Task.Run(() => DecideAsync(world, item.Key, item.Value, "Approved"))));

        Assert.All(decided, outcome => Assert.True(outcome.Succeeded, outcome.Refusal?.Text));
        await using MentorshipDb after = world.Open();
        Assert.Equal(Many, await after.Decisions.Where(d => d.CaseId == subject).Select(d => d.WorkItemId).Distinct().CountAsync());
        Assert.Equal((CaseStatus.Finished, Many), ((await after.Cases.SingleAsync(c => c.Id == subject)).Status, await after.Decisions.CountAsync()));
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);
    }

    [Fact]
    public async Task FiftyClicks_OnOneTask_AreOneDecision_AndTheOthersAreToldWhoDecidedWhen()
    {
        await using World world = await World.CreateAsync();
        await world.Errand.TaskAsync(world.CuratorId);
        WorkItem item = await world.Errand.WorkOfAsync(world.CuratorId);

        Outcome<DecisionReceipt>[] clicks = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Run(() => DecideAsync(world, item.Id, world.CuratorId, "Done"))));

        Assert.Single(clicks, click => click.Succeeded);
        Assert.All(clicks.Where(click => !click.Succeeded), click =>
        {
            Assert.Equal("AlreadyDecided", click.Refusal!.Code);
            Assert.Contains("Мотылёва", click.Refusal.Text, StringComparison.Ordinal);
            Assert.Contains("07.09.2026 в 09:00", click.Refusal.Text, StringComparison.Ordinal);
        });
        await using MentorshipDb db = world.Open();
        Assert.Equal(1, await db.Decisions.CountAsync());
    }

    [Fact]
    public async Task Decision_WhenTheTimerOfItsStepFiresAtTheSameInstant_StandsOnceAndLeavesNoTimer()
    {
        await using World world = await World.CreateAsync();
        List<Guid> cases = [];
        for (int i = 0; i < 10; i++) cases.Add(await world.Errand.TaskAsync(world.CuratorId));
        Dictionary<Guid, Guid> items;
        await using (MentorshipDb db = world.Open())
        {
            items = await db.WorkItems.Where(w => w.Continuous).ToDictionaryAsync(w => w.Id, w => w.CaseId);
            world.Time.GoTo(await db.Timers.MaxAsync(t => t.DueAt));
            Assert.Equal(10, await db.Timers.CountAsync());
        }
        Task<int> timers = Task.Run(() => world.Get<FireDueTimers>().RunAsync(default));
        Outcome<DecisionReceipt>[] decided = await Task.WhenAll(items.Keys.Reverse().Select(item => Task.Run(() => DecideAsync(world, item, world.CuratorId, "Done"))));
        await timers;

        Assert.All(decided, outcome => Assert.True(outcome.Succeeded, outcome.Refusal?.Text));
        await using MentorshipDb after = world.Open();
        Assert.Equal((0, 10, 10), (await after.Timers.CountAsync(), await after.Decisions.CountAsync(), await after.Cases.CountAsync(c => c.Status == CaseStatus.Finished)));
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);
    }

    [Fact]
    public async Task Decision_OnATaskOfAnotherInstitution_FindsNoTask()
    {
        await using World world = await World.CreateAsync();
        await world.Errand.TaskAsync(world.CuratorId);
        await world.Errand.TaskAsync(world.CuratorId);
        List<Guid> items;
        await using (MentorshipDb db = world.Open()) items = await db.WorkItems.Select(w => w.Id).ToListAsync();
        Assert.True((await DecideAsync(world, items[0], world.CuratorId, "Done")).Succeeded);
        Guid other = await world.AnotherInstitutionAsync();
        Outcome<DecisionReceipt> foreign = await world.Get<DecideWorkItem>().RunAsync(other, new DecisionRequest(items[1], world.CuratorId, "Done", Door.Link), default);
        Assert.Equal("NotOpen", foreign.Refusal?.Code);
        Assert.True((await DecideAsync(world, items[1], world.CuratorId, "Done")).Succeeded);
    }

    [Fact]
    public async Task Decision_AfterAPageHasOnlyLookedAtItsTask_IsSavedWhole()
    {
        await using World world = await World.CreateAsync();
        Guid subject = await world.Errand.TaskAsync(world.CuratorId);
        WorkItem item = await world.Errand.WorkOfAsync(world.CuratorId);
        Assert.True((await world.Get<Looking.TaskView>().RunAsync(world.Act(world.CuratorId), item.Id, default)).Succeeded);

        Assert.True((await DecideAsync(world, item.Id, world.CuratorId, "Done")).Succeeded);

        await using MentorshipDb db = world.Open();
        Assert.Equal(WorkStatus.Done, (await db.WorkItems.SingleAsync(w => w.Id == item.Id)).Status);
        Assert.Equal(CaseStatus.Finished, (await db.Cases.SingleAsync(c => c.Id == subject)).Status);
    }

    private static async Task<List<Guid>> PeopleAsync(World world)
    {
        List<Guid> people = [];
        for (int i = 0; i < Many; i++) people.Add(await world.Errand.PersonAsync($"Учитель{i}", Roles.Mentor));
        return people;
    }

    private static void AskAll(FlowchartBuilder steps, IEnumerable<Guid> people) =>
        steps.Add("Mentorship.Approval", "all", "Согласовать регламент").Text("approver", string.Join(", ", people.Select(p => $"person:{p}"))).Text("mode", "all");

    private static Task<Outcome<DecisionReceipt>> DecideAsync(World world, Guid item, Guid person, string outcome) =>
        world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(item, person, outcome, Door.Link), default);
}
