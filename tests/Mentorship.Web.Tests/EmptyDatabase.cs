using Mentorship.Storage;
using Mentorship.UseCases;
using Mentorship.UseCases.Installing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Web.Tests;

/// <summary>The storage of an installation on which nothing was done yet: made once as the product makes it, then copied, for it takes longer than many a test.</summary>
internal static class EmptyDatabase
{
    private const string File = "mentorship.db";
    private static readonly Lazy<byte[]> Made = new(() => MakeAsync().GetAwaiter().GetResult());

    public static void Put(string folder) => System.IO.File.WriteAllBytes(Path.Combine(folder, File), Made.Value);

    private static async Task<byte[]> MakeAsync()
    {
        string folder = Directory.CreateTempSubdirectory("mentorship-empty-").FullName;
        try
        {
            ServiceCollection services = new();
            services.AddLogging().AddMentorship(new MentorshipSettings { DataFolder = folder });
            await using (ServiceProvider verbs = services.BuildServiceProvider())
            {
                await verbs.GetRequiredService<PrepareStorage>().RunAsync(CancellationToken.None);
                await using MentorshipDb db = await verbs.GetRequiredService<IDbContextFactory<MentorshipDb>>().CreateDbContextAsync();
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            return await System.IO.File.ReadAllBytesAsync(Path.Combine(folder, File));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
