using Mentorship.Domain.Cases;
using Mentorship.Domain.Naming;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Programmes;
using Mentorship.Storage;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Pairing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Pairing;

/// <summary>Confirming the pairs of the programme.</summary>
public sealed class ConfirmPairsTests
{
    private sealed record Bench(World World, Guid Task, Guid[] Pairs, Guid Case);

    private static async Task<Bench> StartAsync(World world, string? enough, int pairs = 2)
    {
        List<Guid> made = [];
        await using (MentorshipDb db = world.Open())
        {
            Process process = new() { InstitutionId = world.InstitutionId, Key = "roadmap-2026", Name = "Дорожная карта" };
            db.AddRange(process, process.Publish("{}", "", null, world.Time.GetUtcNow()), new Programme { InstitutionId = world.InstitutionId, Title = "Программа", FirstYear = 2026, ProcessId = process.Id, Status = ProgrammeStatus.Running });
            await db.SaveChangesAsync();
        }
        for (int i = 0; i < pairs; i++)
        {
            Guid mentor = await world.AddAsync($"Наставник{(char)('а' + i)}", "Иван", "Сергеевич", Gender.Male, "учитель", Roles.Mentor);
            Guid mentee = await world.AddAsync($"Юсупов{(char)('а' + i)}", "Тимур", "Маратович", Gender.Male, "9 «А» класс", Roles.Mentee);
            made.Add((await world.Get<AddPair>().RunAsync(world.Curator, Input(mentor, mentee), default)).Value);
        }
        Guid started = await world.Errand.StartAsync("Пары", steps => steps.Add("Mentorship.Pairs", "pairs", "Подтвердить пары").Text("people", "role:curator").Text("enough", enough));
        return new Bench(world, (await world.Errand.WorkOfAsync(world.CuratorId)).Id, [.. made], started);
    }

    private static PairInput Input(Guid mentor, Guid mentee) => new(mentor, mentee, "педагог – ученик", new DateOnly(2026, 9, 1), new DateOnly(2027, 5, 31));

    private static Task<Outcome<PairsConfirmed>> ConfirmAsync(Bench bench, params Guid[] pairs) => bench.World.Get<ConfirmPairs>().RunAsync(bench.World.Curator, bench.Task, pairs, default);

    [Fact]
    public async Task Confirm_IsKept_AndEnoughClosesTheTask()
    {
        await using World world = await World.CreateAsync();
        Bench bench = await StartAsync(world, null);
        Assert.Equal("PairsMissing", (await world.Get<DecideWorkItem>().RunAsync(world.Curator, bench.Task, new Answer("Done"), default)).Refusal!.Code);

        PairsConfirmed half = (await ConfirmAsync(bench, bench.Pairs[0])).Value!;
        Assert.Equal((1, 2, true, false), (half.Goal.Confirmed, half.Goal.Needed, half.Goal.CountsMentees, half.IsDone));
        PairTable table = (await world.Get<PairsView>().RunAsync(world.Curator, default)).Value!;
        Assert.Equal((bench.Task, half.Goal), (table.Asked!.WorkItemId, table.Asked.Goal));
        Assert.Equal([true, false], table.Pairs.Select(p => p.IsConfirmed));

        Assert.True((await ConfirmAsync(bench, bench.Pairs)).Value!.IsDone);
        Assert.Equal("AlreadyDecided", (await ConfirmAsync(bench, bench.Pairs)).Refusal!.Code);
        await using MentorshipDb db = world.Open();
        Assert.Equal(CaseStatus.Finished, (await db.Cases.SingleAsync(c => c.Id == bench.Case)).Status);
        Assert.All(await db.Pairs.ToListAsync(), p => Assert.Equal(world.CuratorId, p.ConfirmedBy));
        Assert.Null((await world.Get<PairsView>().RunAsync(world.Curator, default)).Value!.Asked);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("50%", 1)]
    [InlineData("2", 2)]
    public async Task Confirm_CountsPairsOrAPartOfTheMentees(string enough, int needed)
    {
        await using World world = await World.CreateAsync();
        Bench bench = await StartAsync(world, enough);
        Assert.Equal(needed == 1, (await ConfirmAsync(bench, bench.Pairs[0])).Value!.IsDone);
    }

    [Fact]
    public async Task AnotherMentee_TakesTheConfirmationBack()
    {
        await using World world = await World.CreateAsync();
        Bench bench = await StartAsync(world, "3");
        await ConfirmAsync(bench, bench.Pairs);
        Guid other = await world.AddAsync("Сафин", "Ильдар", "Маратович", Gender.Male, "9 «Б» класс", Roles.Mentee);
        Pair pair;
        await using (MentorshipDb db = world.Open()) pair = await db.Pairs.SingleAsync(p => p.Id == bench.Pairs[0]);
        Assert.True((await world.Get<EditPair>().RunAsync(world.Curator, pair.Id, pair.Version, Input(pair.MentorId, other), default)).Succeeded);
        Assert.Equal([false, true], (await world.Get<PairsView>().RunAsync(world.Curator, default)).Value!.Pairs.Select(p => p.IsConfirmed));
    }

    [Fact]
    public async Task AStranger_ConfirmsNothing()
    {
        await using World world = await World.CreateAsync();
        Bench bench = await StartAsync(world, "1");
        Guid other = await world.AnotherInstitutionAsync();
        ConfirmPairs confirm = world.Get<ConfirmPairs>();
        Assert.Equal("NotOpen", (await confirm.RunAsync(world.Curator with { InstitutionId = other }, bench.Task, bench.Pairs, default)).Refusal!.Code);
        Assert.Equal("NotYours", (await confirm.RunAsync(world.Director, bench.Task, bench.Pairs, default)).Refusal!.Code);
        await using MentorshipDb db = world.Open();
        Assert.All(await db.Pairs.ToListAsync(), p => Assert.Null(p.ConfirmedAt));
    }
}
