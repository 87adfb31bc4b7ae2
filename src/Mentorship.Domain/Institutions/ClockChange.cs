namespace Mentorship.Domain.Institutions;

/// <summary>An institution goes by another clock: the end of 25 October stays the end of 25 October, which is another instant.</summary>
public sealed class ClockChange(TimeZoneInfo from, TimeZoneInfo to)
{
    /// <summary>The instant at which the new clock shows what the old one showed then.</summary>
    public DateTimeOffset Of(DateTimeOffset instant)
    {
        DateTime shown = TimeZoneInfo.ConvertTime(instant, from).DateTime;
        return new DateTimeOffset(shown, to.GetUtcOffset(shown)).ToUniversalTime();
    }
}
