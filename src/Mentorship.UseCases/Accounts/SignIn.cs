using Mentorship.Domain;
using Mentorship.Storage;
using Microsoft.AspNetCore.Identity;

namespace Mentorship.UseCases.Accounts;

/// <summary>Lets a person in by address and password; ten wrong passwords close the account for a quarter of an hour.</summary>
public sealed class SignIn
{
    private readonly Work _work;
    private readonly AccountDesk _accounts;

    internal SignIn(Work work, AccountDesk accounts) => (_work, _accounts) = (work, accounts);

    public Task<Outcome<Entry>> RunAsync(string? email, string? password, CancellationToken cancel) => _work.DoAsync<Entry>(Guid.Empty, async (db, at) =>
    {
        UserManager<IdentityUser<Guid>> users = _accounts.Of(db);
        IdentityUser<Guid>? account = string.IsNullOrWhiteSpace(email) ? null : await users.FindByNameAsync(email.Trim());
        if (account is null || string.IsNullOrEmpty(password))
        {
            _accounts.CheckNobody(password ?? "");
            return Wrong;
        }
        if (await _accounts.ProveAsync(users, account, password, Wrong, at) is { } no) return no;
        return await EnterAsync(db, account, at, cancel);
    }, cancel);

    private static async Task<Outcome<Entry>> EnterAsync(MentorshipDb db, IdentityUser<Guid> account, DateTimeOffset at, CancellationToken cancel)
    {
        Belonging? place = await Belonging.OfAsync(db, account.Id, at, cancel) is [{ } first, ..] ? first : null;
        if (place is null) return new Refusal("NowhereMember", "Вы больше не числитесь ни в одном учреждении. Если это ошибка, обратитесь к администратору учреждения.");
        db.Audit.Add(place.Institution.Audit.Append(place.Institution.Id, place.Institution.Id, "SignedIn", account.Id, "", at));
        return new Entry(account.Id, place.Institution.Id, account.SecurityStamp!);
    }

    private static Refusal Wrong { get; } = new("SignInWrong", "Адрес или пароль не подошли. Проверьте раскладку и попробуйте ещё раз; если забыли пароль, попросите администратора прислать приглашение.");
}

/// <summary>What the session is built on.</summary>
/// <param name="Stamp">Changes with the password; a session under an older one ends.</param>
public sealed record Entry(Guid PersonId, Guid InstitutionId, string Stamp)
{
    /// <summary>The stamp of a person without an account: only a demonstration lets one in.</summary>
    internal const string NoAccount = "";
}
