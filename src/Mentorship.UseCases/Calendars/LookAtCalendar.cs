using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Wording;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Calendars;

/// <summary>The page of an institution's calendar: what holds now with days of examples, and what a typed schedule would mean.</summary>
public sealed class LookAtCalendar
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly WorkUnderWay _underWay;

    internal LookAtCalendar(Work work, CaseDesk cases, WorkUnderWay underWay) => (_work, _cases, _underWay) = (work, cases, underWay);

    /// <param name="firstYear">The school year whose schedule is shown; the running one when it is none of the two.</param>
    /// <param name="typed">A schedule to be tried; null: what holds now.</param>
    public async Task<Outcome<CalendarPage>> RunAsync(Actor actor, int? firstYear, StudyYearInput? typed, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        return await _work.ReadAsync<Outcome<CalendarPage>>(actor.InstitutionId, async db =>
        {
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            InstitutionCalendar calendar = await _cases.CalendarAsync(db, cancel);
            DateOnly today = institution.DayOf(_work.Now);
            IReadOnlyList<SchoolYear> years = CalendarRules.YearsAt(today);
            SchoolYear year = years.FirstOrDefault(y => y.FirstYear == firstYear, years[0]);
            StudyCalendar schedule = calendar.Of(year) ?? new StudyCalendar(year, []);
            List<SpecialDay> marked = await db.SpecialDays.Where(d => d.Day >= years[0].From).OrderBy(d => d.Day).ToListAsync(cancel);
            return new CalendarPage(actor.Is(Roles.Administrator), institution.SixDayWeek, MarkedDays.Of(marked), year, years, CalendarRules.SealOf(schedule))
            {
                Zone = institution.TimeZone, Now = TimeZoneInfo.ConvertTime(_work.Now, institution.Zone),
                Usual = UsualStudyYear.KindOf(institution.Kind), Schedule = Lines(schedule), Fields = StudyYearInput.Of(schedule, UsualStudyYear.KindOf(institution.Kind)),
                Examples = Examples(calendar, year, today), Tried = typed is null ? null : await TryAsync(db, institution, calendar, year, typed, today, cancel),
            };
        }, cancel);
    }

    /// <summary>A usual schedule of a kind for the fields of the form, nothing is saved.</summary>
    public async Task<Outcome<StudyYearInput>> UsualAsync(Actor actor, int firstYear, TermKind? kind, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        return await _work.ReadAsync<Outcome<StudyYearInput>>(actor.InstitutionId, async db =>
            StudyYearInput.Of(UsualStudyYear.Of(new SchoolYear(firstYear), kind, (await _cases.CalendarAsync(db, cancel)).Days), kind), cancel);
    }

    private async Task<TriedSchedule> TryAsync(MentorshipDb db, Institution institution, InstitutionCalendar now, SchoolYear year, StudyYearInput typed, DateOnly today, CancellationToken cancel)
    {
        Outcome<StudyCalendar> read = typed.Read(year);
        if (read.Refusal is { } problem) return new TriedSchedule([], [], new CalendarEffect([], []), problem);
        InstitutionCalendar wanted = now.With(read.Value!);
        return new TriedSchedule(Lines(read.Value!), Examples(wanted, year, today), await _underWay.EffectAsync(db, institution, now, wanted, _work.Now, cancel), null);
    }

    private static IReadOnlyList<ScheduleLine> Lines(StudyCalendar schedule) =>
        [.. schedule.Terms.OrderBy(t => t.Window.From).ThenBy(t => t.Kind).Select(t => new ScheduleLine(StudyWords.Of(t), RussianDate.Range(t.Window), t.Kind == TermKind.Holidays))];

    /// <summary>Phrases as roadmaps have them, read as roadmaps are.</summary>
    private static IReadOnlyList<CalendarExample> Examples(InstitutionCalendar calendar, SchoolYear year, DateOnly today)
    {
        PlanContext plan = PlanContext.Of(year, calendar);
        List<CalendarExample> examples = [.. new[] { 3, 10 }.Select(n => (n, calendar.Days.AddWorkingDays(today, n)))
            .Select(e => new CalendarExample($"{Plural.Count(e.n, "рабочий день", "рабочих дня", "рабочих дней")} от сегодня", $"до {RussianDate.Long(e.Item2)}, {RussianDate.Weekday(e.Item2)}"))];
        StudyCalendar? schedule = calendar.Of(year);
        IEnumerable<string> phrases = (schedule?.Teaching ?? []).Select(t => $"до конца {StudyWords.Genitive(t)}").Take(2)
            .Concat((schedule?.Terms ?? []).Where(t => t.Kind == TermKind.Holidays).OrderBy(t => t.Window.From).Select(StudyWords.Of).Distinct().Take(2));
        examples.AddRange(phrases.Select(phrase => new CalendarExample(phrase, DeadlineWords.Of(DeadlineReader.Read(phrase, plan.Reading)))));
        return examples;
    }
}
