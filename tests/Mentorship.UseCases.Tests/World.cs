using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Installing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases.Tests;

/// <summary>A whole installation on a SQLite file of its own, with one institution and a simulated clock: the real use cases, nothing replaced but the time.</summary>
public sealed class World : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-").FullName;
    private readonly ServiceProvider _services;

    private World(DateTimeOffset start, SmtpSettings? smtp, bool demonstration)
    {
        Time = new SimulatedTime(start);
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddMentorship(new MentorshipSettings { DataFolder = _folder, Smtp = smtp, Demonstration = demonstration });
        _services = services.BuildServiceProvider();
    }

    public SimulatedTime Time { get; }
    public Guid InstitutionId { get; private set; }

    /// <summary>The first person: administrator, curator and author of documents.</summary>
    public Guid CuratorId { get; private set; }
    public Guid DirectorId { get; private set; }
    public Actor Curator => Act(CuratorId, Roles.Curator, Roles.Administrator);
    public Actor Director => Act(DirectorId, Roles.Director);

    /// <summary>Monday, 7 September 2026, 9:00 in Moscow unless another start is given.</summary>
    public static async Task<World> CreateAsync(DateTimeOffset? start = null, SmtpSettings? smtp = null, bool demonstration = false)
    {
        World world = new(start ?? new DateTimeOffset(2026, 9, 7, 6, 0, 0, TimeSpan.Zero), smtp, demonstration);
        await using (MentorshipDb db = world.Open(Guid.Empty)) await db.Database.EnsureCreatedAsync();
        FirstPerson first = (await world.Get<CreateInstitution>().RunAsync(new NewInstitution("Муниципальное бюджетное общеобразовательное учреждение «Заречная СОШ»", "МБОУ «Заречная СОШ»",
            InstitutionKind.School, "Заречье", "Мотылёва", "Екатерина", "Константиновна", Gender.Female, "curator@example.org", "четыре слова подряд") { Roles = [Roles.Curator] }, CancellationToken.None)).Value!;
        world.InstitutionId = first.InstitutionId;
        world.CuratorId = first.PersonId;
        world.DirectorId = await world.AddAsync("Лебедева", "Ксения", "Олеговна", Gender.Female, "директор", Roles.Director);
        return world;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public MentorshipDb Open(Guid? institution = null)
    {
        MentorshipDb db = Get<IDbContextFactory<MentorshipDb>>().CreateDbContext();
        db.Scope = institution ?? InstitutionId;
        return db;
    }

    /// <summary>Tasks and their links in this institution.</summary>
    internal Deciding.Errand Errand => new(_services, InstitutionId);

    /// <summary>The same installation, seen by a stranger from a second institution.</summary>
    internal async Task<Deciding.Errand> StrangersErrandAsync() => new(_services, await AnotherInstitutionAsync());

    public Actor Act(Guid person, params string[] roles) => new(InstitutionId, person, roles.ToHashSet());

    /// <summary>Adds a person with an address and roles from the first of the month.</summary>
    public async Task<Guid> AddAsync(string surname, string given, string patronymic, Gender gender, string post, params string[] roles)
    {
        await using MentorshipDb db = Open();
        Person person = new() { Surname = surname, GivenName = given, Patronymic = patronymic, Gender = gender, Email = $"p{Guid.CreateVersion7():N}@example.org" };
        Member member = new() { InstitutionId = InstitutionId, PersonId = person.Id, Person = person, Kind = roles.Contains(Roles.Mentee) ? MemberKind.Pupil : MemberKind.Employee, Post = post };
        foreach (string role in roles) member.Roles.Add(new Membership { MemberId = member.Id, Role = role, From = new DateOnly(2026, 1, 1) });
        db.Add(member);
        (await db.Institutions.SingleAsync(i => i.Id == InstitutionId)).StaffChanged();
        await db.SaveChangesAsync();
        return person.Id;
    }

    /// <summary>A second institution in the same installation.</summary>
    public async Task<Guid> AnotherInstitutionAsync() => (await Get<CreateInstitution>().RunAsync(new NewInstitution("Детский сад «Ручеёк»", null, InstitutionKind.Kindergarten, null,
        "Чужова", "Ольга", null, Gender.Female, "other@example.org", "другие четыре слова") { Roles = [Roles.Curator] }, CancellationToken.None)).Value!.InstitutionId;

    /// <summary>The institution's decision on electronic documents is entered and the director has joined, with a PIN.</summary>
    public async Task AllowElectronicSigningAsync(string pin = "2468")
    {
        await using MentorshipDb db = Open();
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == InstitutionId);
        institution.ElectronicSigning = new ElectronicSigning("15-од", new DateOnly(2026, 1, 15), "письмо учредителя от 20.01.2026 № 44");
        Member member = await db.Members.Include(m => m.Person).SingleAsync(m => m.PersonId == DirectorId);
        member.JoinedAgreementOn = new DateOnly(2026, 1, 20);
        if (Get<PinDesk>().Set(member.Person, pin) is { } no) throw new InvalidOperationException(no.Text);
        institution.StaffChanged();
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
