using Mentorship.Web.Parts;

namespace Mentorship.Web.Tests.Parts;

public sealed class DueWordsTests
{
    private static readonly DateOnly Today = new(2026, 10, 9);

    [Theory]
    [InlineData("2026-10-09", "сегодня", Tone.Wait)]
    [InlineData("2026-10-10", "завтра", Tone.Wait)]
    [InlineData("2026-10-12", "до 12 октября, через 3 дня", Tone.Plain)]
    [InlineData("2026-10-20", "до 20 октября, через 11 дней", Tone.Plain)]
    [InlineData("2026-10-30", "до 30 октября, через 21 день", Tone.Plain)]
    [InlineData("2027-05-31", "до 31 мая 2027, через 234 дня", Tone.Plain)]
    [InlineData("2026-10-08", "просрочено на 1 день", Tone.Late)]
    [InlineData("2026-09-28", "просрочено на 11 дней", Tone.Late)]
    [InlineData("2026-09-17", "просрочено на 22 дня", Tone.Late)]
    public void Of_OnADay_SaysHowFarItIs(string due, string words, Tone tone)
    {
        DueWords found = DueWords.Of(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Today);

        Assert.Equal(words, found.Text.Replace('\u00a0', ' '));
        Assert.Equal(tone, found.Tone);
    }

    [Fact]
    public void Of_WithoutADay_SaysSo() => Assert.Equal(new DueWords("без срока", Tone.Plain), DueWords.Of(null, Today));

    [Fact]
    public void Days_Always_StayOnOneLineWithTheirNumber() => Assert.Equal("3\u00a0дня", DueWords.Days(3));
}
