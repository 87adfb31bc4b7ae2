using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Administering;

/// <summary>
/// When work is asked for again, and who is told, wherever a step says nothing of its own. Work that opens from now on gets its days by it; what is open keeps its days,
/// but falls silent at once where reminders are switched off, and tells at once whom the settings name now.
/// </summary>
public sealed class ChangeUsualAsking
{
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal ChangeUsualAsking(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    /// <param name="seen">The seal of the settings that the page showed.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, UsualAskingInput typed, string seen, CancellationToken cancel)
    {
        if (actor.Require(Roles.Administrator) is { } no) return no;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            Outcome<UsualAsking> read = typed.Read(await _cases.StaffAsync(db, cancel));
            if (read.Refusal is { } wrong) return wrong;
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            UsualAsking now = UsualAsking.Of(institution), wanted = read.Value!;
            if (now.Seal == wanted.Seal) return default(Done);
            if (now.Seal != seen) return ChangedMeanwhile;
            wanted.PutInto(institution);
            db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "UsualAskingChanged", actor.PersonId, $"{institution.UsualReminders ?? "-"} {institution.UsualEscalation ?? "-"}", at));
            return default(Done);
        }, cancel);
    }

    private static Refusal ChangedMeanwhile { get; } = new("SettingsChanged", "Пока страница была открыта, другой администратор изменил эти настройки. Сверху то, что действует сейчас; проверьте свои поля и сохраните ещё раз.");
}
