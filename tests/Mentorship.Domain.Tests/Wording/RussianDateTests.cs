using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Wording;

namespace Mentorship.Domain.Tests.Wording;

public sealed class RussianDateTests
{
    private static string Plain(string text) => text.Replace('\u00A0', '_');

    [Theory]
    [InlineData(0, "дней")]
    [InlineData(1, "день")]
    [InlineData(3, "дня")]
    [InlineData(11, "дней")]
    [InlineData(21, "день")]
    [InlineData(112, "дней")]
    [InlineData(-2, "дня")]
    public void Of_PicksTheFormBehindTheNumber(int number, string form) => Assert.Equal(form, Plural.Of(number, "день", "дня", "дней"));

    [Theory]
    [InlineData("2026-09-15", "сегодня")]
    [InlineData("2026-09-16", "завтра")]
    [InlineData("2026-09-18", "через 3_дня")]
    [InlineData("2026-09-13", "просрочено на 2_дня")]
    [InlineData("2026-09-14", "просрочено на 1_день")]
    public void Due_SaysHowFarTheDayIs(string due, string words) => Assert.Equal(words, Plain(RussianDate.Due(DateOnly.Parse(due), new DateOnly(2026, 9, 15))));

    [Theory]
    [InlineData("2026-09-15", "2026-09-20", "15–20_сентября")]
    [InlineData("2026-09-28", "2026-10-03", "28_сентября – 3_октября")]
    [InlineData("2026-12-28", "2027-01-10", "28_декабря 2026_г. – 10_января 2027_г.")]
    [InlineData("2026-09-15", "2026-09-15", "15_сентября")]
    public void Range_NamesWhatDiffers(string from, string to, string words) => Assert.Equal(words, Plain(RussianDate.Range(new DateWindow(DateOnly.Parse(from), DateOnly.Parse(to)))));

    [Fact]
    public void Words_HoldNumberAndWordTogether()
    {
        DateOnly day = new(2026, 9, 15);
        Assert.Equal("15_сентября 2026_г.", Plain(RussianDate.Long(day)));
        Assert.Equal("15.09.2026", RussianDate.Short(day));
        Assert.Equal("до 15_сентября", Plain(RussianDate.Until(day)));
        Assert.Equal("вторник", RussianDate.Weekday(day));
        Assert.Equal("сентябрь 2026", RussianDate.Month(day));
    }
}
