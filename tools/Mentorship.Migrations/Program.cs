using Mentorship.Storage;
using Mentorship.Storage.Postgres;
using Mentorship.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

// dotnet run --project tools/Mentorship.Migrations -- NAME
// Writes the migration NAME for each database beside the others of its project. "Initial" replaces all that are there.
string name = args is [var given] ? given : throw new ArgumentException("One argument: the name of the migration");
string root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Mentorship.sln"))) root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Start it inside the repository");

Write(new DbContextOptionsBuilder<MentorshipDb>().UseMentorshipSqlite("design.db"), new SqliteDesignTimeServices(), typeof(SqliteStorage));
Write(new DbContextOptionsBuilder<MentorshipDb>().UseMentorshipPostgres("Host=localhost"), new NpgsqlDesignTimeServices(), typeof(PostgresStorage));

void Write(DbContextOptionsBuilder builder, IDesignTimeServices provider, Type room)
{
    string project = Path.Combine(root, "src", room.Namespace!);
    string folder = Path.Combine(project, "Migrations");
    bool anew = name == "Initial";
    if (anew && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    DbContextOptions<MentorshipDb> options = (DbContextOptions<MentorshipDb>)(anew ? WithoutMigrations(builder) : builder).Options;
    using MentorshipDb db = new(options);
    ServiceCollection services = new();
    services.AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
    provider.ConfigureDesignTimeServices(services);
    using ServiceProvider built = services.BuildServiceProvider();
    IMigrationsScaffolder scaffolder = built.GetRequiredService<IMigrationsScaffolder>();
    ScaffoldedMigration migration = scaffolder.ScaffoldMigration(name, room.Namespace);
    Directory.CreateDirectory(folder);
    File.WriteAllText(Path.Combine(folder, migration.MigrationId + migration.FileExtension), migration.MigrationCode);
    File.WriteAllText(Path.Combine(folder, migration.MigrationId + ".Designer" + migration.FileExtension), migration.MetadataCode);
    File.WriteAllText(Path.Combine(folder, migration.SnapshotName + migration.FileExtension), migration.SnapshotCode);
    Console.WriteLine($"{room.Namespace}: {migration.MigrationId}");
}

// The compiled assembly still knows the old migrations; an assembly without any makes the scaffolder begin anew.
static DbContextOptionsBuilder WithoutMigrations(DbContextOptionsBuilder builder)
{
    foreach (var extension in builder.Options.Extensions.OfType<Microsoft.EntityFrameworkCore.Infrastructure.RelationalOptionsExtension>().ToList())
        ((Microsoft.EntityFrameworkCore.Infrastructure.IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(extension.WithMigrationsAssembly(typeof(MentorshipDb).Assembly.GetName().Name));
    return builder;
}
