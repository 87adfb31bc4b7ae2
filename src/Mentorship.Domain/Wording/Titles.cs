namespace Mentorship.Domain.Wording;

/// <summary>Titles that people typed, set into lines and sentences.</summary>
public static class Titles
{
    /// <summary>«Формирование базы наставников…»: as many whole words as fit, without a preposition or a bracket left hanging.</summary>
    public static string Brief(string text, int longest)
    {
        if (text.Length <= longest) return text;
        int end = text.LastIndexOf(' ', longest - 1);
        // A name of one long word is cut where it must be, between two signs.
        if (end < longest / 2) return text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + "…";
        ReadOnlySpan<char> kept = text.AsSpan(0, end);
        while (kept.LastIndexOf(' ') is > 0 and var last && kept.Length - last - 1 <= 2) kept = kept[..last];
        return string.Concat(kept.TrimEnd(" ,;:.(«„–—-"), "…");
    }

    /// <summary>«Подобрать пары „учитель – ученик“»: quotes within quotes are of the other kind.</summary>
    public static string Quoted(string title) => $"«{title.Replace('«', '„').Replace('»', '“')}»";
}
