using System.Text.Json.Nodes;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines.Scheduling;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;

namespace Mentorship.Domain.Tests.Cases;

/// <summary>Work whose days are counted from an event.</summary>
public sealed class EventScheduleTests
{
    private static readonly Institution School = new() { Name = "Школа", ShortName = "Школа" };
    private static readonly PlanContext Plan = PlanContext.Of(new SchoolYear(2026), InstitutionCalendar.ByRule);

    /// <summary>Friday evening before the day of national unity, 23:30 in Moscow.</summary>
    private static readonly DateTimeOffset Signed = new(2026, 10, 30, 20, 30, 0, TimeSpan.Zero);

    private static StepSchedule Of(string? deadline, JsonNode? after, DateTimeOffset? eventAt, string type = "Mentorship.Task")
    {
        DefinitionBuilder definition = new("0123456789abcdef", "some", "Процесс");
        definition.Root.Add(type, "step", "Шаг").Text("deadline", deadline).Json("after", after);
        return WorkSchedule.Of(FlowGraph.From(definition.Build()).Node("step"), Plan, School, new DateTimeOffset(2026, 9, 1, 6, 0, 0, TimeSpan.Zero), eventAt);
    }

    private static string Days(StepSchedule schedule) => $"{schedule.Kind} {string.Join(' ', schedule.Occurrences.Select(o => $"{(o.OpensAt is { } opens ? School.DayOf(opens).ToString("MM-dd") : "")}/{(o.DueAt is { } due ? School.DayOf(due).ToString("MM-dd") : "")}"))}";

    [Theory]
    [InlineData("""{"step":"sign","days":5}""", "Window /11-04")]
    [InlineData("""{"step":"sign","days":5,"working":true}""", "Window /11-09")]
    [InlineData("""{"step":"sign","from":7,"days":10}""", "Window 11-06/11-09")]
    [InlineData("""{"step":"sign"}""", "Window /")]
    [InlineData("""{"step":"sign","days":0}""", "Window /10-30")]
    public void After_CountsFromTheDayOfTheEvent(string after, string expected)
    {
        Assert.Equal("AwaitsEvent ", Days(Of("сентябрь", JsonNode.Parse(after), null)));
        Assert.Equal(expected, Days(Of("сентябрь", JsonNode.Parse(after), Signed)));
        Assert.Equal(expected, Days(Of(null, JsonNode.Parse(after), Signed, "Mentorship.Survey")));
    }

    [Theory]
    [InlineData("в течение 3 рабочих дней со дня подписания", "Window /11-05")]
    [InlineData("в течение 5 дней после подписания приказа", "Window /11-04")]
    [InlineData("через неделю после встречи-знакомства", "Window /11-06")]
    [InlineData("в течение месяца с даты приёма на работу", "Window /11-30")]
    [InlineData("через 3 месяца после начала работы пары", "Window /01-30")]
    [InlineData("не позднее 10 (десяти) рабочих дней с момента закрепления пары", "Window /11-16")]
    [InlineData("по мере необходимости", "Window /")]
    public void AText_CountsFromTheDayOfTheEvent(string deadline, string expected)
    {
        Assert.Equal("AwaitsEvent ", Days(Of(deadline, null, null)));
        Assert.Equal(expected, Days(Of(deadline, null, Signed)));
    }

    [Theory]
    [InlineData("в течение двух недель после приказа", 2, EventUnit.Week)]
    [InlineData("в течении 10 календарных дней после приказа", 10, EventUnit.Day)]
    [InlineData("не позднее чем через 5 рабочих дней после издания приказа", 5, EventUnit.WorkingDay)]
    [InlineData("спустя месяц после начала", 1, EventUnit.Month)]
    public void Span_IsRead(string text, int count, EventUnit unit) => Assert.Equal(new EventSpan(count, unit), EventSpan.Read(text));

    [Theory]
    [InlineData("по завершении программы")]
    [InlineData("после каникул")]
    [InlineData("в течение года")]
    [InlineData("в течение 0 дней после приказа")]
    [InlineData("")]
    [InlineData(null)]
    public void Span_ThatIsNotThere_IsNone(string? text) => Assert.Null(EventSpan.Read(text));

    [Theory]
    [InlineData(null, "Window /")]
    [InlineData("3 рабочих дня", "Window /09-04")]
    [InlineData("до 15 мая 2027", "Window 05-01/05-15")]
    [InlineData("октябрь, май", "Window 10-01/10-31 05-01/05-31")]
    public void ASurvey_IsAskedAtOnce_OrInItsWindows(string? deadline, string expected) => Assert.Equal(expected, Days(Of(deadline, null, null, "Mentorship.Survey")));
}
