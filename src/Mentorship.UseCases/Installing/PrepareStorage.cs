using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Installing;

/// <summary>Brings the database to the schema of this program; the first thing a host does.</summary>
public sealed class PrepareStorage
{
    private readonly IDbContextFactory<MentorshipDb> _factory;

    internal PrepareStorage(IDbContextFactory<MentorshipDb> factory) => _factory = factory;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using MentorshipDb db = await _factory.CreateDbContextAsync(cancel);
        // Asked first: applying takes a lock, which a process killed in the middle of an earlier start may have left behind.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any()) await db.Database.MigrateAsync(cancel);
    }
}
