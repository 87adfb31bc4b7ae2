using Mentorship.Domain.Cases;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Authoring;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Authoring;

public sealed class MoveCasesTests
{
    [Fact]
    public async Task Preview_SaysWhoMoves_AndWhyNot_AndSavesNothing()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        Guid early = await desk.StartAsync(process, "Рано"), late = await desk.StartAsync(process, "Поздно");
        await desk.DecideAsync(late, world.Curator);
        await desk.ChangeAsync(process, new RemoveSteps(["sign"]), new SetInput("ask", "assignee", "role:director"));
        string before = await world.Errand.EverythingAsync();
        MoveBatch preview = Desk.Value(await world.Get<MoveCases>().PreviewAsync(world.Curator, process, null, 100, default));
        Assert.Equal(before, await world.Errand.EverythingAsync());
        Assert.Equal((2, 2, null), (preview.Number, preview.Left, preview.Next));
        MoveLine stays = preview.Lines.Single(l => l.CaseId == late), moves = preview.Lines.Single(l => l.CaseId == early);
        Assert.Equal(("StepGone", "sign"), (stays.Reasons[0].Code, stays.Reasons[0].NodeId));
        Assert.Equal("Шаг «Подписать» сейчас выполняется, а в новой версии его нет.", stays.Reasons[0].Message);
        Assert.True(moves.Moves);
        Assert.Equal(["Лебедева К. О."], moves.Opened.Select(w => w.Who.Replace('\u00A0', ' ')));
        Assert.Equal(["Мотылёва Е. К."], moves.Withdrawn.Select(w => w.Who.Replace('\u00A0', ' ')));
    }

    [Fact]
    public async Task Move_GoesBatchByBatch_JudgesAnew_AndCanBeTakenUpAgain()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        List<Guid> cases = [];
        for (int i = 0; i < 7; i++) cases.Add(await desk.StartAsync(process, $"Дело {i}"));
        await desk.ChangeAsync(process, new RemoveSteps(["sign"]), new SetInput("ask", "deadline", "с 1 сентября по 30 ноября 2026"));
        Assert.Equal(7, Desk.Value(await world.Get<MoveCases>().PreviewAsync(world.Curator, process, null, 100, default)).Lines.Count(l => l.Moves));
        Assert.Equal("VersionChanged", (await world.Get<MoveCases>().MoveAsync(world.Curator, process, 1, null, 3, default)).Refusal?.Code);
        cases.Sort();
        MoveBatch first = Desk.Value(await world.Get<MoveCases>().MoveAsync(world.Curator, process, 2, null, 3, default));
        Assert.Equal((3, cases[2]), (first.Lines.Count(l => l.Moves), first.Next));
        await desk.DecideAsync(cases[4], world.Curator);
        MoveBatch second = Desk.Value(await world.Get<MoveCases>().MoveAsync(world.Curator, process, 2, first.Next, 100, default));
        Assert.Null(second.Next);
        Assert.Equal([cases[4]], second.Lines.Where(l => !l.Moves).Select(l => l.CaseId));
        Assert.Equal(1, Desk.Value(await world.Get<MoveCases>().MoveAsync(world.Curator, process, 2, null, 100, default)).Left);
        await using MentorshipDb db = world.Open();
        Guid current = await db.Processes.Where(p => p.Id == process).Select(p => p.CurrentVersionId).SingleAsync();
        Assert.Equal(6, await db.Cases.CountAsync(c => c.ProcessVersionId == current));
        List<WorkItem> open = await db.WorkItems.Where(w => w.NodeId == "ask" && w.Status == WorkStatus.Open).ToListAsync();
        Assert.Equal(6, open.Count);
        Assert.All(open, w => Assert.Equal(11, w.DueAt!.Value.Month));
        Assert.Equal(6, await db.Audit.CountAsync(e => e.Kind == "Moved"));
        await desk.DecideAsync(cases[0], world.Curator);
        Assert.Equal(CaseStatus.Finished, await db.Cases.Where(c => c.Id == cases[0]).Select(c => c.Status).SingleAsync());
    }

    [Fact]
    public async Task Move_AgainstDecisionsOfTheSameCases_LosesNeither()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        List<Guid> cases = [];
        for (int i = 0; i < 6; i++) cases.Add(await desk.StartAsync(process, $"Дело {i}"));
        await desk.ChangeAsync(process, new RenameStep("ask", "Подать заявку"));
        Task moving = Task.Run(() => world.Get<MoveCases>().MoveAsync(world.Curator, process, 2, null, 100, default));
        await Task.WhenAll(cases.Select(c => Task.Run(() => desk.DecideAsync(c, world.Curator))).Append(moving));
        await using MentorshipDb db = world.Open();
        Guid current = await db.Processes.Where(p => p.Id == process).Select(p => p.CurrentVersionId).SingleAsync();
        Assert.Equal(6, await db.Cases.CountAsync(c => c.ProcessVersionId == current));
        Assert.Equal(6, await db.WorkItems.CountAsync(w => w.NodeId == "sign" && w.Status == WorkStatus.Open));
        Assert.Equal(6, await db.Decisions.CountAsync());
    }

    [Fact]
    public async Task Strangers_MoveNothing()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        await desk.StartAsync(process, "Дело");
        await desk.ChangeAsync(process, new RenameStep("ask", "Подать заявку"));
        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Domain.People.Roles.Administrator });
        Assert.Equal("NoProcess", (await world.Get<MoveCases>().MoveAsync(stranger, process, 2, null, 100, default)).Refusal?.Code);
        Assert.Equal("NotAllowed", (await world.Get<MoveCases>().PreviewAsync(world.Act(desk.Deputy.PersonId), process, null, 100, default)).Refusal?.Code);
        Assert.Equal("NoProcess", (await world.Get<CompareProcess>().WithVersionAsync(stranger, process, 1, default)).Refusal?.Code);
    }

    [Fact]
    public async Task Compare_WithAVersionAndTheTemplate_SpeaksInWords_AndTakesOver()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = Desk.Value(await world.Get<LookAtProcesses>().RunAsync(world.Curator, default)).Single(p => p.Key == "order-pairs").Id;
        ProcessDefinition definition = (await desk.LookAsync(process)).Definition;
        Activity concur = definition.Activities().First(a => a.Type == "Mentorship.Approval");
        await desk.SaveAsync(process, world.Curator, 0, definition, new SetInput(concur.Id, "approver", "role:curator"), new RenameStep(concur.Id, "Проверить"));
        ProcessComparison changed = Desk.Value(await world.Get<CompareProcess>().WithVersionAsync(world.Curator, process, null, default));
        Assert.Contains($"«{concur.Title}» теперь называется «Проверить».", changed.Changes.Select(c => c.Words));
        Assert.Contains(changed.Changes, c => c.Words.StartsWith("«Проверить», кто согласует: было «", StringComparison.Ordinal) && c.Words.EndsWith("стало «куратор».", StringComparison.Ordinal));
        ProcessComparison template = Desk.Value(await world.Get<CompareProcess>().WithTemplateAsync(world.Curator, process, null, default));
        ProcessDefinition draft = (await desk.LookAsync(process)).Definition;
        foreach (ChangeLine line in template.Changes) draft = TakingOver.Of(draft, template.Other, line.Change)!.Apply(draft).Definition!;
        Assert.Empty(Comparison.Of(definition, draft));
        Assert.Equal("NoTemplate", (await world.Get<CompareProcess>().WithTemplateAsync(world.Curator, process, "../../etc/passwd", default)).Refusal?.Code);
    }
}
