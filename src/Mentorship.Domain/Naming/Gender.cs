namespace Mentorship.Domain.Naming;

/// <summary>The grammatical gender of a person's name; unknown where only initials and a surname of both genders are known.</summary>
public enum Gender { Unknown, Male, Female }
