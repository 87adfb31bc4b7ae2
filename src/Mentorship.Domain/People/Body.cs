namespace Mentorship.Domain.People;

/// <summary>A body (рабочая группа, педсовет, МО): all members see its work, the lead closes it, or anyone if it is so set.</summary>
public sealed class Body : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required string Name { get; set; }

    /// <summary>The role code that this body answers for, e.g. <see cref="Roles.WorkingGroup"/>.</summary>
    public required string Role { get; set; }
    public Guid LeadId { get; set; }
    public bool AnyoneCloses { get; set; }
    public List<BodyMember> Members { get; init; } = [];

    public bool Includes(Guid person) => LeadId == person || Members.Any(m => m.PersonId == person);
    public bool MayClose(Guid person) => LeadId == person || AnyoneCloses && Includes(person);
}

public sealed class BodyMember
{
    public Guid BodyId { get; init; }
    public required Guid PersonId { get; init; }
}
