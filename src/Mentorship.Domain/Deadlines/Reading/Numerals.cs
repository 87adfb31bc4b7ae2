namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Numbers written as words («первая», «двадцать пятое», «двух») or as Roman numerals in Latin or Cyrillic letters.</summary>
internal static class Numerals
{
    private static readonly Dictionary<string, int> OrdinalStems = new(StringComparer.Ordinal)
    {
        ["перв"] = 1, ["втор"] = 2, ["трет"] = 3, ["четверт"] = 4, ["пят"] = 5, ["шест"] = 6, ["седьм"] = 7, ["восьм"] = 8, ["девят"] = 9,
        ["десят"] = 10, ["одиннадцат"] = 11, ["двенадцат"] = 12, ["тринадцат"] = 13, ["четырнадцат"] = 14, ["пятнадцат"] = 15,
        ["шестнадцат"] = 16, ["семнадцат"] = 17, ["восемнадцат"] = 18, ["девятнадцат"] = 19, ["двадцат"] = 20, ["тридцат"] = 30,
        ["последн"] = -1,
    };

    private static readonly HashSet<string> OrdinalEndings = new(StringComparer.Ordinal)
    {
        "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ую", "юю", "ые", "ие", "ых", "их", "ей",
        "ья", "ье", "ьего", "ьей", "ьем", "ью", "ьему", "ьи", "ьих", "ьим",
    };

    private static readonly Dictionary<string, int> Cardinals = new(StringComparer.Ordinal)
    {
        ["один"] = 1, ["одна"] = 1, ["одно"] = 1, ["одного"] = 1, ["одной"] = 1, ["одну"] = 1, ["два"] = 2, ["две"] = 2, ["двух"] = 2, ["двумя"] = 2,
        ["три"] = 3, ["трех"] = 3, ["четыре"] = 4, ["четырех"] = 4, ["пять"] = 5, ["пяти"] = 5, ["шесть"] = 6, ["шести"] = 6, ["семь"] = 7, ["семи"] = 7,
        ["восемь"] = 8, ["восьми"] = 8, ["девять"] = 9, ["девяти"] = 9, ["десять"] = 10, ["десяти"] = 10, ["пятнадцать"] = 15, ["пятнадцати"] = 15,
        ["двадцать"] = 20, ["двадцати"] = 20, ["тридцать"] = 30, ["тридцати"] = 30,
    };

    private static readonly Dictionary<string, int> Romans = new(StringComparer.Ordinal)
    {
        ["i"] = 1, ["ii"] = 2, ["iii"] = 3, ["iv"] = 4, ["v"] = 5, ["vi"] = 6, ["vii"] = 7, ["viii"] = 8, ["ix"] = 9, ["x"] = 10, ["xi"] = 11, ["xii"] = 12,
    };

    public static int? Ordinal(string word)
    {
        if (word == "четвертей") return null;
        for (int length = Math.Min(word.Length - 2, 10); length >= 3; length--)
            if (OrdinalStems.TryGetValue(word[..length], out int value) && OrdinalEndings.Contains(word[length..])) return value;
        return null;
    }

    public static int? Cardinal(string word) => Cardinals.TryGetValue(word, out int value) ? value : null;

    /// <summary>«II», also with the Cyrillic letters people type instead: «І», «ІІ», «IУ».</summary>
    public static int? Roman(string word)
    {
        if (word.Length > 4 || word is "у" or "х" or "l") return null;
        string latin = word.Replace('і', 'i').Replace('l', 'i').Replace('у', 'v').Replace('х', 'x');
        return Romans.TryGetValue(latin, out int value) ? value : null;
    }

    /// <summary>«П полугодие», «Ш четверть»: one Cyrillic letter that looks like II or III; only before the word for a period.</summary>
    public static int? LookAlike(string word) => word switch { "п" or "пп" => 2, "ш" => 3, "l" => 1, _ => null };

    /// <summary>The endings of «1-го», «3-я», «5ое».</summary>
    public static bool IsOrdinalEnding(string letters) =>
        letters is "го" or "ого" or "его" or "ое" or "ая" or "я" or "й" or "ый" or "ий" or "ой" or "е" or "му" or "ому" or "ю" or "ую" or "ья" or "м" or "ом" or "х" or "ых" or "ей";
}
