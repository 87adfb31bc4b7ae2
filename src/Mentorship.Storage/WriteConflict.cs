using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Storage;

/// <summary>Tells a conflict with another writer (run again on fresh data) from a defect.</summary>
public static class WriteConflict
{
    /// <summary>Unique violation, serialisation failure, deadlock.</summary>
    private static readonly HashSet<string> States = ["23505", "40001", "40P01"];

    public static bool Is(DbUpdateException failure) => failure is DbUpdateConcurrencyException || failure.InnerException is DbException inner &&
        (inner.IsTransient || inner.SqlState is { } state && States.Contains(state)
         || inner.Message.Contains("UNIQUE constraint failed", StringComparison.Ordinal) || inner.Message.Contains("database is locked", StringComparison.Ordinal));
}
