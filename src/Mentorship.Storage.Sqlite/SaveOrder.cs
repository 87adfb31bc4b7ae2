using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Storage.Sqlite;

/// <summary>
/// The order in which the rows of a save hold every reference and unique value at every moment: what leaves first, then table by table those that
/// are referred to before those that refer, in each what changes before what is new.
/// </summary>
internal sealed class SaveOrder
{
    private static readonly ConditionalWeakTable<IModel, SaveOrder> Known = [];
    private readonly Dictionary<IEntityType, int> _ranks = [];

    private SaveOrder(IModel model)
    {
        foreach (IEntityType type in model.GetEntityTypes().Where(RowTable.IsPlain)) if (RankOf(type, []) is { } rank) _ranks[type] = rank;
    }

    /// <summary>Null where the order would have to look at the values: those saves are few.</summary>
    public static IReadOnlyList<IUpdateEntry>? Of(IList<IUpdateEntry> entries)
    {
        if (entries.Count == 0) return [];
        SaveOrder order = Known.GetValue(entries[0].EntityType.Model, model => new SaveOrder(model));
        (int Rank, int Place)[] places = new (int, int)[entries.Count];
        for (int i = 0; i < entries.Count; i++)
        {
            if (order.RankOf(entries[i], entries) is not { } rank) return null;
            places[i] = (rank, i);
        }
        IUpdateEntry[] ordered = [.. entries];
        Array.Sort(places, ordered);
        return ordered;
    }

    private int? RankOf(IUpdateEntry entry, IList<IUpdateEntry> all)
    {
        IEntityType type = entry.EntityType;
        if (entry.SharedIdentityEntry is not null || !_ranks.TryGetValue(type, out int rank)) return null;
        switch (entry.EntityState)
        {
            case EntityState.Deleted: return type.GetReferencingForeignKeys().Any() ? null : -1;
            case EntityState.Modified: return ChangesUnique(entry) ? null : 2 * rank;
            default: return RefersToItself(type) && all.Count(e => e.EntityType == type && e.EntityState == EntityState.Added) > 1 ? null : 2 * rank + 1;
        }
    }

    /// <summary>The longest way through references; null where they go round.</summary>
    private static int? RankOf(IEntityType type, HashSet<IEntityType> above)
    {
        if (!above.Add(type)) return null;
        int? rank = 0;
        foreach (IForeignKey key in type.GetForeignKeys().Where(k => k.PrincipalEntityType != type))
            rank = RankOf(key.PrincipalEntityType, above) is { } below && rank is { } so ? Math.Max(so, 1 + below) : null;
        above.Remove(type);
        return rank;
    }

    private static bool RefersToItself(IEntityType type)
    {
        foreach (IForeignKey key in type.GetForeignKeys()) if (key.PrincipalEntityType == type) return true;
        return false;
    }

    private static bool ChangesUnique(IUpdateEntry entry)
    {
        foreach (IIndex index in entry.EntityType.GetIndexes())
            if (index.IsUnique)
                foreach (IProperty property in index.Properties) if (entry.IsModified(property)) return true;
        return false;
    }
}
