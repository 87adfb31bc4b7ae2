using Mentorship.Domain.Cases;
using Mentorship.Storage;
using Mentorship.UseCases.Running;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Cases;

/// <summary>An event that one process publishes wakes the others, each once and of this institution only.</summary>
public sealed class EventTests
{
    private static string Wait(string id = "wait") => Steps.Activity(id, "Elsa.Event", Steps.Input("eventName", "Literal", "приказ подписан"));

    private static string Publish(string more = "") => Steps.Activity("publish", "Elsa.PublishEvent", Steps.Input("eventName", "Literal", "приказ подписан") + more);

    [Fact]
    public async Task Event_WakesTheWaitingCasesOfTheInstitutionOnce()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world), stranger = new(world, await world.AnotherInstitutionAsync());
        Guid first = await shop.StartAsync("first", Wait(), Steps.Ask("after")), second = await shop.StartAsync("second", Wait(), Wait("again"), Steps.Ask("after"));
        Guid theirs = await stranger.StartAsync("first", Wait(), Steps.Ask("after"));
        await shop.StartAsync("publisher", Publish(), Publish().Replace("\"publish\"", "\"twice\"", StringComparison.Ordinal));
        Assert.Equal("", await shop.OpenAsync(first));
        Assert.Equal(2, await world.Get<FireDueTimers>().RunAsync(default));
        Assert.Equal(0, await world.Get<FireDueTimers>().RunAsync(default));
        Assert.Equal(("after", "", ""), (await shop.OpenAsync(first), await shop.OpenAsync(second), await stranger.OpenAsync(theirs)));
        Assert.Equal(CaseTimer.WhenTheEventComes, Assert.Single((await shop.CaseAsync(second)).Timers).DueAt);
    }

    [Fact]
    public async Task Event_ForMarkedCases_WakesNoOther()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        string mark = Steps.Activity("mark", "Elsa.Correlate", Steps.Input("correlationId", "Literal", "пара 7"));
        Guid meant = await shop.StartAsync("meant", mark, Wait(), Steps.Ask("after")), other = await shop.StartAsync("other", Wait(), Steps.Ask("after"));
        await shop.StartAsync("publisher", Publish(Steps.Input("correlationId", "Literal", "пара 7")));
        Assert.Equal(1, await world.Get<FireDueTimers>().RunAsync(default));
        Assert.Equal(("after", ""), (await shop.OpenAsync(meant), await shop.OpenAsync(other)));
    }

    [Fact]
    public async Task Event_OfTheSameCase_WakesItAtOnceAndLeavesNoTimer()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("both", Steps.Flowchart("flow", [Steps.Activity("start", "Elsa.Start"), Wait(), Steps.Ask("ask"), Publish(), Steps.Ask("after")],
            [("start", "Done", "wait"), ("start", "Done", "ask"), ("ask", "Done", "publish"), ("wait", "Done", "after")]));
        Guid both = await shop.StartAsync("both");
        Assert.Single((await shop.CaseAsync(both)).Timers);
        Assert.True((await shop.ApproveAsync(both)).Succeeded);
        Assert.Equal("after", await shop.OpenAsync(both));
        Assert.Empty((await shop.CaseAsync(both)).Timers);
    }

    [Fact]
    public async Task Event_WaitedForByACaseOfTheSameTransaction_IsNotMissed()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Wait(), Steps.Ask("after")));
        Guid parent = await shop.StartAsync("parent", Steps.Run("run", "child", "", "Elsa.DispatchWorkflow"), Publish());
        Assert.Equal(1, await world.Get<FireDueTimers>().RunAsync(default));
        Assert.Equal("after", await shop.OpenAsync((await shop.ChildrenAsync(parent))[0].Id));
    }

    [Fact]
    public async Task Cron_WaitsInTheTimeOfTheInstitution()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        Guid cron = await shop.StartAsync("cron", Steps.Activity("cron", "Elsa.Cron", Steps.Input("cronExpression", "Literal", "30 9 * * 1-5")), Steps.Ask("after"));
        await using MentorshipDb db = world.Open();
        TimeZoneInfo zone = (await db.Institutions.SingleAsync(i => i.Id == world.InstitutionId)).Zone;
        Assert.Equal(new DateTime(2026, 9, 7, 9, 30, 0), TimeZoneInfo.ConvertTime(Assert.Single((await shop.CaseAsync(cron)).Timers).DueAt, zone).DateTime);
        world.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(1, await world.Get<FireDueTimers>().RunAsync(default));
        Assert.Equal("after", await shop.OpenAsync(cron));
    }
}
