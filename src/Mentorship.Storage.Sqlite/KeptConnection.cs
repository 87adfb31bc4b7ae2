using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Mentorship.Storage.Sqlite;

/// <summary>The connection of a context: while it is open it uses a session that the process keeps of the file.</summary>
internal sealed class KeptConnection(SqliteConnection inner) : DbConnection
{
    private readonly KeptFile _file = KeptFile.Enter(inner);
    private KeptSession? _session;
    private bool _left;

    public KeptSession Session => _session ?? throw new InvalidOperationException("The connection is closed");

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => throw new NotSupportedException("A kept connection stays with its file");
    }

    public override string Database => inner.Database;
    public override string DataSource => inner.DataSource;
    public override string ServerVersion => Session.ServerVersion;
    public override ConnectionState State => _session is null ? ConnectionState.Closed : ConnectionState.Open;

    public override void Open() => _session ??= _file.Take();

    public override void Close()
    {
        if (_session is null) return;
        KeptSession session = _session;
        _session = null;
        try
        {
            if (session.InTransaction) session.Run("ROLLBACK");
        }
        catch
        {
            _file.Retire(session);
            throw;
        }
        _file.GiveBack(session);
    }

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("A file is one database");

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new KeptTransaction(this, WriteTurn.Take(DataSource));

    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        new KeptTransaction(this, await WriteTurn.TakeAsync(DataSource, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_left)
        {
            _left = true;
            try
            {
                Close();
            }
            finally
            {
                _file.Leave();
            }
        }
        base.Dispose(disposing);
    }
}
