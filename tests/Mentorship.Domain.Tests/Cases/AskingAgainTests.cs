using System.Text.Json.Nodes;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Flow;

namespace Mentorship.Domain.Tests.Cases;

/// <summary>When work is asked for again: days of the institution, in the morning.</summary>
public sealed class AskingAgainTests
{
    private static readonly Institution School = new() { Name = "Школа", ShortName = "Школа", TimeZone = "Asia/Yekaterinburg" };
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 6, 0, 0, TimeSpan.Zero);

    private static FlowNode Node(string? reminders = null, string? escalation = null)
    {
        DefinitionBuilder definition = new("0123456789abcdef", "some", "Процесс");
        definition.Root.Add("Mentorship.Approval", "step", "Шаг").Text("approver", "role:director").Text("reminders", reminders).Text("escalation", escalation);
        return FlowGraph.From(definition.Build()).Node("step");
    }

    private static Occurrence Asked(FlowNode node, DateOnly? due, Institution? institution = null, DateTimeOffset? opens = null, WorkingDays? calendar = null) => AskingAgain.With(
        new StepSchedule(ScheduleKind.Window, [new Occurrence("", opens, due is { } day ? School.EndOf(day) : null, null)]), node, institution ?? School, calendar ?? WorkingDays.ByRule, Now).Occurrences[0];

    private static string[] Mornings(IEnumerable<DateTimeOffset> instants) => [.. instants.Select(i => TimeZoneInfo.ConvertTime(i, School.Zone).ToString("MM-dd HH:mm"))];

    [Fact]
    public void Reminders_AroundTheLastDay() => Assert.Equal(["09-14 09:00", "09-17 09:00", "09-21 09:00"],
        Mornings(Asked(Node("""{"before":[0,3],"after":2,"most":2}"""), new DateOnly(2026, 9, 17)).Reminders));

    /// <summary>Saturday the 12th and Sunday the 20th: towards the last day on Friday, after it on Monday.</summary>
    [Fact]
    public void Reminders_OnADayWhenNobodyWorks_ComeBeforeOrAfterIt()
    {
        FlowNode node = Node("""{"before":[3],"after":5,"most":1}""", """{"to":"role:deputy","after":4}""");
        Assert.Equal(["09-11 09:00", "09-21 09:00"], Mornings(Asked(node, new DateOnly(2026, 9, 15)).Reminders));
        WorkingDays own = new(new HashSet<DateOnly> { new(2026, 9, 11), new(2026, 9, 21) }, new HashSet<DateOnly> { new(2026, 9, 19) });
        Assert.Equal(["09-10 09:00", "09-22 09:00"], Mornings(Asked(node, new DateOnly(2026, 9, 15), calendar: own).Reminders));
        Assert.Equal(["09-21 09:00"], Mornings(Asked(node, new DateOnly(2026, 9, 15)).Escalations));
        Assert.Equal(["09-19 09:00"], Mornings(Asked(node, new DateOnly(2026, 9, 15), calendar: own).Escalations));
    }

    [Fact]
    public void Reminders_FromTheOpening_WhereThereIsNoLastDay()
    {
        FlowNode node = Node("""{"before":[3],"open":7,"most":2}""");
        Assert.Equal(["09-14 09:00", "09-21 09:00"], Mornings(Asked(node, null).Reminders));
        Assert.Equal(["10-08 09:00", "10-15 09:00"], Mornings(Asked(node, null, opens: School.StartOf(new DateOnly(2026, 10, 1))).Reminders));
    }

    [Fact]
    public void Escalation_PastTheLastDay_OrPastTheOpening()
    {
        Assert.Equal(["09-18 09:00", "09-25 09:00"], Mornings(Asked(Node(escalation: """{"to":"role:deputy","after":3,"every":7,"most":2}"""), new DateOnly(2026, 9, 15)).Escalations));
        Assert.Equal(["09-10 09:00"], Mornings(Asked(Node(escalation: """{"to":"role:deputy","after":3}"""), null).Escalations));
        Assert.Equal(["09-10 09:00"], Mornings(Asked(Node(escalation: """{"to":"role:deputy","after":3,"since":"open"}"""), new DateOnly(2026, 12, 1)).Escalations));
    }

    [Fact]
    public void AStep_ThatSaysNothing_FollowsTheInstitution()
    {
        Institution strict = new() { Name = "Школа", ShortName = "Школа", TimeZone = School.TimeZone, UsualReminders = """{"before":[1]}""", UsualEscalation = """{"to":"role:director","after":1}""" };
        Occurrence usual = Asked(Node(), new DateOnly(2026, 9, 15), strict);
        Assert.Equal((1, 1), (usual.Reminders.Count, usual.Escalations.Count));
        Assert.Equal(["09-15 09:00"], Mornings(Asked(Node("""{"before":[0]}"""), new DateOnly(2026, 9, 15), strict).Reminders));
        Assert.Empty(Asked(Node("{}"), new DateOnly(2026, 9, 15), strict).Reminders);
        Occurrence plain = Asked(Node(), new DateOnly(2026, 9, 15));
        Assert.Empty(plain.Reminders.Concat(plain.Escalations));
    }

    [Theory]
    [InlineData("""{"before":[3,0],"after":2,"most":5}""", "за 3 дня до срока, в день срока, после срока каждые 2 дня, не больше 5 раз")]
    [InlineData("""{"before":1}""", "за 1 день до срока")]
    [InlineData("""{"open":1,"most":21}""", "с открытия каждый день, не больше 21 раза")]
    [InlineData("""{"after":21,"most":3}""", "после срока каждый 21 день, не больше 3 раз")]
    [InlineData("{}", "")]
    public void Reminders_ReadAloud(string json, string words) =>
        Assert.Equal(words, AskingAgainWords.Of(Reminders.Read(JsonNode.Parse(json)!.Deserialize()).Reminders!).Replace('\u00A0', ' '));

    [Theory]
    [InlineData("""{"to":"role:deputy","after":3,"every":7}""", "через 3 дня после срока – заместитель руководителя, затем каждые 7 дней, всего 3 раза")]
    [InlineData("""{"to":"role:director","after":1,"since":"open"}""", "через 1 день после открытия – руководитель")]
    public void AnEscalation_ReadAloud(string json, string words) =>
        Assert.Equal(words, AskingAgainWords.Of(Escalation.Read(JsonNode.Parse(json)!.Deserialize()).Escalation!, new StaffDirectory([], [])).Replace('\u00A0', ' '));
}

file static class Json
{
    public static System.Text.Json.JsonElement Deserialize(this JsonNode node) => System.Text.Json.JsonSerializer.SerializeToElement(node);
}
