using Mentorship.Domain;
using Mentorship.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Mentorship.UseCases.Accounts;

/// <summary>
/// Accounts of ASP.NET Core Identity inside the unit of work: Identity changes them, <see cref="Work"/> saves them, so that ten parallel wrong passwords are ten.
/// </summary>
internal sealed class AccountDesk(IPasswordHasher<IdentityUser<Guid>> hasher, IOptions<IdentityOptions> options, IServiceProvider services, ILogger<UserManager<IdentityUser<Guid>>> log)
{
    private const int Shortest = 10, Longest = 200;
    private readonly string _nobody = hasher.HashPassword(new IdentityUser<Guid>(), "the password of nobody");

    public UserManager<IdentityUser<Guid>> Of(MentorshipDb db) => new(
        new UserOnlyStore<IdentityUser<Guid>, MentorshipDb, Guid>(db) { AutoSaveChanges = false },
        options, hasher, [], [], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), services, log);

    /// <summary>A new account for a person; the caller adds it.</summary>
    public IdentityUser<Guid> Open(Guid person, string email, string password)
    {
        IdentityUser<Guid> account = new() { Id = person, LockoutEnabled = true, EmailConfirmed = true };
        Rename(account, email);
        SetPassword(account, password);
        return account;
    }

    /// <summary>Every session that began under the old password ends.</summary>
    public void SetPassword(IdentityUser<Guid> account, string password)
    {
        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = Guid.CreateVersion7().ToString("N");
        account.ConcurrencyStamp = account.SecurityStamp;
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
    }

    public static void Rename(IdentityUser<Guid> account, string email)
    {
        account.UserName = account.Email = email;
        account.NormalizedUserName = account.NormalizedEmail = Normalize(email);
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString("N");
    }

    /// <summary>Null when the password is right; a wrong one is counted and the tenth closes the account.</summary>
    /// <param name="wrong">What to say of a wrong one.</param>
    public async Task<Refusal?> ProveAsync(UserManager<IdentityUser<Guid>> users, IdentityUser<Guid> account, string? password, Refusal wrong, DateTimeOffset at)
    {
        if (account.LockoutEnd > at) return Locked;
        if (await users.CheckPasswordAsync(account, password ?? ""))
        {
            await users.ResetAccessFailedCountAsync(account);
            return null;
        }
        DateTimeOffset? before = account.LockoutEnd;
        await users.AccessFailedAsync(account);
        if (account.LockoutEnd == before) return wrong with { Saves = true };
        // Identity reads the wall clock; the product has one clock.
        account.LockoutEnd = at + options.Value.Lockout.DefaultLockoutTimeSpan;
        return Locked with { Saves = true };
    }

    /// <summary>Takes as long as a real check, so that an answer does not tell whether the address is known.</summary>
    public void CheckNobody(string password) => hasher.VerifyHashedPassword(new IdentityUser<Guid>(), _nobody, password);

    public static string Normalize(string email) => email.Trim().ToUpperInvariant();

    public static Refusal? CheckPassword(string? password, string email) => password switch
    {
        null or { Length: < Shortest } => new Refusal("PasswordShort", "Придумайте пароль не короче 10 знаков: например, четыре слова подряд."),
        { Length: > Longest } => new Refusal("PasswordLong", "Пароль длиннее 200 знаков. Возьмите короче."),
        _ when password.Distinct().Count() < 4 || string.Equals(password, email, StringComparison.OrdinalIgnoreCase) =>
            new Refusal("PasswordSimple", "Такой пароль легко угадать. Возьмите, например, четыре слова подряд."),
        _ => null,
    };

    private static Refusal Locked { get; } = new("SignInLocked", "Неверный пароль ввели десять раз, и вход закрыт на 15 минут. Подождите или попросите администратора прислать приглашение.");
}
