using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Tests.Deadlines;

public sealed class DeadlinePhraseTests
{
    private static readonly DeadlineContext Year = new() { SchoolYear = new SchoolYear(2026) };

    [Theory]
    [InlineData("2026-10-15", "2026-10-15", "15 октября 2026 г.")]
    [InlineData("2026-10-01", "2026-10-15", "с 1 по 15 октября 2026 г.")]
    [InlineData("2026-09-28", "2026-10-03", "с 28 сентября по 3 октября 2026 г.")]
    [InlineData("2026-12-28", "2027-01-10", "с 28 декабря 2026 г. по 10 января 2027 г.")]
    public void Of_AWindow_IsWrittenAsInARoadmap(string from, string to, string phrase) =>
        Assert.Equal(phrase, DeadlinePhrase.Of(new DateWindow(DateOnly.Parse(from), DateOnly.Parse(to))));

    [Fact]
    public void Of_AnyDaysOfTheYear_ReadsBackAsTheSameDays()
    {
        DateOnly first = new(2026, 9, 1);
        for (int start = 0; start < 365; start++)
            foreach (int length in (int[])[0, 1, 6, 13, 30, 61, 150])
            {
                DateWindow window = new(first.AddDays(start), first.AddDays(start + length));
                Deadline read = DeadlineReader.Read(DeadlinePhrase.Of(window), Year);
                Assert.Equal((window.To, null), (read.To!.Value, read.Doubt));
                if (length > 0) Assert.Equal((DeadlineKind.Range, window.From), (read.Kind, read.From!.Value));
                else Assert.Equal(DeadlineKind.Day, read.Kind);
                Deadline by = DeadlineReader.Read(DeadlinePhrase.By(window.To), Year), since = DeadlineReader.Read(DeadlinePhrase.Since(window.From), Year);
                Assert.Equal((DeadlineKind.By, window.To), (by.Kind, by.To!.Value));
                Assert.Equal((DeadlineKind.Since, window.From), (since.Kind, since.From!.Value));
            }
    }
}
