using System.Text.RegularExpressions;

namespace Mentorship.Domain.People.Responsibles;

/// <summary>Names inside a responsible text: «Юдина И.А.», «И.А. Юдина», «Юдина Ирина Александровна».</summary>
internal static partial class PersonMention
{
    public static IEnumerable<Match> FindAll(string text) => Name().Matches(text);

    [GeneratedRegex(@"(?<![\p{L}.])(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.(?:\s?\p{Lu}(?:\.|(?!\p{L})))?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:вич|вна|ична|ьич))(?!\p{Ll})")]
    private static partial Regex Name();
}
