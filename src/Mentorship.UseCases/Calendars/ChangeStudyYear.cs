using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Calendars;

/// <summary>The terms and holidays of one school year. Work that waited for them finds its days in the same transaction; what is dated stays.</summary>
public sealed class ChangeStudyYear
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly WorkUnderWay _underWay;

    internal ChangeStudyYear(Work work, CaseDesk cases, WorkUnderWay underWay) => (_work, _cases, _underWay) = (work, cases, underWay);

    /// <param name="seen">The seal of the schedule that the page showed.</param>
    /// <returns>How many items found their days.</returns>
    public async Task<Outcome<int>> RunAsync(Actor actor, int firstYear, StudyYearInput typed, string seen, CancellationToken cancel)
    {
        if (actor.Require(Roles.Administrator) is { } no) return no;
        SchoolYear year = new(firstYear);
        return await _work.DoAsync<int>(actor.InstitutionId, async (db, at) =>
        {
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            if (!CalendarRules.YearsAt(institution.DayOf(at)).Contains(year)) return OtherYear;
            Outcome<StudyCalendar> read = typed.Read(year);
            if (read.Refusal is { } wrong) return wrong;
            StudyYear? row = await db.StudyYears.SingleOrDefaultAsync(y => y.FirstYear == firstYear, cancel);
            string now = CalendarRules.SealOf(row?.Calendar ?? new StudyCalendar(year, [])), wanted = CalendarRules.SealOf(read.Value!);
            if (now == wanted) return 0;
            if (now != seen) return CalendarRules.ChangedMeanwhile;
            InstitutionCalendar next = (await _cases.CalendarAsync(db, cancel)).With(read.Value!);
            int found = await _underWay.FindDaysAsync(db, institution, next, actor.PersonId, $"внесён учебный график на {year} учебный год", at, cancel);
            Put(db, institution, row, read.Value!);
            db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "StudyYearChanged", actor.PersonId, $"{year} {Words(read.Value!)}", at));
            // Last: while the cases were on the table, the calendar under the old number was the old one.
            institution.CalendarChanged();
            return found;
        }, cancel);
    }

    private static void Put(MentorshipDb db, Institution institution, StudyYear? row, StudyCalendar schedule)
    {
        if (schedule.Terms.Count == 0) db.StudyYears.Remove(row!);
        else if (row is null) db.StudyYears.Add(new StudyYear { InstitutionId = institution.Id, FirstYear = schedule.Year.FirstYear, Terms = [.. schedule.Terms] });
        else row.Terms = [.. schedule.Terms];
    }

    private static string Words(StudyCalendar schedule) => schedule.Terms.Count == 0 ? "-"
        : string.Join(", ", schedule.Terms.OrderBy(t => t.Window.From).Select(t => $"{StudyWords.Of(t)} {t.Window.From:yyyy-MM-dd}–{t.Window.To:yyyy-MM-dd}"));

    private static Refusal OtherYear { get; } = new("OtherYear", "График вносится на текущий и на следующий учебный год. Обновите страницу и выберите год.");
}
