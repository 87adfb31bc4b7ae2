using System.Globalization;
using System.Runtime.CompilerServices;
using Mentorship.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mentorship.Storage.Tests;

/// <summary>The prepared statements of SQLite write what the framework itself would write, for every type of the model.</summary>
public sealed class PreparedSaveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-").FullName;

    [Fact]
    public async Task EveryEntityType_WhenInsertedChangedAndDeleted_LeavesTheRowsThatTheFrameworkWouldLeave()
    {
        await using MentorshipDb prepared = new((DbContextOptions<MentorshipDb>)new DbContextOptionsBuilder<MentorshipDb>().UseMentorshipSqlite(File("prepared")).Options);
        await using MentorshipDb plain = new(new DbContextOptionsBuilder<MentorshipDb>().UseSqlite($"Data Source={File("plain")}").Options);
        await OpenAsync(prepared);
        await OpenAsync(plain);
        foreach (IEntityType type in prepared.Model.GetEntityTypes().Where(t => !t.IsOwned()))
        {
            EntityEntry mine = Add(prepared, type, 1), theirs = Add(plain, plain.Model.FindEntityType(type.Name)!, 1);
            await SaveBothAsync();
            Assert.Equal(1, await SameRowsAsync(type));
            foreach (IProperty property in Changeable(type))
            {
                Fill(mine, 2, property.Name);
                Fill(theirs, 2, property.Name);
                await SaveBothAsync();
                Assert.Equal(1, await SameRowsAsync(type));
            }
            Fill(mine, 3);
            Fill(theirs, 3);
            await SaveBothAsync();
            Assert.Equal(1, await SameRowsAsync(type));
            (mine.State, theirs.State) = (EntityState.Deleted, EntityState.Deleted);
            await SaveBothAsync();
            Assert.Equal(0, await SameRowsAsync(type));
        }

        async Task SaveBothAsync()
        {
            await prepared.SaveChangesAsync();
            await plain.SaveChangesAsync();
        }

        async Task<int> SameRowsAsync(IEntityType type)
        {
            List<string> rows = await RowsAsync("prepared", type.GetTableName()!);
            Assert.Equal(await RowsAsync("plain", type.GetTableName()!), rows);
            return rows.Count;
        }
    }

    [Fact]
    public async Task Row_WhenItHasGoneMeanwhile_IsAConflictThatNamesIt()
    {
        DbContextOptions<MentorshipDb> options = (DbContextOptions<MentorshipDb>)new DbContextOptionsBuilder<MentorshipDb>().UseMentorshipSqlite(File("gone")).Options;
        await using MentorshipDb first = new(options), second = new(options);
        await OpenAsync(first);
        EntityEntry mine = Add(first, first.Model.FindEntityType(typeof(Domain.People.Person))!, 1);
        await first.SaveChangesAsync();
        Domain.People.Person theirs = await second.People.SingleAsync();
        mine.State = EntityState.Deleted;
        await first.SaveChangesAsync();
        theirs.Email = "new@example.org";
        DbUpdateConcurrencyException conflict = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        Assert.Same(theirs, Assert.Single(conflict.Entries).Entity);
    }

    [Fact]
    public async Task Save_WhenOneRowIsRefused_WritesNone()
    {
        await using MentorshipDb db = new((DbContextOptions<MentorshipDb>)new DbContextOptionsBuilder<MentorshipDb>().UseMentorshipSqlite(File("whole")).Options);
        await db.Database.MigrateAsync();
        Domain.Institutions.Institution institution = new() { Name = "Школа", ShortName = "Школа" };
        db.Add(institution);
        db.Add(new Domain.Processes.Process { InstitutionId = institution.Id, Key = "same", Name = "a" });
        db.Add(new Domain.Processes.Process { InstitutionId = institution.Id, Key = "same", Name = "b" });
        DbUpdateException refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.True(WriteConflict.Is(refused));
        Assert.Empty(await RowsAsync("whole", "Institutions"));
        db.ChangeTracker.Clear();
        db.Add(institution);
        await db.SaveChangesAsync();
        Assert.Single(await RowsAsync("whole", "Institutions"));
    }

    private static async Task OpenAsync(MentorshipDb db)
    {
        await db.Database.EnsureCreatedAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF");
    }

    private static EntityEntry Add(MentorshipDb db, IEntityType type, int turn)
    {
        EntityEntry entry = db.Entry(Instance(type.ClrType));
        foreach (IComplexProperty part in type.GetComplexProperties()) entry.ComplexProperty(part).CurrentValue = Activator.CreateInstance(part.ClrType);
        foreach (IProperty key in type.FindPrimaryKey()!.Properties) if (!IsMadeByDatabase(key)) entry.Property(key).CurrentValue = Value(key, 1);
        Fill(entry, turn);
        entry.State = EntityState.Added;
        return entry;
    }

    private static object Instance(Type type) => type.GetConstructor(Type.EmptyTypes) is { } made ? made.Invoke([]) : RuntimeHelpers.GetUninitializedObject(type);

    private static IEnumerable<IProperty> Changeable(ITypeBase type) => type.GetProperties().Where(p => !p.IsPrimaryKey() && p.Name != "Version");

    /// <summary>Every column, or the one of that name, gets a value of its own; on the second turn those that may be null are.</summary>
    private static void Fill(EntityEntry entry, int turn, string? only = null)
    {
        foreach (IProperty property in Changeable(entry.Metadata).Where(p => only is null || p.Name == only))
            entry.Property(property).CurrentValue = turn == 2 && property.IsNullable ? null : Value(property, turn);
        foreach (IComplexProperty part in entry.Metadata.GetComplexProperties().Where(_ => only is null))
            foreach (IProperty property in Changeable(part.ComplexType)) entry.ComplexProperty(part).Property(property).CurrentValue = Value(property, turn);
    }

    private static bool IsMadeByDatabase(IProperty key) => key.ValueGenerated != ValueGenerated.Never && key.ClrType == typeof(int);

    private static object? Value(IProperty property, int turn)
    {
        Type type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        int seed = property.Name.Sum(c => c) + turn;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(turn % Enum.GetValues(type).Length);
        if (type == typeof(string)) return $"{property.Name} «{turn}» ё";
        if (type == typeof(Guid)) return new Guid(seed, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        if (type == typeof(int)) return seed;
        if (type == typeof(long)) return (long)seed << 33;
        if (type == typeof(bool)) return turn == 1;
        if (type == typeof(DateOnly)) return new DateOnly(2026, 9, 7).AddDays(seed);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 9, 7, 9, 30, 15, 123, 456, TimeSpan.FromHours(3)).AddMinutes(seed);
        if (type == typeof(byte[])) return new byte[] { 0, 1, (byte)turn };
        return Instance(type);
    }

    private async Task<List<string>> RowsAsync(string name, string table)
    {
        await using SqliteConnection connection = new($"Data Source={File(name)};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand select = connection.CreateCommand();
        select.CommandText = $"SELECT * FROM \"{table}\"";
        await using SqliteDataReader reader = await select.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => string.Create(CultureInfo.InvariantCulture, $"{reader.GetName(i)}={Text(reader.GetValue(i))}:{reader.GetFieldType(i).Name}"))));
        return rows;
    }

    private static object Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value;

    private string File(string name) => Path.Combine(_folder, name + ".db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
