using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Accounts;

/// <summary>The invited person chooses a password and a PIN; the invitation is then used. Who had a password gets the new one, and every older session ends.</summary>
public sealed class AcceptInvitation
{
    private readonly Work _work;
    private readonly AccountDesk _accounts;
    private readonly PinDesk _pins;

    internal AcceptInvitation(Work work, AccountDesk accounts, PinDesk pins) => (_work, _accounts, _pins) = (work, accounts, pins);

    public Task<Outcome<Entry>> RunAsync(string token, string? password, string? pin, CancellationToken cancel) => _work.DoAsync<Entry>(Guid.Empty, async (db, at) =>
    {
        Outcome<OpenedInvitation> found = await InvitationDesk.FindAsync(db, token, at, cancel);
        if (found.Refusal is { } no) return no;
        (Invitation invitation, Member member, Institution institution) = found.Value!;
        Person person = member.Person;
        string email = person.Email!;
        if (AccountDesk.CheckPassword(password, email) is { } weak) return weak;
        if (person.PinHash is null && _pins.Set(person, pin ?? "") is { } pinWrong) return pinWrong;
        IdentityUser<Guid>? account = await db.Users.SingleOrDefaultAsync(u => u.Id == person.Id, cancel);
        string normalized = AccountDesk.Normalize(email);
        if (account is null && await db.Users.AnyAsync(u => u.NormalizedUserName == normalized, cancel))
            return new Refusal("EmailOfAnother", $"С адресом {email} уже входит другой человек. Попросите администратора проверить ваш адрес.");
        if (account is null) db.Users.Add(account = _accounts.Open(person.Id, email, password!));
        else _accounts.SetPassword(account, password!);
        invitation.UsedAt = at;
        institution.StaffChanged();
        db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "InvitationAccepted", person.Id, invitation.Id.ToString(), at));
        return new Entry(person.Id, institution.Id, account.SecurityStamp!);
    }, cancel);
}
