using System.Globalization;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>What happened to a case within the time in which a decision may be taken back, one line each: the instant, then the event. Adding one reads none of the others.</summary>
internal static class RecentEvents
{
    /// <summary>Older ones can be taken back no more, whatever the time: a case that many decide at once stays small.</summary>
    private const int Most = 20;

    /// <returns>Null where nothing may be taken back.</returns>
    public static string? Add(string? recent, RecentEvent entry, TimeSpan window)
    {
        if (window <= TimeSpan.Zero) return null;
        string line = Line(entry);
        if (recent is null) return line;
        DateTimeOffset since = entry.At - window;
        return string.Join('\n', [.. recent.Split('\n').TakeLast(Most - 1).SkipWhile(known => At(known) < since), line]);
    }

    public static IReadOnlyList<RecentEvent> Read(string? recent) =>
        recent is null ? [] : [.. recent.Split('\n').Select(line => RecentEventJson.Read(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]))];

    public static string? Write(IReadOnlyList<RecentEvent> entries) => entries.Count == 0 ? null : string.Join('\n', entries.Select(Line));

    private static string Line(RecentEvent entry) => $"{entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)} {RecentEventJson.Write(entry)}";

    private static DateTimeOffset At(string line) => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(line.AsSpan(0, line.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture));
}
