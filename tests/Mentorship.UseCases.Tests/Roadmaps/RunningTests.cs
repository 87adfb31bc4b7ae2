using System.IO.Compression;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Domain.Roadmaps.Standing;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Importing;
using Mentorship.UseCases.Programmes;
using Mentorship.UseCases.Roadmaps;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Signing;
using Mentorship.UseCases.Tests.Importing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Roadmaps;

public sealed class RunningTests
{
    private static readonly RoadmapOrderForm Form = new(new DateOnly(2026, 9, 20)) { CouncilOn = new DateOnly(2026, 8, 28), CouncilNumber = "1" };

    [Fact]
    public async Task Roadmap_SubmittedAndSigned_Runs()
    {
        await using World world = await World.CreateAsync();
        await world.AllowElectronicSigningAsync();
        Guid programme = await Seeds.AcceptAsync(world, "003_extra_education.docx", 2026);
        Guid order = Seeds.Value(await world.Get<SubmitRoadmap>().RunAsync(world.Curator, programme, Form, default));
        Assert.Equal("OnApproval", (await world.Get<SubmitRoadmap>().RunAsync(world.Curator, programme, Form, default)).Refusal?.Code);
        Assert.Equal("OnApproval", (await ChangeAsync(world, programme, "s1-i1", 1, "до 1 октября 2026")).Refusal?.Code);
        await SignAsync(world, order);
        RoadmapView view = await LookAsync(world, programme);
        Assert.Equal((ProgrammeStatus.Running, 7), (view.Status, view.Total));
        Assert.StartsWith("утверждена приказом № 1-од от 7", view.Approval, StringComparison.Ordinal);
        Assert.Contains(view.Stages.SelectMany(s => s.Items), i => i.Standing.Kind is StandingKind.Open or StandingKind.BeforeApproval && i.Holders.Length > 0);
        await using MentorshipDb db = world.Open();
        string frozen = await db.DocumentVersions.Where(v => v.DocumentId == order).Select(v => v.Content).SingleAsync();
        Assert.Contains(view.Stages[0].Items[0].Activity.Split('\n')[0], OrderContent.Read(frozen).Annexes[0].Table!.Rows.SelectMany(r => r.Cells).First(c => c?.Contains(view.Stages[0].Items[0].Activity.Split('\n')[0], StringComparison.Ordinal) == true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roadmap_ReturnedAndMended_GoesBackByTheSameOrder()
    {
        await using World world = await World.CreateAsync();
        await world.AllowElectronicSigningAsync();
        Guid programme = await Seeds.AcceptAsync(world, "003_extra_education.docx", 2026);
        Guid order = Seeds.Value(await world.Get<SubmitRoadmap>().RunAsync(world.Curator, programme, Form, default));
        WorkItem sign = await WorkOfAsync(world, order);
        Seeds.Value(await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(sign.Id, world.DirectorId, "Returned", Door.Session, "не тот срок", sign.DocumentVersionId), default));
        Assert.StartsWith("возвращена на доработку: не тот срок", (await LookAsync(world, programme)).Approval, StringComparison.Ordinal);
        Assert.Equal(2, Seeds.Value(await ChangeAsync(world, programme, "s1-i1", 1, "до 1 октября 2026")));
        Assert.Equal("ChangeMissing", (await world.Get<SubmitRoadmap>().RunAsync(world.Curator, programme, Form, default)).Refusal?.Code);
        Assert.Equal(order, Seeds.Value(await world.Get<SubmitRoadmap>().RunAsync(world.Curator, programme, Form with { Change = "исправлен срок" }, default)));
        await SignAsync(world, order);
        RoadmapView view = await LookAsync(world, programme);
        Assert.Equal((ProgrammeStatus.Running, "до 1 октября 2026"), (view.Status, view.Stages[0].Items[0].Deadline));
    }

    [Fact]
    public async Task Deadline_ChangedWhileRunning_MovesTheOpenWorkAndTellsTheSlowerPage()
    {
        await using World world = await World.CreateAsync();
        Guid programme = await RunAsync(world);
        Assert.Equal(2, Seeds.Value(await ChangeAsync(world, programme, "s1-i1", 1, "до 10 сентября 2026")));
        ItemView item = (await LookAsync(world, programme)).Stages[0].Items[0];
        Assert.Equal((StandingKind.Open, "открыто, до 10\u00A0сентября"), (item.Standing.Kind, item.Standing.Text));
        Assert.Equal("ItemChanged", (await ChangeAsync(world, programme, "s1-i1", 1, "до 30 сентября 2026")).Refusal?.Code);
        Assert.Equal(3, Seeds.Value(await ChangeAsync(world, programme, "s2-i1", 1, "до 30 сентября 2026")));
        world.Time.GoTo(new DateTimeOffset(2026, 9, 12, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal("просрочено на 2\u00A0дня", (await LookAsync(world, programme)).Stages[0].Items[0].Standing.Text);
        await using MentorshipDb db = world.Open();
        Guid process = (await db.Programmes.SingleAsync(p => p.Id == programme)).ProcessId;
        Assert.Equal([1, 2, 3], await db.ProcessVersions.Where(v => v.ProcessId == process).OrderBy(v => v.Number).Select(v => v.Number).ToListAsync());
        Assert.Equal((await db.Processes.SingleAsync(p => p.Id == process)).CurrentVersionId, (await db.Cases.SingleAsync(c => c.ProgrammeId == programme)).ProcessVersionId);
    }

    [Fact]
    public async Task Item_ChangedByTwoAtOnce_HasOneWinner()
    {
        await using World world = await World.CreateAsync();
        Guid programme = await RunAsync(world);
        Outcome<int>[] both = await Task.WhenAll(ChangeAsync(world, programme, "s1-i1", 1, "до 10 сентября 2026"), ChangeAsync(world, programme, "s1-i1", 1, "до 11 сентября 2026"));
        Assert.Single(both, o => o.Succeeded);
        Assert.Equal("ItemChanged", both.Single(o => !o.Succeeded).Refusal!.Code);
    }

    [Fact]
    public async Task Responsible_ChangedWhileRunning_TakesTheWorkAlong()
    {
        await using World world = await World.CreateAsync();
        Guid teacher = await world.AddAsync("Кравец", "Иван", "Сергеевич", Gender.Male, "учитель");
        Guid programme = await RunAsync(world);
        Seeds.Value(await ChangeAsync(world, programme, "s1-i1", 1, "до 10 сентября 2026"));
        Seeds.Value(await world.Get<ChangeItem>().RunAsync(world.Curator, programme, "s1-i1", 2, new ItemChange(new Dictionary<string, string>(), $"person:{teacher:N}"), null, default));
        ItemView item = (await LookAsync(world, programme)).Stages[0].Items[0];
        Assert.Equal(("Кравец\u00A0И.\u00A0С.", "Кравец\u00A0И.\u00A0С."), (item.Who, item.Holders));
    }

    [Fact]
    public async Task Item_DoneWithEvidenceAndWithout_SaysSo()
    {
        await using World world = await World.CreateAsync();
        Guid programme = await RunAsync(world);
        foreach (string node in new[] { "s1-i1", "s2-i1" })
            Seeds.Value(await world.Get<ChangeItem>().RunAsync(world.Curator, programme, node, 1, new ItemChange(Deadline(await LookAsync(world, programme), "до 10 сентября 2026"), $"person:{world.DirectorId:N}"), null, default));
        await DoAsync(world, "s1-i1", [new Evidence { Kind = EvidenceKind.NumberAndDate, Text = "№ 5 от 07.09.2026" }]);
        await DoAsync(world, "s2-i1", []);
        RoadmapView view = await LookAsync(world, programme);
        Assert.Equal((StandingKind.Done, "выполнено 7\u00A0сентября", "№ 5 от 07.09.2026"), (view.Stages[0].Items[0].Standing.Kind, view.Stages[0].Items[0].Standing.Text, view.Stages[0].Items[0].Evidence.Single().Text));
        Assert.Equal((StandingKind.Unproved, 2), (view.Stages[1].Items[0].Standing.Kind, view.Done));
    }

    [Fact]
    public async Task EarlierStamp_StartsTheRoadmapWithoutAnOrder_PastWorkMarkedNotOverdue()
    {
        await using World world = await World.CreateAsync();
        Guid programme = await Seeds.AcceptAsync(world, "000_kindergarten.docx", 2023, "role:curator");
        string stamp = (await LookAsync(world, programme)).Stamp!;
        Seeds.Value(await world.Get<ApprovedEarlier>().RunAsync(world.Curator, programme, stamp, default));
        RoadmapView view = await LookAsync(world, programme);
        Assert.Equal((ProgrammeStatus.Running, "утверждено ранее: приказ № 115/1 от 17.05.2023"), (view.Status, view.Approval));
        Assert.DoesNotContain(view.Stages.SelectMany(s => s.Items), i => i.Standing.Kind == StandingKind.Overdue);
        Assert.Contains(view.Stages.SelectMany(s => s.Items), i => i.Standing.Kind == StandingKind.BeforeApproval);
        Assert.Equal("AlreadyRunning", (await world.Get<ApprovedEarlier>().RunAsync(world.Curator, programme, stamp, default)).Refusal?.Code);
    }

    [Fact]
    public async Task Item_ThatWaitsForAnEvent_OpensWhenItCame_AndCanBeSkipped()
    {
        await using World world = await World.CreateAsync();
        Guid programme = await Seeds.AcceptAsync(world, "003_extra_education.docx", 2026);
        Seeds.Value(await world.Get<ChangeItem>().RunAsync(world.Curator, programme, "s1-i1", 1, new ItemChange(Deadline(await LookAsync(world, programme), "по мере необходимости"), "role:curator"), null, default));
        Seeds.Value(await world.Get<ChangeItem>().RunAsync(world.Curator, programme, "s2-i1", 1, new ItemChange(new Dictionary<string, string>(), "role:accountant"), null, default));
        Seeds.Value(await world.Get<ApprovedEarlier>().RunAsync(world.Curator, programme, "приказ № 7 от 01.09.2026", default));
        RoadmapView waiting = await LookAsync(world, programme);
        (ItemView item, ItemView unheld) = (waiting.Stages[0].Items[0], waiting.Stages[1].Items[0]);
        Assert.Equal((StandingKind.AwaitsEvent, StandingKind.Attention), (item.Standing.Kind, unheld.Standing.Kind));
        Guid running = waiting.CaseId!.Value;
        Seeds.Value(await world.Get<TriggerStep>().RunAsync(world.Curator, running, item.Step!, default));
        Assert.Equal(StandingKind.Open, (await LookAsync(world, programme)).Stages[0].Items[0].Standing.Kind);
        Assert.Equal("NotAllowed", (await world.Get<RetryStep>().RunAsync(world.Director, running, unheld.Step!, null, default)).Refusal?.Code);
        await world.AddAsync("Токарь", "Анна", "Николаевна", Gender.Female, "бухгалтер", Roles.Accountant);
        Seeds.Value(await world.Get<RetryStep>().RunAsync(world.Curator, running, unheld.Step!, "назначен бухгалтер", default));
        Assert.NotEqual(StandingKind.Attention, (await LookAsync(world, programme)).Stages[1].Items[0].Standing.Kind);
        Seeds.Value(await world.Get<SkipStep>().RunAsync(world.Curator, running, item.Step!, "Done", "мероприятие не состоится", default));
        Assert.Equal(StandingKind.Skipped, (await LookAsync(world, programme)).Stages[0].Items[0].Standing.Kind);
    }

    [Fact]
    public async Task CarryOver_MovesTheYearsAndKeepsThePeople()
    {
        await using World world = await World.CreateAsync();
        Guid programme = await Seeds.AcceptAsync(world, "000_kindergarten.docx", 2023);
        Guid id = Seeds.Value(await world.Get<CarryOver>().RunAsync(world.Curator, programme, new SchoolYear(2026), default));
        ImportView view = Seeds.Value(await world.Get<LookAtImport>().RunAsync(world.Curator, id, default));
        Assert.Equal((2026, 20), (view.SchoolYear!.Value.FirstYear, view.Stages.Sum(s => s.Items.Count)));
        Assert.Null(view.Stamp);
        Assert.DoesNotContain(view.Stages.SelectMany(s => s.Items).SelectMany(i => i.Cells), c => c.Contains("2023", StringComparison.Ordinal));
        Seeds.Value(await world.Get<AcceptImport>().RunAsync(world.Curator, id, view.Version, default));
    }

    [Fact]
    public async Task Download_HoldsTheOriginalTextsAndTheState()
    {
        await using World world = await World.CreateAsync();
        Guid programme = await RunAsync(world);
        foreach ((RoadmapFormat format, string part) in new[] { (RoadmapFormat.Word, "word/document.xml"), (RoadmapFormat.Excel, "xl/sharedStrings.xml") })
        {
            RoadmapDownload file = Seeds.Value(await world.Get<DownloadRoadmap>().RunAsync(world.Curator, programme, format, default));
            using ZipArchive zip = new(new MemoryStream(file.Content));
            using StreamReader text = new(zip.GetEntry(part)!.Open());
            string xml = await text.ReadToEndAsync();
            RoadmapView view = await LookAsync(world, programme);
            Assert.Contains(view.Stages[0].Items[0].Deadline.Split('\n')[0], xml, StringComparison.Ordinal);
            Assert.Contains("Состояние", xml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Scheme_ShowsTheSameStepsAsTheTable()
    {
        await using World world = await World.CreateAsync();
        Guid programme = await RunAsync(world);
        RoadmapView table = await LookAsync(world, programme);
        SchemeView scheme = Seeds.Value(await world.Get<LookAtScheme>().RunAsync(world.Curator, programme, default));
        Assert.Equal(table.Stages.SelectMany(s => s.Items).Select(i => (i.NodeId, i.Standing)), scheme.Groups.SelectMany(g => g.Nodes).Select(n => (n.Id, n.Standing)));
        Assert.NotEmpty(scheme.Arrows);
    }

    [Fact]
    public async Task Roadmap_OfAnotherInstitution_IsNotThere()
    {
        await using World world = await World.CreateAsync();
        Guid programme = await RunAsync(world);
        string step = (await LookAsync(world, programme)).Stages[0].Items[0].Step!;
        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Roles.Administrator, Roles.Curator });
        Assert.Equal("NoRoadmap", (await world.Get<LookAtRoadmap>().RunAsync(stranger, programme, default)).Refusal?.Code);
        Assert.Equal("NoRoadmap", (await world.Get<LookAtScheme>().RunAsync(stranger, programme, default)).Refusal?.Code);
        Assert.Equal("NoRoadmap", (await world.Get<LookAtItem>().RunAsync(stranger, programme, "s1-i1", default)).Refusal?.Code);
        Assert.Equal("NoRoadmap", (await world.Get<ChangeItem>().RunAsync(stranger, programme, "s1-i1", 1, new ItemChange(new Dictionary<string, string>(), ""), null, default)).Refusal?.Code);
        Assert.Equal("NoRoadmap", (await world.Get<CarryOver>().RunAsync(stranger, programme, new SchoolYear(2027), default)).Refusal?.Code);
        Assert.Equal("NoRoadmap", (await world.Get<SubmitRoadmap>().RunAsync(stranger, programme, Form, default)).Refusal?.Code);
        Assert.Equal("NoRoadmap", (await world.Get<ApprovedEarlier>().RunAsync(stranger, programme, "приказ № 1", default)).Refusal?.Code);
        Assert.Equal("NoCase", (await world.Get<SkipStep>().RunAsync(stranger, (await LookAsync(world, programme)).CaseId!.Value, step, "Done", "чужое", default)).Refusal?.Code);
        Assert.Equal("NoProgramme", (await world.Get<LookAtRoadmap>().RunAsync(stranger, null, default)).Refusal?.Code);
    }

    private static async Task<Guid> RunAsync(World world)
    {
        Guid programme = await Seeds.AcceptAsync(world, "003_extra_education.docx", 2026);
        Seeds.Value(await world.Get<ApprovedEarlier>().RunAsync(world.Curator, programme, "приказ № 7 от 01.09.2026", default));
        return programme;
    }

    private static async Task<RoadmapView> LookAsync(World world, Guid programme) => Seeds.Value(await world.Get<LookAtRoadmap>().RunAsync(world.Curator, programme, default));

    private static Dictionary<string, string> Deadline(RoadmapView view, string text) => new() { [view.Headers.Deadline] = text };

    private static async Task<Outcome<int>> ChangeAsync(World world, Guid programme, string node, int seen, string deadline) =>
        await world.Get<ChangeItem>().RunAsync(world.Curator, programme, node, seen, new ItemChange(Deadline(await LookAsync(world, programme), deadline)), null, default);

    private static async Task DoAsync(World world, string node, IReadOnlyList<Evidence> evidence)
    {
        await using MentorshipDb db = world.Open();
        WorkItem item = await db.WorkItems.SingleAsync(w => w.NodeId == node && w.Status == WorkStatus.Open);
        Seeds.Value(await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(item.Id, world.DirectorId, "Done", Door.Session, null, null, evidence), default));
    }

    private static async Task<WorkItem> WorkOfAsync(World world, Guid document)
    {
        await using MentorshipDb db = world.Open();
        return await db.WorkItems.SingleAsync(w => w.DocumentId == document && w.Status == WorkStatus.Open);
    }

    private static async Task SignAsync(World world, Guid order)
    {
        WorkItem sign = await WorkOfAsync(world, order);
        Seeds.Value(await world.Get<RequestSignature>().RunAsync(world.Director, sign.Id, sign.DocumentVersionId!.Value, "s", "2468", default));
        world.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(1, await world.Get<CompleteSignatures>().RunAsync(default));
    }
}
