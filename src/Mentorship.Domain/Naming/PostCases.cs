using System.Collections.Immutable;

namespace Mentorship.Domain.Naming;

/// <summary>The cases of a post: by rule, unless written by hand.</summary>
public sealed record PostCases(string Post)
{
    public ImmutableDictionary<GrammaticalCase, string> ByHand { get; init; } = ImmutableDictionary<GrammaticalCase, string>.Empty;

    public Declined In(GrammaticalCase grammaticalCase) =>
        ByHand.TryGetValue(grammaticalCase, out string? text) ? new Declined(text) : Declension.Post(Post, grammaticalCase);

    /// <summary>The same post with one case written by hand; an empty text returns to the rule.</summary>
    public PostCases With(GrammaticalCase grammaticalCase, string? text) =>
        string.IsNullOrWhiteSpace(text) ? this with { ByHand = ByHand.Remove(grammaticalCase) } : this with { ByHand = ByHand.SetItem(grammaticalCase, text.Trim()) };
}
