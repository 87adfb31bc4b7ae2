using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Registration;
using Mentorship.Domain.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Storage.Tests;

/// <summary>What must hold on every database.</summary>
public abstract class StorageSuite
{
    private static readonly DateTimeOffset At = new(2026, 9, 7, 6, 30, 15, 123, 456, TimeSpan.Zero);

    protected abstract DbContextOptions<MentorshipDb> Options { get; }

    [Fact]
    public async Task Migrations_WhenApplied_LeaveNoPendingChangesOfTheModel()
    {
        await using MentorshipDb db = await CreateAsync();
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: dotnet run --project tools/Mentorship.Migrations -- Initial");
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Query_WhenScopedToAnotherInstitution_FindsNothing()
    {
        await using MentorshipDb db = await CreateAsync();
        Institution mine = await InstitutionAsync(db);
        db.Processes.Add(new Process { InstitutionId = mine.Id, Key = "roadmap-2026", Name = "Дорожная карта" });
        await db.SaveChangesAsync();
        Assert.Equal(1, await db.Processes.CountAsync());
        await using MentorshipDb other = new(Options) { Scope = Guid.CreateVersion7() };
        Assert.Equal(0, await other.Processes.CountAsync());
        Assert.Equal(1, await other.Processes.IgnoreQueryFilters().CountAsync());
    }

    [Fact]
    public async Task EveryInstitutionsRow_WhenQueried_IsFiltered()
    {
        await using MentorshipDb db = await CreateAsync();
        Assert.All(db.Model.GetEntityTypes().Where(t => typeof(Domain.IInstitutionOwned).IsAssignableFrom(t.ClrType)), type => Assert.NotEmpty(type.GetDeclaredQueryFilters()));
    }

    [Fact]
    public async Task Save_WhenAnotherSavedMeanwhile_IsAConflict()
    {
        await using MentorshipDb db = await CreateAsync();
        Institution institution = await InstitutionAsync(db);
        RegistrationBook book = new() { InstitutionId = institution.Id, Code = "main", Name = "Приказы", Pattern = "{n}-од" };
        db.Books.Add(book);
        await db.SaveChangesAsync();
        await using MentorshipDb first = Open(institution), second = Open(institution);
        RegistrationBook mine = await first.Books.SingleAsync(), theirs = await second.Books.SingleAsync();
        first.Numbers.Add(mine.Assign(Guid.CreateVersion7(), new DateOnly(2026, 9, 7), At));
        second.Numbers.Add(theirs.Assign(Guid.CreateVersion7(), new DateOnly(2026, 9, 7), At));
        await first.SaveChangesAsync();
        DbUpdateException conflict = await Assert.ThrowsAnyAsync<DbUpdateException>(() => second.SaveChangesAsync());
        Assert.True(WriteConflict.Is(conflict));
        Assert.Equal(1, await db.Numbers.CountAsync());
    }

    [Fact]
    public async Task Save_WhenAKeyIsTaken_IsAConflict()
    {
        await using MentorshipDb db = await CreateAsync();
        Institution institution = await InstitutionAsync(db);
        db.Processes.Add(new Process { InstitutionId = institution.Id, Key = "order-pairs", Name = "a" });
        await db.SaveChangesAsync();
        await using MentorshipDb second = Open(institution);
        second.Processes.Add(new Process { InstitutionId = institution.Id, Key = "order-pairs", Name = "b" });
        Assert.True(WriteConflict.Is(await Assert.ThrowsAnyAsync<DbUpdateException>(() => second.SaveChangesAsync())));
    }

    [Fact]
    public async Task Instants_WhenReadBack_AreTheSameAndOrdered()
    {
        await using MentorshipDb db = await CreateAsync();
        Institution institution = await InstitutionAsync(db);
        Case subject = new() { InstitutionId = institution.Id, ProcessVersionId = Guid.CreateVersion7(), Title = "дело" };
        foreach (int hours in new[] { 5, 1, 3 })
            subject.Timers.Add(new CaseTimer { InstitutionId = institution.Id, CaseId = subject.Id, StepId = "s#1", NodeId = "s", Key = $"open:{hours}", DueAt = At.AddHours(hours).ToOffset(TimeSpan.FromHours(hours)) });
        db.Cases.Add(subject);
        await db.SaveChangesAsync();
        await using MentorshipDb again = Open(institution);
        List<DateTimeOffset> due = await again.Timers.Where(t => t.DueAt < At.AddHours(4)).OrderBy(t => t.DueAt).Select(t => t.DueAt).ToListAsync();
        Assert.Equal([At.AddHours(1), At.AddHours(3)], due);
    }

    [Fact]
    public async Task People_WhenSearchedInAnyCase_AreFound()
    {
        await using MentorshipDb db = await CreateAsync();
        Institution institution = await InstitutionAsync(db);
        Person person = new() { Surname = "Мотылёва", GivenName = "Екатерина", Patronymic = "Константиновна", Gender = Gender.Female, NameCases = { [GrammaticalCase.Dative] = "Мотылёвой Екатерине Константиновне" } };
        db.Members.Add(new Member { InstitutionId = institution.Id, PersonId = person.Id, Person = person, Post = "учитель", Roles = { new Membership { Role = Roles.Curator, From = new DateOnly(2026, 9, 1) } } });
        await db.SaveChangesAsync();
        await using MentorshipDb again = Open(institution);
        string wanted = Person.Fold("мотылеВа");
        Member found = await again.Members.Include(m => m.Person).Include(m => m.Roles).SingleAsync(m => m.Person.SearchName.Contains(wanted));
        Assert.Equal("Мотылёвой Екатерине Константиновне", found.Person.NameCases[GrammaticalCase.Dative]);
        Assert.True(found.Holds(Roles.Curator, new DateOnly(2026, 9, 7)));
    }

    [Fact]
    public async Task Roadmap_WhenReadBack_HasLostNothing()
    {
        await using MentorshipDb db = await CreateAsync();
        Institution institution = await InstitutionAsync(db);
        Roadmap roadmap = new()
        {
            Title = "План «дорожная карта»", SchoolYear = new Domain.Calendars.SchoolYear(2026), Columns = [new RoadmapColumn("Сроки", ColumnMeaning.Deadline)],
            Stages = [new RoadmapStage { Title = "Этап", Items = [new RoadmapItem { Activity = "Дело", DeadlineText = "май 2027", Columns = new Dictionary<string, string> { ["Форма"] = "очно" } }] }],
        };
        db.Imports.Add(new RoadmapImport { InstitutionId = institution.Id, FileName = "карта.docx", Roadmap = roadmap, UploadedBy = Guid.CreateVersion7(), UploadedAt = At, Assignees = { ["куратор"] = "role:curator" } });
        await db.SaveChangesAsync();
        await using MentorshipDb again = Open(institution);
        RoadmapImport import = await again.Imports.SingleAsync();
        Assert.Equal(("май 2027", "очно", 2026, "role:curator"),
            (import.Roadmap.Stages[0].Items[0].DeadlineText, import.Roadmap.Stages[0].Items[0].Columns["Форма"], import.Roadmap.SchoolYear!.Value.FirstYear, import.Assignees["куратор"]));
    }

    [Fact]
    public async Task Calendar_WhenReadBack_IsTheSame_AndADayIsMarkedOnce()
    {
        await using MentorshipDb db = await CreateAsync();
        Institution institution = await InstitutionAsync(db);
        StudyCalendar usual = UsualStudyYear.Of(new SchoolYear(2026), TermKind.Trimester, WorkingDays.ByRule);
        db.StudyYears.Add(new StudyYear { InstitutionId = institution.Id, FirstYear = 2026, Terms = [.. usual.Terms] });
        db.SpecialDays.AddRange(Day(new DateOnly(2026, 11, 3), works: false), Day(new DateOnly(2026, 10, 31), works: true));
        await db.SaveChangesAsync();

        await using MentorshipDb again = Open(institution);
        Assert.Equal(usual.Terms, (await again.StudyYears.SingleAsync()).Calendar.Terms);
        Assert.Equal([(new DateOnly(2026, 11, 3), false)], (await again.SpecialDays.Where(d => d.Day >= new DateOnly(2026, 11, 1)).ToListAsync()).Select(d => (d.Day, d.Works)));
        await using MentorshipDb second = Open(institution);
        second.SpecialDays.Add(Day(new DateOnly(2026, 11, 3), works: true));
        Assert.True(WriteConflict.Is(await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync())));

        SpecialDay Day(DateOnly day, bool works) => new() { InstitutionId = institution.Id, Day = day, Works = works, Note = "перенос" };
    }

    [Fact]
    public async Task Audit_WhenReadBack_StillBearsItsSeal()
    {
        await using MentorshipDb db = await CreateAsync();
        Institution institution = await InstitutionAsync(db);
        db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "Tried", null, "первая", At.AddTicks(7)));
        db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "Tried", Guid.CreateVersion7(), "вторая", At));
        await db.SaveChangesAsync();
        await using MentorshipDb again = Open(institution);
        List<Domain.Auditing.AuditEvent> chain = await again.Audit.OrderBy(e => e.Number).ToListAsync();
        Assert.Equal([chain[0].Seal(""), chain[1].Seal(chain[0].Hash)], chain.Select(entry => entry.Hash));
        Assert.Equal((2, chain[1].Hash), ((await again.Institutions.SingleAsync()).Audit.Count, (await again.Institutions.SingleAsync()).Audit.Hash));
    }

    [Fact]
    public async Task DocumentVersion_WhenFrozenTwice_KeepsBoth()
    {
        await using MentorshipDb db = await CreateAsync();
        Institution institution = await InstitutionAsync(db);
        Document document = new() { InstitutionId = institution.Id, Kind = DocumentKind.Incentive.Code, Title = "О поощрении", AuthorId = Guid.CreateVersion7(), NamedPeople = [Guid.CreateVersion7()] };
        db.Documents.Add(document);
        db.DocumentVersions.AddRange(document.Freeze("{\"a\":1}", document.AuthorId, At), document.Freeze("{\"a\":2}", document.AuthorId, At, "исправлена сумма"));
        await db.SaveChangesAsync();
        await using MentorshipDb again = Open(institution);
        Assert.Equal([1, 2], await again.DocumentVersions.OrderBy(v => v.Number).Select(v => v.Number).ToListAsync());
        Assert.Single((await again.Documents.SingleAsync()).NamedPeople);
    }

    private MentorshipDb Open(Institution institution) => new(Options) { Scope = institution.Id };

    private async Task<MentorshipDb> CreateAsync()
    {
        MentorshipDb db = new(Options);
        await db.Database.MigrateAsync();
        return db;
    }

    private static async Task<Institution> InstitutionAsync(MentorshipDb db)
    {
        Institution institution = new() { Name = "Школа", ShortName = "Школа", CreatedAt = At };
        db.Institutions.Add(institution);
        await db.SaveChangesAsync();
        db.Scope = institution.Id;
        return institution;
    }
}
