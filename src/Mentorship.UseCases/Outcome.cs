using Mentorship.Domain;

namespace Mentorship.UseCases;

/// <summary>What a use case gives back: a value, or a refusal that the user can read.</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
{
    public bool Succeeded => Refusal is null;
    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>Stands for «nothing to give back».</summary>
public readonly record struct Done;
