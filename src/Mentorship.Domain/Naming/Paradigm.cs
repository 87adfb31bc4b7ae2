namespace Mentorship.Domain.Naming;

/// <summary>One word in its six cases, with the doubt that belongs to all of them or to the instrumental alone.</summary>
internal sealed record Paradigm(
    string Nominative, string Genitive, string Dative, string Accusative, string Instrumental, string Prepositional,
    string? Doubt = null, string? InstrumentalDoubt = null)
{
    /// <summary>A word that keeps its form in every case.</summary>
    public static Paradigm Fixed(string word) => new(word, word, word, word, word, word);

    /// <summary>A word whose forms a person has to tell.</summary>
    public static Paradigm Doubtful(string word, string doubt) => Fixed(word) with { Doubt = doubt };

    public Declined In(GrammaticalCase grammaticalCase) => grammaticalCase switch
    {
        _ when Doubt is not null && grammaticalCase != GrammaticalCase.Nominative => new Declined(Nominative, Doubt),
        GrammaticalCase.Genitive => new Declined(Genitive),
        GrammaticalCase.Dative => new Declined(Dative),
        GrammaticalCase.Accusative => new Declined(Accusative),
        GrammaticalCase.Instrumental when InstrumentalDoubt is not null => new Declined(Nominative, InstrumentalDoubt),
        GrammaticalCase.Instrumental => new Declined(Instrumental),
        GrammaticalCase.Prepositional => new Declined(Prepositional),
        _ => new Declined(Nominative),
    };

    /// <summary>The same forms in capitals, for a surname that was written so.</summary>
    public Paradigm InCapitals() => this with
    {
        Nominative = Nominative.ToUpperInvariant(), Genitive = Genitive.ToUpperInvariant(), Dative = Dative.ToUpperInvariant(),
        Accusative = Accusative.ToUpperInvariant(), Instrumental = Instrumental.ToUpperInvariant(), Prepositional = Prepositional.ToUpperInvariant(),
    };

    /// <summary>Whether both give the same text in every case, so that it does not matter which one is meant.</summary>
    public bool SameAs(Paradigm other) => this == other;
}
