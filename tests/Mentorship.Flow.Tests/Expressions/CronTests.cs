namespace Mentorship.Flow.Tests.Expressions;

public sealed class CronTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 9, 1, 6, 30, 15, TimeSpan.Zero);
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    [Theory]
    [InlineData("* * * * *", "2026-09-01T06:31:00Z")]
    [InlineData("*/20 * * * * *", "2026-09-01T06:30:20Z")]
    [InlineData("0 0 * * * *", "2026-09-01T07:00:00Z")]
    [InlineData("0 9 * * 1", "2026-09-07T09:00:00Z")]
    [InlineData("0 9 * * MON-FRI", "2026-09-01T09:00:00Z")]
    [InlineData("0 9 * * 7", "2026-09-06T09:00:00Z")]
    [InlineData("15,45 6 * * *", "2026-09-01T06:45:00Z")]
    [InlineData("0 0 1 jan *", "2027-01-01T00:00:00Z")]
    [InlineData("0 0 29 2 *", "2028-02-29T00:00:00Z")]
    [InlineData("0 12 13 * 5", "2026-09-04T12:00:00Z")]
    [InlineData("0 0 0 1 * ?", "2026-10-01T00:00:00Z")]
    [InlineData("5/20 8 * * *", "2026-09-01T08:05:00Z")]
    public void Next_IsTheFirstInstantAfter(string cron, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), CronText.Next(cron, Tuesday, TimeZoneInfo.Utc));

    [Theory]
    [InlineData("")]
    [InlineData("завтра в девять")]
    [InlineData("* * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("0 0 31 2 *")]
    [InlineData("*/0 * * * *")]
    [InlineData("5-1 * * * *")]
    [InlineData("1-2-3 * * * *")]
    [InlineData("*/2147483647 * * * *")]
    [InlineData("@daily")]
    public void Next_OfNoTimetable_IsNothing(string cron) => Assert.Null(CronText.Next(cron, Tuesday, TimeZoneInfo.Utc));

    [Fact]
    public void Next_IsInTheTimeOfTheZone() =>
        Assert.Equal(new DateTimeOffset(2026, 9, 2, 6, 0, 0, TimeSpan.Zero), CronText.Next("0 9 * * *", Tuesday, Moscow));

    [Fact]
    public void Next_InAnHourThatTheClockSkips_IsTheDayAfter()
    {
        TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        Assert.Equal(new DateTimeOffset(2026, 3, 30, 0, 30, 0, TimeSpan.Zero), CronText.Next("30 2 * * *", new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero), berlin));
    }

    [Fact]
    public void Next_FollowsItself()
    {
        DateTimeOffset at = Tuesday;
        for (int i = 0; i < 100; i++)
        {
            DateTimeOffset next = CronText.Next("*/7 8-10,14 * * 1-5", at, Moscow)!.Value;
            Assert.True(next > at);
            at = next;
        }
    }
}
