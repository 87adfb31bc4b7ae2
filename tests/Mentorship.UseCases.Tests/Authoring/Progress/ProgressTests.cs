using Mentorship.UseCases.Authoring.Progress;

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

    private static async Task<CaseProgress> ProgressAsync(LookAtProgress look, Desk desk, Guid process, Guid caseId) => Desk.Value(await look.RunAsync(desk.Curator, process, caseId, default)).Chosen!;

    private static StepProgress Of(CaseProgress progress, string node) => progress.Steps.Single(s => s.NodeId == node);
}
