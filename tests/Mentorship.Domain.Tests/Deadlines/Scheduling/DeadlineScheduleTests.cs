using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Deadlines.Scheduling;

namespace Mentorship.Domain.Tests.Deadlines.Scheduling;

public sealed class DeadlineScheduleTests
{
    private static readonly DeadlineContext Year2026 = new() { SchoolYear = new SchoolYear(2026) };

    private static string Plan(string phrase, DeadlineContext? context = null)
    {
        DeadlineContext known = context ?? Year2026;
        PlannedWork work = DeadlineSchedule.Plan(DeadlineReader.Read(phrase, known), known, new OpeningRules());
        return $"{work.Kind} " + string.Join(' ', work.Occurrences.Select(o => $"[{o.Key} {o.Opens:yyyy-MM-dd} {o.Due:yyyy-MM-dd}]")) + (work.ClosesOn is { } closes ? $" {closes:yyyy-MM-dd}" : "");
    }

    [Theory]
    [InlineData("до 15 сентября", "Windows [ 2026-09-01 2026-09-15]")]
    [InlineData("15 октября", "Windows [ 2026-10-01 2026-10-15]")]
    [InlineData("сентябрь-октябрь", "Windows [ 2026-09-01 2026-10-31]")]
    [InlineData("с 1 октября", "Windows [ 2026-10-01 ]")]
    [InlineData("декабрь, май", "Windows [2026-12-01 2026-12-01 2026-12-31] [2027-05-01 2027-05-01 2027-05-31]")]
    [InlineData("в течение года", "Continuous [ 2026-09-01 ] 2027-08-31")]
    [InlineData("Ежегодно, на постоянной основе", "Continuous [ 2026-09-01 ] 2027-08-31")]
    [InlineData("сентябрь, далее постоянно", "Windows [2026-09-01 2026-09-01 2026-09-30] [2026-09-01/on 2026-09-01 ] 2027-08-31")]
    [InlineData("по мере необходимости", "AwaitsEvent ")]
    [InlineData("до дд.мм.гггг", "NeedsDeadline ")]
    [InlineData("по отдельному графику", "NeedsDeadline ")]
    [InlineData("", "NeedsDeadline ")]
    public void Plan_ByTheKindOfTheDeadline_OpensAsTheRuleSays(string phrase, string work) => Assert.Equal(work, Plan(phrase));

    [Theory]
    [InlineData("раз в полугодие", "Windows [2026-12-31 2026-09-01 2026-12-31] [2027-05-31 2027-01-01 2027-05-31]")]
    [InlineData("1 раз в квартал", "Windows [2026-09-30 2026-09-01 2026-09-30] [2026-12-31 2026-10-01 2026-12-31] [2027-03-31 2027-01-01 2027-03-31] [2027-06-30 2027-04-01 2027-06-30]")]
    [InlineData("ежемесячно с октября по декабрь, до 5 числа", "Windows [2026-10 2026-10-01 2026-10-05] [2026-11 2026-10-06 2026-11-05] [2026-12 2026-11-06 2026-12-05]")]
    [InlineData("ежегодно", "Windows [2027-08-31 2026-09-01 2027-08-31]")]
    [InlineData("май ежегодно", "Windows [2027-05 2027-05-01 2027-05-31]")]
    [InlineData("ноябрь-декабрь, далее ежегодно", "Windows [2026-11 2026-11-01 2026-12-31]")]
    [InlineData("2 раза в год", "Windows [2027-08/1 2026-09-01 2027-08-31] [2027-08/2 2026-09-01 2027-08-31]")]
    [InlineData("ежегодно до 1 октября", "Windows [2026-10-01 2026-09-17 2026-10-01]")]
    [InlineData("раз в 3 месяца", "Windows [2026-11 2026-09-01 2026-11-30] [2027-02 2026-12-01 2027-02-28] [2027-05 2027-03-01 2027-05-31] [2027-08 2027-06-01 2027-08-31]")]
    [InlineData("раз в четверть", "NeedsDeadline ")]
    public void Plan_WhenItRepeats_MakesOneTaskPerDate(string phrase, string work) => Assert.Equal(work, Plan(phrase));

    [Theory]
    [InlineData("ежемесячно", 12, "2026-09", "2026-09-30", "2027-08-31")]
    [InlineData("третья среда месяца", 12, "2026-09", "2026-09-16", "2027-08-18")]
    [InlineData("каждая последняя пятница месяца", 12, "2026-09", "2026-09-25", "2027-08-27")]
    [InlineData("2 раза в месяц", 24, "2026-09/1", "2026-09-30", "2027-08-31")]
    [InlineData("еженедельно по четвергам", 52, "2026-09-03", "2026-09-03", "2027-08-26")]
    [InlineData("еженедельно", 52, "2026-09-06", "2026-09-06", "2027-08-29")]
    [InlineData("раз в две недели", 26, "2026-09-13", "2026-09-13", "2027-08-29")]
    [InlineData("ежедневно", 365, "2026-09-01", "2026-09-01", "2027-08-31")]
    public void Plan_WhenItRepeatsOften_CoversThePlanPeriod(string phrase, int count, string firstKey, string firstDue, string lastDue)
    {
        PlannedWork work = DeadlineSchedule.Plan(DeadlineReader.Read(phrase, Year2026), Year2026, new OpeningRules());
        Assert.Equal(count, work.Occurrences.Count);
        Assert.Equal(count, work.Occurrences.Select(o => o.Key).Distinct().Count());
        Assert.Equal((firstKey, firstDue, lastDue), (work.Occurrences[0].Key, $"{work.Occurrences[0].Due:yyyy-MM-dd}", $"{work.Occurrences[^1].Due:yyyy-MM-dd}"));
        Assert.All(work.Occurrences, o => Assert.True(o.Opens <= o.Due));
    }

    [Fact]
    public void Plan_WhenTheSchoolHasItsCalendar_MakesOneTaskPerTerm()
    {
        StudyTerm[] quarters =
        [
            new(TermKind.Quarter, 1, new(new(2026, 9, 1), new(2026, 10, 25))), new(TermKind.Quarter, 2, new(new(2026, 11, 3), new(2026, 12, 28))),
            new(TermKind.Holidays, 9, new(new(2026, 10, 26), new(2026, 11, 2))),
        ];
        DeadlineContext context = Year2026 with { Calendar = new InstitutionCalendar(WorkingDays.ByRule, new StudyCalendar(new SchoolYear(2026), quarters)) };
        Assert.Equal("Windows [2026-T1 2026-09-01 2026-10-25] [2026-T2 2026-11-03 2026-12-28]", Plan("раз в четверть", context));
        Assert.Equal("Windows [ 2026-11-03 2026-12-28]", Plan("II четверть", context));
        Assert.Equal("Windows [ 2026-10-26 2026-11-02]", Plan("осенние каникулы", context));
        Assert.Equal("NeedsDeadline ", Plan("IV четверть", context));
    }

    [Theory]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=MONTHLY;BYMONTH=13")]
    [InlineData("FREQ=MONTHLY;BYDAY=XX")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0")]
    [InlineData("")]
    [InlineData(null)]
    public void Parse_WhenTheRuleIsOfAnotherForm_GivesNothing(string? rule) => Assert.Null(RecurrenceRule.Parse(rule));
}
