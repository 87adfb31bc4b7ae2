using Mentorship.Domain.Naming;

namespace Mentorship.Domain.People;

/// <summary>A human being, known to the installation once; <see cref="Member"/> says what they are in an institution.</summary>
public sealed class Person
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Surname { get; set; }
    public required string GivenName { get; set; }
    public string? Patronymic { get; set; }
    public Gender Gender { get; set; }
    public string? Email { get; set; }

    /// <summary>Full names in other cases, corrected by hand; what is missing is declined by rule.</summary>
    public Dictionary<GrammaticalCase, string> NameCases { get; set; } = [];

    /// <summary>PBKDF2 of the PIN, or null until the person has chosen one.</summary>
    public string? PinHash { get; set; }

    /// <summary>Wrong PINs in a row; at five the PIN is closed until <see cref="PinClosedUntil"/>.</summary>
    public int PinFailures { get; set; }
    public DateTimeOffset? PinClosedUntil { get; set; }

    /// <summary>Lower-case full name with ё folded: databases do not fold Cyrillic.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>Concurrency token: two wrong PINs at once count as two.</summary>
    public int Version { get; set; }

    /// <summary>The name as documents write it.</summary>
    public PersonName Name => new() { Surname = Surname, GivenName = GivenName, Patronymic = Patronymic, Gender = Gender };

    /// <summary>«Иванова А. П.», with non-breaking spaces.</summary>
    public string ShortName => Name.Short;
    public string FullName => Name.Full;

    /// <summary>How a mail addresses the person: name and patronymic.</summary>
    public string Greeting => string.IsNullOrWhiteSpace(Patronymic) ? GivenName : $"{GivenName} {Patronymic}";

    /// <summary>Called before every save, so that a renamed person is still found.</summary>
    public void RefreshSearchName() => SearchName = Fold(FullName);

    /// <summary>How names and texts are folded for searching.</summary>
    public static string Fold(string text) => text.ToLowerInvariant().Replace('ё', 'е');
}
