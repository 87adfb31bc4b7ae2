using System.Globalization;
using Mentorship.Domain.Files;

namespace Mentorship.Domain.Auditing;

/// <summary>An entry of the event journal, known by its number in its stream (a case, or the institution). Its hash covers the hash of the one before it, so that none can be changed or taken out unseen.</summary>
public sealed class AuditEvent : IInstitutionOwned
{
    public required Guid InstitutionId { get; init; }
    public required Guid StreamId { get; init; }
    public required int Number { get; init; }
    public required string Kind { get; init; }
    public Guid? ActorId { get; init; }
    public required string Data { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Hash { get; init; }

    /// <summary>The hash that this entry must have after an entry of that hash.</summary>
    public string Seal(string previous) => Seal(StreamId, Number, Kind, ActorId, Data, At, previous);

    internal static string Seal(Guid stream, int number, string kind, Guid? actor, string data, DateTimeOffset at, string previous) =>
        Files.Hash.OfText(string.Join('\n', stream.ToString("N"), number.ToString(CultureInfo.InvariantCulture), kind, actor?.ToString("N") ?? "", data,
            at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture), previous));
}

/// <summary>The end of a stream's chain, kept with the stream's owner so that appending needs no query.</summary>
public sealed class AuditTail
{
    public int Count { get; private set; }
    public string Hash { get; private set; } = "";

    public AuditEvent Append(Guid institution, Guid stream, string kind, Guid? actor, string data, DateTimeOffset at)
    {
        if (data.Length > 2000) data = data[..2000];
        // Databases keep microseconds; the seal must survive the way there and back.
        at = new DateTimeOffset(at.UtcTicks - at.UtcTicks % 10, TimeSpan.Zero);
        int number = Count + 1;
        AuditEvent entry = new()
        {
            InstitutionId = institution, StreamId = stream, Number = number, Kind = kind, ActorId = actor, Data = data, At = at,
            Hash = AuditEvent.Seal(stream, number, kind, actor, data, at, Hash),
        };
        Count = number;
        Hash = entry.Hash;
        return entry;
    }
}
