using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Flow;

namespace Mentorship.Domain.Tests.Cases;

public sealed class StepDeadlineTests
{
    private static readonly PlanContext Plan = PlanContext.Of(new SchoolYear(2026), InstitutionCalendar.ByRule);

    /// <summary>A Friday.</summary>
    private static readonly DateOnly Today = new(2026, 10, 9);

    private static StepDeadline Of(NodeKind kind, string? text) => StepDeadline.Read(kind, text, "Подписать приказ", Plan, Today);

    [Fact]
    public void Read_OfDaysInARoute_CountsThemFromToday()
    {
        StepDeadline read = Of(NodeKind.Signature, "3 рабочих дня");

        Assert.EndsWith("до\u00A014\u00A0октября, среда", read.Meaning, StringComparison.Ordinal);
        Assert.Null(read.Doubt);
        Assert.Null(read.Window);
    }

    [Fact]
    public void Read_OfADateInARoadmap_GivesItsWeekdayAndTheWindowToKeep()
    {
        StepDeadline read = Of(NodeKind.Task, "до 14 октября");

        Assert.Equal("до 14\u00A0октября 2026\u00A0г. включительно, среда", read.Meaning);
        Assert.Equal((DeadlineKind.By, new DateOnly(2026, 10, 14)), (read.Window!.Kind, read.Window.To!.Value));
    }

    [Theory]
    [InlineData(NodeKind.Task, "по отдельному графику")]
    [InlineData(NodeKind.Task, "дд.мм.гггг")]
    [InlineData(NodeKind.Task, "")]
    [InlineData(NodeKind.Task, null)]
    [InlineData(NodeKind.Signature, "как-нибудь")]
    [InlineData(NodeKind.Approval, "с 30 февраля")]
    public void Read_OfWhatAPersonMustDecide_SaysSoAndKeepsNoWindow(NodeKind kind, string? text)
    {
        StepDeadline read = Of(kind, text);

        Assert.NotNull(read.Doubt);
        Assert.Null(read.Window);
    }

    [Fact]
    public void Read_OfNothingInARoute_IsNoDoubt() => Assert.Null(Of(NodeKind.Approval, " ").Doubt);

    [Fact]
    public void Read_OfAHugeText_StaysASentence() => Assert.NotNull(Of(NodeKind.Task, new string('ж', 100_000)).Doubt);
}
