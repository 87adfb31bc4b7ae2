using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Auditing;
using Mentorship.UseCases.Calendars;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Running;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Calendars;

/// <summary>An institution goes by another clock, and everything that was dated keeps its day and its hour.</summary>
public sealed class TimeZoneTests
{
    private const string Moscow = "Europe/Moscow", Kamchatka = "Asia/Kamchatka", Kaliningrad = "Europe/Kaliningrad";

    private static readonly Answer Done = new("Done") { Evidence = new EvidenceGiven { Unproved = true } };

    [Theory]
    [InlineData(Kamchatka)]
    [InlineData(Kaliningrad)]
    public async Task WhatIsDated_KeepsItsDayAndItsHour(string zone)
    {
        await using World world = await World.CreateAsync();
        Guid id = await RoadmapAsync(world);
        Assert.True((await world.Get<DecideWorkItem>().RunAsync(world.Curator, (await ItemAsync(world, "done")).Id, Done, default)).Succeeded);
        List<string> before = await ShownAsync(world, id);
        Assert.Contains(before, line => line.Contains("2026-10-25 23:59:59", StringComparison.Ordinal));

        Assert.True((await ChangeAsync(world, zone)).Succeeded);

        Assert.Equal(before, await ShownAsync(world, id));
        await using MentorshipDb db = world.Open();
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == world.InstitutionId);
        Assert.Equal(institution.EndOf(new DateOnly(2026, 10, 25)), (await ItemAsync(world, "open")).DueAt);
        Assert.Equal($"{Moscow} {zone}", (await db.Audit.SingleAsync(e => e.Kind == "TimeZoneChanged")).Data);
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);

        // And back: nothing has been lost on the way.
        Assert.True((await ChangeAsync(world, Moscow, zone)).Succeeded);
        Assert.Equal(before, await ShownAsync(world, id));
    }

    [Fact]
    public async Task WorkOpensAndIsLate_ByTheNewClock()
    {
        await using World world = await World.CreateAsync();
        await RoadmapAsync(world);
        Assert.True((await ChangeAsync(world, Kamchatka)).Succeeded);
        world.Time.GoTo(new DateTimeOffset(2026, 11, 2, 11, 59, 0, TimeSpan.Zero));
        await world.Get<FireDueTimers>().RunAsync(default);
        Assert.Null(await FindAsync(world, "later"));
        Assert.True((await ItemAsync(world, "open")).IsOverdue(world.Time.GetUtcNow()));

        // 3 November begins in Petropavlovsk nine hours before it does in Moscow.
        world.Time.GoTo(new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero));
        await world.Get<FireDueTimers>().RunAsync(default);
        Assert.NotNull(await FindAsync(world, "later"));
    }

    [Fact]
    public async Task Timetables_Move_SpansAndNamedInstantsDoNot()
    {
        await using World world = await World.CreateAsync();
        Guid id = await world.Errand.StartAsync("Ожидания", steps =>
        {
            steps.Add("Elsa.Cron", "cron", "По понедельникам").Text("cronExpression", "0 9 * * 1");
            steps.Add("Elsa.Delay", "delay", "Через двое суток").Text("timeSpan", "2.00:00:00");
            steps.Add("Elsa.StartAt", "at", "В час").Text("dateTime", "2026-12-01T09:00:00+03:00");
            steps.Add("Elsa.Event", "event", "Событие").Text("eventName", "собрались");
        });
        Dictionary<string, DateTimeOffset> before = await TimersAsync(world, id);
        Assert.Equal(["at", "cron", "delay", "event"], before.Keys.Order());

        Assert.True((await ChangeAsync(world, Kamchatka)).Succeeded);

        Dictionary<string, DateTimeOffset> after = await TimersAsync(world, id);
        Assert.Equal(before["cron"].AddHours(-9), after["cron"]);
        foreach (string same in new[] { "at", "delay", "event" }) Assert.Equal(before[same], after[same]);
    }

    /// <summary>It would come back by the old clock.</summary>
    [Fact]
    public async Task ADecisionMadeBefore_IsTakenBackNoMore()
    {
        await using World world = await World.CreateAsync();
        Guid id = await RoadmapAsync(world);
        Guid item = (await ItemAsync(world, "done")).Id;
        Assert.True((await world.Get<DecideWorkItem>().RunAsync(world.Curator, item, Done, default)).Succeeded);
        await using (MentorshipDb db = world.Open()) Assert.NotNull((await db.Cases.SingleAsync(c => c.Id == id)).Recent);

        Assert.True((await ChangeAsync(world, Kamchatka)).Succeeded);

        Assert.NotNull((await world.Get<TakeBackDecision>().RunAsync(world.Curator, item, null, default)).Refusal);
        Assert.Equal(WorkStatus.Done, (await ItemAsync(world, "done")).Status);
        Assert.True((await world.Get<DecideWorkItem>().RunAsync(world.Curator, (await ItemAsync(world, "open")).Id, Done, default)).Succeeded);
    }

    /// <summary>Six decisions, each of which opens work due that day, race with the change: whoever counted by the old clock counts again.</summary>
    [Fact]
    public async Task DecisionsOfTheSameMoment_CountByOneClock()
    {
        await using World world = await World.CreateAsync();
        List<Guid> first = [];
        for (int i = 0; i < 6; i++)
        {
            Guid run = await world.Errand.StartAsync($"Дело {i}", steps =>
            {
                steps.Add("Mentorship.Approval", "ask", "Согласовать").Text("approver", $"person:{world.CuratorId}");
                steps.Add("Mentorship.Approval", "next", "Проверить").Text("approver", $"person:{world.CuratorId}").Text("deadline", "3 рабочих дня");
                steps.Connect("ask", "next", "Approved");
            });
            await using MentorshipDb db = world.Open();
            first.Add((await db.WorkItems.SingleAsync(w => w.CaseId == run)).Id);
        }
        Task<Outcome<Done>> change = Task.Run(() => ChangeAsync(world, Kamchatka));
        await Task.WhenAll(first.Select(item => Task.Run(async () => Assert.True((await world.Get<DecideWorkItem>().RunAsync(world.Curator, item, new Answer("Approved"), default)).Succeeded))).Append(change));
        Assert.True((await change).Succeeded);
        await using MentorshipDb after = world.Open();
        List<WorkItem> opened = await after.WorkItems.Where(w => w.NodeId == "next").ToListAsync();
        Assert.Equal(6, opened.Count);
        Institution institution = await after.Institutions.SingleAsync(i => i.Id == world.InstitutionId);
        Assert.All(opened, w => Assert.Equal(institution.EndOf(institution.DayOf(w.DueAt!.Value)), w.DueAt));
    }

    [Fact]
    public async Task Strangers_SecondComers_AndWhatIsNoZone()
    {
        await using World world = await World.CreateAsync();
        Guid other = await world.AnotherInstitutionAsync();
        Guid id = await RoadmapAsync(world);
        List<string> before = await ShownAsync(world, id);
        Assert.Equal("NotAllowed", (await world.Get<ChangeTimeZone>().RunAsync(world.Director, Kamchatka, Moscow, default)).Refusal?.Code);
        foreach (string? wrong in new[] { null, "", "Mars/Phobos", "../etc/passwd", "America/New_York" }) Assert.Equal("ZoneWrong", (await ChangeAsync(world, wrong)).Refusal?.Code);
        Assert.Equal("SettingsChanged", (await ChangeAsync(world, Kamchatka, Kaliningrad)).Refusal?.Code);
        Assert.True((await world.Get<ChangeTimeZone>().RunAsync(new Actor(other, Guid.CreateVersion7(), new HashSet<string> { Roles.Administrator }), Kamchatka, Moscow, default)).Succeeded);
        Assert.Equal(before, await ShownAsync(world, id));
        Assert.True((await ChangeAsync(world, Moscow)).Succeeded);
        await using MentorshipDb db = world.Open();
        Assert.Equal(Moscow, (await db.Institutions.SingleAsync(i => i.Id == world.InstitutionId)).TimeZone);
        Assert.False(await db.Audit.AnyAsync(e => e.Kind == "TimeZoneChanged"));
    }

    private static Task<Outcome<Done>> ChangeAsync(World world, string? zone, string seen = Moscow) => world.Get<ChangeTimeZone>().RunAsync(world.Curator, zone, seen, default);

    /// <summary>Items that are open, that come, that recur, that go on and are asked after, one with reminders, and one that will be done.</summary>
    private static Task<Guid> RoadmapAsync(World world) => world.Errand.StartAsync("Дорожная карта", steps =>
    {
        (string Id, string Deadline)[] items = [("open", "с 1 сентября по 25 октября 2026"), ("later", "с 3 ноября по 28 декабря 2026"), ("recurring", "ежемесячно"), ("continuous", "в течение года"), ("done", "с 1 сентября по 25 сентября 2026")];
        foreach ((string id, string deadline) in items)
            steps.Add("Mentorship.Task", id, id).Text("number", "1").Text("assignee", $"person:{world.CuratorId}").Text("deadline", deadline)
                .Text("reminders", """{"before":[3,0],"after":2,"most":5}""").Text("escalation", """{"to":"role:director","after":3,"every":7}""");
    });

    /// <summary>Every day and hour that is kept for the case, as the institution's clock shows it.</summary>
    private static async Task<List<string>> ShownAsync(World world, Guid id)
    {
        await using MentorshipDb db = world.Open();
        TimeZoneInfo zone = (await db.Institutions.SingleAsync(i => i.Id == world.InstitutionId)).Zone;
        Case subject = await db.Cases.Include(c => c.Timers).Include(c => c.WorkItems).SingleAsync(c => c.Id == id);
        return
        [
            .. subject.WorkItems.Select(w => $"work {w.NodeId} {w.Occurrence} {Shown(w.DueAt)}").Order(StringComparer.Ordinal),
            .. subject.Timers.Select(t => $"timer {t.StepId} {t.Key} {Shown(t.DueAt)}").Order(StringComparer.Ordinal),
            .. FlowStateJson.Read(subject.State).Steps.SelectMany(s => s.Occurrences.Select(o => $"state {s.Id} {o.Key} {o.Status} {Shown(o.OpensAt)} {Shown(o.DueAt)} {Shown(o.ClosesAt)} {string.Join(',', o.Reminders.Select(r => Shown(r)))} {string.Join(',', o.Escalations.Select(e => Shown(e)))}")),
        ];

        string Shown(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) : "-";
    }

    private static async Task<WorkItem> ItemAsync(World world, string node) => (await FindAsync(world, node))!;

    private static async Task<WorkItem?> FindAsync(World world, string node)
    {
        await using MentorshipDb db = world.Open();
        return await db.WorkItems.Where(w => w.NodeId == node).FirstOrDefaultAsync();
    }

    private static async Task<Dictionary<string, DateTimeOffset>> TimersAsync(World world, Guid id)
    {
        await using MentorshipDb db = world.Open();
        return await db.Timers.Where(t => t.CaseId == id).ToDictionaryAsync(t => t.NodeId, t => t.DueAt);
    }
}
