using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Auditing;
using Mentorship.UseCases.Authoring.Rehearsing;
using Mentorship.UseCases.Calendars;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Tests.Authoring;
using Mentorship.UseCases.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Calendars;

/// <summary>The study schedule of an institution, from the form to the work that waited for it.</summary>
public sealed class StudyYearTests
{
    private static TypedPeriod Days(string from, string to) => new(from, to);

    private static readonly StudyYearInput Quarters = new()
    {
        Kind = "quarter",
        Terms = [Days("2026-09-01", "2026-10-25"), Days("2026-11-03", "2026-12-28"), Days("2027-01-11", "2027-03-21"), Days("2027-03-30", "2027-05-26")],
        Holidays = [Days("2026-10-26", "2026-11-02"), Days("2026-12-29", "2027-01-10"), Days("2027-03-22", "2027-03-29"), Days("", "")],
    };

    [Fact]
    public async Task WorkThatWaitedForTheSchedule_FindsItsDays_AndSaysSoBefore()
    {
        await using World world = await World.CreateAsync();
        Guid id = await RoadmapAsync(world, "до конца I четверти", "осенние каникулы", "по отдельному графику");
        Assert.All(await StepsAsync(world, id), s => Assert.Equal(ScheduleKind.NeedsDeadline, s.ScheduleKind));

        CalendarPage tried = await LookAsync(world, Quarters);
        Assert.Equal(["Пункт 1", "Пункт 2"], tried.Tried!.Effect.Found);
        Assert.Empty(tried.Tried.Effect.Kept);
        Assert.Empty(tried.Schedule);
        Assert.All(await StepsAsync(world, id), s => Assert.Equal(ScheduleKind.NeedsDeadline, s.ScheduleKind));

        Assert.Equal(2, await SaveAsync(world, Quarters));
        List<StepState> steps = await StepsAsync(world, id);
        Assert.Equal((ScheduleKind.Window, new DateOnly(2026, 10, 25)), (steps[0].ScheduleKind, DayOf(steps[0].Occurrences[0].DueAt)));
        Assert.Equal((new DateOnly(2026, 10, 26), new DateOnly(2026, 11, 2)), (DayOf(steps[1].Occurrences[0].OpensAt), DayOf(steps[1].Occurrences[0].DueAt)));
        Assert.Equal(ScheduleKind.NeedsDeadline, steps[2].ScheduleKind);
        await using MentorshipDb db = world.Open();
        Assert.Equal(2, await db.Audit.CountAsync(e => e.StreamId == id && e.Kind == "StepRetried"));
        Assert.Contains("I\u00A0четверть 2026-09-01–2026-10-25", (await db.Audit.SingleAsync(e => e.Kind == "StudyYearChanged")).Data, StringComparison.Ordinal);
        CaseView view = (await world.Get<LookAtCase>().RunAsync(world.Curator, id, default)).Value!;
        Assert.Contains(view.History, line => line.Text is { } text && text.Contains("внесён учебный график на 2026/2027", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenWork_KeepsItsDays_WhenTheScheduleChanges()
    {
        await using World world = await World.CreateAsync();
        await SaveAsync(world, Quarters);
        Guid id = await RoadmapAsync(world, "I четверть", "II четверть");
        List<StepState> before = await StepsAsync(world, id);
        Assert.Equal([StepStatus.Open, StepStatus.Scheduled], before.Select(s => s.Status));

        StudyYearInput moved = Quarters with { Terms = [Days("2026-09-01", "2026-10-23"), Days("2026-11-04", "2026-12-28"), .. Quarters.Terms.Skip(2)], Holidays = [Days("2026-10-24", "2026-11-03"), .. Quarters.Holidays.Skip(1)] };
        CalendarPage tried = await LookAsync(world, moved);
        Assert.Equal((0, 2), (tried.Tried!.Effect.Found.Count, tried.Tried.Effect.Kept.Count));
        Assert.Equal(0, await SaveAsync(world, moved));
        List<StepState> after = await StepsAsync(world, id);
        Assert.Equal(before.Select(s => (s.Occurrences[0].OpensAt, s.Occurrences[0].DueAt)), after.Select(s => (s.Occurrences[0].OpensAt, s.Occurrences[0].DueAt)));

        // What begins now reads by what holds now.
        Assert.Equal(new DateOnly(2026, 10, 23), DayOf((await StepsAsync(world, await RoadmapAsync(world, "I четверть")))[0].Occurrences[0].DueAt));
    }

    /// <summary>It stands still while the schedule is entered; what it missed it makes up for in the transaction that lets it go on.</summary>
    [Fact]
    public async Task ACaseThatStoodStill_FindsItsDaysWhenItIsResumed_Once()
    {
        await using World world = await World.CreateAsync();
        Guid id = await RoadmapAsync(world, "I четверть", "II четверть", "по отдельному графику");
        SuspendCase suspend = world.Get<SuspendCase>();
        Assert.True((await suspend.RunAsync(world.Curator, id, "проверка", default)).Succeeded);
        CalendarEffect effect = (await LookAsync(world, Quarters)).Tried!.Effect;
        Assert.Equal((0, 2, 0), (effect.Found.Count, effect.Later.Count, effect.Kept.Count));
        Assert.Equal(0, await SaveAsync(world, Quarters));
        Assert.All(await StepsAsync(world, id), s => Assert.Equal(ScheduleKind.NeedsDeadline, s.ScheduleKind));
        Assert.Equal((0, 0, 0), await LeftByAsync(world, id));
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await world.Get<FireDueTimers>().RunAsync(default));

        Assert.True((await suspend.ResumeAsync(world.Curator, id, default)).Succeeded);
        Assert.Equal("NotSuspended", (await suspend.ResumeAsync(world.Curator, id, default)).Refusal?.Code);
        List<StepState> steps = await StepsAsync(world, id);
        Assert.Equal([StepStatus.Open, StepStatus.Scheduled, StepStatus.Scheduled], steps.Select(s => s.Status));
        Assert.Equal([new DateOnly(2026, 10, 25), new DateOnly(2026, 12, 28)], steps.Take(2).Select(s => DayOf(s.Occurrences.Single().DueAt)!.Value));
        Assert.Equal(ScheduleKind.NeedsDeadline, steps[2].ScheduleKind);
        (int work, int mails, int timers) = await LeftByAsync(world, id);
        Assert.Equal((1, 1), (work, mails));
        Assert.True(timers > 0);
        CaseView view = (await world.Get<LookAtCase>().RunAsync(world.Curator, id, default)).Value!;
        Assert.Equal(2, view.History.Count(line => line.Text is { } text && text.Contains("учебный график внесён, пока дело было приостановлено", StringComparison.Ordinal)));

        // It stands still again and goes on: what has its days keeps them, nobody is asked twice.
        Assert.True((await suspend.RunAsync(world.Curator, id, "ещё раз", default)).Succeeded);
        Assert.True((await suspend.ResumeAsync(world.Curator, id, default)).Succeeded);
        Assert.Equal((work, mails, timers), await LeftByAsync(world, id));
        world.Time.GoTo(new DateTimeOffset(2026, 11, 2, 21, 5, 0, TimeSpan.Zero));
        await world.Get<FireDueTimers>().RunAsync(default);
        Assert.Equal(2, (await LeftByAsync(world, id)).Work);
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);
    }

    [Fact]
    public async Task AChildThatStoodStillWithItsParent_FindsItsDaysWithIt()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Activity("item", "Mentorship.Task", $",\"number\":\"1\",\"assignee\":\"person:{world.CuratorId}\",\"deadline\":\"I четверть\"")));
        Guid parent = await shop.StartAsync("parent", Steps.Run("run", "child")), child = (await shop.ChildrenAsync(parent))[0].Id;
        SuspendCase suspend = world.Get<SuspendCase>();
        Assert.True((await suspend.RunAsync(world.Curator, parent, "проверка", default)).Succeeded);
        await SaveAsync(world, Quarters);
        Assert.Equal(ScheduleKind.NeedsDeadline, (await StepsAsync(world, child))[0].ScheduleKind);
        Assert.True((await suspend.ResumeAsync(world.Curator, parent, default)).Succeeded);
        Assert.Equal(new DateOnly(2026, 10, 25), DayOf((await StepsAsync(world, child))[0].Occurrences.Single().DueAt));
        Assert.Equal(1, (await LeftByAsync(world, child)).Work);
    }

    [Fact]
    public async Task TwoNodes_ReadTheScheduleThatHolds()
    {
        await using World world = await World.CreateAsync();
        await SaveAsync(world, Quarters);
        await RoadmapAsync(world, "I четверть");
        StudyYearInput trimesters = new() { Kind = "trimester", Terms = [Days("2026-09-01", "2026-11-30"), Days("2026-12-01", "2027-02-28"), Days("2027-03-01", "2027-05-26")] };
        await SaveAsync(world, trimesters);
        Assert.Equal(ScheduleKind.NeedsDeadline, (await StepsAsync(world, await RoadmapAsync(world, "I четверть")))[0].ScheduleKind);
        Assert.Equal(new DateOnly(2026, 11, 30), DayOf((await StepsAsync(world, await RoadmapAsync(world, "в 1 триместре")))[0].Occurrences[0].DueAt));
        Assert.Equal(3, (await StepsAsync(world, await RoadmapAsync(world, "раз в триместр")))[0].Occurrences.Count);
        await SaveAsync(world, new StudyYearInput { Kind = "trimester" });
        await using MentorshipDb db = world.Open();
        Assert.Empty(await db.StudyYears.ToListAsync());
        Assert.Equal(ScheduleKind.NeedsDeadline, (await StepsAsync(world, await RoadmapAsync(world, "в 1 триместре")))[0].ScheduleKind);
    }

    [Fact]
    public async Task AnotherInstitutionsSchedule_HasNoEffect()
    {
        await using World world = await World.CreateAsync();
        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Roles.Administrator });
        Guid id = await RoadmapAsync(world, "I четверть");
        CalendarPage theirs = (await world.Get<LookAtCalendar>().RunAsync(stranger, null, Quarters, default)).Value!;
        Assert.Empty(theirs.Tried!.Effect.Found);
        Assert.Equal(0, (await world.Get<ChangeStudyYear>().RunAsync(stranger, 2026, Quarters, theirs.Seal, default)).Value);
        Assert.Equal(ScheduleKind.NeedsDeadline, (await StepsAsync(world, id))[0].ScheduleKind);
        Assert.Empty((await LookAsync(world)).Schedule);
        Assert.Null(theirs.Usual);
        Assert.Equal(ScheduleKind.NeedsDeadline, (await StepsAsync(world, await RoadmapAsync(world, "II четверть")))[0].ScheduleKind);
    }

    [Fact]
    public async Task TwoAdministrators_TheSecondIsTold_AndTheSameTwiceIsNoChange()
    {
        await using World world = await World.CreateAsync();
        string seen = (await LookAsync(world)).Seal;
        await SaveAsync(world, Quarters);
        ChangeStudyYear change = world.Get<ChangeStudyYear>();
        Assert.Equal("SettingsChanged", (await change.RunAsync(world.Curator, 2026, Quarters with { Holidays = [] }, seen, default)).Refusal?.Code);
        Assert.True((await change.RunAsync(world.Curator, 2026, Quarters, seen, default)).Succeeded);
        string next = await SealAsync(world, 2027);
        Outcome<int>[] both = await Task.WhenAll(change.RunAsync(world.Curator, 2027, ByHolidays("2027-10-25"), next, default), change.RunAsync(world.Curator, 2027, ByHolidays("2027-10-26"), next, default));
        Assert.Single(both, o => o.Succeeded);
        Assert.Equal("SettingsChanged", both.Single(o => !o.Succeeded).Refusal!.Code);
        await using MentorshipDb db = world.Open();
        Assert.Equal(2, await db.Audit.CountAsync(e => e.Kind == "StudyYearChanged"));
    }

    [Fact]
    public async Task OnlyAnAdministratorChanges_WhoRunsTheProgrammeReads()
    {
        await using World world = await World.CreateAsync();
        Assert.Equal("NotAllowed", (await world.Get<ChangeStudyYear>().RunAsync(world.Director, 2026, Quarters, await SealAsync(world, 2026), default)).Refusal?.Code);
        Assert.False((await world.Get<LookAtCalendar>().RunAsync(world.Director, null, null, default)).Value!.MayChange);
        Assert.Equal("NotAllowed", (await world.Get<LookAtCalendar>().RunAsync(world.Act(world.CuratorId, Roles.Mentor), null, null, default)).Refusal?.Code);
        Assert.Equal("OtherYear", (await world.Get<ChangeStudyYear>().RunAsync(world.Curator, 2031, Quarters, "", default)).Refusal?.Code);
    }

    [Theory]
    [InlineData("2026-10-25", "", "TermDates")]
    [InlineData("завтра", "2026-11-02", "TermDates")]
    [InlineData("2026-11-02", "2026-10-26", "TermReversed")]
    [InlineData("2026-08-26", "2026-08-30", "TermOutsideYear")]
    [InlineData("2026-10-25", "2026-11-02", "HolidaysCrossTerm")]
    public async Task WhatCannotBe_IsRefused_AndNothingIsKept(string from, string to, string code)
    {
        await using World world = await World.CreateAsync();
        StudyYearInput wrong = Quarters with { Holidays = [Days(from, to)] };
        Assert.Equal(code, (await world.Get<ChangeStudyYear>().RunAsync(world.Curator, 2026, wrong, await SealAsync(world, 2026), default)).Refusal?.Code);
        Assert.Equal(code, (await LookAsync(world, wrong)).Tried!.Problem?.Code);
        await using MentorshipDb db = world.Open();
        Assert.Empty(await db.StudyYears.ToListAsync());
    }

    [Fact]
    public async Task APlay_GoesByTheCalendarOfTheInstitution()
    {
        await using World world = await World.CreateAsync();
        await SaveAsync(world, Quarters);
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync(root =>
        {
            root.Add("Mentorship.Task", "term", "Открытые уроки").Text("number", "1.1").Text("assignee", "role:curator").Text("deadline", "до конца II четверти");
            root.StartAll("start");
        });
        RehearsalView view = (await world.Get<RehearseProcess>().RunAsync(world.Curator, process, (await desk.LookAsync(process)).Definition, new RehearsalRequest(new DateOnly(2026, 9, 7), new Dictionary<string, string>()), default)).Value!;
        Assert.Empty(view.Halts);
        Assert.Contains(view.Days.SelectMany(d => d.Lines), l => l.Due == new DateOnly(2026, 12, 28));
    }

    private static StudyYearInput ByHolidays(string from) => new() { Kind = "none", Holidays = [Days(from, "2027-11-01")] };

    private static async Task<CalendarPage> LookAsync(World world, StudyYearInput? typed = null) => (await world.Get<LookAtCalendar>().RunAsync(world.Curator, null, typed, default)).Value!;

    private static async Task<string> SealAsync(World world, int year) => (await world.Get<LookAtCalendar>().RunAsync(world.Curator, year, null, default)).Value!.Seal;

    private static async Task<int> SaveAsync(World world, StudyYearInput schedule)
    {
        Outcome<int> saved = await world.Get<ChangeStudyYear>().RunAsync(world.Curator, 2026, schedule, await SealAsync(world, 2026), default);
        Assert.True(saved.Succeeded, saved.Refusal?.Text);
        return saved.Value;
    }

    /// <summary>Items of a roadmap with these deadlines, all begun.</summary>
    private static async Task<Guid> RoadmapAsync(World world, params string[] deadlines) => await world.Errand.StartAsync("Дорожная карта", steps =>
    {
        for (int i = 0; i < deadlines.Length; i++)
            steps.Add("Mentorship.Task", $"item{i + 1}", $"Пункт {i + 1}").Text("number", $"{i + 1}").Text("assignee", $"person:{world.CuratorId}").Text("deadline", deadlines[i]);
    });

    private static async Task<List<StepState>> StepsAsync(World world, Guid id)
    {
        await using MentorshipDb db = world.Open();
        return [.. FlowStateJson.Read((await db.Cases.SingleAsync(c => c.Id == id)).State).Steps.Where(s => s.NodeId.StartsWith("item", StringComparison.Ordinal)).OrderBy(s => s.NodeId)];
    }

    /// <summary>What a case has asked of people, told them and put off.</summary>
    private static async Task<(int Work, int Mails, int Timers)> LeftByAsync(World world, Guid id)
    {
        await using MentorshipDb db = world.Open();
        return (await db.WorkItems.CountAsync(w => w.CaseId == id), await db.Mails.CountAsync(), await db.Timers.CountAsync(t => t.CaseId == id));
    }

    private static DateOnly? DayOf(DateTimeOffset? at) => at is { } instant ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")).DateTime) : null;
}
