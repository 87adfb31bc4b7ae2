using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Calendars;

/// <summary>Five or six working days a week. Work that is open keeps its days.</summary>
public sealed class ChangeWorkingWeek
{
    private readonly Work _work;

    internal ChangeWorkingWeek(Work work) => _work = work;

    /// <param name="seen">What the page showed.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, bool sixDays, bool seen, CancellationToken cancel)
    {
        if (actor.Require(Roles.Administrator) is { } no) return no;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            if (institution.SixDayWeek == sixDays) return default(Done);
            if (institution.SixDayWeek != seen) return CalendarRules.ChangedMeanwhile;
            institution.SixDayWeek = sixDays;
            institution.CalendarChanged();
            db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "WorkingWeekChanged", actor.PersonId, sixDays ? "6" : "5", at));
            return default(Done);
        }, cancel);
    }
}
