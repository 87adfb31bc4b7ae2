using System.Text.Json;
using Mentorship.Domain;
using Mentorship.Domain.Files;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.People;

/// <summary>What every change of people shares: who may make it, its trace, and the addresses by which people sign in.</summary>
internal static class StaffDesk
{
    public static Refusal? MayEdit(Actor actor) => actor.Require(Roles.Administrator, Roles.Curator);

    public static bool Edits(Actor actor) => MayEdit(actor) is null;

    /// <summary>The staff list is new from here on, and the institution's journal says why.</summary>
    public static void Changed(MentorshipDb db, Institution institution, Actor actor, string kind, string data, DateTimeOffset at)
    {
        institution.StaffChanged();
        Note(db, institution, actor, kind, data, at);
    }

    public static void Note(MentorshipDb db, Institution institution, Actor actor, string kind, string data, DateTimeOffset at) =>
        db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, kind, actor.PersonId, data, at));

    public static Task<Institution> InstitutionAsync(MentorshipDb db, Actor actor, CancellationToken cancel) => db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);

    public static Task<Member?> MemberAsync(MentorshipDb db, Guid person, CancellationToken cancel) =>
        db.Members.Include(m => m.Person).Include(m => m.Roles).SingleOrDefaultAsync(m => m.PersonId == person, cancel);

    /// <summary>Is the person a member of another institution too?</summary>
    public static Task<bool> IsSharedAsync(MentorshipDb db, Actor actor, Guid person, CancellationToken cancel) =>
        db.Members.IgnoreQueryFilters().AnyAsync(m => m.PersonId == person && m.InstitutionId != actor.InstitutionId, cancel);

    /// <summary>Null when nobody else here has the address.</summary>
    public static async Task<Refusal?> TakenHereAsync(MentorshipDb db, string email, Guid? except, CancellationToken cancel)
    {
        List<Person> others = await db.Members.Where(m => m.PersonId != except && m.Person.Email != null).Select(m => m.Person).AsNoTracking().ToListAsync(cancel);
        Person? owner = others.Find(p => string.Equals(p.Email, email, StringComparison.OrdinalIgnoreCase));
        return owner is null ? null : new Refusal("EmailTaken", $"Адрес {email} уже указан у другого человека: {owner.ShortName}. У каждого должен быть свой.");
    }

    public static Task<IdentityUser<Guid>?> AccountAsync(MentorshipDb db, string email, CancellationToken cancel)
    {
        string normalized = AccountDesk.Normalize(email);
        return db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == normalized, cancel);
    }

    /// <summary>What the card says now, and a stamp that another edit changes.</summary>
    public static PersonCard CardOf(Member member, DateOnly today) => new()
    {
        Surname = member.Person.Surname, GivenName = member.Person.GivenName, Patronymic = member.Person.Patronymic, Gender = member.Person.Gender, Email = member.Person.Email,
        Kind = member.Kind, Post = member.Post, JoinedAgreementOn = member.JoinedAgreementOn, LeftOn = member.LeftOn,
        Roles = [.. Current(member, today).OrderBy(r => r.Role, StringComparer.Ordinal).Select(r => new RoleTerm(r.Role, r.From, r.To))], NameCases = member.Person.NameCases,
    };

    public static string Stamp(object shown) => Hash.OfText(JsonSerializer.Serialize(shown));

    public static IEnumerable<Membership> Current(Member member, DateOnly today) => member.Roles.Where(r => r.To is null || r.To >= today);

    public static Refusal NotHere { get; } = new("NotFound", "Такого человека здесь нет. Откройте список людей.");
    public static Refusal ChangedMeanwhile { get; } = new("ChangedMeanwhile", "Пока страница была открыта, это изменил кто-то другой. Ничего не записано: обновите страницу и внесите правку ещё раз.");
    public static Refusal EmailOfAnother(string email) => new("EmailOfAnother", $"С адресом {email} уже входит другой человек. Проверьте адрес, фамилию и имя.");
}
