using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Installing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace Mentorship.Bench.Cases;

/// <summary>An installation on a SQLite file of its own with one institution, three deputies' roles held by one person, and the three-approval process.</summary>
internal sealed class BenchHouse : IAsyncDisposable
{
    private static readonly Func<MentorshipDb, Guid, Task<Guid>> OpenWork = EF.CompileAsyncQuery((MentorshipDb db, Guid subject) =>
        db.WorkItems.Where(w => w.CaseId == subject && w.Status == WorkStatus.Open).Select(w => w.Id).Single());
    private readonly ServiceProvider _services;
    private Guid _version;

    private BenchHouse(string folder)
    {
        Folder = folder;
        ServiceCollection services = new();
        services.AddLogging();
        services.AddMentorship(new MentorshipSettings { DataFolder = folder });
        _services = services.BuildServiceProvider();
    }

    public string Folder { get; }
    public string File => Path.Combine(Folder, "mentorship.db");
    public Guid InstitutionId { get; private set; }
    public Guid PersonId { get; private set; }

    public static async Task<BenchHouse> CreateAsync()
    {
        BenchHouse house = new(Directory.CreateTempSubdirectory("mentorship-bench-").FullName);
        await using (MentorshipDb db = house.Open()) await db.Database.MigrateAsync();
        FirstPerson first = (await house.Get<CreateInstitution>().RunAsync(new NewInstitution("Школа", "Школа", InstitutionKind.School, "Город", "Иванова", "Анна", "Петровна", Gender.Female,
            "bench@example.org", "четыре слова подряд") { Roles = [Roles.Deputy] }, default)).Value!;
        (house.InstitutionId, house.PersonId) = (first.InstitutionId, first.PersonId);
        await using (MentorshipDb db = house.Open())
        {
            Process process = new() { InstitutionId = first.InstitutionId, Key = "bench", Name = "Три согласования" };
            ProcessVersion version = process.Publish(DefinitionWriter.Write(ThreeInARow()), "", null, DateTimeOffset.UnixEpoch);
            db.AddRange(process, version);
            await db.SaveChangesAsync();
            house._version = version.Id;
        }
        return house;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public MentorshipDb Open()
    {
        MentorshipDb db = Get<IDbContextFactory<MentorshipDb>>().CreateDbContext();
        db.Scope = InstitutionId;
        return db;
    }

    /// <summary>Publishes the process again and again; new cases follow the last version.</summary>
    public async Task PublishAsync(int versions)
    {
        await using MentorshipDb db = Open();
        Process process = await db.Processes.SingleAsync(p => p.Key == "bench");
        for (int i = 0; i < versions; i++)
        {
            ProcessVersion version = process.Publish(DefinitionWriter.Write(ThreeInARow()), "", null, DateTimeOffset.UnixEpoch);
            db.Add(version);
            await db.SaveChangesAsync();
            _version = version.Id;
        }
    }

    /// <summary>Start → three approvals → End, each a transaction of its own, as the product does it.</summary>
    /// <param name="milliseconds">Gets the time of each decision.</param>
    public async Task<Guid> RunInstanceAsync(List<double>? milliseconds = null)
    {
        (Guid fresh, Guid open) = await StartAsync();
        for (int step = 0; step < 3; step++)
        {
            await DecideAsync(open, milliseconds);
            if (step == 2) break;
            open = await Get<Work>().ReadAsync(InstitutionId, db => OpenWork(db, fresh), default);
        }
        return fresh;
    }

    /// <summary>Starts an instance and returns it with its first task.</summary>
    public async Task<(Guid Case, Guid Work)> StartAsync()
    {
        Case fresh = new() { InstitutionId = InstitutionId, ProcessVersionId = _version, Title = "Закупка учебных пособий" };
        await Get<Work>().DoAsync<Done>(InstitutionId, async (db, at) =>
        {
            await Get<CaseDesk>().StartAsync(db, fresh, at, default);
            return default(Done);
        }, default);
        return (fresh.Id, fresh.WorkItems[0].Id);
    }

    public async Task DecideAsync(Guid work, List<double>? milliseconds = null)
    {
        long begun = Stopwatch.GetTimestamp();
        Outcome<DecisionReceipt> decided = await Get<DecideWorkItem>().RunAsync(InstitutionId, new DecisionRequest(work, PersonId, "Approved", Door.Link), default);
        milliseconds?.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        if (decided.Refusal is { } no) throw new InvalidOperationException(no.Text);
    }

    private static ProcessDefinition ThreeInARow()
    {
        DefinitionBuilder process = new("0000000000000001", "bench", "Три согласования подряд");
        process.Root.Add("Elsa.Start", "start", "Начало");
        foreach (string id in new[] { "one", "two", "three" }) process.Root.Add("Mentorship.Approval", id, id).Text("approver", "role:deputy");
        process.Root.Add("Elsa.End", "end", "Конец");
        process.Root.Connect("start", "one").Connect("one", "two", "Approved").Connect("two", "three", "Approved").Connect("three", "end", "Approved");
        return process.Build();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
