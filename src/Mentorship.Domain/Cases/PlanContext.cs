using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Cases;

/// <summary>In which year the deadlines of a case are read.</summary>
public sealed record PlanContext(SchoolYear SchoolYear, DateWindow Period)
{
    public static PlanContext Of(SchoolYear year) => new(year, new DateWindow(year.From, year.To));
}
