using System.Text;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Importing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Importing;

public sealed class ImportTests
{
    [Fact]
    public async Task Upload_OfASeed_IsReadWithItsDoubtsAndPeople()
    {
        await using World world = await World.CreateAsync();
        Guid id = await Seeds.UploadAsync(world, "000_kindergarten.docx");
        ImportView view = Seeds.Value(await world.Get<LookAtImport>().RunAsync(world.Curator, id, default));
        Assert.Equal((6, 20, new SchoolYear(2023)), (view.Stages.Count, view.Stages.Sum(s => s.Items.Count), view.SchoolYear!.Value));
        Assert.Equal("приказ № 115/1 от 17.05.2023", view.Stamp);
        Assert.NotEmpty(view.Responsibles);
        Assert.Empty(view.Blocking);
        Assert.All(view.Stages.SelectMany(s => s.Items), item => Assert.NotEmpty(item.Meaning));
        Assert.Equal("000_kindergarten.docx", Seeds.Value(await world.Get<LookAtImport>().ListAsync(world.Curator, default)).Single().FileName);
    }

    [Fact]
    public async Task Upload_OfWhatIsNoRoadmap_IsRefusedAndNothingIsKept()
    {
        await using World world = await World.CreateAsync();
        Outcome<Guid> outcome = await world.Get<UploadRoadmap>().RunAsync(world.Curator, "план.docx", Encoding.UTF8.GetBytes("not a document"), null, null, default);
        Assert.Contains("план.docx", outcome.Refusal!.Text, StringComparison.Ordinal);
        await using MentorshipDb db = world.Open();
        Assert.Equal((0, 0), (await db.Imports.CountAsync(), await db.Files.CountAsync()));
    }

    [Fact]
    public async Task Correct_ACell_ChangesItAndAnswersItsDoubt()
    {
        await using World world = await World.CreateAsync();
        Guid id = await Seeds.UploadAsync(world, "002_school.docx");
        ImportView before = Seeds.Value(await world.Get<LookAtImport>().RunAsync(world.Curator, id, default));
        string deadline = before.Columns.First(c => c.Meaning == ColumnMeaning.Deadline).Header;
        Seeds.Value(await world.Get<CorrectImport>().RunAsync(world.Curator, id, before.Version, new CellCorrection(new CellPlace(0, 0, deadline), "до  1 октября 2026"), default));
        ImportView after = Seeds.Value(await world.Get<LookAtImport>().RunAsync(world.Curator, id, default));
        Assert.Equal("до 1\u00A0октября 2026\u00A0г. включительно", after.Stages[0].Items[0].Meaning);
        Assert.Equal("NoCell", (await world.Get<CorrectImport>().RunAsync(world.Curator, id, after.Version, new CellCorrection(new CellPlace(99, 0, deadline), "x"), default)).Refusal?.Code);
    }

    [Fact]
    public async Task Correct_FromTwoPages_KeepsTheFirstAndTellsTheSecond()
    {
        await using World world = await World.CreateAsync();
        Guid id = await Seeds.UploadAsync(world, "002_school.docx");
        CorrectImport correct = world.Get<CorrectImport>();
        Outcome<Done>[] both = await Task.WhenAll(correct.RunAsync(world.Curator, id, 0, new TitleCorrection("Первое"), default), correct.RunAsync(world.Director, id, 0, new TitleCorrection("Второе"), default));
        Assert.Single(both, o => o.Succeeded);
        Assert.Equal("ImportChanged", both.Single(o => !o.Succeeded).Refusal!.Code);
        Assert.Equal(both[0].Succeeded ? "Первое" : "Второе", (await Seeds.StoredAsync(world, id)).Roadmap.Title);
    }

    [Fact]
    public async Task Accept_WithoutASchoolYear_SaysWhatIsMissing_AndWithItMakesVersionOne()
    {
        await using World world = await World.CreateAsync();
        Guid id = await Seeds.UploadAsync(world, "003_extra_education.docx");
        Assert.Equal("ImportIncomplete", (await world.Get<AcceptImport>().RunAsync(world.Curator, id, 0, default)).Refusal?.Code);
        Seeds.Value(await world.Get<CorrectImport>().RunAsync(world.Curator, id, 0, new YearCorrection(new SchoolYear(2026)), default));
        Guid programme = Seeds.Value(await world.Get<AcceptImport>().RunAsync(world.Curator, id, 1, default));
        await using MentorshipDb db = world.Open();
        Programme stored = await db.Programmes.SingleAsync(p => p.Id == programme);
        Process process = await db.Processes.SingleAsync(p => p.Id == stored.ProcessId);
        Assert.Equal((2026, ProgrammeStatus.Accepted, "roadmap-2026", 1), (stored.FirstYear, stored.Status, process.Key, process.CurrentNumber));
        RoadmapImport import = await Seeds.StoredAsync(world, id);
        string json = await db.ProcessVersions.Where(v => v.Id == process.CurrentVersionId).Select(v => v.Json).SingleAsync();
        DefinedRoadmap defined = RoadmapProcess.FromDefinition(DefinitionReader.Read(json).Definition!);
        Assert.Equal(import.Roadmap.Stages.SelectMany(s => s.Items).Select(i => (i.Activity, i.DeadlineText)), defined.Roadmap.Stages.SelectMany(s => s.Items).Select(i => (i.Activity, i.DeadlineText)));
        Assert.Contains(defined.Stages.SelectMany(s => s.Items), i => i.Work.Window is not null);
        Assert.Equal("ImportAccepted", (await world.Get<CorrectImport>().RunAsync(world.Curator, id, import.Version, new TitleCorrection("x"), default)).Refusal?.Code);
    }

    [Fact]
    public async Task Assignee_ChosenByAPerson_GoesIntoTheProcess()
    {
        await using World world = await World.CreateAsync();
        Guid id = await Seeds.UploadAsync(world, "002_school.docx", 2026);
        ImportView view = Seeds.Value(await world.Get<LookAtImport>().RunAsync(world.Curator, id, default));
        string text = view.Responsibles[0].Text;
        Assert.Equal("AssigneeUnknown", (await world.Get<SetAssignee>().RunAsync(world.Curator, id, 0, text, "role:wizard", default)).Refusal?.Code);
        Seeds.Value(await world.Get<SetAssignee>().RunAsync(world.Curator, id, 0, text, $"person:{world.DirectorId}", default));
        Guid programme = Seeds.Value(await world.Get<AcceptImport>().RunAsync(world.Curator, id, 1, default));
        await using MentorshipDb db = world.Open();
        Guid process = (await db.Programmes.SingleAsync(p => p.Id == programme)).ProcessId;
        string json = await db.ProcessVersions.Where(v => v.ProcessId == process).Select(v => v.Json).SingleAsync();
        Assert.Contains(RoadmapProcess.FromDefinition(DefinitionReader.Read(json).Definition!).Stages.SelectMany(s => s.Items), i => i.Work.Assignee == $"person:{world.DirectorId}");
    }

    [Fact]
    public async Task Responsible_WhoIsNotOnTheStaff_IsAddedAndGivenTheItems()
    {
        await using World world = await World.CreateAsync();
        Guid id = await Seeds.UploadAsync(world, "002_school.docx", 2026);
        ImportView view = Seeds.Value(await world.Get<LookAtImport>().RunAsync(world.Curator, id, default));
        string text = view.Responsibles[0].Text;
        Guid person = Seeds.Value(await world.Get<AddResponsible>().RunAsync(world.Curator, id, 0, text, new NewResponsible("Кравец", "Иван", "Сергеевич", "учитель", null), default));
        ImportView after = Seeds.Value(await world.Get<LookAtImport>().RunAsync(world.Curator, id, default));
        Assert.Equal(($"person:{person:N}", "Кравец\u00A0И.\u00A0С.", true), (after.Responsibles[0].Assignee, after.Responsibles[0].Who, after.Responsibles[0].IsChosen));
    }

    [Fact]
    public async Task Responsible_WithABadNameOrATakenAddress_IsNotAdded()
    {
        await using World world = await World.CreateAsync();
        Guid id = await Seeds.UploadAsync(world, "002_school.docx", 2026);
        string text = Seeds.Value(await world.Get<LookAtImport>().RunAsync(world.Curator, id, default)).Responsibles[0].Text;
        string taken;
        int before;
        await using (MentorshipDb db = world.Open()) (taken, before) = ((await db.People.FirstAsync(p => p.Email != null)).Email!, await db.People.CountAsync());

        Assert.Equal("NameWrong", (await AddAsync("<b>Кравец</b>", null)).Refusal?.Code);
        Assert.Equal("EmailWrong", (await AddAsync("Кравец", "кравец собака школа")).Refusal?.Code);
        Assert.Equal("EmailTaken", (await AddAsync("Кравец", taken)).Refusal?.Code);
        await using MentorshipDb after = world.Open();
        Assert.Equal(before, await after.People.CountAsync());

        Task<Outcome<Guid>> AddAsync(string surname, string? email) =>
            world.Get<AddResponsible>().RunAsync(world.Curator, id, 0, text, new NewResponsible(surname, "Иван", "Сергеевич", null, email), default);
    }

    [Fact]
    public async Task Import_OfAnotherInstitution_IsNotThere()
    {
        await using World world = await World.CreateAsync();
        Guid id = await Seeds.UploadAsync(world, "002_school.docx", 2026);
        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Roles.Administrator, Roles.Curator });
        Assert.Equal("NoImport", (await world.Get<LookAtImport>().RunAsync(stranger, id, default)).Refusal?.Code);
        Assert.Equal("NoImport", (await world.Get<CorrectImport>().RunAsync(stranger, id, 0, new TitleCorrection("x"), default)).Refusal?.Code);
        Assert.Equal("NoImport", (await world.Get<SetAssignee>().RunAsync(stranger, id, 0, "Куратор", "", default)).Refusal?.Code);
        Assert.Equal("NoImport", (await world.Get<AcceptImport>().RunAsync(stranger, id, 0, default)).Refusal?.Code);
        Actor mentor = world.Act(world.CuratorId, Roles.Mentor);
        Assert.Equal("NotAllowed", (await world.Get<LookAtImport>().RunAsync(mentor, id, default)).Refusal?.Code);
    }
}
