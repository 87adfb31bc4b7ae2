using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Storage.Sqlite;

/// <summary>
/// The rows of one save, in the order that the framework found, each by the statement which the connection keeps for its shape.
/// What to write is the framework's: columns, values, converters, concurrency tokens; only the way to the file is shorter.
/// </summary>
internal sealed class PreparedBatch(ModificationCommandBatchFactoryDependencies framework) : ModificationCommandBatch
{
    private readonly List<IReadOnlyModificationCommand> _commands = [];
    private SingularModificationCommandBatch? _asking;
    private bool _more;

    public override IReadOnlyList<IReadOnlyModificationCommand> ModificationCommands => _commands;

    /// <summary>Always: a write waits for its turn at the beginning of its transaction.</summary>
    public override bool RequiresTransaction => true;
    public override bool AreMoreBatchesExpected => _more;

    /// <summary>A row whose values the database makes goes the framework's own way, in a batch of its own.</summary>
    public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand)
    {
        if (_asking is not null) return false;
        if (!PreparedRow.CanWrite(modificationCommand))
        {
            if (_commands.Count > 0) return false;
            _asking = new SingularModificationCommandBatch(framework);
            _asking.TryAddCommand(modificationCommand);
        }
        _commands.Add(modificationCommand);
        return true;
    }

    public override void Complete(bool moreBatchesExpected)
    {
        _more = moreBatchesExpected;
        _asking?.Complete(moreBatchesExpected);
    }

    public override void Execute(IRelationalConnection connection)
    {
        if (_asking is not null) _asking.Execute(connection);
        else Run(connection);
    }

    /// <summary>SQLite works in the caller's thread; there is nothing to wait for.</summary>
    public override Task ExecuteAsync(IRelationalConnection connection, CancellationToken cancellationToken = default)
    {
        if (_asking is not null) return _asking.ExecuteAsync(connection, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        Run(connection);
        return Task.CompletedTask;
    }

    private void Run(IRelationalConnection connection)
    {
        KeptConnection kept = (KeptConnection)connection.DbConnection;
        SqliteTransaction? transaction = (connection.CurrentTransaction?.GetDbTransaction() as KeptTransaction)?.Inner;
        foreach (IReadOnlyModificationCommand command in _commands)
        {
            try
            {
                PreparedRow row = kept.RowFor(command, framework.SqlGenerationHelper);
                if (row.Write(command, transaction) != 1)
                    throw new DbUpdateConcurrencyException($"A row of {command.TableName} was changed or deleted since it was read", [.. command.Entries]);
            }
            catch (SqliteException failure)
            {
                throw new DbUpdateException($"A row of {command.TableName} was not saved", failure, [.. command.Entries]);
            }
        }
    }
}

/// <summary>Makes the batches of a save.</summary>
internal sealed class PreparedBatches(ModificationCommandBatchFactoryDependencies framework) : IModificationCommandBatchFactory
{
    public ModificationCommandBatch Create() => new PreparedBatch(framework);
}
