namespace Mentorship.Domain;

/// <summary>A refusal that a person can cause: a stable code for programs and a Russian sentence that says the next step.</summary>
public sealed record Refusal(string Code, string Text)
{
    /// <summary>What was changed before the refusal (a counted wrong PIN) must be kept.</summary>
    public bool Saves { get; init; }
}
