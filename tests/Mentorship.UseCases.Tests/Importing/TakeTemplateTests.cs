using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Importing;
using Mentorship.UseCases.Programmes;
using Mentorship.UseCases.Running;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Importing;

/// <summary>A roadmap of the library becomes that of an institution.</summary>
public sealed class TakeTemplateTests
{
    [Theory]
    [InlineData("roadmap-school")]
    [InlineData("roadmap-kindergarten")]
    [InlineData("roadmap-college")]
    [InlineData("roadmap-extra_education")]
    public async Task NeutralTemplate_Taken_IsWholeAndRunsToItsEnd(string template)
    {
        await using World world = await World.CreateAsync();
        await StaffAsync(world);
        Guid import = Seeds.Value(await world.Get<TakeTemplate>().RunAsync(world.Curator, template, default));
        ImportView view = Seeds.Value(await world.Get<LookAtImport>().RunAsync(world.Curator, import, default));
        Assert.Empty(view.Blocking);
        Assert.Equal((new SchoolYear(2026), 5), (view.SchoolYear!.Value, view.Stages.Count));
        Assert.All(view.Stages.SelectMany(s => s.Items), item => Assert.Matches("20[0-9]{2}|каждый месяц|ежемесячно", item.Meaning));
        Assert.All(view.Responsibles, one => Assert.NotEmpty(one.Assignee));
        Assert.DoesNotContain(view.Responsibles, one => one.Assignee.Contains("person:", StringComparison.Ordinal));

        Guid programme = Seeds.Value(await world.Get<AcceptImport>().RunAsync(world.Curator, import, view.Version, default));
        Seeds.Value(await world.Get<ApprovedEarlier>().RunAsync(world.Curator, programme, "приказ № 1 от 01.09.2026", default));

        Assert.Equal(CaseStatus.Finished, await DoEverythingAsync(world, programme));
    }

    [Fact]
    public async Task RoadmapOfARealInstitution_Taken_ComesIntoThisYearWithoutItsApproval()
    {
        await using World world = await World.CreateAsync();

        Guid import = Seeds.Value(await world.Get<TakeTemplate>().RunAsync(world.Curator, "000_kindergarten", default));

        RoadmapImport stored = await Seeds.StoredAsync(world, import);
        Assert.Equal((new SchoolYear(2026), null), (stored.Roadmap.SchoolYear!.Value, stored.Roadmap.Approval));
    }

    [Fact]
    public async Task Template_OfADocument_UnknownOrWithoutRight_IsRefused()
    {
        await using World world = await World.CreateAsync();

        Assert.Equal("NoTemplate", (await world.Get<TakeTemplate>().RunAsync(world.Curator, "order-pairs", default)).Refusal?.Code);
        Assert.Equal("NoTemplate", (await world.Get<TakeTemplate>().RunAsync(world.Curator, "../appsettings", default)).Refusal?.Code);
        Assert.Equal("NotAllowed", (await world.Get<TakeTemplate>().RunAsync(world.Act(world.CuratorId, Roles.Mentor), "roadmap-school", default)).Refusal?.Code);
    }

    [Fact]
    public void NeutralTemplates_AreThereForEveryKindOfInstitution_WithoutAProblem()
    {
        foreach (TemplateLine line in new[] { "roadmap-school", "roadmap-kindergarten", "roadmap-college", "roadmap-extra_education" }.Select(Line))
        {
            Assert.True(line.IsNeutral);
            Assert.NotNull(line.For);
        }
    }

    private static TemplateLine Line(string key)
    {
        ProcessDefinition definition = DefinitionReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", key + ".json"))).Definition!;
        Assert.Empty(GraphChecker.Check(definition));
        return LookAtLibrary.Line(key, definition);
    }

    private static async Task StaffAsync(World world)
    {
        await world.AddAsync("Токарь", "Анна", "Ильинична", Gender.Female, "заместитель директора", Roles.Deputy);
        await world.AddAsync("Громова", "Вера", "Ильинична", Gender.Female, "методист", Roles.MethodicalAssociation);
        await world.AddAsync("Юдина", "Ольга", "Ильинична", Gender.Female, "учитель", Roles.SiteEditor);
        await world.AddAsync("Петрова", "Инна", "Ильинична", Gender.Female, "учитель", Roles.Mentor);
        await world.AddAsync("Сидорова", "Нина", "Ильинична", Gender.Female, "учитель", Roles.Mentor);
    }

    /// <summary>Everybody does what is asked on the day on which it opens, for two years at most.</summary>
    private static async Task<CaseStatus> DoEverythingAsync(World world, Guid programme)
    {
        for (DateTimeOffset end = world.Time.GetUtcNow().AddYears(2); world.Time.GetUtcNow() < end; world.Time.Advance(TimeSpan.FromDays(5)))
        {
            await world.Get<FireDueTimers>().RunAsync(default);
            foreach (WorkItem item in await OpenAsync(world))
                Assert.True((await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(item.Id, item.PersonId!.Value, "Done", Door.Session), default)) is { Succeeded: true } or { Refusal.Code: "NotOpen" });
            await using MentorshipDb db = world.Open();
            Case running = await db.Cases.SingleAsync(c => c.ProgrammeId == programme);
            Assert.False(running.NeedsAttention, running.State);
            if (running.Status == CaseStatus.Finished) return CaseStatus.Finished;
        }
        return CaseStatus.Running;
    }

    private static async Task<List<WorkItem>> OpenAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        return await db.WorkItems.AsNoTracking().Where(w => w.Status == WorkStatus.Open && (!w.Continuous || w.ClosingAskedAt != null)).ToListAsync();
    }
}
