namespace Mentorship.Domain.Naming;

/// <summary>
/// Puts names and posts into a case by the rules of Russian. A doubtful word stays in the nominative and brings its doubt,
/// so that a person completes it once in <see cref="NameCases"/>.
/// </summary>
public static class Declension
{
    public static Declined Surname(string surname, Gender gender, GrammaticalCase grammaticalCase) =>
        SurnameRules.Of(surname, gender).In(grammaticalCase);

    public static Declined GivenName(string givenName, Gender gender, GrammaticalCase grammaticalCase) =>
        GivenNameRules.GivenName(givenName, gender).In(grammaticalCase);

    public static Declined Patronymic(string patronymic, Gender gender, GrammaticalCase grammaticalCase) =>
        GivenNameRules.Patronymic(patronymic, gender).In(grammaticalCase);

    /// <summary>«Ивановой Анны Петровны».</summary>
    public static Declined Full(PersonName name, GrammaticalCase grammaticalCase)
    {
        Gender gender = GenderOf(name);
        var parts = new List<Declined> { Surname(name.Surname, gender, grammaticalCase), GivenName(name.GivenName, gender, grammaticalCase) };
        if (!string.IsNullOrWhiteSpace(name.Patronymic)) parts.Add(Patronymic(name.Patronymic, gender, grammaticalCase));
        // Half a declined name reads worse than none: one doubtful part leaves the whole in the nominative.
        string? doubt = parts.Select(part => part.Doubt).FirstOrDefault(found => found is not null);
        return doubt is null
            ? new Declined(string.Join(' ', parts.Select(part => part.Text).Where(text => text.Length > 0)))
            : new Declined(name.Full, doubt);
    }

    /// <summary>«Ивановой А. П.».</summary>
    public static Declined Short(PersonName name, GrammaticalCase grammaticalCase)
    {
        Declined surname = Surname(name.Surname, GenderOf(name), grammaticalCase);
        return surname with { Text = name.ShortWith(surname.Text) };
    }

    /// <summary>«А. П. Ивановой».</summary>
    public static Declined ShortInitialsFirst(PersonName name, GrammaticalCase grammaticalCase)
    {
        Declined surname = Surname(name.Surname, GenderOf(name), grammaticalCase);
        return surname with { Text = name.InitialsFirstWith(surname.Text) };
    }

    /// <summary>«заместителю директора по воспитательной работе»: the head noun and its adjectives decline, what follows stays.</summary>
    public static Declined Post(string post, GrammaticalCase grammaticalCase) => PostRules.Decline(post, grammaticalCase);

    private static Gender GenderOf(PersonName name) =>
        name.Gender != Gender.Unknown ? name.Gender : PersonNameReader.GenderOf(name.Surname, name.GivenName, name.Patronymic);
}
