using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Calendars;

/// <summary>The clock of an institution. What is dated keeps its day and its hour, by the new clock; all of it in one transaction, so that no day is counted by two clocks.</summary>
public sealed class ChangeTimeZone
{
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal ChangeTimeZone(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    /// <param name="zone">One of <see cref="RussianZone.All"/>.</param>
    /// <param name="seen">What the page showed.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, string? zone, string? seen, CancellationToken cancel)
    {
        if (actor.Require(Roles.Administrator) is { } no) return no;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            if (institution.TimeZone == zone) return default(Done);
            if (RussianZone.All.FirstOrDefault(z => z.Id == zone) is not { } wanted) return UnknownZone;
            if (institution.TimeZone != seen) return CalendarRules.ChangedMeanwhile;
            ClockChange change = new(institution.Zone, TimeZoneInfo.FindSystemTimeZoneById(wanted.Id));
            db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "TimeZoneChanged", actor.PersonId, $"{institution.TimeZone} {wanted.Id}", at));
            institution.TimeZone = wanted.Id;
            await MoveAsync(db, change, cancel);
            return default(Done);
        }, cancel);
    }

    private async Task MoveAsync(MentorshipDb db, ClockChange change, CancellationToken cancel)
    {
        foreach (Case running in await db.Cases.Include(c => c.Timers).Where(c => c.Status == CaseStatus.Running || c.Status == CaseStatus.Suspended).ToListAsync(cancel))
        {
            running.GoBy(change, await _cases.FindGraphAsync(db, running.ProcessVersionId, cancel));
            // Also one that has no days yet: who decides on it at this moment has counted by the old clock, and must count again.
            db.Entry(running).Property(c => c.Status).IsModified = true;
        }
        // What is done is shown with its last day too.
        foreach (WorkItem item in await db.WorkItems.Where(w => w.DueAt != null).ToListAsync(cancel)) item.DueAt = change.Of(item.DueAt!.Value);
    }

    private static Refusal UnknownZone { get; } = new("ZoneWrong", "Выберите часовой пояс из списка.");
}
