using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases.Demonstrating;

/// <summary>The administrator enters the people of an institution, their bodies, and that they have joined the agreement on signatures.</summary>
internal sealed class Troupe(IServiceProvider verbs, Actor administrator)
{
    public async Task<Guid> AddAsync(CastPerson person, string email, CancellationToken cancel)
    {
        PersonName name = PersonName.Read(person.Name)!;
        return Season.Must(await verbs.GetRequiredService<AddPerson>().RunAsync(administrator, new PersonCard
        {
            Surname = name.Surname, GivenName = name.GivenName, Patronymic = name.Patronymic, Gender = GenderOf(name), Email = email, Kind = person.Kind, Post = person.Post,
            JoinedAgreementOn = person.Kind == MemberKind.Employee ? DateOnly.FromDateTime(verbs.GetRequiredService<TimeProvider>().GetUtcNow().DateTime) : null,
            Roles = [.. person.Roles.Select(r => new RoleTerm(r))],
        }, cancel));
    }

    public async Task AddAsync(CastBody body, IReadOnlyDictionary<string, Guid> people, CancellationToken cancel) =>
        Season.Must(await verbs.GetRequiredService<SaveBody>().RunAsync(administrator, null, null,
            new BodyCard(body.Name, body.Role, people[body.Lead], [.. body.Members.Select(m => people[m])], body.AnyoneCloses), cancel));

    /// <summary>Everybody's PIN is the one that the banner names.</summary>
    public async Task GivePinsAsync(CancellationToken cancel)
    {
        Work work = verbs.GetRequiredService<Work>();
        PinDesk pins = verbs.GetRequiredService<PinDesk>();
        Season.Must(await work.DoAsync<Done>(administrator.InstitutionId, async (db, _) =>
        {
            foreach (Member member in await db.Members.Include(m => m.Person).Where(m => m.Kind == MemberKind.Employee).ToListAsync(cancel))
                if (pins.Set(member.Person, DemonstrationMark.Pin) is { } no) return no;
            // A staff list that was read before knows them without a PIN.
            (await db.Institutions.SingleAsync(i => i.Id == administrator.InstitutionId, cancel)).StaffChanged();
            return default(Done);
        }, cancel));
    }

    public static Gender GenderOf(PersonName name) => name.Gender != Gender.Unknown ? name.Gender : name.Patronymic?.EndsWith("на", StringComparison.Ordinal) == true ? Gender.Female : Gender.Male;
}
