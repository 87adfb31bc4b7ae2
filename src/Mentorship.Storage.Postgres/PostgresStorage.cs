using Microsoft.EntityFrameworkCore;

namespace Mentorship.Storage.Postgres;

/// <summary>PostgreSQL 15 or newer.</summary>
public static class PostgresStorage
{
    public static DbContextOptionsBuilder UseMentorshipPostgres(this DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection, postgres => postgres.MigrationsAssembly(typeof(PostgresStorage).Assembly.GetName().Name));
}
