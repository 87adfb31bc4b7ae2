using Mentorship.Domain;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Accounts;

/// <summary>A person of several institutions goes over to another one.</summary>
public sealed class SwitchInstitution
{
    private readonly Work _work;

    internal SwitchInstitution(Work work) => _work = work;

    public Task<Outcome<Entry>> RunAsync(Actor actor, Guid institution, CancellationToken cancel) => _work.DoAsync<Entry>(institution, async (db, at) =>
    {
        Belonging? place = (await Belonging.OfAsync(db, actor.PersonId, at, cancel)).SingleOrDefault(p => p.Institution.Id == institution);
        if (place is null) return new Refusal("NotMember", "Вы не числитесь в этом учреждении. Если это ошибка, обратитесь к его администратору.");
        string? stamp = await db.Users.Where(u => u.Id == actor.PersonId).Select(u => u.SecurityStamp).SingleAsync(cancel);
        db.Audit.Add(place.Institution.Audit.Append(institution, institution, "SignedIn", actor.PersonId, "", at));
        return new Entry(actor.PersonId, institution, stamp!);
    }, cancel);
}
