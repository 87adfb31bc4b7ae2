using System.Text.RegularExpressions;

namespace Mentorship.Domain.Naming;

/// <summary>Reads one person's name out of a text, in any of the usual orders.</summary>
internal static partial class PersonNameReader
{
    public static PersonName? Read(string? text)
    {
        string folded = Spaces().Replace((text ?? "").Trim().TrimEnd(',', ';'), " ");
        if (folded.Length is 0 or > 120) return null;
        return Initials(folded) ?? FullWords(folded);
    }

    public static Gender GenderOf(string surname, string givenName, string? patronymic)
    {
        string father = (patronymic ?? "").ToLowerInvariant();
        if (father.EndsWith("ич", StringComparison.Ordinal) || EndsWithWord(father, "оглы", "оглу", "улы", "уулу")) return Gender.Male;
        if (father.EndsWith("на", StringComparison.Ordinal) || EndsWithWord(father, "кызы", "гызы")) return Gender.Female;
        Gender byName = GivenNameRules.GenderOf(givenName.Split('-')[0]);
        return byName != Gender.Unknown ? byName : GenderBySurname(surname.Split(' ', '-')[^1].ToLowerInvariant());
    }

    private static Gender GenderBySurname(string key)
    {
        if (key.Length < 4 || SurnameLexicon.NounsLikePossessive.Contains(key)) return Gender.Unknown;
        if (FeminineSurname().IsMatch(key)) return Gender.Female;
        return MasculineSurname().IsMatch(key) ? Gender.Male : Gender.Unknown;
    }

    private static PersonName? Initials(string text)
    {
        Match match = SurnameThenInitials().Match(text);
        if (!match.Success) match = InitialsThenSurname().Match(text);
        if (!match.Success) return null;
        string second = match.Groups["second"].Value;
        return Make(match.Groups["surname"].Value, Dotted(match.Groups["first"].Value), second.Length == 0 ? null : Dotted(second));
    }

    private static PersonName? FullWords(string text)
    {
        if (!CapitalisedWords().IsMatch(text)) return null;
        List<string> words = [.. text.Split(' ')];
        string? tail = words.Count > 3 && words[^1].ToLowerInvariant() is "оглы" or "оглу" or "кызы" or "гызы" or "улы" or "уулу" ? words[^1] : null;
        if (tail is not null)
        {
            words.RemoveAt(words.Count - 1);
            words[^1] += " " + tail;
        }
        // «ван Дейк Ян»: words in small letters before a surname belong to it.
        int particles = words.TakeWhile(word => char.IsLower(word[0])).Count();
        words = [string.Join(' ', words.Take(particles + 1)), .. words.Skip(particles + 1)];
        // «Определяется ОО»: an abbreviation beside a word is no name, while a name wholly in capitals is.
        if (words.Any(IsCapitals) && !words.All(IsCapitals)) return null;
        return words.Count switch
        {
            2 when SurelyPatronymic().IsMatch(words[1].ToLowerInvariant()) => null,
            2 when LooksLikeSurname(words[1]) && !LooksLikeSurname(words[0]) => Make(words[1], words[0], null),
            2 => Make(words[0], words[1], null),
            // No given name ends as a patronymic, while a surname may: «Адам Петрович Мицкевич».
            3 when IsPatronymic(words[1]) => Make(words[2], words[0], words[1]),
            3 when IsPatronymic(words[2]) || tail is not null => Make(words[0], words[1], words[2]),
            _ => null,
        };
    }

    private static PersonName Make(string surname, string givenName, string? patronymic) => new()
    {
        Surname = surname, GivenName = givenName, Patronymic = patronymic, Gender = GenderOf(surname, givenName, patronymic),
    };

    private static string Dotted(string initial) => initial.TrimEnd('.') + ".";

    private static bool IsCapitals(string word) => word.Length > 1 && word.All(char.IsUpper);

    private static bool LooksLikeSurname(string word) => GenderBySurname(word.ToLowerInvariant()) != Gender.Unknown;

    private static bool IsPatronymic(string word) => Patronymic().IsMatch(word.ToLowerInvariant());

    private static bool EndsWithWord(string text, params string[] words) => words.Any(word => text.EndsWith(" " + word, StringComparison.Ordinal));

    private const string SurnamePattern = @"(?<surname>(?:\p{Ll}{2,3} )?\p{Lu}[\p{L}’']+(?:-\p{Lu}?[\p{L}’']+)*)";
    private const string InitialsPattern = @"(?:(?<first>\p{Lu}(?:\.-\p{Lu})?\.) ?(?<second>(?:\p{Lu}\.?)?)|(?<first>\p{Lu})(?<second>))";

    [GeneratedRegex(@"\s+")] private static partial Regex Spaces();
    [GeneratedRegex("^" + SurnamePattern + " " + InitialsPattern + "$")] private static partial Regex SurnameThenInitials();
    [GeneratedRegex(@"^(?<first>\p{Lu}(?:\.-\p{Lu})?\.) ?(?<second>(?:\p{Lu}\.)?) ?" + SurnamePattern + "$")] private static partial Regex InitialsThenSurname();
    [GeneratedRegex(@"^(?:\p{Ll}{2,3} )*\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3}(?: (?:оглы|оглу|кызы|гызы|улы|уулу))?$")] private static partial Regex CapitalisedWords();
    [GeneratedRegex("(?:ич|вна|чна|шна)$")] private static partial Regex Patronymic();
    [GeneratedRegex("(?:ович|евич|ьич|овна|евна|ична)$")] private static partial Regex SurelyPatronymic();
    [GeneratedRegex("(?:ова|ева|ёва|ина|ына|ская|цкая|ная|тая)$")] private static partial Regex FeminineSurname();
    [GeneratedRegex("(?:ов|ев|ёв|ин|ын|ский|цкий|ской|цкой|ный|ной|тый)$")] private static partial Regex MasculineSurname();
}
