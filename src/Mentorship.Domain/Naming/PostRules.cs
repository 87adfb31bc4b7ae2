using System.Text.RegularExpressions;

namespace Mentorship.Domain.Naming;

/// <summary>How a post declines: adjectives up to the head noun and the head noun itself; what depends on it stays.</summary>
internal static partial class PostRules
{
    public static Declined Decline(string post, GrammaticalCase grammaticalCase)
    {
        string text = post.Trim();
        if (text.Length == 0 || grammaticalCase == GrammaticalCase.Nominative) return new Declined(text);
        string[] segments = text.Split(", ");
        var done = new List<string>();
        for (int i = 0; i < segments.Length; i++)
        {
            Declined segment = Segment(segments[i], grammaticalCase);
            // After a comma stands a second post or a further subject («учитель химии, биологии»), which keeps its form.
            if (segment.Doubt is not null && i > 0) segment = new Declined(segments[i]);
            if (segment.Doubt is not null) return new Declined(text, segment.Doubt);
            done.Add(segment.Text);
        }
        return new Declined(string.Join(", ", done));
    }

    private static Declined Segment(string text, GrammaticalCase grammaticalCase)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int head = HeadOf(words);
        if (head == Unchanged) return new Declined(text);
        if (head < 0) return new Declined(text, Unsure(text));
        for (int i = 0; i <= head; i++)
        {
            Declined word = Compound(words[i], grammaticalCase);
            if (word.Doubt is not null) return new Declined(text, Unsure(text));
            words[i] = word.Text;
        }
        DeclineSecondHeads(words, head, grammaticalCase);
        return new Declined(string.Join(' ', words));
    }

    private const int Unchanged = -2;
    private const int NotFound = -1;

    private static int HeadOf(string[] words)
    {
        string first = Key(words[0]);
        if (PostLexicon.Abbreviations.Contains(first) || (words[0].Length > 1 && words[0].All(letter => char.IsUpper(letter) || letter is '.' or '-'))) return Unchanged;
        for (int i = 0; i < words.Length; i++)
        {
            string key = Key(words[i]);
            bool nounFollows = i + 1 < words.Length && IsDoer(Key(words[i + 1]));
            if (PostLexicon.Substantives.Contains(key) && !nounFollows && !AdjectiveThenDoer(words, i + 1, key)) return i;
            if (IsAdjective(key)) continue;
            return IsDoer(key) ? i : NotFound;
        }
        return NotFound;
    }

    /// <summary>«дежурная старшая медсестра»: an adjective of the same gender and then a doer.</summary>
    private static bool AdjectiveThenDoer(string[] words, int at, string before) =>
        at + 1 < words.Length && IsAdjective(Key(words[at])) && Key(words[at])[^1] == before[^1] && IsDoer(Key(words[at + 1]));

    /// <summary>«учитель химии и завуч», «учитель – логопед», «педагог психолог»: a known post after the head, «и» or a dash declines too.</summary>
    private static void DeclineSecondHeads(string[] words, int head, GrammaticalCase grammaticalCase)
    {
        for (int i = head + 1; i < words.Length; i++)
        {
            bool joined = i == head + 1 || words[i - 1] is "и" or "–" or "—" or "-";
            if (joined && PostLexicon.Nouns.Contains(Key(words[i])) && Compound(words[i], grammaticalCase) is { Doubt: null } word) words[i] = word.Text;
        }
    }

    /// <summary>«педагог-психолог»: both halves decline; «бизнес-тренер»: a half that is no doer stays.</summary>
    private static Declined Compound(string word, GrammaticalCase grammaticalCase)
    {
        string[] parts = HyphenOrDash().Split(word);
        if (parts.Length == 1) return Word(word, grammaticalCase);
        for (int i = 0; i < parts.Length; i += 2)
        {
            bool last = i == parts.Length - 1;
            if (!last && !IsDoer(Key(parts[i]))) continue;
            Declined part = Word(parts[i], grammaticalCase);
            if (part.Doubt is not null) return part;
            parts[i] = part.Text;
        }
        return new Declined(string.Concat(parts));
    }

    private static Declined Word(string word, GrammaticalCase grammaticalCase)
    {
        string key = Key(word);
        if (key is "мать") return Patterns.ThirdFeminine(word).In(grammaticalCase);
        if (key is "отец") return Patterns.HardMasculine(word, word[..^2] + "ц", stressedEnding: true).In(grammaticalCase);
        if (key is "атташе") return new Declined(word);
        bool adjective = PostLexicon.Substantives.Contains(key) || IsAdjective(key);
        Paradigm forms = key[^1] switch
        {
            _ when adjective => EndsFeminine(key) ? Patterns.AdjectiveFeminine(word) : Patterns.AdjectiveMasculine(word),
            'а' or 'я' => Patterns.First(word),
            'ь' or 'й' => Patterns.SoftMasculine(word, word[..^1]),
            'ц' when key.EndsWith("ец", StringComparison.Ordinal) => Patterns.HardMasculine(word, word[..^2] + (key[^3] == 'л' ? "ьц" : "ц")),
            _ when Patterns.Vowels.Contains(key[^1]) => Paradigm.Doubtful(word, Unsure(word)),
            _ => Patterns.HardMasculine(word, word, stressedEnding: key is "врач" or "скрипач" || key.EndsWith("ач", StringComparison.Ordinal)),
        };
        return forms.In(grammaticalCase);
    }

    private static bool EndsFeminine(string key) => AdjectiveFeminineEnding().IsMatch(key);

    private static bool IsAdjective(string key) =>
        PostLexicon.StressedAdjectives.Contains(key) || (key.Length > 3 && (AdjectiveMasculineEnding().IsMatch(key) || AdjectiveFeminineEnding().IsMatch(key)));

    private static bool IsDoer(string key)
    {
        string last = key.Split('-', '–')[^1];
        string firstPart = key.Split('-', '–')[0];
        if (PostLexicon.Nouns.Contains(last) || PostLexicon.Nouns.Contains(firstPart) || PostLexicon.Substantives.Contains(last)) return true;
        return last.Length > 3 && !IsAdjective(last) && PostLexicon.DoerEndings.Any(ending => last.EndsWith(ending, StringComparison.Ordinal));
    }

    private static string Key(string word) => word.Trim('«', '»', '"', '(', ')', ',', ';').ToLowerInvariant();

    private static string Unsure(string text) => $"Должность «{text}» склоняется неоднозначно: впишите её падежи в карточке.";

    [GeneratedRegex("([-–])")] private static partial Regex HyphenOrDash();
    [GeneratedRegex("(?:ый|ий|ийся|ыйся)$")] private static partial Regex AdjectiveMasculineEnding();
    [GeneratedRegex("(?:ая|яя|аяся)$")] private static partial Regex AdjectiveFeminineEnding();
}
