using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Tests.Calendars;

public sealed class TypedDaysTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("31.12.2026", "12-31")]
    [InlineData("4 ноября 2026, 31.12.2026", "11-04 12-31")]
    [InlineData("9 января 2027\r\n8 мая 2027\n", "01-09 05-08")]
    [InlineData("с 26.10.2026 по 28.10.2026; 31 декабря", "10-26 10-27 10-28 12-31")]
    [InlineData("2-4 ноября 2026", "11-02 11-03 11-04")]
    [InlineData(" 8 мая 2027 ;; 8.05.2027 ", "05-08")]
    [InlineData("22 и 24 февраля", "02-22 02-24")]
    public void Read_WhatPeoplePaste(string text, string days)
    {
        TypedDays read = TypedDays.Read(text, Today);
        Assert.Null(read.Refusal);
        Assert.Equal(days.Split(' ').Order(), read.Days.Select(d => $"{d:MM-dd}").Order());
    }

    [Theory]
    [InlineData(null, "DaysMissing")]
    [InlineData(" ;\n; ", "DaysMissing")]
    [InlineData("постоянно", "DaysUnclear")]
    [InlineData("до 5 мая 2027", "DaysUnclear")]
    [InlineData("30 февраля 2027", "DaysUnclear")]
    [InlineData("каждую пятницу", "DaysUnclear")]
    [InlineData("осенние каникулы", "DaysUnclear")]
    [InlineData("1 мая 1999", "DaysFar")]
    [InlineData("с 1 января 2027 по 31 мая 2027", "DaysTooMany")]
    public void Read_WhatIsNoDay_SaysWhatToWrite(string? text, string code)
    {
        TypedDays read = TypedDays.Read(text, Today);
        Assert.Equal(code, read.Refusal?.Code);
        Assert.Empty(read.Days);
    }

    [Fact]
    public void Read_AHugePaste_IsRefusedAtOnce() => Assert.Equal("DaysTooMany", TypedDays.Read(new string('1', 1_000_000), Today).Refusal?.Code);
}
