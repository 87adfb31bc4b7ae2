namespace Mentorship.Flow;

/// <summary>An error forbids publishing; a warning asks the author to look.</summary>
public enum Severity { Error, Warning }

/// <summary>What is wrong with a definition, where, and what to do about it.</summary>
/// <param name="Code">Stable, for programs and tests.</param>
/// <param name="NodeId">The step it is about; null when it is about the whole definition.</param>
/// <param name="Message">A Russian sentence that names the next step.</param>
public sealed record Problem(string Code, Severity Severity, string? NodeId, string Message);
