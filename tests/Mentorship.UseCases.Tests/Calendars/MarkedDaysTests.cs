using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Calendars;

/// <summary>Days that an institution rests or works otherwise than the rule has it, from the form to the deadline. The clock stands at Monday, 7 September 2026.</summary>
public sealed class MarkedDaysTests
{
    [Fact]
    public async Task WorkingDays_OfSteps_SkipTheInstitutionsOwn_AndOpenWorkStays()
    {
        await using World world = await World.CreateAsync();
        Guid before = await AskAsync(world);
        Assert.Equal(new DateOnly(2026, 9, 10), await DueAsync(world, before));

        Assert.Equal(2, await MarkAsync(world, "8 и 9 сентября 2026", works: false, "день здоровья"));
        Assert.Equal(new DateOnly(2026, 9, 14), await DueAsync(world, await AskAsync(world)));
        Assert.Equal(1, await MarkAsync(world, "12.09.2026", works: true));
        Assert.Equal(new DateOnly(2026, 9, 12), await DueAsync(world, await AskAsync(world)));
        Assert.Equal(new DateOnly(2026, 9, 10), await DueAsync(world, before));

        Assert.True((await world.Get<UnmarkDays>().RunAsync(world.Curator, new DateOnly(2026, 9, 8), new DateOnly(2026, 9, 9), works: false, default)).Succeeded);
        Assert.Equal(new DateOnly(2026, 9, 10), await DueAsync(world, await AskAsync(world)));
        await using MentorshipDb db = world.Open();
        Assert.Equal("- 2026-09-08 2026-09-09 день здоровья", (await db.Audit.Where(e => e.Kind == "DaysMarked").OrderBy(e => e.Number).FirstAsync()).Data);
        Assert.Equal("- 2026-09-08 2026-09-09", (await db.Audit.SingleAsync(e => e.Kind == "DaysUnmarked")).Data);
    }

    [Fact]
    public async Task SixDayWeek_CountsSaturdays()
    {
        await using World world = await World.CreateAsync();
        Assert.True((await world.Get<ChangeWorkingWeek>().RunAsync(world.Curator, sixDays: true, seen: false, default)).Succeeded);
        Assert.Equal(new DateOnly(2026, 9, 12), await DueAsync(world, await AskAsync(world, "5 рабочих дней")));
        Assert.True((await world.Get<ChangeWorkingWeek>().RunAsync(world.Curator, sixDays: true, seen: false, default)).Succeeded);
        Assert.Equal("SettingsChanged", (await world.Get<ChangeWorkingWeek>().RunAsync(world.Curator, sixDays: false, seen: false, default)).Refusal?.Code);
        Assert.Equal("NotAllowed", (await world.Get<ChangeWorkingWeek>().RunAsync(world.Director, sixDays: false, seen: true, default)).Refusal?.Code);
        Assert.True((await LookAsync(world)).SixDayWeek);
    }

    [Fact]
    public async Task ManyDays_ArePasted_ShownInRuns_AndMarkedTwiceWithoutHarm()
    {
        await using World world = await World.CreateAsync();
        Assert.Equal(9, await MarkAsync(world, "с 02.11.2026 по 08.11.2026\n31 декабря 2026\n08.05.2027", works: false, "перенос"));
        Assert.Equal(9, await MarkAsync(world, "с 02.11.2026 по 08.11.2026\r\n31.12.2026; 8 мая 2027", works: false));
        Assert.Equal([("2–8\u00A0ноября 2026\u00A0г.", "перенос"), ("31\u00A0декабря 2026\u00A0г., четверг", "перенос"), ("8\u00A0мая 2027\u00A0г., суббота", "перенос")],
            (await LookAsync(world)).Days.Select(d => (d.Words, d.Note)));
    }

    [Theory]
    [InlineData("", false, "DaysMissing")]
    [InlineData("когда-нибудь", false, "DaysUnclear")]
    [InlineData("31.02.2027", false, "DaysUnclear")]
    [InlineData("с 15.05.2027 по 15.03.2027", false, "DaysUnclear")]
    [InlineData("I четверть", false, "DaysUnclear")]
    [InlineData("3 ноября 2046", false, "DaysFar")]
    [InlineData("с 01.09.2026 по 31.08.2027", false, "DaysTooMany")]
    [InlineData("6 сентября 2026, 1 января 2027", false, "NothingNew")]
    [InlineData("7 сентября 2026", true, "NothingNew")]
    [InlineData("10 сентября 2026", true, "DayMarked")]
    public async Task WhatCannotBe_IsRefused(string text, bool works, string code)
    {
        await using World world = await World.CreateAsync();
        await MarkAsync(world, "10.09.2026", works: false);
        Assert.Equal(code, (await world.Get<MarkDays>().RunAsync(world.Curator, text, works, null, default)).Refusal?.Code);
        Assert.Single((await LookAsync(world)).Days);
    }

    [Fact]
    public async Task TwoAdministrators_AtOnce_BothAreKept()
    {
        await using World world = await World.CreateAsync();
        Outcome<int>[] both = await Task.WhenAll(world.Get<MarkDays>().RunAsync(world.Curator, "14.09.2026, 15.09.2026", false, "первый", default), world.Get<MarkDays>().RunAsync(world.Curator, "15.09.2026, 16.09.2026", false, null, default));
        Assert.All(both, o => Assert.True(o.Succeeded, o.Refusal?.Text));
        await using MentorshipDb db = world.Open();
        Assert.Equal(3, await db.SpecialDays.CountAsync());
        Assert.Equal(new DateOnly(2026, 9, 17), await DueAsync(world, await AskAsync(world, "5 рабочих дней")));
    }

    [Fact]
    public async Task TheDays_AreTheInstitutionsOwn()
    {
        await using World world = await World.CreateAsync();
        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Roles.Administrator });
        Assert.True((await world.Get<MarkDays>().RunAsync(stranger, "8.09.2026", false, null, default)).Succeeded);
        Assert.Equal(new DateOnly(2026, 9, 10), await DueAsync(world, await AskAsync(world)));
        await MarkAsync(world, "9.09.2026", works: false);
        Assert.True((await world.Get<UnmarkDays>().RunAsync(stranger, new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30), false, default)).Succeeded);
        Assert.Equal(new DateOnly(2026, 9, 11), await DueAsync(world, await AskAsync(world)));
        Assert.Equal("NotAllowed", (await world.Get<MarkDays>().RunAsync(world.Director, "8.09.2026", false, null, default)).Refusal?.Code);
        Assert.Equal("NotAllowed", (await world.Get<UnmarkDays>().RunAsync(world.Director, new DateOnly(2026, 9, 9), new DateOnly(2026, 9, 9), false, default)).Refusal?.Code);
    }

    private static async Task<CalendarPage> LookAsync(World world) => (await world.Get<LookAtCalendar>().RunAsync(world.Curator, null, null, default)).Value!;

    private static async Task<int> MarkAsync(World world, string days, bool works, string? note = null)
    {
        Outcome<int> marked = await world.Get<MarkDays>().RunAsync(world.Curator, days, works, note, default);
        Assert.True(marked.Succeeded, marked.Refusal?.Text);
        return marked.Value;
    }

    private static async Task<Guid> AskAsync(World world, string deadline = "3 рабочих дня") => await world.Errand.StartAsync("План встреч", steps =>
        steps.Add("Mentorship.Approval", "concur", "Согласовать план встреч").Text("approver", $"person:{world.DirectorId}").Text("deadline", deadline));

    private static async Task<DateOnly?> DueAsync(World world, Guid id)
    {
        await using MentorshipDb db = world.Open();
        WorkItem item = await db.WorkItems.SingleAsync(w => w.CaseId == id);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(item.DueAt!.Value, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")).DateTime);
    }
}
