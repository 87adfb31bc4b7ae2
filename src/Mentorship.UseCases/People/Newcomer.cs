using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.People;

/// <summary>Takes a person onto the staff list, wherever the card was filled in. Somebody who already signs in with the address elsewhere becomes a member here as well.</summary>
internal static class Newcomer
{
    /// <summary>Returns the person; the card has been checked.</summary>
    public static async Task<Outcome<Guid>> TakeAsync(MentorshipDb db, Actor actor, PersonCard card, DateTimeOffset at, CancellationToken cancel)
    {
        Institution institution = await StaffDesk.InstitutionAsync(db, actor, cancel);
        Outcome<Person> person = await PersonAsync(db, card, cancel);
        if (person.Refusal is { } taken) return taken;
        Member member = new() { InstitutionId = actor.InstitutionId, PersonId = person.Value!.Id, Person = person.Value };
        CardEntry.WriteMember(member, card, institution.DayOf(at));
        db.Add(member);
        StaffDesk.Changed(db, institution, actor, "PersonAdded", person.Value.Id.ToString(), at);
        return person.Value.Id;
    }

    private static async Task<Outcome<Person>> PersonAsync(MentorshipDb db, PersonCard card, CancellationToken cancel)
    {
        Person fresh = new() { Surname = card.Surname, GivenName = card.GivenName };
        CardEntry.WritePerson(fresh, card);
        if (fresh.Email is null) return fresh;
        if (await StaffDesk.TakenHereAsync(db, fresh.Email, null, cancel) is { } taken) return taken;
        IdentityUser<Guid>? account = await StaffDesk.AccountAsync(db, fresh.Email, cancel);
        if (account is null) return fresh;
        Person known = await db.People.SingleAsync(p => p.Id == account.Id, cancel);
        return Person.Fold(known.FullName) == Person.Fold(fresh.FullName) ? known : StaffDesk.EmailOfAnother(fresh.Email);
    }
}
