using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>«Мой вход»: who I am here, and where else I am.</summary>
public sealed class MeView
{
    private readonly Work _work;

    internal MeView(Work work) => _work = work;

    public Task<Me> RunAsync(Actor actor, CancellationToken cancel) => _work.ReadAsync(actor.InstitutionId, async db =>
    {
        IReadOnlyList<Belonging> places = await Belonging.OfAsync(db, actor.PersonId, _work.Now, cancel);
        Person person = await db.People.SingleAsync(p => p.Id == actor.PersonId, cancel);
        Belonging here = places.Single(p => p.Institution.Id == actor.InstitutionId);
        return new Me(person.FullName, person.Email ?? "", here.Member.Post, [.. Roles.All.Where(r => actor.Roles.Contains(r.Code)).Select(r => r.Name), .. actor.Roles.Where(r => r.StartsWith(Roles.OwnPrefix, StringComparison.Ordinal)).Select(Roles.NameOf)],
            person.PinHash is not null, here.Member.JoinedAgreementOn, [.. places.Select(p => new Place(p.Institution.Id, p.Institution.ShortName, p.Institution.Id == actor.InstitutionId))]);
    }, cancel);
}

public sealed record Me(string Name, string Email, string Post, IReadOnlyList<string> Roles, bool HasPin, DateOnly? JoinedAgreementOn, IReadOnlyList<Place> Places);

public sealed record Place(Guid Institution, string Name, bool IsHere);
