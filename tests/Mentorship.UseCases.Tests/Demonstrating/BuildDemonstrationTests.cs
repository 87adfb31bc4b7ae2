using Mentorship.Domain.Auditing;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.Storage.Sqlite;
using Mentorship.UseCases.Demonstrating;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Demonstrating;

public sealed class BuildDemonstrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-demo-").FullName;

    [Fact]
    public async Task Demonstration_WhenBuiltTwiceForOneDay_ShowsTheSamePeopleTasksNumbersAndDates()
    {
        List<string> first = await ContentAsync(await BuildAsync("a", new DateOnly(2026, 10, 20))), second = await ContentAsync(await BuildAsync("b", new DateOnly(2026, 10, 20)));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Demonstration_WhenBuilt_IsLively()
    {
        DateOnly today = new(2026, 11, 18);
        await using MentorshipDb db = await BuildAsync("lively", today);
        Assert.Equal(5, await db.Institutions.CountAsync());
        List<Document> documents = await db.Documents.IgnoreQueryFilters().Include(d => d.Attachments).ToListAsync();
        Assert.Single(documents, d => d.ReturnCount == 1 && d.Status == DocumentStatus.Signed);
        Assert.All(documents.Where(d => d is { Kind: "order-pairs", Status: DocumentStatus.Signed }), d => Assert.Single(d.Attachments));
        List<WorkItem> work = await db.WorkItems.IgnoreQueryFilters().Include(w => w.Evidence).ToListAsync();
        Assert.True(work.Count(w => w is { Kind: WorkKind.Sign, Status: WorkStatus.Open }) >= 3, "Orders wait for directors");
        Assert.Contains(work, w => w.Status == WorkStatus.Done && w.Evidence.Count > 0);
        Assert.Contains(work, w => w.IsUnproved);
        Assert.Contains(work, w => w.IsOverdue(new DateTimeOffset(today, new TimeOnly(8, 0), TimeSpan.Zero)));
        Assert.False(await db.Cases.IgnoreQueryFilters().AnyAsync(c => c.NeedsAttention));
        await SchedulesAreThereAsync(db);
        Assert.All((await db.Audit.IgnoreQueryFilters().ToListAsync()).GroupBy(e => e.StreamId), Chained);
    }

    /// <summary>The first and the last days of a school year: little and much has happened.</summary>
    [Theory]
    [InlineData("2026-09-01")]
    [InlineData("2027-03-02")]
    public async Task Demonstration_OnAnyDayOfTheYear_IsBuilt(string today)
    {
        await using MentorshipDb db = await BuildAsync("day", DateOnly.Parse(today));
        Assert.Equal(5, await db.Programmes.IgnoreQueryFilters().CountAsync(p => p.FirstYear == 2026));
    }

    [Fact]
    public async Task Demonstration_WhenTheFolderHoldsSomething_IsRefusedAndTouchesNothing()
    {
        string file = Path.Combine(_folder, "taken", "letter.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "важное");
        Outcome<DemonstrationSummary> outcome = await BuildDemonstration.RunAsync(Path.GetDirectoryName(file)!, new DateOnly(2026, 9, 1), null, default);
        Assert.Equal("FolderTaken", outcome.Refusal?.Code);
        Assert.Equal("важное", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public void LeftoversOfABuilderThatWasStopped_AreTold_ThoseOfOneAtWorkAreNot()
    {
        string demo = Path.Combine(_folder, "demo");
        using System.Diagnostics.Process other = System.Diagnostics.Process.Start("sleep", "30");
        string[] names = [$"{demo}.building-{int.MaxValue}", $"{demo}.building-{Environment.ProcessId}", $"{demo}.building-{other.Id}", $"{demo}2.building-{int.MaxValue}"];
        foreach (string name in names) Directory.CreateDirectory(name);

        List<string> abandoned = BuildDemonstration.Abandoned(demo);

        other.Kill();
        Assert.Equal(names[..2].Order(StringComparer.Ordinal), abandoned.Order(StringComparer.Ordinal));
    }

    /// <summary>Schools by quarters, the others by half-years; the kindergarten keeps no schedule.</summary>
    private static async Task SchedulesAreThereAsync(MentorshipDb db)
    {
        Dictionary<Guid, InstitutionKind> kinds = await db.Institutions.ToDictionaryAsync(i => i.Id, i => i.Kind);
        List<StudyYear> schedules = await db.StudyYears.IgnoreQueryFilters().ToListAsync();
        Assert.All(schedules, s => Assert.Equal(2026, s.FirstYear));
        Assert.Equal(["College Semester", "ExtraEducation Semester", "School Quarter", "School Quarter"],
            schedules.Select(s => $"{kinds[s.InstitutionId]} {s.Terms.First(t => t.Kind != TermKind.Holidays).Kind}").Order(StringComparer.Ordinal));
        InstitutionCalendar calendar = InstitutionCalendar.ByRule.With(schedules.First(s => kinds[s.InstitutionId] == InstitutionKind.School).Calendar);
        Deadline read = DeadlineReader.Read("до конца I четверти", PlanContext.Of(new SchoolYear(2026), calendar).Reading);
        Assert.Equal(new DateOnly(2026, 10, 23), read.To);
    }

    private async Task<MentorshipDb> BuildAsync(string name, DateOnly today)
    {
        string folder = Path.Combine(_folder, name);
        Outcome<DemonstrationSummary> built = await BuildDemonstration.RunAsync(folder, today, null, default);
        Assert.True(built.Succeeded, built.Refusal?.Text);
        Assert.True(DemonstrationMark.IsIn(folder));
        return new MentorshipDb((DbContextOptions<MentorshipDb>)new DbContextOptionsBuilder<MentorshipDb>().UseMentorshipSqlite(Path.Combine(folder, "mentorship.db")).Options);
    }

    private static async Task<List<string>> ContentAsync(MentorshipDb db)
    {
        await using (db)
        {
            Dictionary<Guid, string> homes = await db.Institutions.ToDictionaryAsync(i => i.Id, i => i.ShortName), people = await db.People.ToDictionaryAsync(p => p.Id, p => p.FullName);
            List<WorkItem> work = await db.WorkItems.IgnoreQueryFilters().Include(w => w.Evidence).ToListAsync();
            List<Document> documents = await db.Documents.IgnoreQueryFilters().ToListAsync();
            return
            [
                .. work.Select(w => $"{homes[w.InstitutionId]} {w.Kind} {w.Title} {w.Occurrence} {w.Round} {(w.PersonId is { } p ? people[p] : "")} {w.Status} {w.OpenedAt:O} {w.DueAt:O} {w.EndedAt:O} {string.Join(';', w.Evidence.Select(e => e.Text))}").Order(StringComparer.Ordinal),
                .. documents.Select(d => $"{homes[d.InstitutionId]} {d.Kind} {d.Status} {d.RegistrationNumber} {d.RegisteredOn:O}").Order(StringComparer.Ordinal),
                .. people.Values.Order(StringComparer.Ordinal),
            ];
        }
    }

    private static void Chained(IGrouping<Guid, AuditEvent> stream)
    {
        string previous = "";
        foreach (AuditEvent entry in stream.OrderBy(e => e.Number))
        {
            Assert.Equal(entry.Hash, entry.Seal(previous));
            previous = entry.Hash;
        }
    }

    public void Dispose()
    {
        SqliteStorage.LetGo();
        Directory.Delete(_folder, recursive: true);
    }
}
