using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mentorship.Storage.Sqlite;

/// <summary>SQLite in one file: WAL, full synchronisation (a commit survives a power cut), foreign keys.</summary>
public static class SqliteStorage
{
    public static DbContextOptionsBuilder UseMentorshipSqlite(this DbContextOptionsBuilder options, string file)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        string connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        return options.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name))
            .AddInterceptors(KeepConnections.Instance).ReplaceService<IDatabase, PreparedSaves>();
    }

    /// <summary>Closes the connections that the process keeps, so that files can be moved.</summary>
    public static void LetGo()
    {
        KeptFile.CloseIdle();
        SqliteConnection.ClearAllPools();
    }
}
