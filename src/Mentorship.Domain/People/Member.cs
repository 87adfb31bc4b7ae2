namespace Mentorship.Domain.People;

/// <summary>A person in an institution: post, kind, roles with dates.</summary>
public sealed class Member : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid PersonId { get; init; }
    public Person Person { get; init; } = null!;
    public MemberKind Kind { get; set; }

    /// <summary>«учитель математики»; for a pupil the class («9 «Б» класс»).</summary>
    public string Post { get; set; } = "";

    /// <summary>When the person joined the agreement on simple electronic signatures (on paper); null: has not.</summary>
    public DateOnly? JoinedAgreementOn { get; set; }
    public DateOnly? LeftOn { get; set; }
    public List<Membership> Roles { get; init; } = [];

    public bool Holds(string role, DateOnly day) => (LeftOn is null || day <= LeftOn) && Roles.Any(r => r.Role == role && r.Covers(day));
}

/// <summary>A role with dates.</summary>
public sealed class Membership
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid MemberId { get; init; }

    /// <summary>A code of <see cref="Roles"/> or <c>institution:&lt;text&gt;</c>.</summary>
    public required string Role { get; init; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }

    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
}

public enum MemberKind { Employee, Pupil, External }
