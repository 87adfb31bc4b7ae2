using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.People;

/// <summary>Changes the card of a person: name, post, roles, address, leaving.</summary>
public sealed class EditPerson
{
    private readonly Work _work;

    internal EditPerson(Work work) => _work = work;

    /// <param name="seen">The stamp of the card that was on the screen.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid person, string seen, PersonCard card, CancellationToken cancel)
    {
        if (StaffDesk.MayEdit(actor) is { } no) return no;
        if (PersonRules.Check(card) is { } wrong) return wrong;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            Member? member = await StaffDesk.MemberAsync(db, person, cancel);
            if (member is null) return StaffDesk.NotHere;
            Institution institution = await StaffDesk.InstitutionAsync(db, actor, cancel);
            DateOnly today = institution.DayOf(at);
            if (StaffDesk.Stamp(StaffDesk.CardOf(member, today)) != seen) return StaffDesk.ChangedMeanwhile;
            bool wasAdministrator = IsLasting(member), wasNamed = NamesAdministrator(member, today);
            string? email = member.Person.Email;
            CardEntry.WritePerson(member.Person, card);
            CardEntry.WriteMember(member, card, today);
            if (wasNamed != NamesAdministrator(member, today) && !actor.Is(Roles.Administrator)) return OnlyAdministrator;
            if (wasAdministrator && !IsLasting(member) && !await AnotherAsync(db, person, today, cancel)) return LastAdministrator;
            if (!string.Equals(email, member.Person.Email, StringComparison.Ordinal) && await MoveAsync(db, actor, member.Person, cancel) is { } taken) return taken;
            StaffDesk.Changed(db, institution, actor, "PersonEdited", person.ToString(), at);
            return default(Done);
        }, cancel);
    }

    private static bool NamesAdministrator(Member member, DateOnly today) => StaffDesk.Current(member, today).Any(r => r.Role == Roles.Administrator);

    /// <summary>An administrator without an end in sight.</summary>
    private static bool IsLasting(Member member) => member.LeftOn is null && member.Roles.Any(r => r.Role == Roles.Administrator && r.To is null);

    /// <summary>Another one who can really sign in.</summary>
    private static Task<bool> AnotherAsync(MentorshipDb db, Guid person, DateOnly today, CancellationToken cancel) => db.Members.AnyAsync(m =>
        m.PersonId != person && m.LeftOn == null && m.Roles.Any(r => r.Role == Roles.Administrator && r.From <= today && r.To == null) && db.Users.Any(u => u.Id == m.PersonId), cancel);

    /// <summary>The new address becomes the one to sign in with; invitations to the old one are void.</summary>
    private static async Task<Refusal?> MoveAsync(MentorshipDb db, Actor actor, Person person, CancellationToken cancel)
    {
        if (await StaffDesk.IsSharedAsync(db, actor, person.Id, cancel)) return EmailShared;
        if (person.Email is not null && await StaffDesk.TakenHereAsync(db, person.Email, person.Id, cancel) is { } taken) return taken;
        IdentityUser<Guid>? account = await db.Users.SingleOrDefaultAsync(u => u.Id == person.Id, cancel);
        if (account is not null && person.Email is null) return EmailNeeded;
        if (person.Email is not null && await StaffDesk.AccountAsync(db, person.Email, cancel) is { } other && other.Id != person.Id) return StaffDesk.EmailOfAnother(person.Email);
        if (account is not null) AccountDesk.Rename(account, person.Email!);
        db.Invitations.RemoveRange(await db.Invitations.Where(i => i.PersonId == person.Id && i.UsedAt == null).ToListAsync(cancel));
        return null;
    }

    internal static Refusal OnlyAdministrator { get; } = new("OnlyAdministrator", "Роль администратора даёт и снимает только администратор. Попросите его.");
    private static Refusal LastAdministrator { get; } = new("LastAdministrator", "Это единственный администратор, который может войти. Сначала дайте эту роль другому человеку с входом, потом снимите её здесь.");
    private static Refusal EmailShared { get; } = new("EmailShared", "Этот человек числится и в другом учреждении и входит по своему адресу, поэтому изменить адрес здесь нельзя.");
    private static Refusal EmailNeeded { get; } = new("EmailNeeded", "По этому адресу человек входит. Укажите новый адрес вместо него.");
}
