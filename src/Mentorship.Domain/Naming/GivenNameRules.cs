namespace Mentorship.Domain.Naming;

/// <summary>How given names and patronymics decline.</summary>
internal static class GivenNameRules
{
    private static readonly Dictionary<string, string> MaleStems = new()
    {
        ["лев"] = "льв", ["павел"] = "павл", ["пётр"] = "петр", ["петр"] = "петр",
    };

    private static readonly HashSet<string> FixedFemaleSoft = ["николь", "мишель", "изабель", "аннабель", "эстель"];
    private static readonly HashSet<string> DoubtfulMale = ["данило", "гаврило", "михайло", "кирило", "павло", "петро", "марко", "дмитро"];
    private static readonly HashSet<string> MaleInA =
        ["никита", "илья", "кузьма", "фома", "лука", "савва", "сава", "данила", "гаврила", "мустафа", "абдулла", "муса", "иса", "мирза", "ерема", "емеля", "добрыня", "миша", "лёша", "алёша", "вова", "серёжа", "петя", "ваня", "коля", "толя", "дима", "юра", "гоша", "гриша", "захария", "иеремия", "микола", "зия", "закария", "яхья", "рза", "реза"];
    private static readonly HashSet<string> FemaleSoft =
        ["любовь", "нинель", "адель", "рахиль", "юдифь", "эсфирь", "руфь", "айгуль", "гузель", "жизель", "ассоль", "суламифь", "николь", "мишель", "изабель", "аннабель", "эстель", "гюзель", "нургуль", "айсель", "рашель", "этель", "агарь", "фамарь"];
    private static readonly HashSet<string> EitherGender = ["саша", "женя", "валя", "слава", "шура", "паша"];

    public static Paradigm GivenName(string name, Gender gender) =>
        name.Split('-').Select(part => PartOf(part, gender)).Aggregate((a, b) => SurnameRules.Join(a, b, "-"));

    public static Paradigm Patronymic(string patronymic, Gender gender)
    {
        string key = patronymic.ToLowerInvariant();
        if (patronymic.Length == 0 || IsInitial(patronymic) || patronymic.Contains(' ', StringComparison.Ordinal)) return Paradigm.Fixed(patronymic);
        if (IsCapitals(patronymic)) return Patronymic(patronymic[..1] + key[1..], gender).InCapitals();
        if (key.EndsWith("ич", StringComparison.Ordinal))
            return Patterns.HardMasculine(patronymic, patronymic, key is "ильич" or "кузьмич" or "лукич" or "фомич");
        if (key.EndsWith("на", StringComparison.Ordinal)) return Patterns.First(patronymic);
        return Paradigm.Doubtful(patronymic, $"Отчество «{patronymic}» склоняется неоднозначно: впишите его падежи в карточке человека.");
    }

    /// <summary>The gender that a given name tells, if it does.</summary>
    public static Gender GenderOf(string givenName)
    {
        string key = givenName.ToLowerInvariant();
        if (key.Length < 2 || IsInitial(givenName) || EitherGender.Contains(key)) return Gender.Unknown;
        if (MaleInA.Contains(key)) return Gender.Male;
        if (FemaleSoft.Contains(key) || key[^1] is 'а' or 'я') return Gender.Female;
        return key[^1] is 'й' or 'ь' || "бвгдзклмнпрстфхц".Contains(key[^1]) ? Gender.Male : Gender.Unknown;
    }

    public static bool IsInitial(string name) => name.EndsWith('.') || name.Length == 1;

    private static bool IsCapitals(string word) => word.Length > 1 && word.All(char.IsUpper);

    private static Paradigm PartOf(string name, Gender gender)
    {
        if (name.Length == 0 || IsInitial(name)) return Paradigm.Fixed(name);
        if (IsCapitals(name)) return PartOf(name[..1] + name[1..].ToLowerInvariant(), gender).InCapitals();
        string key = name.ToLowerInvariant();
        if (gender == Gender.Unknown) gender = GenderOf(name);
        if (key[^1] is 'а' or 'я') return FirstDeclension(name, key);
        if ("еёиоуыэю".Contains(key[^1]))
            return DoubtfulMale.Contains(key) ? Paradigm.Doubtful(name, Unsure(name)) : Paradigm.Fixed(name);
        return gender switch
        {
            Gender.Male => Male(name, key),
            Gender.Female when key[^1] == 'ь' && !FixedFemaleSoft.Contains(key) => Patterns.ThirdFeminine(name),
            Gender.Female => Paradigm.Fixed(name),
            _ => Paradigm.Doubtful(name, Unsure(name)),
        };
    }

    private static Paradigm FirstDeclension(string name, string key) => key switch
    {
        "илья" => Patterns.First(name) with { Instrumental = name[..^1] + "ёй" },
        _ when key.EndsWith("уа", StringComparison.Ordinal) => Paradigm.Fixed(name),
        _ => Patterns.First(name),
    };

    private static Paradigm Male(string name, string key)
    {
        if (MaleStems.TryGetValue(key, out string? stem)) return Patterns.HardMasculine(name, name[..1] + stem[1..]);
        return key[^1] is 'й' or 'ь' ? Patterns.SoftMasculine(name, name[..^1]) : Patterns.HardMasculine(name, name);
    }

    private static string Unsure(string name) => $"Имя «{name}» склоняется неоднозначно: впишите его падежи в карточке человека.";
}
