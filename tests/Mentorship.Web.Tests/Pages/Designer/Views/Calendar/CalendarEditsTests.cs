using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Processes.Viewing;
using Mentorship.Flow;
using Mentorship.Web.Pages.Designer;
using Mentorship.Web.Pages.Designer.Views.Calendar;

namespace Mentorship.Web.Tests.Pages.Designer.Views.Calendar;

public sealed class CalendarEditsTests
{
    private static readonly PlanContext Year = PlanContext.Of(new SchoolYear(2026), InstitutionCalendar.ByRule);
    private static readonly DateOnly Today = new(2026, 9, 10);

    [Theory]
    [InlineData("с 1 по 15 октября 2026 г.", true, "с 8 по 22 октября 2026 г.")]
    [InlineData("до 15 октября 2026 г.", true, "до 22 октября 2026 г.")]
    [InlineData("15 октября 2026 г.", true, "22 октября 2026 г.")]
    [InlineData("до 15 октября 2026 г.", false, "с 8 по 22 октября 2026 г.")]
    public void Put_OfABar_KeepsTheKindOfTheDeadlineWhereItCan(string before, bool whole, string after)
    {
        DesignerSession session = Open(before);
        Deadline meaning = Item(session).Meaning!;
        Assert.True(CalendarEdits.MayMove(meaning));

        Assert.Null(session.Apply(CalendarEdits.Put(session.Graph.Node("report"), meaning, new DateWindow(new DateOnly(2026, 10, 8), new DateOnly(2026, 10, 22)), whole, Year, Today)).Refusal);

        FlowNode now = session.Graph.Node("report");
        Assert.Equal(after, now.Text("deadline"));
        Assert.Equal(new DateOnly(2026, 10, 22), DeadlineJson.Read(now.Json("window"), after)!.To);
        Assert.Equal(new DateOnly(2026, 10, 22), Item(session).Bars.Single().To);
    }

    [Theory]
    [InlineData("ежемесячно")]
    [InlineData("в течение года")]
    [InlineData("по мере необходимости")]
    [InlineData("")]
    public void WhatIsNotOneWindow_IsNotMovedByItsBar(string deadline) => Assert.False(CalendarEdits.MayMove(Item(Open(deadline)).Meaning));

    [Theory]
    [InlineData(false, CalendarNote.AfterTheStepBefore, "без срока, шаг ждёт, пока не ответят")]
    [InlineData(true, CalendarNote.NeedsDeadline, "срок не указан: шаг не откроется сам")]
    public void AnUndatedTask_OfARouteBeginsInItsTurn_AndOfARoadmapWaitsForItsDates(bool roadmap, CalendarNote note, string meaning)
    {
        DesignerSession session = Open("");
        if (roadmap) session.Apply(new SetInput("report", "number", "1.2"));

        Assert.Equal(note, Item(session).Note);
        Assert.Equal(meaning, StepDeadline.Read(session.Graph.Node("report"), "", Year, Today).Meaning);
    }

    [Fact]
    public void Axis_OfADeadlineYearsAway_StaysNearTheYear()
    {
        DesignerSession session = Open("до 15 октября 2019 г.");
        ProcessCalendar calendar = ProcessCalendar.Of(session.Graph, Year, 14);

        TimeAxis axis = TimeAxis.Of(calendar, Year);

        Assert.True(axis.From >= new DateOnly(2026, 6, 1) && axis.To == new DateOnly(2027, 8, 31));
        Assert.Null(axis.Seen(calendar.Items.Single(i => i.NodeId == "report").Bars[0]));
        Assert.Equal(axis.Days, axis.Months.Sum(m => m.Days));
        Assert.Contains(axis.Holidays, h => h == new DateWindow(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 8)));
    }

    [Fact]
    public void Axis_ShowsTheInstitutionsOwnDaysAndHolidays_AndTermsHaveBars()
    {
        StudyCalendar schedule = UsualStudyYear.Of(Year.SchoolYear, TermKind.Quarter, WorkingDays.ByRule);
        WorkingDays days = new(new HashSet<DateOnly> { new(2026, 11, 5), new(2026, 11, 6) }, new HashSet<DateOnly> { new(2027, 5, 9) });
        PlanContext own = PlanContext.Of(Year.SchoolYear, new InstitutionCalendar(days, schedule));
        DesignerSession session = Open("II четверть");

        ProcessCalendar calendar = ProcessCalendar.Of(session.Graph, own, 14);
        TimeAxis axis = TimeAxis.Of(calendar, own);

        Assert.Contains(new DateWindow(new DateOnly(2026, 11, 4), new DateOnly(2026, 11, 6)), axis.Holidays);
        Assert.DoesNotContain(axis.Holidays, h => h.From <= new DateOnly(2027, 5, 9) && h.To >= new DateOnly(2027, 5, 9));
        Assert.Equal(schedule.AllHolidays, axis.SchoolHolidays);
        CalendarBar bar = Assert.Single(calendar.Items.Single(i => i.NodeId == "report").Bars);
        Assert.Equal(schedule.Term(TermKind.Quarter, 2), new DateWindow(bar.From, bar.To));
        Assert.Equal(CalendarNote.NeedsDeadline, Item(session).Note);
    }

    private static CalendarItem Item(DesignerSession session) => ProcessCalendar.Of(session.Graph, Year, 14).Items.Single(i => i.NodeId == "report");

    private static DesignerSession Open(string deadline)
    {
        DesignerSession session = DesignerSessionTests.Open("order-pairs");
        session.Apply(new AddStep(session.Definition.Root.Id, "Mentorship.Task", "Отчёт") { Id = "report" });
        if (deadline.Length > 0) session.Apply(new SetInput("report", "deadline", deadline));
        return session;
    }
}
