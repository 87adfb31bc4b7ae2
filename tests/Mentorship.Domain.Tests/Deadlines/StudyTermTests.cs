using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Tests.Deadlines;

/// <summary>Deadlines by the institution's own terms and holidays: dated once its schedule is entered, asked until then.</summary>
public sealed class StudyTermTests
{
    private static StudyTerm Quarter(int number, string from, string to) => new(TermKind.Quarter, number, new DateWindow(DateOnly.Parse(from), DateOnly.Parse(to)));
    private static StudyTerm Trimester(int number, string from, string to) => new(TermKind.Trimester, number, new DateWindow(DateOnly.Parse(from), DateOnly.Parse(to)));
    private static StudyTerm Holidays(int season, string from, string to) => new(TermKind.Holidays, season, new DateWindow(DateOnly.Parse(from), DateOnly.Parse(to)));

    /// <summary>2024/2025 by quarters, 2025/2026 by trimesters with two holidays in autumn, 2026/2027 not entered.</summary>
    private static readonly InstitutionCalendar School = new(WorkingDays.ByRule,
        new StudyCalendar(new SchoolYear(2024),
        [
            Quarter(1, "2024-09-02", "2024-10-26"), Quarter(2, "2024-11-05", "2024-12-28"), Quarter(3, "2025-01-09", "2025-03-22"), Quarter(4, "2025-04-01", "2025-05-24"),
            Holidays(9, "2024-10-27", "2024-11-04"), Holidays(12, "2024-12-29", "2025-01-08"), Holidays(3, "2025-03-23", "2025-03-31"), Holidays(6, "2025-05-25", "2025-08-31"),
        ]),
        new StudyCalendar(new SchoolYear(2025),
        [
            Trimester(1, "2025-09-01", "2025-11-30"), Trimester(2, "2025-12-01", "2026-02-28"), Trimester(3, "2026-03-01", "2026-05-26"),
            Holidays(9, "2025-10-06", "2025-10-12"), Holidays(9, "2025-11-17", "2025-11-23"), Holidays(12, "2025-12-31", "2026-01-11"),
        ]));

    private static string Read(string phrase, int year)
    {
        Deadline read = DeadlineReader.Read(phrase, new DeadlineContext { SchoolYear = new SchoolYear(year), Calendar = School });
        return $"{read.Kind.ToString().ToLowerInvariant()} {read.From:yyyy-MM-dd} {read.To:yyyy-MM-dd}".Trim();
    }

    [Theory]
    [InlineData("I четверть", 2024, "range 2024-09-02 2024-10-26")]
    [InlineData("IV четверть", 2024, "range 2025-04-01 2025-05-24")]
    [InlineData("1-я четверть", 2024, "range 2024-09-02 2024-10-26")]
    [InlineData("в третьей четверти", 2024, "range 2025-01-09 2025-03-22")]
    [InlineData("2 учебная четверть", 2024, "range 2024-11-05 2024-12-28")]
    [InlineData("II-III четверть", 2024, "range 2024-11-05 2025-03-22")]
    [InlineData("I, III четверти", 2024, "multi 2024-09-02 2025-03-22")]
    [InlineData("последняя четверть", 2024, "range 2025-04-01 2025-05-24")]
    [InlineData("до конца I четверти", 2024, "by  2024-10-26")]
    [InlineData("к концу 2 четверти", 2024, "by  2024-12-28")]
    [InlineData("не позднее окончания III четверти", 2024, "by  2025-03-22")]
    [InlineData("до начала II четверти", 2024, "by  2024-11-04")]
    [InlineData("до II четверти", 2024, "by  2024-11-04")]
    [InlineData("в начале II четверти", 2024, "range 2024-11-05 2024-11-14")]
    [InlineData("в конце II четверти", 2024, "range 2024-12-19 2024-12-28")]
    [InlineData("конец 1 четверти", 2024, "range 2024-10-17 2024-10-26")]
    [InlineData("с начала III четверти", 2024, "since 2025-01-09")]
    [InlineData("по окончании I четверти", 2024, "by  2024-10-26")]
    [InlineData("по итогам 3 четверти", 2024, "by  2025-03-22")]
    [InlineData("первая неделя II четверти", 2024, "range 2024-11-05 2024-11-10")]
    [InlineData("последняя неделя 1 четверти", 2024, "range 2024-10-21 2024-10-26")]
    [InlineData("осенние каникулы", 2024, "range 2024-10-27 2024-11-04")]
    [InlineData("на осенних каникулах", 2024, "range 2024-10-27 2024-11-04")]
    [InlineData("во время весенних каникул", 2024, "range 2025-03-23 2025-03-31")]
    [InlineData("в период зимних каникул", 2024, "range 2024-12-29 2025-01-08")]
    [InlineData("летние каникулы", 2024, "range 2025-05-25 2025-08-31")]
    [InlineData("осенние и весенние каникулы", 2024, "multi 2024-10-27 2025-03-31")]
    [InlineData("осенние, весенние каникулы", 2024, "multi 2024-10-27 2025-03-31")]
    [InlineData("в каникулярное время", 2024, "multi 2024-10-27 2025-08-31")]
    [InlineData("до осенних каникул", 2024, "by  2024-10-26")]
    [InlineData("к зимним каникулам", 2024, "by  2024-12-28")]
    [InlineData("перед весенними каникулами", 2024, "by  2025-03-22")]
    [InlineData("не позднее осенних каникул", 2024, "by  2024-11-04")]
    [InlineData("после осенних каникул", 2024, "since 2024-11-05")]
    [InlineData("после I четверти", 2024, "since 2024-10-27")]
    [InlineData("в 1 триместре", 2025, "range 2025-09-01 2025-11-30")]
    [InlineData("до конца II триместра", 2025, "by  2026-02-28")]
    [InlineData("осенние каникулы", 2025, "multi 2025-10-06 2025-11-23")]
    [InlineData("раз в триместр", 2025, "recurring 2025-09-01 2026-08-31")]
    public void Read_WhenTheScheduleIsEntered_FindsTheDays(string phrase, int year, string expected) => Assert.Equal(expected, Read(phrase, year));

    [Theory]
    [InlineData("I четверть 2024-2025 учебного года", 2026, "range 2024-09-02 2024-10-26")]
    [InlineData("2024-2025 учебный год, I четверть", 2026, "range 2024-09-02 2024-10-26")]
    [InlineData("осенние каникулы 2024 года", 2025, "range 2024-10-27 2024-11-04")]
    [InlineData("весенние каникулы 2025 г.", 2026, "range 2025-03-23 2025-03-31")]
    [InlineData("I четверть 2026-2027 учебного года", 2024, "unresolved")]
    public void Read_WhenAYearIsNamed_TakesTheScheduleOfThatYear(string phrase, int year, string expected) => Assert.Equal(expected, Read(phrase, year));

    [Theory]
    [InlineData("I четверть", 2026, "Внесите в календарь учреждения учебный график на 2026/2027 учебный год")]
    [InlineData("до конца I четверти", 2026, "Внесите в календарь учреждения учебный график на 2026/2027 учебный год")]
    [InlineData("до осенних каникул", 2026, "Внесите в календарь учреждения учебный график на 2026/2027 учебный год")]
    [InlineData("первая неделя II четверти", 2026, "Внесите в календарь учреждения учебный график на 2026/2027 учебный год")]
    [InlineData("в каникулярное время", 2026, "Внесите в календарь учреждения учебный график на 2026/2027 учебный год")]
    [InlineData("I четверть", 2025, "нет такого периода")]
    [InlineData("I и V четверть", 2024, "нет такого периода")]
    [InlineData("весенние каникулы", 2025, "нет такого периода")]
    [InlineData("двадцатая неделя I четверти", 2024, "Столько недель")]
    [InlineData("до каникул", 2024, "какие именно каникулы")]
    public void Read_WhenTheScheduleDoesNotSay_AsksWhatIsMissing(string phrase, int year, string doubt)
    {
        Deadline read = DeadlineReader.Read(phrase, new DeadlineContext { SchoolYear = new SchoolYear(year), Calendar = School });
        Assert.Equal(DeadlineKind.Unresolved, read.Kind);
        Assert.Contains(doubt, read.Doubt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("осень 2024", "range 2024-09-01 2024-11-30")]
    [InlineData("до 2 полугодия", "by  2025-05-31")]
    [InlineData("II квартал", "range 2025-04-01 2025-06-30")]
    public void Read_WhenThePhraseNamesNoTerm_TheScheduleChangesNothing(string phrase, string expected)
    {
        Assert.Equal(expected, Read(phrase, 2024));
        Deadline without = DeadlineReader.Read(phrase, new DeadlineContext { SchoolYear = new SchoolYear(2024) });
        Assert.Equal(expected, $"{without.Kind.ToString().ToLowerInvariant()} {without.From:yyyy-MM-dd} {without.To:yyyy-MM-dd}".Trim());
    }
}
