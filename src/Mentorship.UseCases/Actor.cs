using Mentorship.Domain;
using Mentorship.Domain.People;

namespace Mentorship.UseCases;

/// <summary>Who asks, in which institution, with which roles today. Built from the session, never from the request's body.</summary>
public sealed record Actor(Guid InstitutionId, Guid PersonId, IReadOnlySet<string> Roles)
{
    public bool Is(params ReadOnlySpan<string> roles)
    {
        foreach (string role in roles) if (Roles.Contains(role)) return true;
        return false;
    }

    /// <summary>Curator, administrator or director: who runs the programme.</summary>
    public bool RunsProgramme => Is(Domain.People.Roles.Curator, Domain.People.Roles.Administrator, Domain.People.Roles.Director, Domain.People.Roles.Deputy);

    /// <summary>Null when one of the roles is held, else the refusal.</summary>
    public Refusal? Require(params ReadOnlySpan<string> roles) => Is(roles) ? null : NotAllowed;

    public static Refusal NotAllowed { get; } = new("NotAllowed", "Для этого нужна другая роль. Попросите администратора учреждения дать её вам на странице «Люди».");
}
