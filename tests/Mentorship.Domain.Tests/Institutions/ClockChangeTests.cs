using System.Globalization;
using Mentorship.Domain.Institutions;

namespace Mentorship.Domain.Tests.Institutions;

public sealed class ClockChangeTests
{
    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("Europe/Moscow", "Asia/Yekaterinburg", "2026-10-25T20:59:59Z", "2026-10-25T18:59:59Z")]
    [InlineData("Europe/Moscow", "Europe/Kaliningrad", "2026-10-24T21:00:00Z", "2026-10-24T22:00:00Z")]
    [InlineData("Asia/Kamchatka", "Europe/Moscow", "2026-10-25T11:59:59Z", "2026-10-25T20:59:59Z")]
    [InlineData("Europe/Moscow", "Europe/Moscow", "2026-10-25T20:59:59Z", "2026-10-25T20:59:59Z")]
    // Where clocks are put back, each day keeps its own offset; an hour that a clock leaps over is the one after it.
    [InlineData("Europe/Berlin", "Europe/Moscow", "2026-10-24T21:59:59Z", "2026-10-24T20:59:59Z")]
    [InlineData("Europe/Berlin", "Europe/Moscow", "2026-10-26T22:59:59Z", "2026-10-26T20:59:59Z")]
    [InlineData("Europe/Moscow", "Europe/Berlin", "2026-03-28T23:30:00Z", "2026-03-29T01:30:00Z")]
    public void Of_KeepsTheDayAndTheHour(string from, string to, string instant, string expected) =>
        Assert.Equal(At(expected), new ClockChange(TimeZoneInfo.FindSystemTimeZoneById(from), TimeZoneInfo.FindSystemTimeZoneById(to)).Of(At(instant)));

    [Fact]
    public void Zones_OfRussia_AreThere_FromWestToEast_ByTheirDistanceFromMoscow()
    {
        DateTimeOffset now = At("2026-11-22T12:00:00Z");
        TimeSpan moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow").GetUtcOffset(now);
        Assert.All(RussianZone.All, z => Assert.Equal(TimeSpan.FromHours(z.FromMoscow), TimeZoneInfo.FindSystemTimeZoneById(z.Id).GetUtcOffset(now) - moscow));
        Assert.Equal(RussianZone.All.OrderBy(z => z.FromMoscow), RussianZone.All);
        Assert.Equal(RussianZone.All.Count, RussianZone.All.Select(z => z.Name).Distinct().Count());
        Assert.Equal(["Калининград: МСК−1", "Москва: МСК", "Екатеринбург, Уфа, Пермь: МСК+2"], new[] { 0, 1, 3 }.Select(i => RussianZone.All[i].Name));
    }

    [Theory]
    [InlineData("Asia/Krasnoyarsk", "Asia/Krasnoyarsk")]
    [InlineData("Europe/Saratov", "Europe/Samara")]
    [InlineData("America/New_York", null)]
    [InlineData("Mars/Phobos", null)]
    public void Of_AZone_IsItselfOrOneWithTheSameClock(string id, string? expected) => Assert.Equal(expected, RussianZone.Of(id, At("2026-11-22T12:00:00Z"))?.Id);
}
