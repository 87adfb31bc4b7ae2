using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Roadmaps;

namespace Mentorship.Domain.Tests.Roadmaps;

public sealed class BlankProposalTests
{
    private static readonly SchoolYear Year = new(2026);

    private static Roadmap Blank(params (string? Deadline, string? Responsible)[] rows) => new()
    {
        Columns = [new("Сроки", ColumnMeaning.Deadline), new("Ответственный", ColumnMeaning.Responsible)],
        Stages = [new RoadmapStage { Items = [.. rows.Select((r, i) => new RoadmapItem { Activity = $"Дело {i}", DeadlineText = r.Deadline, ResponsibleText = r.Responsible })] }],
    };

    [Fact]
    public void Fill_WhenRowsAreBlank_ProposesMarkedDatesInOrderWithinTheYear()
    {
        Roadmap filled = BlankProposal.Fill(Blank(("дд.мм.гггг", "Куратор"), ("До дд.мм.гггг", "Куратор"), ("по отдельному графику", "Куратор")), Year, InstitutionCalendar.ByRule, ["Юдина И. А."]).Roadmap;
        List<DateOnly> days = [.. filled.Stages[0].Items.Select(i => DeadlineReader.Read(i.DeadlineText, new DeadlineContext { SchoolYear = Year }).To!.Value)];
        Assert.Equal(days.Order(), days);
        Assert.All(days, day => Assert.True(day >= Year.From && day <= Year.To && day.DayOfWeek == DayOfWeek.Friday));
        Assert.All(filled.Stages[0].Items, i => Assert.Contains("предложено", i.DeadlineText, StringComparison.Ordinal));
    }

    [Fact]
    public void Fill_WhenARowHasADateAndAName_LeavesItAlone()
    {
        Roadmap filled = BlankProposal.Fill(Blank(("октябрь", "Куратор"), ("дд.мм.гггг", "Определяется ОО")), Year, InstitutionCalendar.ByRule, ["Юдина И. А."]).Roadmap;
        Assert.Equal(("октябрь", "Куратор"), (filled.Stages[0].Items[0].DeadlineText, filled.Stages[0].Items[0].ResponsibleText));
        Assert.Equal("Юдина И. А. (предложено)", filled.Stages[0].Items[1].ResponsibleText);
    }

    [Fact]
    public void Fill_WhenThereIsNobodyToPropose_LeavesTheNamesAndFillsTheDates()
    {
        FilledBlank filled = BlankProposal.Fill(Blank(("дд.мм.гггг", "Определяется ОО")), Year, InstitutionCalendar.ByRule, []);
        Assert.Equal("Определяется ОО", filled.Roadmap.Stages[0].Items[0].ResponsibleText);
        Assert.Empty(filled.Proposed);
    }

    [Theory]
    [InlineData("План мероприятий на гггг/гг учебный год", "План мероприятий на 2026/2027 учебный год")]
    [InlineData("План на гггг – гггг год", "План на 2026/2027 год")]
    [InlineData("План наставничества", "План наставничества")]
    public void Fill_WhenTheTitleLeavesTheYearOpen_NamesIt(string title, string expected) =>
        Assert.Equal(expected, BlankProposal.Fill(Blank(("октябрь", "Куратор")) with { Title = title }, Year, InstitutionCalendar.ByRule, []).Roadmap.Title);

    [Fact]
    public void Count_CountsEachRowOnce()
    {
        Assert.Equal(2, BlankProposal.Count(RoadmapUnderstanding.Of(Blank(("дд.мм.гггг", "Определяется ОО"), ("октябрь", "Куратор"), ("октябрь", null)), InstitutionCalendar.ByRule, Year)));
    }
}
