namespace Mentorship.UseCases.Demonstrating;

/// <summary>The clock on which the demonstration is played: it stands still until it is moved.</summary>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves on; it never goes back.</summary>
    public void GoTo(DateTimeOffset instant) => _now = instant >= _now ? instant : throw new InvalidOperationException($"The clock stands at {_now:O} and cannot go back to {instant:O}");
}
