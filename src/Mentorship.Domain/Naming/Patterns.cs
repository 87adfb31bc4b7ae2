namespace Mentorship.Domain.Naming;

/// <summary>The declension patterns of Russian nouns and adjectives in the singular, animate.</summary>
internal static class Patterns
{
    public const string Vowels = "аеёиоуыэюя";
    private const string Velars = "гкх";
    private const string Hissing = "жшчщ";

    /// <summary>Иванов: possessive surnames take «-ым» in the instrumental.</summary>
    public static Paradigm PossessiveMasculine(string word) => Of(word, word, "а", "у", "а", "ым", "е");

    /// <summary>Иванова: possessive surnames of women.</summary>
    public static Paradigm PossessiveFeminine(string word) => Of(word, word[..^1], "ой", "ой", "у", "ой", "ой");

    /// <summary>Ткач, Мороз, Кац; the stem may have lost a vowel («Кравец» – «Кравц»).</summary>
    public static Paradigm HardMasculine(string word, string stem, bool stressedEnding = false) =>
        Of(word, stem, "а", "у", "а", (Hissing + "ц").Contains(Last(stem)) && !stressedEnding ? "ем" : "ом", "е");

    /// <summary>Токарь, Гай, Юлий, Соловей; the stem comes without «ь» or «й».</summary>
    public static Paradigm SoftMasculine(string word, string stem) =>
        Of(word, stem, "я", "ю", "я", "ем", word.EndsWith("ий", StringComparison.Ordinal) ? "и" : "е");

    /// <summary>Любовь, Нинель: the third declension.</summary>
    public static Paradigm ThirdFeminine(string word)
    {
        string stem = word[..^1];
        return new Paradigm(word, stem + "и", stem + "и", word, stem + "ью", stem + "и");
    }

    /// <summary>Сковорода, Анна, Илья, Мария: the first declension, both genders.</summary>
    public static Paradigm First(string word)
    {
        string stem = word[..^1];
        if (word[^1] == 'я')
            return Last(stem) == 'и'
                ? Of(word, stem, "и", "и", "ю", "ей", "и")
                : Of(word, stem, "и", "е", "ю", "ей", "е");
        string genitive = (Velars + Hissing).Contains(Last(stem)) ? "и" : "ы";
        return Of(word, stem, genitive, "е", "у", (Hissing + "ц").Contains(Last(stem)) ? "ей" : "ой", "е");
    }

    /// <summary>Старший, Толстой, Заведующий: adjectives and what declines as they do. Reflexive participles keep «-ся».</summary>
    public static Paradigm AdjectiveMasculine(string word)
    {
        (string body, string tail) = Reflexive(word);
        string stem = body[..^2];
        bool stressed = body.EndsWith("ой", StringComparison.Ordinal);
        bool velar = Velars.Contains(Last(stem));
        bool soft = !stressed && !velar && body.EndsWith("ий", StringComparison.Ordinal);
        string instrumental = body.EndsWith("ый", StringComparison.Ordinal) || (stressed && !velar && !Hissing.Contains(Last(stem))) ? "ым" : "им";
        Paradigm forms = soft
            ? Of(body, stem, "его", "ему", "его", instrumental, "ем")
            : Of(body, stem, "ого", "ому", "ого", instrumental, "ом");
        return WithTail(forms, tail);
    }

    /// <summary>Толстая, Заведующая, Летняя.</summary>
    public static Paradigm AdjectiveFeminine(string word)
    {
        (string body, string tail) = Reflexive(word);
        string stem = body[..^2];
        bool soft = body.EndsWith("яя", StringComparison.Ordinal) || ((Hissing + "ц").Contains(Last(stem)) && !StressedFeminine.Contains(body.ToLowerInvariant()));
        string oblique = soft ? "ей" : "ой";
        return WithTail(Of(body, stem, oblique, oblique, body.EndsWith("яя", StringComparison.Ordinal) ? "юю" : "ую", oblique, oblique), tail);
    }

    public static char Last(string text) => text.Length == 0 ? ' ' : char.ToLowerInvariant(text[^1]);

    public static int Syllables(string word) => word.Count(letter => Vowels.Contains(char.ToLowerInvariant(letter)));

    private static readonly HashSet<string> StressedFeminine = ["большая", "чужая", "меньшая"];

    private static Paradigm Of(string word, string stem, string genitive, string dative, string accusative, string instrumental, string prepositional) =>
        new(word, stem + genitive, stem + dative, stem + accusative, stem + instrumental, stem + prepositional);

    private static (string Body, string Tail) Reflexive(string word) =>
        word.EndsWith("ся", StringComparison.Ordinal) ? (word[..^2], "ся") : (word, "");

    private static Paradigm WithTail(Paradigm forms, string tail) => tail.Length == 0 ? forms : new Paradigm(
        forms.Nominative + tail, forms.Genitive + tail, forms.Dative + tail, forms.Accusative + tail, forms.Instrumental + tail, forms.Prepositional + tail);
}
