using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Storage.Sqlite;

/// <summary>
/// Saves what the framework found changed, each row by the statement which the session keeps for its shape: values, converters and concurrency
/// tokens are the framework's, only the way to the file is shorter. What <see cref="SaveOrder"/> does not know how to order goes the framework's own way.
/// </summary>
internal sealed class PreparedSaves(DatabaseDependencies dependencies, RelationalDatabaseDependencies relational, ISqlGenerationHelper sql) : RelationalDatabase(dependencies, relational)
{
    private readonly IRelationalConnection _connection = relational.Connection;

    /// <summary>Always in a transaction, for a write waits for its turn at the beginning of one.</summary>
    public override async Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        if (_connection.CurrentTransaction is not null) return await WriteAsync(entries, cancellationToken);
        await using IDbContextTransaction transaction = await _connection.BeginTransactionAsync(cancellationToken);
        int written = await WriteAsync(entries, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return written;
    }

    private async Task<int> WriteAsync(IList<IUpdateEntry> entries, CancellationToken cancel)
    {
        if (SaveOrder.Of(entries) is not { } ordered) return await base.SaveChangesAsync(entries, cancel);
        KeptSession session = ((KeptConnection)_connection.DbConnection).Session;
        foreach (IUpdateEntry entry in ordered) Write(session.RowFor(entry, sql), entry);
        return entries.Count;
    }

    private static void Write(PreparedRow row, IUpdateEntry entry)
    {
        try
        {
            if (row.IsEmpty || row.Write(entry) == 1) return;
        }
        catch (SqliteException failure)
        {
            throw new DbUpdateException($"A row of {entry.EntityType.DisplayName()} was not saved", failure, [entry]);
        }
        throw new DbUpdateConcurrencyException($"A row of {entry.EntityType.DisplayName()} was changed or deleted since it was read", [entry]);
    }
}
