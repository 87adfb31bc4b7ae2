namespace Mentorship.Domain.Naming;

/// <summary>A person's name as documents write it. Given name and patronymic may be initials («И.») where a text gave no more.</summary>
public sealed record PersonName
{
    public required string Surname { get; init; }
    public required string GivenName { get; init; }
    public string? Patronymic { get; init; }
    public Gender Gender { get; init; }

    /// <summary>«И. А.»; a double name gives «А.-М.».</summary>
    public string Initials => string.Join(Nbsp, new[] { Initial(GivenName), Initial(Patronymic) }.Where(part => part.Length > 0));

    /// <summary>«Юдина И. А.», with non-breaking spaces.</summary>
    public string Short => ShortWith(Surname);

    /// <summary>«И. А. Юдина», as under a signature.</summary>
    public string ShortInitialsFirst => InitialsFirstWith(Surname);

    /// <summary>«Юдина Ирина Александровна».</summary>
    public string Full => string.Join(' ', new[] { Surname, GivenName, Patronymic }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>Reads a name out of «Юдина И.А.», «И. А. Юдина», «Юдина Ирина Александровна»; null when the text is not one name.</summary>
    public static PersonName? Read(string? text) => PersonNameReader.Read(text);

    internal const string Nbsp = "\u00A0";

    internal string ShortWith(string surname) => Initials.Length == 0 ? surname : surname + Nbsp + Initials;

    internal string InitialsFirstWith(string surname) => Initials.Length == 0 ? surname : Initials + Nbsp + surname;

    private static string Initial(string? name) =>
        string.IsNullOrWhiteSpace(name)
            ? ""
            : string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(part => char.ToUpperInvariant(part[0]) + "."));
}
