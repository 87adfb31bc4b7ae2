using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Authoring.Progress;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Authoring.Progress;

public sealed class ProgressTests
{
    [Fact]
    public async Task Progress_OfARunningCase_TellsWhoHoldsItWhatIsDoneAndHowLongItTook()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        LookAtProgress look = world.Get<LookAtProgress>();
        Assert.Null(Desk.Value(await look.RunAsync(desk.Curator, process, null, default)).Chosen);
        Guid first = await desk.StartAsync(process, "Поездка в музей"), second = await desk.StartAsync(process, "Поездка в лес");

        StepProgress asked = Of(await ProgressAsync(look, desk, process, first), "ask");
        Assert.True(asked.Kind is ProgressKind.Open or ProgressKind.Overdue);
        Assert.Single(asked.Holders);
        Assert.Equal(ProgressKind.Later, Of(await ProgressAsync(look, desk, process, first), "sign").Kind);

        await desk.DecideAsync(first, desk.Curator);
        StepProgress done = Of(await ProgressAsync(look, desk, process, first), "ask");
        Assert.Equal((ProgressKind.Done, 0, 1), (done.Kind, done.Holders.Count, done.Rounds));
        Assert.NotNull(done.LastTask);
        Assert.NotNull(done.Took);
        Assert.StartsWith("выполнено ", done.Text, StringComparison.Ordinal);
        Assert.True(Of(await ProgressAsync(look, desk, process, second), "ask").Kind is ProgressKind.Open or ProgressKind.Overdue);
    }

    [Fact]
    public async Task Progress_OfAnotherInstitutionOrAnotherProcess_IsNotShown()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync(), other = await desk.ProcessAsync(name: "Другая заявка");
        Guid theirs = await desk.StartAsync(other, "Дело другого процесса");
        LookAtProgress look = world.Get<LookAtProgress>();

        Assert.Equal("NoCase", (await look.RunAsync(desk.Curator, process, theirs, default)).Refusal!.Code);
        Assert.Equal("NoProcess", (await look.RunAsync(desk.Curator with { InstitutionId = Guid.CreateVersion7() }, process, null, default)).Refusal!.Code);
        Assert.Equal("NotAllowed", (await look.RunAsync(desk.Curator with { Roles = new HashSet<string> { Domain.People.Roles.Mentor } }, process, null, default)).Refusal!.Code);
    }

    /// <summary>What a page asks every few seconds: one question while nothing happens, and whatever another does is seen.</summary>
    [Fact]
    public async Task IsAsSeen_AsksOnce_AndNoticesWhateverAnotherDoes()
    {
        using CountedQueries counted = new();
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        LookAtProgress look = world.Get<LookAtProgress>();
        ProgressView seen = Desk.Value(await look.RunAsync(desk.Curator, process, null, default));
        Assert.True(await look.IsAsSeenAsync(desk.Curator, seen, default));
        Guid first = await desk.StartAsync(process, "Поездка в музей"), second = Guid.Empty;
        await NoticedAsync(() => Task.CompletedTask);

        await NoticedAsync(async () => second = await desk.StartAsync(process, "Поездка в лес"));
        await NoticedAsync(() => desk.DecideAsync(first, desk.Curator));
        await NoticedAsync(async () => Assert.True((await world.Get<CancelCase>().RunAsync(desk.Curator, second, "не нужно", default)).Succeeded));
        await NoticedAsync(() => world.AddAsync("Белова", "Анна", "Ивановна", Gender.Female, "учитель", Roles.Mentor));
        await NoticedAsync(async () =>
        {
            await using MentorshipDb db = world.Open();
            (await db.WorkItems.AsTracking().FirstAsync(w => w.CaseId == first)).Comment = "поправлено";
            await db.SaveChangesAsync();
        });
        await NoticedAsync(async () => Assert.True((await world.Get<SuspendCase>().RunAsync(desk.Curator, first, "проверка", default)).Succeeded));
        Guid other = await desk.ProcessAsync(name: "Другая заявка");
        await desk.StartAsync(other, "Дело другого процесса");
        Assert.True(await look.IsAsSeenAsync(desk.Curator, seen, default));

        int before = counted.Count;
        Assert.True(await look.IsAsSeenAsync(desk.Curator, seen, default));
        Assert.Equal(before + 1, counted.Count);

        async Task NoticedAsync(Func<Task> what)
        {
            await what();
            Assert.False(await look.IsAsSeenAsync(desk.Curator, seen, default));
            seen = Desk.Value(await look.RunAsync(desk.Curator, process, first, default));
            Assert.True(await look.IsAsSeenAsync(desk.Curator, seen, default));
        }
    }

    [Theory]
    [InlineData("2026-09-07T06:00", 10)]
    [InlineData("2026-09-07T20:55", 5)]
    public async Task IsAsSeen_EndsWithTheDay_AndAfterSomeMinutes(string start, int minutes)
    {
        await using World world = await World.CreateAsync(DateTimeOffset.Parse(start + "Z", System.Globalization.CultureInfo.InvariantCulture));
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        await desk.StartAsync(process, "Поездка в музей");
        LookAtProgress look = world.Get<LookAtProgress>();
        ProgressView seen = Desk.Value(await look.RunAsync(desk.Curator, process, null, default));

        world.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.True(await look.IsAsSeenAsync(desk.Curator, seen, default));
        world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await look.IsAsSeenAsync(desk.Curator, seen, default));
    }

    [Fact]
    public async Task IsAsSeen_IsNoAnswerToStrangers()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        await desk.StartAsync(process, "Поездка в музей");
        LookAtProgress look = world.Get<LookAtProgress>();
        ProgressView seen = Desk.Value(await look.RunAsync(desk.Curator, process, null, default));

        Assert.False(await look.IsAsSeenAsync(desk.Curator with { InstitutionId = await world.AnotherInstitutionAsync() }, seen, default));
        Assert.False(await look.IsAsSeenAsync(desk.Curator with { Roles = new HashSet<string> { Roles.Mentor } }, seen, default));
    }

    private static async Task<CaseProgress> ProgressAsync(LookAtProgress look, Desk desk, Guid process, Guid caseId) => Desk.Value(await look.RunAsync(desk.Curator, process, caseId, default)).Chosen!;

    private static StepProgress Of(CaseProgress progress, string node) => progress.Steps.Single(s => s.NodeId == node);
}
