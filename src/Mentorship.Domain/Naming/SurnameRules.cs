namespace Mentorship.Domain.Naming;

/// <summary>How a surname declines, by its ending and the gender of its bearer.</summary>
internal static class SurnameRules
{
    public static Paradigm Of(string surname, Gender gender)
    {
        string[] parts = surname.Split('-');
        Paradigm result = PartOf(parts[0], gender, first: parts.Length > 1);
        for (int i = 1; i < parts.Length; i++)
            result = Join(result, PartOf(parts[i], gender, first: false), "-");
        return result;
    }

    /// <summary>Joins words of one name; the doubt of one is the doubt of all.</summary>
    public static Paradigm Join(Paradigm left, Paradigm right, string separator) => new(
        left.Nominative + separator + right.Nominative, left.Genitive + separator + right.Genitive, left.Dative + separator + right.Dative,
        left.Accusative + separator + right.Accusative, left.Instrumental + separator + right.Instrumental, left.Prepositional + separator + right.Prepositional,
        left.Doubt ?? right.Doubt, left.InstrumentalDoubt ?? right.InstrumentalDoubt);

    private static Paradigm PartOf(string text, Gender gender, bool first)
    {
        if (text.Contains(' ', StringComparison.Ordinal))
            return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => PartOf(word, gender, first)).Aggregate((a, b) => Join(a, b, " "));
        string key = text.ToLowerInvariant();
        if (text.Length == 0 || SurnameLexicon.FixedLastParts.Contains(key) && char.IsLower(text[0])) return Paradigm.Fixed(text);
        if (char.IsLower(text[0]) || (first && SurnameLexicon.FixedFirstParts.Contains(key))) return Paradigm.Fixed(text);
        if (!text.All(IsCyrillic)) return Paradigm.Doubtful(text, Unsure(text));
        if (text.Length > 1 && text.All(char.IsUpper)) return Word(text[..1] + key[1..], gender).InCapitals();
        return Word(text, gender);
    }

    private static Paradigm Word(string word, Gender gender)
    {
        if (gender != Gender.Unknown) return gender == Gender.Male ? Man(word, word.ToLowerInvariant()) : Woman(word, word.ToLowerInvariant());
        Paradigm man = Word(word, Gender.Male), woman = Word(word, Gender.Female);
        return man.SameAs(woman) ? man : Paradigm.Doubtful(word, $"Неизвестно, мужская или женская фамилия «{word}»: укажите пол в карточке человека.");
    }

    private static Paradigm Woman(string word, string key)
    {
        if (IsFixed(key)) return Paradigm.Fixed(word);
        if (key[^1] is not ('а' or 'я')) return Paradigm.Fixed(word);
        if (SurnameLexicon.NounsLikePossessive.Contains(key)) return Paradigm.Doubtful(word, Unsure(word));
        if (EndsWithAny(key, "ова", "ева", "ёва", "ина", "ына") && key.Length > 4) return Patterns.PossessiveFeminine(word);
        if (EndsWithAny(key, "ская", "цкая", "ная", "тая", "вая", "гая", "кая", "хая", "рая", "лая", "бая", "дая", "сая", "пая", "мая", "шая", "щая", "жая", "яя") && Patterns.Syllables(word) > 2)
            return Patterns.AdjectiveFeminine(word);
        return Patterns.First(word);
    }

    private static Paradigm Man(string word, string key)
    {
        if (SurnameLexicon.Stems.TryGetValue(key, out string? stem)) return WithStem(word, word[..1] + stem[1..]);
        if (IsFixed(key)) return Paradigm.Fixed(word);
        return key[^1] switch
        {
            'а' or 'я' when LooksFeminine(key) => Paradigm.Doubtful(word, $"Фамилия «{word}» похожа на женскую: проверьте пол в карточке человека."),
            'а' or 'я' => Patterns.First(word),
            'й' => EndingInY(word, key),
            'ь' => Soft(word, key),
            _ => Consonant(word, key),
        };
    }

    private static Paradigm WithStem(string word, string stem) => word[^1] switch
    {
        'ь' or 'й' => Patterns.SoftMasculine(word, stem),
        _ => Patterns.HardMasculine(word, stem, SurnameLexicon.StressedEnding.Contains(word.ToLowerInvariant())),
    };

    private static Paradigm EndingInY(string word, string key)
    {
        if (SurnameLexicon.PossessiveInIy.Contains(key)) return Paradigm.Doubtful(word, Unsure(word));
        bool noun = SurnameLexicon.NounsLikeAdjective.Contains(key);
        if (key.EndsWith("ый", StringComparison.Ordinal)) return Patterns.AdjectiveMasculine(word);
        if (key.EndsWith("ой", StringComparison.Ordinal) && !noun && Patterns.Syllables(word) > 1) return Patterns.AdjectiveMasculine(word);
        if (key.EndsWith("ий", StringComparison.Ordinal) && !noun && key.Length > 3)
        {
            if (key[^3] == 'ч') return SurnameLexicon.AdjectivesInChiy.Contains(key) ? Patterns.AdjectiveMasculine(word) : Paradigm.Doubtful(word, Unsure(word));
            if ("кгхнжшщ".Contains(key[^3]) || key == "третий") return Patterns.AdjectiveMasculine(word);
        }
        return Patterns.SoftMasculine(word, word[..^1]);
    }

    private static Paradigm Soft(string word, string key) =>
        EndsWithAny(key, "ень", "оть") && Patterns.Syllables(word) > 1 ? Paradigm.Doubtful(word, Unsure(word)) : Patterns.SoftMasculine(word, word[..^1]);

    private static Paradigm Consonant(string word, string key)
    {
        if (EndsWithAny(key, "ов", "ев", "ёв", "ин", "ын"))
            return SurnameLexicon.ForeignPossessive.Contains(key) ? Patterns.HardMasculine(word, word) : Patterns.PossessiveMasculine(word);
        if (key.EndsWith("ец", StringComparison.Ordinal)) return InEts(word, key);
        if (EndsWithAny(key, "ок", "ек", "ёк") && Patterns.Syllables(word) > 1) return InOk(word, key);
        bool stressed = SurnameLexicon.StressedEnding.Contains(key) || (key.EndsWith("ач", StringComparison.Ordinal) && Patterns.Syllables(word) > 1);
        return Patterns.HardMasculine(word, word, stressed);
    }

    /// <summary>«Кравец – Кравца», «Китаец – Китайца», «Стрелец – Стрельца»; after two consonants and in one syllable the vowel stays («Кузнеца»).</summary>
    private static Paradigm InEts(string word, string key)
    {
        bool stressed = SurnameLexicon.StressedEnding.Contains(key) || (Patterns.Syllables(word) == 2 && !Patterns.Vowels.Contains(key[^3]));
        bool keeps = Patterns.Syllables(word) == 1 || (!Patterns.Vowels.Contains(key[^3]) && key.Length > 3 && !Patterns.Vowels.Contains(key[^4]) && key[^4] is not 'й' and not 'ь');
        string stem = keeps ? word
            : Patterns.Vowels.Contains(key[^3]) ? word[..^2] + "йц"
            : key[^3] == 'л' ? word[..^2] + "ьц"
            : word[..^2] + "ц";
        Paradigm forms = Patterns.HardMasculine(word, stem, stressed);
        bool unsure = Patterns.Syllables(word) > 2 && !stressed && !Patterns.Vowels.Contains(key[^3]);
        return unsure ? forms with { InstrumentalDoubt = Unsure(word) } : forms;
    }

    /// <summary>«Волчок – Волчка», «Королёк – Королька», «Котёнок – Котёнка»; of other surnames the bearers decide.</summary>
    private static Paradigm InOk(string word, string key)
    {
        if (EndsWithAny(key, "онок", "ёнок", "енок", "чок", "шок", "жок", "чек", "шек", "жек")) return Patterns.HardMasculine(word, word[..^2] + "к");
        if (key.EndsWith("ёк", StringComparison.Ordinal))
            return Patterns.HardMasculine(word, word[..^2] + (Patterns.Vowels.Contains(key[^3]) ? "йк" : "ьк"));
        return Paradigm.Doubtful(word, Unsure(word));
    }

    private static bool IsFixed(string key)
    {
        if (SurnameLexicon.Fixed.Contains(key) || "еёиоуыэю".Contains(key[^1])) return true;
        if (EndsWithAny(key, "уа", "оа", "иа", "еа")) return true;
        return EndsWithAny(key, "ых", "их") && Patterns.Syllables(key) > 1 && !SurnameLexicon.GermanInIkh.Contains(key);
    }

    private static bool LooksFeminine(string key) =>
        !SurnameLexicon.NounsLikePossessive.Contains(key)
        && ((EndsWithAny(key, "ова", "ева", "ёва") && key.Length > 5) || EndsWithAny(key, "ская", "цкая"));

    private static bool EndsWithAny(string key, params ReadOnlySpan<string> endings)
    {
        foreach (string ending in endings)
            if (key.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsCyrillic(char letter) => char.ToLowerInvariant(letter) is (>= 'а' and <= 'я') or 'ё' or 'і' or 'ї' or 'є' or '’' or '\'';

    private static string Unsure(string word) => $"Фамилия «{word}» склоняется неоднозначно: впишите её падежи в карточке человека.";
}
