using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Institutions;

namespace Mentorship.Domain.Calendars;

/// <summary>A usual study schedule, to be corrected by the institution's own: lessons from 1 September to the end of May with a week or so of rest in each season.</summary>
public static class UsualStudyYear
{
    /// <summary>What an institution of a kind usually teaches by; null where lessons are not divided.</summary>
    public static TermKind? KindOf(InstitutionKind kind) => kind switch
    {
        InstitutionKind.Kindergarten => null,
        InstitutionKind.College => TermKind.Semester,
        InstitutionKind.ExtraEducation => TermKind.Trimester,
        _ => TermKind.Quarter,
    };

    /// <param name="kind">Null: holidays alone.</param>
    public static StudyCalendar Of(SchoolYear year, TermKind? kind, WorkingDays days)
    {
        DateWindow autumn = NineDays(year.FirstYear, 10), spring = NineDays(year.SecondYear, 3);
        DateWindow winter = new(new DateOnly(year.FirstYear, 12, 31), Sunday(new DateOnly(year.SecondYear, 1, 8)));
        DateOnly first = days.AtOrAfter(year.From), last = days.AtOrBefore(kind == TermKind.Semester ? new DateOnly(year.SecondYear, 6, 30) : new DateOnly(year.SecondYear, 5, 26));
        StudyTerm summer = Holidays(6, last.AddDays(1), year.To), newYear = Holidays(12, winter.From, winter.To), october = Holidays(9, autumn.From, autumn.To), march = Holidays(3, spring.From, spring.To);
        DateOnly november = new(year.FirstYear, 11, 30), february = new DateOnly(year.SecondYear, 3, 1).AddDays(-1);
        return new StudyCalendar(year, kind switch
        {
            TermKind.Quarter =>
            [
                Term(kind.Value, 1, first, autumn.From.AddDays(-1)), Term(kind.Value, 2, autumn.To.AddDays(1), winter.From.AddDays(-1)),
                Term(kind.Value, 3, winter.To.AddDays(1), spring.From.AddDays(-1)), Term(kind.Value, 4, spring.To.AddDays(1), last), october, newYear, march, summer,
            ],
            TermKind.Trimester =>
            [
                Term(kind.Value, 1, first, november), Term(kind.Value, 2, november.AddDays(1), february), Term(kind.Value, 3, february.AddDays(1), last), october, newYear, march, summer,
            ],
            TermKind.Semester => [Term(kind.Value, 1, first, winter.From.AddDays(-1)), Term(kind.Value, 2, winter.To.AddDays(1), last), newYear, summer],
            _ => [october, newYear, march, summer],
        });
    }

    /// <summary>From Saturday to the Sunday of the next week, around the last Monday of a month.</summary>
    private static DateWindow NineDays(int year, int month)
    {
        DateOnly end = new(year, month, DateTime.DaysInMonth(year, month)), monday = end.AddDays(-(((int)end.DayOfWeek + 6) % 7));
        return new DateWindow(monday.AddDays(-2), monday.AddDays(6));
    }

    private static DateOnly Sunday(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);

    private static StudyTerm Term(TermKind kind, int number, DateOnly from, DateOnly to) => new(kind, number, new DateWindow(from, to));

    private static StudyTerm Holidays(int season, DateOnly from, DateOnly to) => Term(TermKind.Holidays, season, from, to);
}
