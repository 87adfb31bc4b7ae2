using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Storage.Sqlite;

/// <summary>The table of an entity type as statements need it: names and converters looked up once.</summary>
internal sealed class RowTable
{
    private const int MostColumns = 100;
    private static readonly ConditionalWeakTable<IEntityType, RowTable> Known = [];
    private readonly RowColumn[] _columns;
    private readonly int[] _compared;

    private RowTable(IEntityType type, ISqlGenerationHelper sql)
    {
        ITable table = type.GetTableMappings().Single().Table;
        StoreObjectIdentifier store = StoreObjectIdentifier.Table(table.Name, table.Schema);
        Name = sql.DelimitIdentifier(table.Name, table.Schema);
        _columns = [.. type.GetFlattenedProperties().Select(p => new RowColumn(p, sql.DelimitIdentifier(p.GetColumnName(store)!), p.GetTypeMapping().Converter))];
        _compared = [.. Enumerable.Range(0, _columns.Length).Where(i => _columns[i].Property.IsPrimaryKey() || _columns[i].Property.IsConcurrencyToken)];
    }

    public string Name { get; }

    public static RowTable Of(IEntityType type, ISqlGenerationHelper sql) => Known.TryGetValue(type, out RowTable? known) ? known : Known.GetValue(type, type => new RowTable(type, sql));

    /// <summary>One table of its own, whose values the program alone makes and SQLite takes as they are.</summary>
    public static bool IsPlain(IEntityType type) =>
        type.FindPrimaryKey() is not null && !type.IsOwned() && type.BaseType is null && !type.GetDirectlyDerivedTypes().Any()
        && type.GetTableMappings().ToList() is [var only] && only.Table.EntityTypeMappings.Count() == 1
        && type.GetFlattenedProperties().Count() <= MostColumns
        && type.GetFlattenedProperties().All(p => p.ValueGenerated == ValueGenerated.Never && PreparedRow.CanBind(p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType));

    /// <summary>A bit for each column that the statement for this entry writes, and for each that it compares with nothing.</summary>
    public UInt128 ShapeOf(IUpdateEntry entry)
    {
        UInt128 shape = 0;
        if (entry.EntityState == EntityState.Added) return shape;
        if (entry.EntityState == EntityState.Modified)
            for (int i = 0; i < _columns.Length; i++) if (!_columns[i].Property.IsPrimaryKey() && entry.IsModified(_columns[i].Property)) shape |= UInt128.One << i;
        for (int i = 0; i < _compared.Length; i++) if (entry.GetOriginalValue(_columns[_compared[i]].Property) is null) shape |= UInt128.One << (MostColumns + i);
        return shape;
    }

    public RowColumn[] Written(EntityState state, UInt128 shape) =>
        state == EntityState.Added ? _columns : [.. _columns.Where((_, i) => (shape >> i & 1) != 0)];

    public (RowColumn Column, bool IsNull)[] Compared(EntityState state, UInt128 shape) =>
        state == EntityState.Added ? [] : [.. _compared.Select((at, i) => (_columns[at], (shape >> (MostColumns + i) & 1) != 0))];
}

/// <param name="Name">As SQL names it.</param>
internal sealed record RowColumn(IProperty Property, string Name, ValueConverter? Converter)
{
    public object? Provided(object? value) => Converter is null ? value : Converter.ConvertToProvider(value);
}
