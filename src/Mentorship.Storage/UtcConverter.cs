using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mentorship.Storage;

/// <summary>Instants are stored as UTC: SQLite cannot order offsets, PostgreSQL takes only UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    at => at.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc), TimeSpan.Zero));
