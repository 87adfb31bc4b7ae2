using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Mentorship.Storage.Sqlite;

/// <summary>A transaction that writes from its beginning, and gives its turn to write on when it ends, in whatever way.</summary>
internal sealed class KeptTransaction : DbTransaction
{
    private readonly KeptConnection _connection;
    private readonly WriteTurn _turn;

    public KeptTransaction(KeptConnection connection, WriteTurn turn)
    {
        (_connection, _turn) = (connection, turn);
        try
        {
            connection.Session.Run("BEGIN IMMEDIATE");
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;
    public override bool SupportsSavepoints => true;
    protected override DbConnection DbConnection => _connection;

    public override void Commit()
    {
        _connection.Session.Run("COMMIT");
        _turn.Dispose();
    }

    public override void Rollback()
    {
        try
        {
            if (_connection.State == ConnectionState.Open && _connection.Session.InTransaction) _connection.Session.Run("ROLLBACK");
        }
        finally
        {
            _turn.Dispose();
        }
    }

    public override void Save(string savepointName) => Run($"SAVEPOINT {Quoted(savepointName)}");

    public override void Rollback(string savepointName) => Run($"ROLLBACK TO SAVEPOINT {Quoted(savepointName)}");

    public override void Release(string savepointName) => Run($"RELEASE SAVEPOINT {Quoted(savepointName)}");

    protected override void Dispose(bool disposing)
    {
        if (disposing) Rollback();
        base.Dispose(disposing);
    }

    private void Run(string text) => _connection.Session.Run(text);

    private static string Quoted(string name) => string.Create(CultureInfo.InvariantCulture, $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
}
