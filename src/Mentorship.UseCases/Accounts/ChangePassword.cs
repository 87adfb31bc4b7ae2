using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Accounts;

/// <summary>A person changes the password they know; their other sessions end.</summary>
public sealed class ChangePassword
{
    private readonly Work _work;
    private readonly AccountDesk _accounts;

    internal ChangePassword(Work work, AccountDesk accounts) => (_work, _accounts) = (work, accounts);

    /// <summary>Returns what the session is to be built on from now.</summary>
    public Task<Outcome<Entry>> RunAsync(Actor actor, string? old, string? fresh, CancellationToken cancel) => _work.DoAsync<Entry>(actor.InstitutionId, async (db, at) =>
    {
        IdentityUser<Guid>? account = await db.Users.SingleOrDefaultAsync(u => u.Id == actor.PersonId, cancel);
        if (account is null) return NoAccount;
        if (AccountDesk.CheckPassword(fresh, account.Email!) is { } weak) return weak;
        if (await _accounts.ProveAsync(_accounts.Of(db), account, old, Wrong, at) is { } no) return no;
        _accounts.SetPassword(account, fresh!);
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "PasswordChanged", actor.PersonId, "", at));
        return new Entry(actor.PersonId, actor.InstitutionId, account.SecurityStamp!);
    }, cancel);

    /// <summary>Only «Войти как …» lets somebody without an account this far.</summary>
    internal static Refusal NoAccount { get; } = new("NoAccount", "В демонстрации у этого человека нет пароля, а ПИН у всех один: он назван наверху страницы.");
    internal static Refusal Wrong { get; } = new("PasswordWrong", "Нынешний пароль не подошёл. Проверьте раскладку и попробуйте ещё раз.");
}
