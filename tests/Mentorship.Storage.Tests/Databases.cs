using Mentorship.Shared;
using Mentorship.Storage.Postgres;
using Mentorship.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentorship.Storage.Tests;

/// <summary>One suite over every database: each class below runs all tests of <see cref="StorageSuite"/>.</summary>
public sealed class SqliteTests : StorageSuite, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-").FullName;

    protected override DbContextOptions<MentorshipDb> Options =>
        (DbContextOptions<MentorshipDb>)new DbContextOptionsBuilder<MentorshipDb>().UseMentorshipSqlite(Path.Combine(_folder, "test.db")).Options;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

public sealed class PostgresTests(PostgresCluster cluster) : StorageSuite, IClassFixture<PostgresCluster>
{
    private readonly string _database = $"t{Guid.CreateVersion7():N}";

    protected override DbContextOptions<MentorshipDb> Options
    {
        get
        {
            if (cluster.Server is null) Requirement.Postgres();
            NpgsqlConnectionStringBuilder connection = new(cluster.Server) { Database = _database };
            return (DbContextOptions<MentorshipDb>)new DbContextOptionsBuilder<MentorshipDb>().UseMentorshipPostgres(connection.ToString()).Options;
        }
    }
}
