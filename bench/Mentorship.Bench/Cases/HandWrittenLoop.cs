using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Mentorship.Bench.Cases;

/// <summary>
/// The limit: the rows of one instance that the product wrote, written again in the same four transactions by prepared commands and nothing else.
/// </summary>
internal sealed class HandWrittenLoop : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<List<RowCommand>> _transactions = [];

    public HandWrittenLoop(string file, Guid template)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = false }.ToString());
        _connection.Open();
        using (SqliteCommand pragmas = _connection.CreateCommand())
        {
            pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";
            pragmas.ExecuteNonQuery();
        }
        string id = template.ToString().ToUpperInvariant();
        Rows cases = Read("Cases", "Id", id), work = Read("WorkItems", "CaseId", id), decisions = Read("Decisions", "CaseId", id), audit = Read("Audit", "StreamId", id);
        Rows mails = Read("Mails", "WorkItemId", work.Column("Id")), links = Read("Links", "WorkItemId", work.Column("Id"));
        int perDecision = (audit.Values.Count - 1) / 4;
        for (int t = 0; t < 4; t++)
        {
            List<RowCommand> commands = [t == 0 ? Insert(cases, 0) : Update(cases, 0)];
            if (t > 0) commands.AddRange([Update(work, t - 1), Insert(decisions, t - 1)]);
            if (t < 3) commands.AddRange([Insert(work, t), Insert(mails, t), Insert(links, t)]);
            int end = t == 3 ? audit.Values.Count : 1 + (t + 1) * perDecision;
            for (int a = t == 0 ? 0 : 1 + t * perDecision; a < end; a++) commands.Add(Insert(audit, a));
            _transactions.Add(commands);
        }
    }

    /// <summary>Writes one instance under fresh keys.</summary>
    public void RunInstance()
    {
        Dictionary<string, string> keys = [];
        foreach (List<RowCommand> commands in _transactions)
        {
            using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
            foreach (RowCommand command in commands) command.Run(transaction, keys);
            transaction.Commit();
        }
    }

    private Rows Read(string table, string column, params string[] values)
    {
        using SqliteCommand select = _connection.CreateCommand();
        select.CommandText = $"SELECT * FROM \"{table}\" WHERE \"{column}\" IN ({string.Join(',', values.Select(v => $"'{v}'"))}) ORDER BY rowid";
        using SqliteDataReader reader = select.ExecuteReader();
        Rows rows = new(table, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], []);
        while (reader.Read())
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Values.Add(row);
        }
        return rows;
    }

    private RowCommand Insert(Rows rows, int row)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{rows.Table}\" ({string.Join(',', rows.Columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(',', rows.Columns.Select((_, i) => $"$p{i}"))})";
        return RowCommand.Prepare(command, rows.Columns, rows.Values[row]);
    }

    /// <summary>The product changes some columns of the row; writing all is no cheaper.</summary>
    private RowCommand Update(Rows rows, int row)
    {
        SqliteCommand command = _connection.CreateCommand();
        int id = rows.Columns.IndexOf("Id");
        command.CommandText = $"UPDATE \"{rows.Table}\" SET {string.Join(',', rows.Columns.Select((c, i) => (c, i)).Where(c => Changes(c.c)).Select(c => $"\"{c.c}\"=$p{c.i}"))} WHERE \"Id\"=$p{id}";
        return RowCommand.Prepare(command, rows.Columns, rows.Values[row]);
    }

    private static bool Changes(string column) => column is "State" or "Version" or "Status" or "Outcome" or "DecidedBy" or "EndedAt" or "Audit_Count" or "Audit_Hash";

    public void Dispose() => _connection.Dispose();

    private sealed record Rows(string Table, List<string> Columns, List<object[]> Values)
    {
        public string[] Column(string name) => [.. Values.Select(v => Convert.ToString(v[Columns.IndexOf(name)], CultureInfo.InvariantCulture)!)];
    }

    /// <summary>A prepared statement whose keys are replaced by fresh ones, the same old key always by the same new one.</summary>
    private sealed class RowCommand
    {
        private static readonly HashSet<string> KeyColumns = ["Id", "CaseId", "WorkItemId", "LinkId", "StreamId", "TokenHash"];
        private readonly SqliteCommand _command;
        private readonly List<(SqliteParameter Parameter, string Old)> _keys = [];

        private RowCommand(SqliteCommand command) => _command = command;

        public static RowCommand Prepare(SqliteCommand command, List<string> columns, object[] values)
        {
            RowCommand prepared = new(command);
            for (int i = 0; i < columns.Count; i++)
            {
                SqliteParameter parameter = command.Parameters.AddWithValue($"$p{i}", values[i]);
                if (KeyColumns.Contains(columns[i]) && values[i] is string key) prepared._keys.Add((parameter, key));
            }
            command.Prepare();
            return prepared;
        }

        public void Run(SqliteTransaction transaction, Dictionary<string, string> keys)
        {
            foreach ((SqliteParameter parameter, string old) in _keys)
            {
                if (!keys.TryGetValue(old, out string? fresh)) keys[old] = fresh = Guid.CreateVersion7().ToString().ToUpperInvariant();
                parameter.Value = fresh;
            }
            _command.Transaction = transaction;
            _command.ExecuteNonQuery();
        }
    }
}
