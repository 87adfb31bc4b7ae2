using Mentorship.Domain.Naming;
using Mentorship.Domain.People;

namespace Mentorship.UseCases.People;

/// <summary>What the card of a person says, as it is typed and as it is shown.</summary>
public sealed record PersonCard
{
    public required string Surname { get; init; }
    public required string GivenName { get; init; }
    public string? Patronymic { get; init; }
    public Gender Gender { get; init; }
    public string? Email { get; init; }
    public MemberKind Kind { get; init; }

    /// <summary>For a pupil the class.</summary>
    public string Post { get; init; } = "";
    public DateOnly? JoinedAgreementOn { get; init; }
    public DateOnly? LeftOn { get; init; }

    /// <summary>The roles of today and later; one that was there and is not named here ends.</summary>
    public IReadOnlyList<RoleTerm> Roles { get; init; } = [];

    /// <summary>Full names in other cases, written by hand; what is not here is declined by rule.</summary>
    public IReadOnlyDictionary<GrammaticalCase, string> NameCases { get; init; } = new Dictionary<GrammaticalCase, string>();
}

/// <param name="From">Null: from today, or as it was.</param>
/// <param name="To">The last day; null: without end.</param>
public sealed record RoleTerm(string Role, DateOnly? From = null, DateOnly? To = null);
