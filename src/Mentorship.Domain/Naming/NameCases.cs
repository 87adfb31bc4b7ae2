using System.Collections.Immutable;

namespace Mentorship.Domain.Naming;

/// <summary>
/// The six cases of one person's name as documents use them: by rule, unless somebody who knows better has written a case down.
/// </summary>
public sealed record NameCases(PersonName Name)
{
    /// <summary>Surnames written by hand, by case; the short forms are made of them.</summary>
    public ImmutableDictionary<GrammaticalCase, string> Surnames { get; init; } = ImmutableDictionary<GrammaticalCase, string>.Empty;

    /// <summary>Full names written by hand, by case.</summary>
    public ImmutableDictionary<GrammaticalCase, string> FullNames { get; init; } = ImmutableDictionary<GrammaticalCase, string>.Empty;

    public Declined Full(GrammaticalCase grammaticalCase) =>
        FullNames.TryGetValue(grammaticalCase, out string? text) ? new Declined(text) : Declension.Full(Name, grammaticalCase);

    public Declined Short(GrammaticalCase grammaticalCase) =>
        SurnameByHand(grammaticalCase) is { } surname ? new Declined(Name.ShortWith(surname)) : Declension.Short(Name, grammaticalCase);

    public Declined ShortInitialsFirst(GrammaticalCase grammaticalCase) =>
        SurnameByHand(grammaticalCase) is { } surname ? new Declined(Name.InitialsFirstWith(surname)) : Declension.ShortInitialsFirst(Name, grammaticalCase);

    /// <summary>The same person with a full name written by hand; its first word serves the short forms. An empty text returns to the rule.</summary>
    public NameCases With(GrammaticalCase grammaticalCase, string? fullName)
    {
        string text = (fullName ?? "").Trim();
        return text.Length == 0
            ? this with { FullNames = FullNames.Remove(grammaticalCase), Surnames = Surnames.Remove(grammaticalCase) }
            : this with { FullNames = FullNames.SetItem(grammaticalCase, text), Surnames = Surnames.SetItem(grammaticalCase, SurnameIn(text)) };
    }

    /// <summary>What a person should complete by hand, one sentence each.</summary>
    public IReadOnlyList<string> Doubts() =>
        [.. Enum.GetValues<GrammaticalCase>().Select(grammaticalCase => Full(grammaticalCase).Doubt ?? Short(grammaticalCase).Doubt).OfType<string>().Distinct()];

    private string? SurnameByHand(GrammaticalCase grammaticalCase) => Surnames.GetValueOrDefault(grammaticalCase);

    /// <summary>A surname may be of several words («ван Дейк»): as many as in the nominative.</summary>
    private string SurnameIn(string fullName)
    {
        int words = Name.Surname.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return string.Join(' ', fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(words));
    }
}
