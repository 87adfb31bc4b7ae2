using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Storage.Sqlite;

/// <summary>
/// A connection that stays open for as long as its context lives, and keeps the statements that it has prepared: a text that comes again is
/// neither parsed nor planned again. Writers of one file wait for their turn in the process instead of polling the file's lock.
/// </summary>
internal sealed class KeptConnection(SqliteConnection inner) : DbConnection
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";
    private const int MostStatements = 500;
    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, EntityState Kind), List<PreparedRow>> _rows = [];

    public SqliteConnection Inner => inner;

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    public override string Database => inner.Database;
    public override string DataSource => inner.DataSource;
    public override string ServerVersion => inner.ServerVersion;
    public override ConnectionState State => inner.State;

    public override void Open()
    {
        inner.Open();
        using SqliteCommand pragmas = inner.CreateCommand();
        pragmas.CommandText = Pragmas;
        pragmas.ExecuteNonQuery();
    }

    /// <summary>Open until it is disposed of: what SQLite was told and what it has prepared would be lost.</summary>
    public override void Close()
    {
    }

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => Begin(isolationLevel, WriteTurn.Take(DataSource));

    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        Begin(isolationLevel, await WriteTurn.TakeAsync(DataSource, cancellationToken));

    private KeptTransaction Begin(IsolationLevel isolation, WriteTurn turn)
    {
        try
        {
            return new KeptTransaction(this, inner.BeginTransaction(isolation), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>A command for this text that nobody uses now, prepared if it has come before.</summary>
    public SqliteCommand Rent(string text)
    {
        if (_idle.Remove(text, out SqliteCommand? known)) return known;
        SqliteCommand fresh = inner.CreateCommand();
        fresh.CommandText = text;
        return fresh;
    }

    /// <summary>Takes a command back whose reader is closed.</summary>
    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (inner.State != ConnectionState.Open || _idle.Count >= MostStatements || !_idle.TryAdd(command.CommandText, command)) command.Dispose();
    }

    /// <summary>The statement that writes rows of this command's shape.</summary>
    public PreparedRow RowFor(IReadOnlyModificationCommand command, ISqlGenerationHelper sql)
    {
        (string, EntityState) kind = (command.TableName, command.EntityState);
        if (!_rows.TryGetValue(kind, out List<PreparedRow>? shapes)) _rows[kind] = shapes = [];
        foreach (PreparedRow known in shapes) if (known.Fits(command)) return known;
        PreparedRow fresh = new(command, inner, sql);
        shapes.Add(fresh);
        return fresh;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (PreparedRow row in _rows.Values.SelectMany(shapes => shapes)) row.Dispose();
            _rows.Clear();
            foreach (SqliteCommand command in _idle.Values) command.Dispose();
            _idle.Clear();
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
