using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Administering;

/// <summary>How long a decision may be taken back in this institution; nought switches it off.</summary>
public sealed class ChangeUndoWindow
{
    private const int Longest = 24 * 60;
    private readonly Work _work;

    internal ChangeUndoWindow(Work work) => _work = work;

    public async Task<Outcome<Done>> RunAsync(Actor actor, int minutes, CancellationToken cancel)
    {
        if (actor.Require(Roles.Administrator) is { } no) return no;
        if (minutes is < 0 or > Longest) return OutOfRange;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            if (institution.UndoMinutes == minutes) return default(Done);
            institution.UndoMinutes = minutes;
            db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "UndoWindowChanged", actor.PersonId, $"{minutes}", at));
            return default(Done);
        }, cancel);
    }

    private static Refusal OutOfRange { get; } = new("UndoOutOfRange", "Напишите, сколько минут решение можно отменить: от 0 до 1440. Ноль выключает отмену.");
}
