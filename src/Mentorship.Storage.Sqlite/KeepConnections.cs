using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mentorship.Storage.Sqlite;

/// <summary>Gives every context a connection whose sessions are kept.</summary>
internal sealed class KeepConnections : DbConnectionInterceptor
{
    public static KeepConnections Instance { get; } = new();

    public override DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result) => new KeptConnection((SqliteConnection)result);
}
