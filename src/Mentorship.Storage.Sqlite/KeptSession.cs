using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Storage.Sqlite;

/// <summary>
/// An open connection with the statements that it has prepared: a text that comes again is neither parsed nor planned again. One context uses it at a time.
/// </summary>
internal sealed class KeptSession
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";
    private const int MostStatements = 500;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);
    private readonly Dictionary<(IEntityType, EntityState, UInt128), PreparedRow> _rows = [];

    public KeptSession(SqliteConnection connection)
    {
        _connection = connection;
        connection.Open();
        using SqliteCommand pragmas = connection.CreateCommand();
        pragmas.CommandText = Pragmas;
        pragmas.ExecuteNonQuery();
    }

    public string ServerVersion => _connection.ServerVersion;

    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>A command for this text that nobody uses now, prepared if it has come before.</summary>
    public SqliteCommand Rent(string text)
    {
        if (_idle.Remove(text, out SqliteCommand? known)) return known;
        SqliteCommand fresh = _connection.CreateCommand();
        fresh.CommandText = text;
        return fresh;
    }

    /// <summary>Takes a command back whose reader is closed.</summary>
    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (_idle.Count >= MostStatements || !_idle.TryAdd(command.CommandText, command)) command.Dispose();
    }

    /// <summary>Runs a statement without parameters and rows: what begins and ends a transaction.</summary>
    public void Run(string text)
    {
        SqliteCommand command = Rent(text);
        command.ExecuteNonQuery();
        GiveBack(command);
    }

    /// <summary>The statement that writes an entry of this shape.</summary>
    public PreparedRow RowFor(IUpdateEntry entry, ISqlGenerationHelper sql)
    {
        RowTable table = RowTable.Of(entry.EntityType, sql);
        UInt128 shape = table.ShapeOf(entry);
        if (!_rows.TryGetValue((entry.EntityType, entry.EntityState, shape), out PreparedRow? row))
            _rows[(entry.EntityType, entry.EntityState, shape)] = row = new PreparedRow(table, entry.EntityState, shape, _connection);
        return row;
    }

    /// <summary>Gives the connection back, closed.</summary>
    public SqliteConnection Close()
    {
        foreach (PreparedRow row in _rows.Values) row.Dispose();
        _rows.Clear();
        foreach (SqliteCommand command in _idle.Values) command.Dispose();
        _idle.Clear();
        _connection.Close();
        return _connection;
    }
}
