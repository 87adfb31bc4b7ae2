using System.Globalization;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Calendars;

/// <summary>Takes marks off days: the rule holds for them again. Who comes second finds it done.</summary>
public sealed class UnmarkDays
{
    private readonly Work _work;

    internal UnmarkDays(Work work) => _work = work;

    public async Task<Outcome<Done>> RunAsync(Actor actor, DateOnly from, DateOnly to, bool works, CancellationToken cancel)
    {
        if (actor.Require(Roles.Administrator) is { } no) return no;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            List<SpecialDay> marked = await db.SpecialDays.Where(d => d.Day >= from && d.Day <= to && d.Works == works).ToListAsync(cancel);
            if (marked.Count == 0) return default(Done);
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            db.SpecialDays.RemoveRange(marked);
            institution.CalendarChanged();
            db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "DaysUnmarked", actor.PersonId,
                $"{(works ? "+" : "-")} {string.Join(' ', marked.Select(d => d.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal))}", at));
            return default(Done);
        }, cancel);
    }
}
