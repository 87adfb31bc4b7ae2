using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Mentorship.Storage.Sqlite;

/// <summary>A transaction that gives its turn to write on when it ends, in whatever way.</summary>
internal sealed class KeptTransaction(KeptConnection connection, SqliteTransaction inner, WriteTurn turn) : DbTransaction
{
    public SqliteTransaction Inner => inner;
    public override IsolationLevel IsolationLevel => inner.IsolationLevel;
    public override bool SupportsSavepoints => inner.SupportsSavepoints;
    protected override DbConnection DbConnection => connection;

    public override void Commit()
    {
        inner.Commit();
        turn.Dispose();
    }

    public override void Rollback()
    {
        inner.Rollback();
        turn.Dispose();
    }

    public override void Save(string savepointName) => inner.Save(savepointName);

    public override void Rollback(string savepointName) => inner.Rollback(savepointName);

    public override void Release(string savepointName) => inner.Release(savepointName);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            turn.Dispose();
        }
        base.Dispose(disposing);
    }
}
