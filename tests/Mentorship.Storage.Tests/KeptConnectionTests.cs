using Mentorship.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Storage.Tests;

/// <summary>Connections that the process keeps of a file are there for whoever needs one, whatever happens to the others.</summary>
public sealed class KeptConnectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-").FullName;

    [Fact]
    public async Task Connection_WhileIdleOnesAreClosedAgainAndAgain_IsAlwaysThere()
    {
        DbContextOptions<MentorshipDb> options = Options("busy.db");
        await using (MentorshipDb db = new(options)) await db.Database.EnsureCreatedAsync();
        using CancellationTokenSource done = new();
        Task closing = Task.Run(() =>
        {
            while (!done.IsCancellationRequested) SqliteStorage.LetGo();
        });
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 6), async (_, cancel) =>
            {
                await using MentorshipDb db = new(options);
                for (int i = 0; i < 150; i++) Assert.Equal(0, await db.People.CountAsync(cancel));
            });
        }
        finally
        {
            await done.CancelAsync();
            await closing;
        }
    }

    [Fact]
    public async Task File_ThatCouldNotBeOpenedForAWhile_IsOpenedWhenItCan()
    {
        string obstacle = Path.Combine(_folder, "late.db");
        Directory.CreateDirectory(obstacle);
        await using MentorshipDb db = new(Options("late.db"));
        for (int i = 0; i < 3; i++) await Assert.ThrowsAsync<SqliteException>(() => db.Database.OpenConnectionAsync());
        Directory.Delete(obstacle);
        await db.Database.OpenConnectionAsync();
        Assert.True(await db.Database.EnsureCreatedAsync());
    }

    [Fact]
    public async Task Context_ThatLeavesWhileOthersStay_TakesNoneOfTheirConnections()
    {
        DbContextOptions<MentorshipDb> options = Options("shared.db");
        await using MentorshipDb stays = new(options);
        await stays.Database.EnsureCreatedAsync();
        for (int i = 0; i < 5; i++)
        {
            await using MentorshipDb first = new(options), second = new(options);
            await first.Database.OpenConnectionAsync();
            await second.Database.OpenConnectionAsync();
            await stays.Database.OpenConnectionAsync();
            Assert.Equal(0, await first.People.CountAsync() + await second.People.CountAsync() + await stays.People.CountAsync());
            await stays.Database.CloseConnectionAsync();
        }
        Assert.Equal(0, await stays.People.CountAsync());
    }

    private DbContextOptions<MentorshipDb> Options(string name) =>
        (DbContextOptions<MentorshipDb>)new DbContextOptionsBuilder<MentorshipDb>().UseMentorshipSqlite(Path.Combine(_folder, name)).Options;

    public void Dispose()
    {
        SqliteStorage.LetGo();
        Directory.Delete(_folder, recursive: true);
    }
}
