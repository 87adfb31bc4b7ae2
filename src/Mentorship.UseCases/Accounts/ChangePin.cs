using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Accounts;

/// <summary>A person chooses a PIN; their password says that it is they.</summary>
public sealed class ChangePin
{
    private readonly Work _work;
    private readonly AccountDesk _accounts;
    private readonly PinDesk _pins;

    internal ChangePin(Work work, AccountDesk accounts, PinDesk pins) => (_work, _accounts, _pins) = (work, accounts, pins);

    public Task<Outcome<Done>> RunAsync(Actor actor, string? password, string? pin, CancellationToken cancel) => _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
    {
        IdentityUser<Guid>? account = await db.Users.SingleOrDefaultAsync(u => u.Id == actor.PersonId, cancel);
        if (account is null) return ChangePassword.NoAccount;
        if (await _accounts.ProveAsync(_accounts.Of(db), account, password, ChangePassword.Wrong, at) is { } no) return no;
        Person person = await db.People.SingleAsync(p => p.Id == actor.PersonId, cancel);
        if (_pins.Set(person, pin ?? "") is { } wrong) return wrong;
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        institution.StaffChanged();
        db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "PinChanged", actor.PersonId, "", at));
        return default(Done);
    }, cancel);
}
