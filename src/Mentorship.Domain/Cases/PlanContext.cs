using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Cases;

/// <summary>In which year, and by whose calendar, the deadlines of a case are read.</summary>
public sealed record PlanContext(SchoolYear SchoolYear, DateWindow Period, InstitutionCalendar Calendar)
{
    public static PlanContext Of(SchoolYear year, InstitutionCalendar calendar) => new(year, new DateWindow(year.From, year.To), calendar);

    /// <summary>The days on which the institution works.</summary>
    public WorkingDays Days => Calendar.Days;

    /// <summary>What the reader of a deadline text knows of the plan.</summary>
    public DeadlineContext Reading => new() { SchoolYear = SchoolYear, PlanPeriod = Period, Calendar = Calendar };
}
