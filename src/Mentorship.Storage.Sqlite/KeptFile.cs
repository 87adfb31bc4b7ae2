using Microsoft.Data.Sqlite;

namespace Mentorship.Storage.Sqlite;

/// <summary>
/// What the process keeps of one file while any context uses it: sessions that wait for their next use, the last used on top, for its pages and
/// statements are still right.
/// </summary>
internal sealed class KeptFile
{
    private static readonly Dictionary<string, KeptFile> Files = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Stack<KeptSession> _idle = new();

    /// <summary>Connections that are not open: one comes with each user, so that there is always one for who finds no idle session.</summary>
    private readonly Stack<SqliteConnection> _spare = new();

    private readonly string _name;
    private int _users;

    private KeptFile(string name) => _name = name;

    /// <param name="connection">A connection as the framework has made it, with its functions; it is the file's from now on.</param>
    /// <returns>The file; each user leaves it once.</returns>
    public static KeptFile Enter(SqliteConnection connection)
    {
        lock (Files)
        {
            if (!Files.TryGetValue(connection.ConnectionString, out KeptFile? file)) Files[connection.ConnectionString] = file = new KeptFile(connection.ConnectionString);
            file._users++;
            lock (file._gate) file._spare.Push(connection);
            return file;
        }
    }

    /// <summary>Takes one connection along: a file that is never without users would else gather one from each that has been.</summary>
    public void Leave()
    {
        lock (Files)
        {
            if (--_users == 0) Files.Remove(_name);
        }
        lock (_gate)
        {
            SqliteConnection connection = _spare.TryPop(out SqliteConnection? spare) ? spare : _idle.Pop().Close();
            connection.Dispose();
        }
    }

    /// <exception cref="SqliteException">The file cannot be opened; nothing is lost by it, the next may try again.</exception>
    public KeptSession Take()
    {
        SqliteConnection connection;
        lock (_gate)
        {
            if (_idle.TryPop(out KeptSession? session)) return session;
            connection = _spare.Pop();
        }
        try
        {
            return new KeptSession(connection);
        }
        catch
        {
            PutBack(connection);
            throw;
        }
    }

    public void GiveBack(KeptSession session)
    {
        lock (_gate) _idle.Push(session);
    }

    /// <summary>Takes back a session that is not to be used again.</summary>
    public void Retire(KeptSession session) => PutBack(session.Close());

    /// <summary>Closes the sessions that nobody uses, of every file.</summary>
    public static void CloseIdle()
    {
        KeptFile[] files;
        lock (Files) files = [.. Files.Values];
        foreach (KeptFile file in files)
        {
            lock (file._gate) file.CloseIdleSessions();
        }
    }

    private void PutBack(SqliteConnection connection)
    {
        connection.Close();
        lock (_gate) _spare.Push(connection);
    }

    /// <summary>Under the gate, until the connection is among the spare ones: between the two nobody could find it.</summary>
    private void CloseIdleSessions()
    {
        while (_idle.TryPop(out KeptSession? session)) _spare.Push(session.Close());
    }
}
