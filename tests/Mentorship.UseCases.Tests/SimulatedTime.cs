namespace Mentorship.UseCases.Tests;

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class SimulatedTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void GoTo(DateTimeOffset instant) => _now = instant;
}
