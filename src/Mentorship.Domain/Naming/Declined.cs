namespace Mentorship.Domain.Naming;

/// <summary>A text in a case. Where the grammar is doubtful the text stands in the nominative and the doubt says in Russian what to check.</summary>
public sealed record Declined(string Text, string? Doubt = null);
