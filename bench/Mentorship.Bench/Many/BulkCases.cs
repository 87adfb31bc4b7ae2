using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Mentorship.Bench.Many;

/// <summary>
/// Copies of one case with all its rows, put straight into the tables: each copy bears keys of its own, made of the keys that it was copied from, so that what
/// belongs together stays together.
/// </summary>
internal sealed class BulkCases(string file)
{
    private static readonly (string Table, string Where)[] Tables =
    [
        ("Cases", "\"Id\" = $case"), ("WorkItems", "\"CaseId\" = $case"), ("Decisions", "\"CaseId\" = $case"), ("Audit", "\"StreamId\" = $case"), ("Timers", "\"CaseId\" = $case"),
        ("Links", "\"WorkItemId\" IN (SELECT \"Id\" FROM \"WorkItems\" WHERE \"CaseId\" = $case)"), ("Mails", "\"WorkItemId\" IN (SELECT \"Id\" FROM \"WorkItems\" WHERE \"CaseId\" = $case)"),
    ];

    private static readonly HashSet<string> Keys = ["Id", "CaseId", "WorkItemId", "LinkId", "StreamId", "TokenHash"];

    /// <summary>The key of the copy of that number.</summary>
    public static Guid Copy(Guid template, long number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"{template.ToString()[..24]}{number:X12}"));

    /// <summary>Adds copies number 1, 2, …; their mails are sent.</summary>
    public void Add(Guid template, int count)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, ForeignKeys = false }.ToString());
        connection.Open();
        Run(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-200000; PRAGMA temp_store=MEMORY");
        foreach ((string table, string where) in Tables)
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            using SqliteCommand insert = connection.CreateCommand();
            List<string> columns = ColumnsOf(connection, table);
            string values = string.Join(", ", columns.Select(c => Keys.Contains(c) ? $"substr(\"{c}\", 1, length(\"{c}\") - 12) || printf('%012X', i)" : (table, c) == ("Mails", "Status") ? "'Sent'" : $"\"{c}\""));
            insert.CommandText = $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) "
                + $"SELECT {values} FROM (SELECT * FROM \"{table}\" WHERE {where}) CROSS JOIN n";
            insert.Parameters.AddWithValue("$case", template.ToString().ToUpperInvariant());
            insert.Transaction = transaction;
            insert.CommandTimeout = 0;
            insert.ExecuteNonQuery();
            transaction.Commit();
        }
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static List<string> ColumnsOf(SqliteConnection connection, string table)
    {
        using SqliteCommand select = connection.CreateCommand();
        select.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using SqliteDataReader reader = select.ExecuteReader();
        List<string> columns = [];
        while (reader.Read()) columns.Add(reader.GetString(0));
        return columns;
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
