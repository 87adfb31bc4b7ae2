using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Tests.Calendars;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2027-01-08", false)]
    [InlineData("2027-01-11", true)]
    [InlineData("2026-11-04", false)]
    [InlineData("2026-09-05", false)]
    [InlineData("2026-09-07", true)]
    public void IsWorkingDay_ByRule_RestsOnWeekendsAndHolidays(string day, bool works) => Assert.Equal(works, WorkingDays.ByRule.IsWorkingDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-09-04", 3, "2026-09-09")]
    [InlineData("2026-12-31", 1, "2027-01-11")]
    [InlineData("2026-09-07", -1, "2026-09-04")]
    [InlineData("2026-09-05", 0, "2026-09-05")]
    public void AddWorkingDays_DoesNotCountTheDayItself(string from, int count, string to) => Assert.Equal(DateOnly.Parse(to), WorkingDays.ByRule.AddWorkingDays(DateOnly.Parse(from), count));

    [Fact]
    public void IsWorkingDay_WhenADecreeMovesADay_GoesByTheDecree()
    {
        WorkingDays moved = WorkingDays.ByRule with { DaysOff = new HashSet<DateOnly> { new(2026, 11, 3) }, DaysOn = new HashSet<DateOnly> { new(2026, 10, 31) } };
        Assert.False(moved.IsWorkingDay(new DateOnly(2026, 11, 3)));
        Assert.True(moved.IsWorkingDay(new DateOnly(2026, 10, 31)));
    }
}
