namespace Mentorship.Domain.Naming;

/// <summary>The six cases: кто, кого (нет), кому, кого (вижу), кем, о ком.</summary>
public enum GrammaticalCase { Nominative, Genitive, Dative, Accusative, Instrumental, Prepositional }
