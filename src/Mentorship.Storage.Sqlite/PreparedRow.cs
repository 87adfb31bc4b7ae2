using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;
using SQLitePCL;

namespace Mentorship.Storage.Sqlite;

/// <summary>A prepared statement that writes, changes or deletes a row of one shape.</summary>
internal sealed class PreparedRow : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly RowColumn[] _written;
    private readonly (RowColumn Column, bool IsNull)[] _compared;

    public PreparedRow(RowTable table, EntityState state, UInt128 shape, SqliteConnection connection)
    {
        (_database, _written, _compared) = (connection.Handle!, table.Written(state, shape), table.Compared(state, shape));
        IsEmpty = state == EntityState.Modified && _written.Length == 0;
        _statement = null!;
        if (!IsEmpty) SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, Text(table.Name, state), out _statement), _database);
    }

    /// <summary>Nothing of the row is to be written.</summary>
    public bool IsEmpty { get; }

    /// <summary>Is this a type of values that are handed to SQLite here?</summary>
    public static bool CanBind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain == typeof(string) || plain == typeof(Guid) || plain == typeof(int) || plain == typeof(long) || plain == typeof(bool) || plain == typeof(double)
            || plain == typeof(DateTime) || plain == typeof(DateOnly) || plain == typeof(byte[]));

    /// <summary>Returns how many rows were there to be written.</summary>
    public int Write(IUpdateEntry entry)
    {
        int at = 0;
        foreach (RowColumn column in _written) Bind(++at, column.Provided(entry.GetCurrentValue(column.Property)));
        foreach ((RowColumn column, bool isNull) in _compared) if (!isNull) Bind(++at, column.Provided(entry.GetOriginalValue(column.Property)));
        int outcome = raw.sqlite3_step(_statement), written = raw.sqlite3_changes(_database);
        // The words of a fault are lost once the statement is ready for its next use.
        SqliteException? fault = outcome == raw.SQLITE_DONE ? null
            : new SqliteException($"SQLite Error {outcome}: '{raw.sqlite3_errmsg(_database).utf8_to_string()}'.", outcome, raw.sqlite3_extended_errcode(_database));
        raw.sqlite3_reset(_statement);
        return fault is null ? written : throw fault;
    }

    public void Dispose() => _statement?.Dispose();

    /// <summary>As the framework's own mappings bind it.</summary>
    private void Bind(int at, object? value)
    {
        Span<byte> small = stackalloc byte[64];
        int outcome, length;
        switch (value)
        {
            case null: outcome = raw.sqlite3_bind_null(_statement, at); break;
            case string text: outcome = BindText(at, text); break;
            case Guid id:
                id.TryFormat(small, out length);
                Ascii.ToUpperInPlace(small[..length], out _);
                outcome = raw.sqlite3_bind_text(_statement, at, small[..length]);
                break;
            case DateTime instant:
                instant.TryFormat(small, out length, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture);
                outcome = raw.sqlite3_bind_text(_statement, at, small[..length]);
                break;
            case DateOnly day:
                day.TryFormat(small, out length, @"yyyy\-MM\-dd", CultureInfo.InvariantCulture);
                outcome = raw.sqlite3_bind_text(_statement, at, small[..length]);
                break;
            case int number: outcome = raw.sqlite3_bind_int64(_statement, at, number); break;
            case long number: outcome = raw.sqlite3_bind_int64(_statement, at, number); break;
            case bool flag: outcome = raw.sqlite3_bind_int64(_statement, at, flag ? 1 : 0); break;
            case double number: outcome = raw.sqlite3_bind_double(_statement, at, number); break;
            case byte[] bytes: outcome = raw.sqlite3_bind_blob(_statement, at, bytes); break;
            default: throw new NotSupportedException($"SQLite is given no {value.GetType()}");
        }
        SqliteException.ThrowExceptionForRC(outcome, _database);
    }

    private int BindText(int at, string text)
    {
        const int Small = 256;
        Span<byte> bytes = text.Length <= Small ? stackalloc byte[Small * 3] : new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return raw.sqlite3_bind_text(_statement, at, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private string Text(string table, EntityState state)
    {
        string where = string.Join(" AND ", _compared.Select(c => c.Column.Name + (c.IsNull ? " IS NULL" : " = ?")));
        return state switch
        {
            EntityState.Added => $"INSERT INTO {table} ({string.Join(", ", _written.Select(c => c.Name))}) VALUES ({string.Join(", ", _written.Select(_ => "?"))})",
            EntityState.Deleted => $"DELETE FROM {table} WHERE {where}",
            _ => $"UPDATE {table} SET {string.Join(", ", _written.Select(c => c.Name + " = ?"))} WHERE {where}",
        };
    }
}
