using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.UseCases.People;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The card of a person, for those who may change it.</summary>
public sealed class PersonView
{
    private readonly Work _work;

    internal PersonView(Work work) => _work = work;

    public Task<Outcome<PersonSheet>> RunAsync(Actor actor, Guid person, CancellationToken cancel) => _work.ReadAsync<Outcome<PersonSheet>>(actor.InstitutionId, async db =>
    {
        if (StaffDesk.MayEdit(actor) is { } no) return no;
        Member? member = await StaffDesk.MemberAsync(db, person, cancel);
        if (member is null) return StaffDesk.NotHere;
        Institution institution = await StaffDesk.InstitutionAsync(db, actor, cancel);
        DateOnly today = institution.DayOf(_work.Now);
        PersonCard card = StaffDesk.CardOf(member, today);
        DateTimeOffset since = _work.Now - Domain.Mailing.Invitation.Lasts;
        DateTimeOffset? invited = await db.Invitations.Where(i => i.PersonId == person && i.UsedAt == null && i.CreatedAt > since).Select(i => (DateTimeOffset?)i.CreatedAt).FirstOrDefaultAsync(cancel);
        return new PersonSheet(card, StaffDesk.Stamp(card), member.Person.FullName, Cases(member.Person),
            [.. member.Roles.Where(r => r.To < today).OrderByDescending(r => r.To).Select(r => new RoleTerm(r.Role, r.From, r.To))],
            await db.Users.AnyAsync(u => u.Id == person, cancel), invited is { } at ? institution.DayOf(at) : null, member.Person.PinHash is not null, today);
    }, cancel);

    private static CaseLine[] Cases(Person person) =>
    [
        .. Enum.GetValues<GrammaticalCase>().Where(c => c != GrammaticalCase.Nominative).Select(c =>
        {
            Declined byRule = Declension.Full(person.Name, c);
            return person.NameCases.TryGetValue(c, out string? byHand) ? new CaseLine(c, byHand, null) : new CaseLine(c, byRule.Text, byRule.Doubt);
        }),
    ];
}

/// <param name="Stamp">Goes back with the edit, so that two editors do not overwrite each other.</param>
/// <param name="Past">Roles that have ended.</param>
/// <param name="InvitedOn">The day of the open invitation.</param>
public sealed record PersonSheet(PersonCard Card, string Stamp, string FullName, IReadOnlyList<CaseLine> Cases, IReadOnlyList<RoleTerm> Past, bool HasAccount, DateOnly? InvitedOn, bool HasPin, DateOnly Today);

/// <param name="Doubt">What to check, where the grammar is unsure.</param>
public sealed record CaseLine(GrammaticalCase Case, string Text, string? Doubt);
