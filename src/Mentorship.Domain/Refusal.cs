namespace Mentorship.Domain;

/// <summary>A refusal that a person can cause: a stable code for programs and a Russian sentence that says the next step.</summary>
public sealed record Refusal(string Code, string Text);
