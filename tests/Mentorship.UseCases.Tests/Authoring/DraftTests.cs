using Mentorship.Domain.Auditing;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Authoring;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Authoring;

public sealed class DraftTests
{
    [Fact]
    public async Task Draft_SavedAndPublished_IsTheNextVersion_AndTheDraftIsGone()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        ProcessSheet sheet = await desk.LookAsync(process);
        Assert.Null(sheet.Draft);
        DraftStanding draft = Desk.Value(await desk.SaveAsync(process, desk.Curator, 0, sheet.Definition, new SetInput("ask", "deadline", "до 1 ноября 2026")));
        Assert.Equal((1, 1, true), (draft.Revision, draft.BasedOn, draft.Mine));
        draft = Desk.Value(await desk.SaveAsync(process, desk.Curator, 1, (await desk.LookAsync(process)).Definition, new RenameStep("ask", "Подать заявку")));
        Assert.Equal(2, draft.Revision);
        Assert.Equal(2, Desk.Value(await desk.PublishAsync(process, 2)).Number);
        sheet = await desk.LookAsync(process);
        Assert.Equal((2, "Подать заявку", "до 1 ноября 2026", null), (sheet.CurrentNumber, sheet.Definition.Find("ask")!.Title, sheet.Definition.Find("ask")!.Text("deadline"), sheet.Draft));
        IReadOnlyList<VersionLine> versions = Desk.Value(await world.Get<LookAtVersions>().RunAsync(world.Curator, process, default));
        Assert.Equal(["2 поправлен срок", "1 начало"], versions.Select(v => $"{v.Number} {v.Note}"));
        Assert.Equal("Мотылёва Е. К.", versions[0].By.Replace('\u00A0', ' '));
        await using MentorshipDb db = world.Open();
        ProcessVersion stored = await db.ProcessVersions.SingleAsync(v => v.ProcessId == process && v.Number == 2);
        Assert.Equal(Domain.Files.Hash.OfText(stored.Json), stored.Sha256);
        Assert.Contains(await db.Audit.ToListAsync(), e => e.Kind == "ProcessPublished" && e.Data.Contains("2: поправлен срок", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draft_WhileAnotherProcessCannotBeRead_IsStillWorkedOn()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid broken = await desk.ProcessAsync(name: "Чужой рукой"), process = await desk.ProcessAsync();
        await using (MentorshipDb db = world.Open()) await db.ProcessVersions.Where(v => v.ProcessId == broken).ExecuteUpdateAsync(set => set.SetProperty(v => v.Json, "{ оборвано"));

        ProcessSheet sheet = await desk.LookAsync(process);
        DraftStanding draft = Desk.Value(await desk.SaveAsync(process, desk.Curator, 0, sheet.Definition, new RenameStep("ask", "Подать заявку")));

        Assert.Equal(2, Desk.Value(await desk.PublishAsync(process, draft.Revision)).Number);
    }

    [Fact]
    public async Task Publish_WithAnError_SavesNothing_AndSaysWhere()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        ProcessDefinition from = (await desk.LookAsync(process)).Definition;
        await desk.SaveAsync(process, desk.Curator, 0, from, new SetInput("sign", "signer", "role:accountant"), new SetInput("ask", "deadline", "до 15 октября 2019"));
        Publishing result = Desk.Value(await desk.PublishAsync(process, 1));
        Assert.Null(result.Number);
        Assert.Contains(result.Problems, p => p is { Code: "RoleNobodyHolds", NodeId: "sign", Severity: Severity.Error });
        Assert.Contains(result.Problems, p => p is { Code: "DeadlineOutsideProgramme", NodeId: "ask", Severity: Severity.Warning });
        Assert.Equal(1, await desk.VersionsAsync(process));
        Assert.NotNull((await desk.LookAsync(process)).Draft);
        await desk.SaveAsync(process, desk.Curator, 1, (await desk.LookAsync(process)).Definition, new SetInput("sign", "signer", "role:director"));
        Assert.Null(Desk.Value(await desk.PublishAsync(process, 2, warningsSeen: false)).Number);
        Assert.Equal(2, Desk.Value(await desk.PublishAsync(process, 2, warningsSeen: true)).Number);
    }

    [Fact]
    public async Task TwoEditors_TheSecondIsTold_TakesOver_AndTheFirstMerges()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        ProcessDefinition origin = (await desk.LookAsync(process)).Definition;
        await desk.SaveAsync(process, desk.Curator, 0, origin, new RenameStep("ask", "Заявка"));
        ProcessDefinition seen = (await desk.LookAsync(process)).Definition;
        Outcome<DraftStanding> held = await desk.SaveAsync(process, desk.Deputy, 1, seen, new SetInput("ask", "deadline", "декабрь 2026"));
        Assert.Equal("DraftHeld", held.Refusal?.Code);
        Assert.Contains("Мотылёва", held.Refusal!.Text, StringComparison.Ordinal);
        ProcessDefinition deputys = Desk.Edited(seen, new SetInput("ask", "deadline", "декабрь 2026"));
        Assert.Equal(2, Desk.Value(await world.Get<SaveDraft>().RunAsync(desk.Deputy, process, new DraftSave(1, deputys, TakeOver: true), default)).Revision);
        Assert.Equal("DraftHeld", (await desk.SaveAsync(process, desk.Curator, 1, seen, new RenameStep("sign", "Подпись"))).Refusal?.Code);
        DraftMerged merged = Desk.Value(await world.Get<MergeDraft>().WithDraftAsync(desk.Curator, process, seen, Desk.Edited(seen, new RenameStep("sign", "Подпись")), null, default));
        Assert.Empty(merged.Conflicts);
        ProcessSheet now = await desk.LookAsync(process);
        Assert.Equal(("Заявка", "декабрь 2026", "Подпись", 3), (now.Definition.Find("ask")!.Title, now.Definition.Find("ask")!.Text("deadline"), now.Definition.Find("sign")!.Title, now.Draft!.Revision));
    }

    [Fact]
    public async Task Merge_WithAConflict_SavesNothing_UntilAPersonChooses()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        ProcessDefinition origin = (await desk.LookAsync(process)).Definition;
        await desk.SaveAsync(process, desk.Deputy, 0, origin, new SetInput("ask", "deadline", "ноябрь 2026"));
        ProcessDefinition mine = Desk.Edited(origin, new SetInput("ask", "deadline", "декабрь 2026"));
        DraftMerged merged = Desk.Value(await world.Get<MergeDraft>().WithDraftAsync(desk.Curator, process, origin, mine, null, default));
        MergeConflict conflict = Assert.Single(merged.Conflicts);
        Assert.Null(merged.Draft);
        Assert.Equal("ноябрь 2026", (await desk.LookAsync(process)).Definition.Find("ask")!.Text("deadline"));
        HashSet<string> chosen = [conflict.Subject];
        Assert.NotNull(Desk.Value(await world.Get<MergeDraft>().WithDraftAsync(desk.Curator, process, origin, mine, new MergeChoice(chosen, chosen), default)).Draft);
        Assert.Equal("декабрь 2026", (await desk.LookAsync(process)).Definition.Find("ask")!.Text("deadline"));
    }

    [Fact]
    public async Task SavesAtTheSameInstant_OneStands_TheOtherIsToldSo()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        ProcessDefinition origin = (await desk.LookAsync(process)).Definition;
        Outcome<DraftStanding>[] outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => desk.SaveAsync(process, i % 2 == 0 ? desk.Curator : desk.Deputy, 0, origin, new RenameStep("ask", $"Заявка {i}")))));
        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Contains(o.Refusal!.Code, new[] { "DraftChanged", "DraftHeld" }));
        Publishing?[] published = [.. (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.PublishAsync(process, 1, actor: outcomes[0].Succeeded || outcomes[2].Succeeded || outcomes[4].Succeeded || outcomes[6].Succeeded ? desk.Curator : desk.Deputy))))).Select(o => o.Value)];
        Assert.Single(published, p => p?.Number == 2);
        Assert.Equal(2, await desk.VersionsAsync(process));
    }

    [Fact]
    public async Task Draft_BehindANewerVersion_IsMergedFirst()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        await desk.SaveAsync(process, desk.Curator, 0, (await desk.LookAsync(process)).Definition, new RenameStep("ask", "Заявка"));
        await using (MentorshipDb db = world.Open())
        {
            Process stored = await db.Processes.SingleAsync(p => p.Id == process);
            ProcessDefinition current = DefinitionReader.Read(await db.ProcessVersions.Where(v => v.Id == stored.CurrentVersionId).Select(v => v.Json).SingleAsync()).Definition!;
            db.Add(stored.Publish(DefinitionWriter.Write(Desk.Edited(current, new SetInput("ask", "deadline", "январь 2027"))), "пункт", null, world.Time.GetUtcNow()));
            await db.SaveChangesAsync();
        }
        Assert.Equal("DraftBehind", (await desk.PublishAsync(process, 1)).Refusal?.Code);
        Assert.True((await desk.LookAsync(process)).Draft!.IsBehind);
        DraftMerged merged = Desk.Value(await world.Get<MergeDraft>().WithPublishedAsync(desk.Curator, process, null, default));
        Assert.Equal((2, false), (merged.Draft!.BasedOn, merged.Draft.IsBehind));
        Assert.Equal(3, Desk.Value(await desk.PublishAsync(process, merged.Draft.Revision)).Number);
        ProcessDefinition now = (await desk.LookAsync(process)).Definition;
        Assert.Equal(("Заявка", "январь 2027"), (now.Find("ask")!.Title, now.Find("ask")!.Text("deadline")));
    }

    [Fact]
    public async Task Draft_BegunOnAVersionThatIsNoLongerTheNewest_IsBehindFromTheStart()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        ProcessSheet seen = await desk.LookAsync(process);
        await desk.ChangeAsync(process, new SetInput("ask", "deadline", "январь 2027"));
        DraftStanding draft = Desk.Value(await world.Get<SaveDraft>().RunAsync(desk.Deputy, process, new DraftSave(0, Desk.Edited(seen.Definition, new RenameStep("ask", "Заявка"))) { BasedOn = seen.CurrentNumber }, default));
        Assert.Equal((1, 2, true), (draft.BasedOn, draft.Published, draft.IsBehind));
        Assert.Equal("DraftBehind", (await desk.PublishAsync(process, draft.Revision, actor: desk.Deputy)).Refusal?.Code);
    }

    [Fact]
    public async Task Merge_WhenTheDraftWasPublishedByAnother_BeginsANewOneOnIt_AndSavesNothingOverAConflict()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        ProcessDefinition origin = (await desk.LookAsync(process)).Definition;
        await desk.ChangeAsync(process, new SetInput("ask", "deadline", "январь 2027"));
        ProcessDefinition mine = Desk.Edited(origin, new SetInput("ask", "deadline", "декабрь 2026"), new RenameStep("sign", "Подпись"));
        Assert.Equal("DraftChanged", (await world.Get<SaveDraft>().RunAsync(desk.Deputy, process, new DraftSave(3, mine), default)).Refusal?.Code);

        MergeConflict conflict = Assert.Single(Desk.Value(await world.Get<MergeDraft>().WithDraftAsync(desk.Deputy, process, origin, mine, null, default)).Conflicts);
        Assert.Null((await desk.LookAsync(process)).Draft);
        HashSet<string> chosen = [conflict.Subject];
        DraftMerged merged = Desk.Value(await world.Get<MergeDraft>().WithDraftAsync(desk.Deputy, process, origin, mine, new MergeChoice(chosen, chosen), default));

        Assert.Equal((2, false), (merged.Draft!.BasedOn, merged.Draft.IsBehind));
        ProcessSheet now = await desk.LookAsync(process);
        Assert.Equal(("декабрь 2026", "Подпись", desk.Deputy.PersonId), (now.Definition.Find("ask")!.Text("deadline"), now.Definition.Find("sign")!.Title, now.Draft!.EditorId));
        Assert.Equal("NotAllowed", (await world.Get<MergeDraft>().WithDraftAsync(new Actor(world.InstitutionId, desk.Deputy.PersonId, new HashSet<string>()), process, origin, mine, null, default)).Refusal?.Code);
    }

    [Fact]
    public async Task Restore_MakesTheOldVersionTheDraft_Discard_ThrowsItAway()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        await desk.ChangeAsync(process, new RenameStep("ask", "Другое"));
        DraftStanding draft = Desk.Value(await world.Get<RestoreVersion>().RunAsync(desk.Curator, process, 1, 0, default));
        Assert.Equal("Написать заявку", (await desk.LookAsync(process)).Definition.Find("ask")!.Title);
        Assert.Equal("NoVersion", (await world.Get<RestoreVersion>().RunAsync(desk.Curator, process, 9, draft.Revision, default)).Refusal?.Code);
        Assert.Equal("DraftHeld", (await world.Get<DiscardDraft>().RunAsync(desk.Deputy, process, draft.Revision, default)).Refusal?.Code);
        Assert.Equal("DraftChanged", (await world.Get<DiscardDraft>().RunAsync(desk.Curator, process, 99, default)).Refusal?.Code);
        Desk.Value(await world.Get<DiscardDraft>().RunAsync(desk.Curator, process, draft.Revision, default));
        Assert.Equal("Другое", (await desk.LookAsync(process)).Definition.Find("ask")!.Title);
        Assert.Empty(await BrokenAsync(world));
    }

    [Fact]
    public async Task Strangers_AndThoseWithoutARole_SeeAndChangeNothing()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        ProcessDefinition definition = (await desk.LookAsync(process)).Definition;
        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Domain.People.Roles.Administrator });
        Actor teacher = world.Act(desk.Deputy.PersonId, Domain.People.Roles.Mentor);
        foreach ((Actor actor, string code) in new[] { (stranger, "NoProcess"), (teacher, "NotAllowed") })
        {
            Assert.Equal(code, (await world.Get<LookAtProcess>().RunAsync(actor, process, default)).Refusal?.Code);
            Assert.Equal(code, (await desk.SaveAsync(process, actor, 0, definition)).Refusal?.Code);
            Assert.Equal(code, (await desk.PublishAsync(process, 1, actor: actor)).Refusal?.Code);
            Assert.Equal(code, (await world.Get<LookAtVersions>().RunAsync(actor, process, default)).Refusal?.Code);
            Assert.Equal(code, (await world.Get<RestoreVersion>().RunAsync(actor, process, 1, 0, default)).Refusal?.Code);
            Assert.Equal(code, (await world.Get<DiscardDraft>().RunAsync(actor, process, 1, default)).Refusal?.Code);
            Assert.Equal(code, (await world.Get<MergeDraft>().WithDraftAsync(actor, process, definition, definition, null, default)).Refusal?.Code);
        }
        Assert.DoesNotContain(Desk.Value(await world.Get<LookAtProcesses>().RunAsync(stranger, default)), p => p.Id == process);
        Assert.Contains(Desk.Value(await world.Get<LookAtProcesses>().RunAsync(desk.Curator, default)), p => p.Id == process && p.Kind == ProcessKind.Own);
    }

    private static async Task<IEnumerable<AuditEvent>> BrokenAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        return (await db.Audit.OrderBy(e => e.Number).ToListAsync()).GroupBy(e => e.StreamId)
            .SelectMany(stream => stream.Zip(stream.Select(e => e.Hash).Prepend(""), (e, previous) => (Entry: e, Right: e.Seal(previous) == e.Hash)).Where(e => !e.Right).Select(e => e.Entry));
    }
}
