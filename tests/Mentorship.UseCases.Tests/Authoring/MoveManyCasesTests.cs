using Mentorship.Domain.Cases;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Auditing;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Authoring;

/// <summary>Hundreds of cases, each somewhere else, go over to a newer version while the move is broken off again and again.</summary>
public sealed class MoveManyCasesTests
{
    private const int Cases = 200;
    private readonly Random _random = new(20260907);

    [Fact]
    public async Task Move_BrokenOffAtAnyInstant_MovesEachCaseOnceAsThePreviewSaid()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync(Draw);
        for (int i = 0; i < Cases; i++) await desk.StartAsync(process, $"Дело {i}");
        for (int round = 0; round < 3; round++) await DecideAsync(world, _ => _random.Next(2) == 0);
        await desk.ChangeAsync(process, new RemoveSteps(["check"]), new SetInput("second", "assignee", "role:director"),
            new AddStep((await desk.LookAsync(process)).Definition.Root.Id, "Mentorship.Task", "Рядом") { Id = "beside", From = new ArrowStart("start", "Done"), To = "join", Inputs = new Dictionary<string, InputValue> { ["assignee"] = new("role:curator"), ["deadline"] = new("сентябрь 2026") } });
        Dictionary<Guid, Standing> before = await LookAsync(world);
        MoveBatch preview = Desk.Value(await world.Get<MoveCases>().PreviewAsync(world.Curator, process, null, MoveCases.LargestBatch, default));
        Assert.True(preview.Lines.Count(l => l.Moves) > 50 && preview.Lines.Count(l => !l.Moves) > 20, $"{preview.Lines.Count(l => l.Moves)} move, {preview.Lines.Count(l => !l.Moves)} stay");

        int brokenOff = await MoveAsync(world, process, preview.Number);

        Assert.True(brokenOff > 3, $"Broken off {brokenOff} times.");
        Dictionary<Guid, Standing> after = await LookAsync(world);
        foreach (MoveLine line in preview.Lines)
        {
            (Standing was, Standing now) = (before[line.CaseId], after[line.CaseId]);
            if (!line.Moves)
            {
                Assert.Equal("check", line.Reasons[0].NodeId);
                Assert.Equal((was.Version, was.State, 0), (now.Version, now.State, now.Moves));
                continue;
            }
            Assert.NotEqual(was.Version, now.Version);
            Assert.Equal(1, now.Moves);
            Assert.Equal(was.Open.Except(line.Withdrawn.Select(w => w.NodeId)).Concat(line.Opened.Select(w => w.NodeId)).Distinct().Order(), now.Open);
        }
        await WholeAsync(world);
        while (await DecideAsync(world, _ => true) > 0)
        {
        }
        Assert.All(await LookAsync(world), c => Assert.True(c.Value.Finished, $"{c.Value}"));
    }

    /// <summary>A small batch each time, broken off long before it could be whole, until nothing is left that can move.</summary>
    private async Task<int> MoveAsync(World world, Guid process, int number)
    {
        int brokenOff = 0;
        for (Guid? after = null; ;)
        {
            using CancellationTokenSource broken = new();
            if (brokenOff < 40) broken.CancelAfter(_random.Next(1, 25));
            try
            {
                MoveBatch batch = Desk.Value(await world.Get<MoveCases>().MoveAsync(world.Curator, process, number, after, 50, broken.Token));
                if (batch.Next is null) return brokenOff;
                after = batch.Next;
            }
            catch (OperationCanceledException)
            {
                (brokenOff, after) = (brokenOff + 1, null);
            }
        }
    }

    private sealed record Standing(Guid Version, string State, int Moves, bool Finished, IReadOnlyList<string> Open);

    private static async Task<Dictionary<Guid, Standing>> LookAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        ILookup<Guid, string> open = (await db.WorkItems.Where(w => w.Status == WorkStatus.Open).Select(w => new { w.CaseId, w.NodeId }).ToListAsync()).ToLookup(w => w.CaseId, w => w.NodeId);
        ILookup<Guid, string> moves = (await db.Audit.Where(e => e.Kind == "Moved").Select(e => new { e.StreamId, e.Kind }).ToListAsync()).ToLookup(e => e.StreamId, e => e.Kind);
        return (await db.Cases.AsNoTracking().ToListAsync()).ToDictionary(c => c.Id,
            c => new Standing(c.ProcessVersionId, c.State, moves[c.Id].Count(), c.Status == CaseStatus.Finished, [.. open[c.Id].Order()]));
    }

    /// <summary>Every step asks once, every task has its one link and its one mail, and the audit is whole.</summary>
    private static async Task WholeAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        List<WorkItem> items = await db.WorkItems.AsNoTracking().ToListAsync();
        Assert.Equal(items.Count, items.Select(w => (w.CaseId, w.StepId, w.PersonId)).Distinct().Count());
        List<Guid?> mails = await db.Mails.Where(m => m.Template == Domain.Mailing.MailTemplate.Work).Select(m => m.WorkItemId).ToListAsync();
        Assert.Equal(mails.Count, mails.Distinct().Count());
        Assert.Empty(items.Where(w => w.Status == WorkStatus.Open).Select(w => (Guid?)w.Id).Except(mails));
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);
    }

    private static async Task<int> DecideAsync(World world, Func<WorkItem, bool> wanted)
    {
        List<WorkItem> open;
        await using (MentorshipDb db = world.Open()) open = await db.WorkItems.AsNoTracking().Where(w => w.Status == WorkStatus.Open).OrderBy(w => w.Id).ToListAsync();
        foreach (WorkItem item in open.Where(wanted))
            Assert.Null((await world.Get<DecideWorkItem>().RunAsync(item.PersonId == world.DirectorId ? world.Director : world.Curator, item.Id, new Answer("Done") { Evidence = new EvidenceGiven { Unproved = true } }, default)).Refusal);
        return open.Count;
    }

    /// <summary>Two tasks that meet, a check, an end.</summary>
    private static void Draw(FlowchartBuilder root)
    {
        root.Add("Elsa.Start", "start", "Начало");
        foreach ((string id, string name) in new[] { ("first", "Собрать заявки"), ("second", "Составить список"), ("check", "Проверить"), ("close", "Подвести итог") })
            root.Add("Mentorship.Task", id, name).Text("assignee", "role:curator").Text("deadline", "сентябрь 2026");
        root.Add("Elsa.FlowJoin", "join", "Слияние");
        root.Connect("start", "first").Connect("start", "second").Connect("first", "join").Connect("second", "join").Connect("join", "check").Connect("check", "close");
    }
}
