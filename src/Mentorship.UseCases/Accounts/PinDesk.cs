using System.Collections.Concurrent;
using Mentorship.Domain;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Microsoft.AspNetCore.Identity;

namespace Mentorship.UseCases.Accounts;

/// <summary>
/// The PIN that stands behind a signature. A right one is remembered for ten minutes per session; five wrong ones close it for fifteen minutes.
/// A wrong one is counted on the person and must be saved although the act is refused (<see cref="Refusal.Saves"/>).
/// </summary>
internal sealed class PinDesk(IPasswordHasher<IdentityUser<Guid>> hasher)
{
    private const int MostFailures = 5;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10), Closed = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<(Guid Person, string Session), DateTimeOffset> _confirmed = new();

    /// <summary>Null when the PIN is right or was given in this session within ten minutes.</summary>
    /// <param name="session">Null for a mail link: there every act asks anew.</param>
    public Refusal? Confirm(Person person, string? session, string? pin, DateTimeOffset at)
    {
        if (session is not null && _confirmed.TryGetValue((person.Id, session), out DateTimeOffset until) && at < until) return null;
        if (person.PinHash is null) return new Refusal("PinMissing", "У вас ещё нет ПИНа. Придумайте его на странице «Мой вход», это занимает минуту.");
        if (person.PinClosedUntil > at) return new Refusal("PinClosed", "ПИН введён неверно пять раз и закрыт на 15 минут. Подождите или попросите администратора сбросить его.");
        if (string.IsNullOrEmpty(pin)) return new Refusal("PinNeeded", "Введите ПИН: он подтверждает, что решаете именно вы.");
        if (hasher.VerifyHashedPassword(Owner(person), person.PinHash, pin) == PasswordVerificationResult.Failed)
        {
            person.PinFailures++;
            if (person.PinFailures >= MostFailures) (person.PinFailures, person.PinClosedUntil) = (0, at + Closed);
            return new Refusal("PinWrong", "ПИН не подошёл. Попробуйте ещё раз; после пяти ошибок он закроется на 15 минут.") { Saves = true };
        }
        (person.PinFailures, person.PinClosedUntil) = (0, null);
        if (session is not null) Remember(person.Id, session, at);
        return null;
    }

    /// <summary>Is the PIN remembered in this session, so that nothing needs to be asked?</summary>
    public bool Remembers(Guid person, string session, DateTimeOffset at) => _confirmed.TryGetValue((person, session), out DateTimeOffset until) && at < until;

    /// <summary>Stores a new PIN of four to twelve digits.</summary>
    public Refusal? Set(Person person, string pin)
    {
        if (pin.Length is < 4 or > 12 || !pin.All(char.IsAsciiDigit)) return new Refusal("PinShape", "ПИН состоит из цифр: от четырёх до двенадцати.");
        if (pin.Distinct().Count() == 1) return new Refusal("PinSimple", "Такой ПИН угадают с первого раза. Возьмите разные цифры.");
        person.PinHash = hasher.HashPassword(Owner(person), pin);
        (person.PinFailures, person.PinClosedUntil) = (0, null);
        return null;
    }

    public void Forget(Guid person, string session) => _confirmed.TryRemove((person, session), out _);

    private void Remember(Guid person, string session, DateTimeOffset at)
    {
        foreach (KeyValuePair<(Guid, string), DateTimeOffset> old in _confirmed.Where(c => c.Value < at)) _confirmed.TryRemove(old);
        _confirmed[(person, session)] = at + Remembered;
    }

    private static IdentityUser<Guid> Owner(Person person) => new() { Id = person.Id };
}
