using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Mentorship.Storage.Sqlite;

/// <summary>
/// What the process keeps of one file while any context uses it: sessions that wait for their next use, the last used on top, for its pages and
/// statements are still right.
/// </summary>
internal sealed class KeptFile
{
    private static readonly Dictionary<string, KeptFile> Files = new(StringComparer.Ordinal);
    private readonly ConcurrentStack<KeptSession> _idle = new();
    private readonly string _name;
    private int _users;

    /// <summary>Connections that are not open yet, one from each user: so there is always one for who finds no idle session.</summary>
    private readonly ConcurrentBag<SqliteConnection> _spare = [];

    private KeptFile(string name) => _name = name;

    /// <param name="connection">A connection as the framework has made it, with its functions; it is the file's from now on.</param>
    /// <returns>The file; each user leaves it once.</returns>
    public static KeptFile Enter(SqliteConnection connection)
    {
        lock (Files)
        {
            if (!Files.TryGetValue(connection.ConnectionString, out KeptFile? file)) Files[connection.ConnectionString] = file = new KeptFile(connection.ConnectionString);
            file._users++;
            file._spare.Add(connection);
            return file;
        }
    }

    public void Leave()
    {
        lock (Files)
        {
            if (--_users > 0) return;
            Files.Remove(_name);
        }
        Close();
        while (_spare.TryTake(out SqliteConnection? connection)) connection.Dispose();
    }

    public KeptSession Take() =>
        _idle.TryPop(out KeptSession? session) ? session
        : _spare.TryTake(out SqliteConnection? connection) ? new KeptSession(connection)
        : throw new InvalidOperationException("More sessions are open than contexts use the file");

    public void GiveBack(KeptSession session) => _idle.Push(session);

    /// <summary>Closes the sessions that nobody uses, of every file.</summary>
    public static void CloseIdle()
    {
        KeptFile[] files;
        lock (Files) files = [.. Files.Values];
        foreach (KeptFile file in files) file.Close();
    }

    private void Close()
    {
        while (_idle.TryPop(out KeptSession? session)) _spare.Add(session.Close());
    }
}
