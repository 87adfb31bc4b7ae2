using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Mentorship.Storage.Sqlite;

/// <summary>A command that runs on the statement which the session of its connection keeps for its text.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    /// <summary>Holds text and parameters; it is never run itself.</summary>
    private readonly SqliteCommand _wish = new();
    private KeptSession? _session;
    private SqliteCommand? _running;
    private DbDataReader? _reader;

    [AllowNull]
    public override string CommandText
    {
        get => _wish.CommandText;
        set => _wish.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => _wish.CommandTimeout;
        set => _wish.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => _wish.CommandType;
        set => _wish.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }
    public override UpdateRowSource UpdatedRowSource { get; set; }
    protected override DbConnection? DbConnection { get; set; } = connection;
    protected override DbParameterCollection DbParameterCollection => _wish.Parameters;
    protected override DbTransaction? DbTransaction { get; set; }

    protected override DbParameter CreateDbParameter() => _wish.CreateParameter();

    public override void Prepare()
    {
    }

    public override void Cancel()
    {
    }

    public override int ExecuteNonQuery() => Statement().ExecuteNonQuery();

    public override object? ExecuteScalar() => Statement().ExecuteScalar();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => _reader = Statement().ExecuteReader(behavior);

    private SqliteCommand Statement()
    {
        Return();
        _session = connection.Session;
        SqliteCommand statement = _running = _session.Rent(CommandText);
        foreach (SqliteParameter parameter in _wish.Parameters) statement.Parameters.Add(parameter);
        statement.CommandTimeout = CommandTimeout;
        if (IsOfRows(CommandText)) statement.Prepare();
        return statement;
    }

    /// <summary>Only what reads or changes rows is prepared before it runs: a script may create a table in one statement and fill it in the next.</summary>
    private static bool IsOfRows(string text) =>
        text.StartsWith("SELECT", StringComparison.Ordinal) || text.StartsWith("INSERT", StringComparison.Ordinal)
        || text.StartsWith("UPDATE", StringComparison.Ordinal) || text.StartsWith("DELETE", StringComparison.Ordinal);

    private void Return()
    {
        if (_running is null) return;
        if (_reader is { IsClosed: false } || !IsOfRows(_running.CommandText)) _running.Dispose();
        else _session!.GiveBack(_running);
        (_session, _running, _reader) = (null, null, null);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Return();
            _wish.Dispose();
        }
        base.Dispose(disposing);
    }
}
