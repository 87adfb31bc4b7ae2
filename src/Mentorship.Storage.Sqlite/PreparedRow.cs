using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Storage.Sqlite;

/// <summary>A prepared statement that writes, changes or deletes one row, and the shape of the rows that it is for.</summary>
internal sealed class PreparedRow : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly ColumnUse[] _columns;
    private readonly List<(SqliteParameter Parameter, int Column, bool Original)> _values = [];

    public PreparedRow(IReadOnlyModificationCommand command, SqliteConnection connection, ISqlGenerationHelper sql)
    {
        _columns = [.. command.ColumnModifications.Select(ColumnUse.Of)];
        _command = connection.CreateCommand();
        _command.CommandText = Text(command, sql);
        _command.Prepare();
    }

    /// <summary>A row whose values the program alone makes: nothing has to be asked back.</summary>
    public static bool CanWrite(IReadOnlyModificationCommand command) =>
        command.StoreStoredProcedure is null && command.ColumnModifications.All(column => !column.IsRead && column.JsonPath is null);

    /// <summary>Is this the statement for a command of its table and kind?</summary>
    public bool Fits(IReadOnlyModificationCommand command)
    {
        if (command.ColumnModifications.Count != _columns.Length) return false;
        for (int i = 0; i < _columns.Length; i++) if (ColumnUse.Of(command.ColumnModifications[i]) != _columns[i]) return false;
        return true;
    }

    /// <summary>Returns how many rows were there to be written.</summary>
    public int Write(IReadOnlyModificationCommand command, SqliteTransaction? transaction)
    {
        foreach ((SqliteParameter parameter, int column, bool original) in _values) parameter.Value = Value(command.ColumnModifications[column], original) ?? DBNull.Value;
        _command.Transaction = transaction;
        try
        {
            return _command.ExecuteNonQuery();
        }
        finally
        {
            _command.Transaction = null;
        }
    }

    public void Dispose() => _command.Dispose();

    private static object? Value(IColumnModification column, bool original)
    {
        object? value = original ? column.OriginalValue : column.Value;
        return column.TypeMapping?.Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private string Text(IReadOnlyModificationCommand command, ISqlGenerationHelper sql)
    {
        string table = sql.DelimitIdentifier(command.TableName, command.Schema);
        (IColumnModification Column, int At)[] columns = [.. command.ColumnModifications.Select((column, i) => (column, i))], written = [.. columns.Where(c => c.Column.IsWrite)];
        string where = string.Join(" AND ", columns.Where(c => c.Column.IsCondition)
            .Select(c => sql.DelimitIdentifier(c.Column.ColumnName) + (c.Column.OriginalValue is null ? " IS NULL" : " = " + Parameter(c.Column, c.At, original: true))));
        return command.EntityState switch
        {
            EntityState.Added => $"INSERT INTO {table} ({string.Join(", ", written.Select(c => sql.DelimitIdentifier(c.Column.ColumnName)))}) VALUES ({string.Join(", ", written.Select(c => Parameter(c.Column, c.At, original: false)))})",
            EntityState.Deleted => $"DELETE FROM {table} WHERE {where}",
            _ => $"UPDATE {table} SET {string.Join(", ", written.Select(c => sql.DelimitIdentifier(c.Column.ColumnName) + " = " + Parameter(c.Column, c.At, original: false)))} WHERE {where}",
        };
    }

    /// <summary>The type's own mapping makes the parameter, so that it is bound as the framework would bind it.</summary>
    private string Parameter(IColumnModification column, int at, bool original)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"@p{_values.Count}");
        SqliteParameter parameter = (SqliteParameter)column.TypeMapping!.CreateParameter(_command, name, original ? column.OriginalValue : column.Value, column.IsNullable);
        _command.Parameters.Add(parameter);
        _values.Add((parameter, at, original));
        return name;
    }

    /// <summary>What a statement does with a column; a comparison with null reads differently.</summary>
    private readonly record struct ColumnUse(string Name, bool Written, bool Compared, bool WithNull)
    {
        public static ColumnUse Of(IColumnModification column) => new(column.ColumnName, column.IsWrite, column.IsCondition, column.IsCondition && column.OriginalValue is null);
    }
}
